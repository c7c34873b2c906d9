// Takes the annotated article away: as a file, as text on the clipboard, or on paper. The core writes the formats.

import { make } from './dom.js';
import { t, tName } from './i18n.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {Reading['answer']['vocabulary']['formats'][number]} Format */

/**
 * @typedef {object} Taking
 * @property {(format: string) => Promise<string>} write
 * @property {(words: string) => void} say
 * @property {() => string} name What a file is called, without its ending.
 */

/**
 * @param {HTMLElement} root
 * @param {Reading | null} reading
 * @param {Taking} taking
 */
export function renderTake(root, reading, taking) {
  const close = make('button', { type: 'button', class: 'card-close', 'aria-label': t('close'), text: '×', popovertarget: root.id, popovertargetaction: 'hide' });
  const list = make('ul');
  for (const format of reading?.answer.vocabulary.formats ?? []) list.append(row(format, taking));
  const print = make('button', { type: 'button', text: t('print'), onclick: () => printPage(root) });
  list.append(make('li', {}, make('div', { class: 'take-words' }, make('span', { text: t('printWords') })), print));
  root.replaceChildren(close, make('h2', { text: t('takeTitle') }), make('p', { class: 'hint', text: t('takeHint') }), list);
}

/**
 * @param {Format} format
 * @param {Taking} taking
 */
function row(format, { write, say, name }) {
  const title = tName('format', format.name);
  const words = make('div', { class: 'take-words' }, make('b', { text: title }));
  if (format.leavesOut) words.append(make('span', { text: t('leavesOut', { what: format.leavesOut }) }));
  const fail = (/** @type {Error} */ error) => say(t('requestFailed', { reason: error.message }));
  const save = () => write(format.name).then((text) => saveFile(text, `${name()}.${format.extension}`, format.mediaType), fail);
  const copy = () => write(format.name).then((text) => navigator.clipboard.writeText(text).then(() => say(t('copied')), () => say(t('copyFailed'))), fail);
  return make(
    'li',
    {},
    words,
    make('button', { type: 'button', text: t('save'), 'aria-label': `${t('save')}: ${title}`, 'data-save': format.name, onclick: save }),
    make('button', { type: 'button', text: t('copy'), 'aria-label': `${t('copy')}: ${title}`, 'data-copy': format.name, onclick: copy }),
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

/** @param {HTMLElement} root */
function printPage(root) {
  root.hidePopover();
  window.print();
}
