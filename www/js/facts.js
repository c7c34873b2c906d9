// The line above the article: what it is, in which language it was read, and from which day its dates count.

import { make } from './dom.js';
import { interfaceLanguage, locale, t } from './i18n.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./reader.js').Options} Options */
/** @template T @typedef {import('./corrections.js').Undoable<T>} Undoable */

const WORDS_A_MINUTE = 200;

/** There the settings are folded up, for the article is what a phone should show. */
const NARROW = matchMedia('(max-width: 40rem)');
NARROW.addEventListener('change', () => document.querySelector('.facts-more')?.toggleAttribute('open', !NARROW.matches));
let wasOpen = false;

/**
 * @typedef {object} Correcting
 * @property {Undoable<unknown>} corrections
 * @property {number} nWords
 * @property {(step: 'undo' | 'redo') => void} step
 */

/**
 * @param {Reading} reading
 * @param {Options} options
 * @param {(options: Options) => void} change
 * @param {Correcting} correcting
 */
export function renderFacts(reading, options, change, correcting) {
  const choices = [language(reading, options, change), ...date(reading, options, change)];
  const details = make('details', { class: 'facts-more', 'aria-label': t('settings'), open: wasOpen || !NARROW.matches });
  details.append(make('summary', { text: t('settings') }), make('div', { class: 'choices' }, ...choices, threshold(), tags()));
  details.addEventListener('toggle', () => (wasOpen = NARROW.matches && details.open));
  return [make('p', { class: 'summary', text: summary(reading) }), make('p', { class: 'corrected' }, ...corrected(correcting)), details];
}

/** What the reader corrected, with the way back. @param {Correcting} correcting */
function corrected({ corrections, nWords, step }) {
  const words = make('button', { type: 'button', class: 'link', popovertarget: 'words', text: nWords ? t('wordsOpen', { n: nWords }) : t('wordsTitle') });
  const terms = make('button', { type: 'button', class: 'link', popovertarget: 'terms', text: t('termsTitle') });
  if (!corrections.now.length && !corrections.canUndo && !corrections.canRedo) return [words, terms];
  const button = (/** @type {'undo' | 'redo'} */ kind, /** @type {boolean} */ isOn) =>
    make('button', { type: 'button', class: 'link', id: kind, text: t(kind), disabled: !isOn, onclick: () => step(kind) });
  return [
    make('span', { text: t('corrections', { n: corrections.now.length }) }),
    button('undo', corrections.canUndo),
    button('redo', corrections.canRedo),
    words,
    terms,
  ];
}

/** @param {Reading} reading */
function summary(reading) {
  const nWords = countWords(reading.text);
  const labels = (/** @type {string} */ label) => reading.entities.filter((entity) => entity.label === label).length;
  const nDates = reading.ofChannel('time').filter((i) => reading.days(i)).length;
  const length = [t('words', { n: nWords }), t('minutes', { n: Math.max(1, Math.round(nWords / WORDS_A_MINUTE)) })];
  /** @type {[import('./i18n.js').Key, number][]} */
  const found = [
    ['people', labels('person')],
    ['places', labels('place')],
    ['dates', nDates],
    ['quotes', reading.ofChannel('quote').length],
  ];
  // What is not there is not counted.
  return [...length, ...found.filter(([, n]) => n).map(([key, n]) => t(key, { n }))].join(' · ');
}

const NO_BREAK_SPACE = 0xa0;

/** @param {string} text */
function countWords(text) {
  let n = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isSpace = unit <= 32 || unit === NO_BREAK_SPACE;
    if (!isSpace && !inside) n++;
    inside = !isSpace;
  }
  return n;
}

/**
 * @param {Reading} reading
 * @param {Options} options
 * @param {(options: Options) => void} change
 */
function language(reading, options, change) {
  const found = reading.answer.language === 'id' || reading.answer.language === 'en' ? reading.answer.language : 'und';
  const auto = options.language ? t('languageAutoNone') : t('languageAuto', { name: t(found) });
  const select = make('select', { id: 'language' });
  for (const [value, name] of [['', auto], ['id', t('id')], ['en', t('en')]]) {
    select.append(make('option', { value, text: name, selected: value === (options.language ?? '') }));
  }
  select.addEventListener('change', () => change({ ...options, language: select.value || undefined }));
  return make('label', {}, `${t('language')} `, select);
}

/**
 * @param {Reading} reading
 * @param {Options} options
 * @param {(options: Options) => void} change
 */
function date(reading, options, change) {
  const { answer } = reading;
  const input = make('input', { type: 'date', id: 'date', value: answer.date.slice(0, 10), lang: interfaceLanguage() });
  const source = { reader: t('dateReader'), stamp: t('dateStamp'), text: t('dateText'), none: t('dateNone') }[answer.dateSource];
  // A year is typed digit by digit: 0002 is not yet the year that is meant.
  input.addEventListener('change', () => input.value >= '1000' && change({ ...options, date: input.value }));
  const parts = [make('label', {}, `${t('date')} `, input), make('span', { class: 'source', text: source })];
  if (options.date) {
    const reset = make('button', { type: 'button', class: 'link', text: t('dateReset') });
    reset.addEventListener('click', () => change({ ...options, date: undefined }));
    parts.push(reset);
  }
  return parts;
}

const FROM = /\bfrom-\d\b/;

/** A slider that hides marks below a confidence, by one class on the root. */
function threshold() {
  const { documentElement: root } = document;
  const share = new Intl.NumberFormat(locale(), { style: 'percent' });
  const words = (/** @type {string} */ value) => (value === '0' ? t('thresholdAll') : share.format(Number(value) / 10));
  const now = FROM.exec(root.className)?.[0].slice(5) ?? '0';
  const input = make('input', { type: 'range', min: 0, max: 9, value: now, id: 'threshold', 'aria-valuetext': words(now) });
  // The slider says its value itself.
  const output = make('output', { for: 'threshold', 'aria-live': 'off', text: words(now) });
  input.addEventListener('input', () => {
    root.className = `${root.className.replace(FROM, '')} from-${input.value}`.trim();
    output.textContent = words(input.value);
    input.setAttribute('aria-valuetext', words(input.value));
  });
  return make('label', {}, `${t('threshold')} `, input, ' ', output);
}

const TAGGED = 'tagged';

/** A tick that shows in a word what each mark is, beside it, by one class on the root. */
function tags() {
  const { classList } = document.documentElement;
  const tick = make('input', { type: 'checkbox', id: 'tags', checked: classList.contains(TAGGED) });
  tick.addEventListener('change', () => classList.toggle(TAGGED, tick.checked));
  return make('label', {}, tick, ` ${t('tags')}`);
}

/** True when a mark of this confidence, in thousandths, is shown. @param {number} thousandths */
export function isSureEnough(thousandths) {
  const from = FROM.exec(document.documentElement.className)?.[0].slice(5) ?? '0';
  return Math.floor(thousandths / 100) >= Number(from);
}
