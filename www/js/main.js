// Puts the page together: one state, changed here and shown by the parts.

import { ArticleView } from './article.js';
import { Card } from './card.js';
import { Corrector } from './correcting.js';
import { moveCorrections, Undoable } from './corrections.js';
import { find } from './dom.js';
import { Editor } from './editor.js';
import { fromJson } from './exchange.js';
import { renderFacts } from './facts.js';
import { renderHelp } from './help.js';
import { fillWords, interfaceLanguage, setInterfaceLanguage, t, tName } from './i18n.js';
import { takeInput } from './input.js';
import { keep } from './keeping.js';
import { bindKeys } from './keys.js';
import { Messages } from './messages.js';
import { Marker } from './marker.js';
import { keepForOffline } from './offline.js';
import { Reader, ReaderError } from './reader.js';
import { Reading } from './reading.js';
import { SAMPLES } from './samples.js';
import { holdsText, textOfLink } from './share.js';
import { Shelf, titleOf } from './shelf.js';
import { checkKey, Side } from './side.js';
import { renderTake } from './take.js';
import { Toolbar } from './toolbar.js';

/** @typedef {import('./shelf.js').Item} Item */

/** Longer texts than this are read for so long that the reader is told. */
const LONG_TEXT = 400_000;

const reader = new Reader(interfaceLanguage() === 'id' ? ['id', 'en'] : ['en', 'id'], modelCame);
const messages = new Messages(find('message', HTMLElement), find('status', HTMLElement));
const view = new ArticleView(find('article', HTMLElement), { describe: (reading, i) => tName('label', reading.label(i)) });
const toolbar = new Toolbar(find('layers', HTMLElement), () => card.close());
const card = new Card(find('card', HTMLElement), { go, goPlace, correct: (...what) => (card.close(), corrector.correct(...what)) }, () => view.light(litMentions()));
const side = new Side(find('side', HTMLElement), { go, goPlace, choose, dismiss, explain });
const shelf = new Shelf(find('articles', HTMLElement), showItem);
const marker = new Marker(find('marker', HTMLElement), view, (...what) => corrector.mark(...what));
const corrector = new Corrector(shelf, find('words', HTMLElement), readItem);
const editor = new Editor(find('editor', HTMLElement), find('write', HTMLButtonElement), typed);

/** The entity whose mentions are lit up, or -1. */
let chosen = -1;

/** Shows another article of the shelf. @param {Item} item */
function showItem(item) {
  card.close();
  marker.hide();
  chosen = -1;
  view.light([]);
  editor.set(item.text);
  view.show(item.text);
  if (item.reading) showReading(item);
  else readItem(item);
}

/** @param {'undo' | 'redo'} kind */
function step(kind) {
  corrector.step(kind);
}

/** Has an article read, and shows what comes back unless something newer came between. @param {Item} item */
async function readItem(item) {
  showEmptyOrArticle(item);
  if (!item.text.trim()) {
    item.reading = null;
    return showReading(item);
  }
  const waiting = messages.loading(item.text.length > LONG_TEXT, () => cancel(item));
  try {
    const answer = await reader.annotate(item.text, { ...item.options, corrections: item.corrections.now, words: corrector.words });
    item.reading = new Reading(item.text, answer);
    waiting.done();
    if (shelf.current === item) showReading(item);
  } catch (error) {
    waiting.done();
    fail(error, item);
  }
}

/** The reader does not want to wait for a long text. @param {Item} item */
function cancel(item) {
  reader.cancel();
  messages.note(t('cancelled'), { label: t('readAgain'), act: () => readItem(item) });
}

/**
 * @param {unknown} error
 * @param {Item} item
 */
function fail(error, item) {
  if (!(error instanceof ReaderError)) throw error;
  if (error.kind === 'superseded') return;
  item.reading = null;
  showReading(item);
  const again = { label: t('retry'), act: () => readItem(item) };
  if (typeof WebAssembly === 'undefined') messages.error(t('noWasm'));
  else if (error.kind === 'start') messages.error(t('startFailed'), again);
  else if (error.kind === 'trap') messages.error(t('trapped'), again);
  else messages.error(t('requestFailed', { reason: error.message }), again);
}

/** @param {Item} item */
function showReading(item) {
  showEmptyOrArticle(item);
  const { reading } = item;
  messages.clear();
  shelf.update();
  if (reading) {
    view.mark(reading);
    performance.mark('sorot-read', { detail: { milliseconds: reading.answer.milliseconds } });
    if (reading.answer.language === 'und') messages.note(t('unknownLanguage'));
    messages.say(t('done', { n: reading.n }));
  } else {
    view.show(item.text);
  }
  toolbar.say(reading?.counts() ?? null);
  const focused = document.activeElement?.closest('#facts') ? document.activeElement.id : '';
  const correcting = { corrections: item.corrections, nWords: corrector.words.length, step };
  find('facts', HTMLElement).replaceChildren(...(reading ? renderFacts(reading, item.options, changeOptions, correcting) : []));
  if (focused) document.getElementById(focused)?.focus();
  renderTake(find('take', HTMLElement), reading, { write, say: (words) => messages.note(words), name: fileName, text: () => item.text, keep: () => keepItem(item), open: openKept });
  updateSide();
}

/** @param {Item} item */
function showEmptyOrArticle(item) {
  const isEmpty = !item.text;
  messages.empty(find('empty', HTMLElement), isEmpty, () => change(SAMPLES[interfaceLanguage()]));
  find('article', HTMLElement).hidden = isEmpty;
}

function updateSide() {
  side.update(shelf.current.reading, { chosen, dismissed: shelf.current.dismissed });
}

