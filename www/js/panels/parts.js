// Pieces that several panels are made of.

import { make } from '../dom.js';
import { part, visible } from '../visible.js';

/** @typedef {import('../reading.js').Reading} Reading */

/** More entries than this are shown in steps: a list of ten thousand names is no list. */
const STEP = 60;

/**
 * A list that shows its first entries and the rest on request.
 *
 * @template T
 * @param {T[]} entries
 * @param {(entry: T) => HTMLElement} render
 * @param {string} className
 */
export function list(entries, render, className) {
  const root = make('ul', { class: className });
  let shown = 0;
  const more = make('button', { type: 'button', class: 'link' });
  const grow = () => {
    root.append(...entries.slice(shown, shown + STEP).map(render));
    shown = Math.min(shown + STEP, entries.length);
    more.textContent = `+ ${entries.length - shown}`;
    more.hidden = shown === entries.length;
  };
  more.addEventListener('click', grow);
  grow();
  return entries.length > STEP ? [root, more] : [root];
}

/** @param {string} text */
export function nothing(text) {
  return [make('p', { class: 'nothing', text })];
}

/**
 * The sentence or so around an annotation, with the annotation in the middle.
 *
 * @param {Reading} reading
 * @param {number} i
 */
export function context(reading, i) {
  const { text } = reading;
  const [start, end] = [reading.start(i), reading.end(i)];
  const before = part(text, Math.max(0, start - 40), start);
  const after = part(text, end, end + 60);
  const cutBefore = before.slice(before.lastIndexOf('\n') + 1);
  const cutAfter = after.split('\n')[0];
  const quote = make('span', { class: 'context', dir: 'auto', lang: reading.language });
  quote.append(visible(wholeWords(cutBefore, start > 40, true)), make('b', { text: visible(text.slice(start, end)) }), visible(wholeWords(cutAfter, true, false)));
  return quote;
}

/**
 * Drops the half word at the cut end.
 *
 * @param {string} text
 * @param {boolean} isCut
 * @param {boolean} atStart
 */
function wholeWords(text, isCut, atStart) {
  if (!isCut) return text;
  if (atStart) return text.length < 40 ? text : `…${text.slice(text.indexOf(' ') + 1)}`;
  return text.length < 60 ? text : `${text.slice(0, text.lastIndexOf(' '))}…`;
}
