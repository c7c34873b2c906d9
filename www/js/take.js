// Takes the annotated article away: as a file, as text on the clipboard, or on paper. The core writes the formats.

import { make } from './dom.js';
import { locale, t, tName } from './i18n.js';
import { forget, isAnythingKept, kept } from './keeping.js';
import { linkOf } from './share.js';
import { asWritten } from './visible.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {Reading['answer']['vocabulary']['formats'][number]} Format */

/** What most want comes first; formats that are named nowhere are for programs. */
const USES = [
  { use: 'people', formats: ['html', 'markdown', 'icalendar'] },
  { use: 'desk', formats: ['csv', 'json', 'web-annotation'] },
];
/** What this page opens again. */
const RETURNING = ['json', 'web-annotation'];

/**
 * @typedef {object} Taking
 * @property {(format: string) => Promise<string>} write
 * @property {(words: string) => void} say Once, to assistive technology: the eye sees it elsewhere.
 * @property {(words: string) => void} note
 * @property {() => string} name What a file is called, without its ending.
 * @property {() => string} text
 * @property {() => Promise<void>} keep
 * @property {(article: import('./keeping.js').Kept) => void} open
 * @property {() => Promise<void>} forgetAll
 */

/**
 * @param {HTMLElement} root
 * @param {Reading | null} reading
 * @param {Taking} taking
 */
export function renderTake(root, reading, taking) {
  const close = make('button', { type: 'button', class: 'card-close', 'aria-label': t('close'), text: '×', popovertarget: root.id, popovertargetaction: 'hide' });
  const shelf = make('div', { id: 'kept' });
  root.replaceChildren(
    close,
    make('h2', { text: t('takeTitle') }),
    make('p', { class: 'hint', text: t('takeHint') }),
    ...files(root, reading?.answer.vocabulary.formats ?? [], taking),
    make('h2', { text: t('linkTitle') }),
    ...link(taking),
    make('h2', { text: t('keepTitle') }),
    shelf,
  );
  root.ontoggle = (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === 'open') renderKept(shelf, root, taking);
  };
}

/**
 * The formats, by what they are for.
 *
 * @param {HTMLElement} root
 * @param {Format[]} formats
 * @param {Taking} taking
 */
function files(root, formats, taking) {
  const named = USES.flatMap((one) => one.formats);
  const others = formats.filter(({ name }) => !named.includes(name)).map(({ name }) => name);
  return [...USES, { use: 'programs', formats: others }].flatMap(({ use, formats: names }) => {
    const list = make('ul');
    for (const name of names) list.append(...formats.filter((format) => format.name === name).map((format) => row(format, taking)));
    if (use === 'people') list.append(printing(root));
    return [make('h3', { text: tName('take', use) }), list];
  });
}

/** @param {HTMLElement} root */
function printing(root) {
  const words = make('div', { class: 'take-words' }, make('b', { text: t('print') }), make('span', { text: t('printWords') }));
  const print = () => {
    root.hidePopover();
    window.print();
  };
  return make('li', {}, words, make('button', { type: 'button', text: t('printNow'), onclick: print }));
}

/** The text in a link, made only when asked for. @param {Taking} taking */
function link({ text }) {
  const field = make('input', { type: 'text', readonly: true, hidden: true, id: 'link', 'aria-label': t('linkTitle'), class: 'take-link' });
  const button = make('button', { type: 'button', id: 'link-make', text: t('linkMake') });
  const wrong = make('p', { class: 'hint', role: 'alert' });
  button.addEventListener('click', async () => {
    const made = await linkOf(text());
    wrong.textContent = made ? '' : t('linkTooLong');
    field.hidden = !made;
    if (!made) return;
    field.value = made;
    field.select();
    navigator.clipboard?.writeText(made).then(() => (wrong.textContent = t('copied')), () => {});
  });
  return [make('p', { class: 'hint', text: t('linkWords') }), button, field, wrong];
}

/**
 * What is kept on this machine.
 *
 * @param {HTMLElement} shelf
 * @param {HTMLElement} root
 * @param {Taking} taking
 */
async function renderKept(shelf, root, taking) {
  const again = () => renderKept(shelf, root, taking);
  const articles = await kept().catch(() => []);
  const list = make('ul');
  const when = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  for (const article of articles) {
    const open = make('button', { type: 'button', class: 'link take-words', onclick: () => (root.hidePopover(), taking.open(article)) }, asWritten(article.title), ' ', make('span', { text: when.format(article.when) }));
    const remove = make('button', { type: 'button', 'aria-label': t('removeArticle', { name: article.title }), text: '×', onclick: () => forget(article.id).then(again) });
    list.append(make('li', {}, open, remove));
  }
  const keepThis = make('button', { type: 'button', id: 'keep', text: t('keepThis'), onclick: () => taking.keep().then(again, (error) => taking.note(t('requestFailed', { reason: error.message }))) });
  const forgetEach = make('button', { type: 'button', id: 'forget-all', text: t('forgetAll'), hidden: !(await isAnythingKept().catch(() => false)), onclick: () => taking.forgetAll().then(again) });
  shelf.replaceChildren(make('p', { class: 'hint', text: t('keepWords') }), list, make('div', { class: 'row' }, keepThis, forgetEach));
}

/**
 * @param {Format} format
 * @param {Taking} taking
 */
function row(format, { write, say, note, name }) {
  const title = tName('format', format.name);
  const words = make('div', { class: 'take-words' }, make('b', { text: title }));
  const about = [RETURNING.includes(format.name) ? t('returns') : '', format.leavesOut ? t('leavesOut', { what: tName('leaves', format.name) }) : ''];
  words.append(make('span', { text: about.filter(Boolean).join(' ') }));
  const fail = (/** @type {Error} */ error) => note(t('requestFailed', { reason: error.message }));
  const save = () => write(format.name).then((text) => saveFile(text, `${name()}.${format.extension}`, format.mediaType), fail);
  const copyButton = make('button', { type: 'button', text: t('copy'), 'aria-label': `${t('copy')}: ${title}`, 'data-copy': format.name });
  const copied = () => {
    copyButton.textContent = t('copied');
    say(t('copied'));
  };
  copyButton.addEventListener('click', () => write(format.name).then((text) => navigator.clipboard.writeText(text).then(copied, () => note(t('copyFailed'))), fail));
  return make(
    'li',
    {},
    words,
    make('button', { type: 'button', text: t('save'), 'aria-label': `${t('save')}: ${title}`, 'data-save': format.name, onclick: save }),
    copyButton,
  );
}

/**
 * Hands a file to the browser to keep.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} type
 */
export function saveFile(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href: url, download: name }).click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