/** A model came after the first article was read: what it can read better is read again. @param {string | null} language */
function modelCame(language) {
  if (!language) messages.say(t('modelMissing'));
  else if (shelf.current.reading?.answer.language === language) readItem(shelf.current);
}

/** @param {import('./reader.js').Options} options */
function changeOptions(options) {
  shelf.current.options = options;
  readItem(shelf.current);
}

/** Puts another text in the place of the current one. @param {string} text */
function change(text) {
  const item = shelf.current;
  item.text = text;
  item.reading = null;
  showItem(item);
}

/** The text in the box was edited. @param {string} text */
function typed(text) {
  const item = shelf.current;
  item.corrections.rewrite((corrections) => moveCorrections(corrections, item.text, text));
  item.text = text;
  item.isSample = false;
  view.show(text);
  readItem(item);
}

/** A new article came in, by paste, drop, file or link. @param {string} text */
function take(text) {
  if (!text.trim()) return;
  messages.clear({ all: true });
  const article = text.startsWith('{') ? fromJson(text) : null;
  if (article) shelf.add(article.text, { corrections: new Undoable(article.corrections) });
  else shelf.add(text);
  editor.close();
  window.scrollTo({ top: 0, behavior: 'instant' });
}

/** @param {number} i */
function go(i) {
  openDrawer(false);
  const mark = view.select(i, { focus: true });
  if (mark) openCard(i, mark);
}

/** @param {{start: number, end: number}} range */
function goPlace(range) {
  openDrawer(false);
  card.close();
  view.showPlace(range);
}

/**
 * @param {number} i
 * @param {HTMLElement} mark
 */
function openCard(i, mark) {
  const { reading } = shelf.current;
  if (!reading || !toolbar.isOn(reading.channelKey(i))) return;
  card.open(reading, i, mark, reader.card(reading.answer, i, interfaceLanguage()));
  const entity = reading.entity(i);
  view.light(entity ? [...entity.mentions, ...entity.pronouns] : []);
}

/** The mentions that stay lit when no card is open. */
function litMentions() {
  const entity = shelf.current.reading?.entities[chosen];
  return entity ? [...entity.mentions, ...entity.pronouns] : [];
}

/** @param {number} entity */
function choose(entity) {
  const shown = entity < 0 ? chosen : entity;
  chosen = entity;
  const lit = litMentions();
  view.light(lit);
  updateSide();
  const button = document.querySelector(`[data-entity="${shown}"]`);
  if (button instanceof HTMLElement) button.focus({ preventScroll: true });
  if (lit.length) view.select(lit[0], { focus: false });
}

/** @param {number} i */
function dismiss(i) {
  const { reading, dismissed } = shelf.current;
  if (!reading) return;
  dismissed.add(checkKey(reading, i));
  updateSide();
}

/**
 * @param {Reading} reading
 * @param {number} i
 */
async function explain(reading, i) {
  return (await reader.card(reading.answer, i, interfaceLanguage())).explanation;
}

/** @param {Item} item */
function keepItem({ text, options, corrections }) {
  return keep({ title: titleOf(text), text, options, corrections: corrections.now, when: Date.now() });
}

/** @param {import('./keeping.js').Kept} article */
function openKept({ text, options, corrections }) {
  shelf.add(text, { options, corrections: new Undoable(corrections) });
}

/** Opens the article that came in the page's address, and takes it out of the address. */
async function openLink() {
  const { hash } = location;
  if (!holdsText(hash)) return;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    take(await textOfLink(hash));
  } catch {
    messages.tell(t('linkBroken'));
  }
}

/** @param {string} format */
async function write(format) {
  const { reading } = shelf.current;
  if (!reading) throw new Error(t('emptyTitle'));
  return reader.write(reading.answer, format, fileName());
}

/** The article's first words as a file's name. */
function fileName() {
  const words = shelf.current.text.slice(0, 300).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 6).join('-').slice(0, 60) || 'sorot';
}

/** @param {boolean} isOpen */
function openDrawer(isOpen) {
  document.documentElement.classList.toggle('drawer-open', isOpen);
  const button = find('side-open', HTMLButtonElement);
  button.setAttribute('aria-expanded', String(isOpen));
  button.textContent = isOpen ? t('close') : t('showSide');
}

/** @param {'id' | 'en'} language */
function speak(language) {
  setInterfaceLanguage(language);
  fillWords();
  for (const button of document.querySelectorAll('[data-interface]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-interface') === language));
  }
  renderHelp(find('help', HTMLElement));
  corrector.showWords();
}

function start() {
  speak(interfaceLanguage());
  for (const button of document.querySelectorAll('[data-interface]')) {
    button.addEventListener('click', () => {
      speak(/** @type {'id' | 'en'} */ (button.getAttribute('data-interface')));
      card.close();
      // The sample follows the interface as long as it is only a sample.
      if (shelf.current.isSample) change(SAMPLES[interfaceLanguage()]);
      else showReading(shelf.current);
    });
  }
  takeInput({ take, fail: (name) => messages.tell(t('fileFailed', { name })), editor });
  find('clear', HTMLButtonElement).addEventListener('click', () => {
    shelf.current.isSample = false;
    change('');
    editor.open();
  });
  find('side-open', HTMLButtonElement).addEventListener('click', ({ currentTarget }) =>
    openDrawer(/** @type {HTMLElement} */ (currentTarget).getAttribute('aria-expanded') === 'false'),
  );
  find('side', HTMLElement).addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    openDrawer(false);
    find('side-open', HTMLButtonElement).focus();
  });
  bindKeys({ view, card, toolbar, reading: () => shelf.current.reading, openCard, step });
  shelf.add(SAMPLES[interfaceLanguage()], { isSample: true });
  openLink();
  window.addEventListener('hashchange', openLink);
  keepForOffline();
}

start();
