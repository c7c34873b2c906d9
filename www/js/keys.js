// Keys and clicks in the article: one tab stop, arrows from mark to mark, Enter for the card.

import { find } from './dom.js';
import { isSureEnough } from './facts.js';
import { isField } from './input.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./desk.js').Desk} Desk */

/** @param {Desk} desk */
export function bindKeys(desk) {
  const { root } = desk.view;
  root.addEventListener('click', (event) => click(desk, event));
  // A press of the mouse gives the article the focus, too; only the keyboard's way in leads to a mark.
  root.addEventListener('focus', () => root.matches(':focus-visible') && first(desk));
  document.addEventListener('keydown', (event) => {
    if (isField(event.target)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') return desk.corrector.step(event.shiftKey ? 'redo' : 'undo');
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inCard = desk.spotlight.card.element.contains(/** @type {Node} */ (event.target));
    const inArticle = root.contains(/** @type {Node} */ (event.target)) || inCard;
    const inToolbar = desk.toolbar.root.contains(/** @type {Node} */ (event.target));
    if ((inArticle && articleKey(desk, event, inCard)) || ((inArticle || inToolbar) && sharedKey(desk, event))) event.preventDefault();
  });
}

/**
 * @param {Desk} desk
 * @param {MouseEvent} event
 */
function click(desk, event) {
  if (desk.view.selection()) return;
  const reading = desk.shelf.current.reading;
  let mark = event.target instanceof Element ? event.target.closest('.m') : null;
  // A mark of a layer that is off is plain text: what lies around it counts.
  while (reading && mark instanceof HTMLElement && !isShown(desk, reading, Number(mark.dataset.i))) {
    mark = mark.parentElement?.closest('.m') ?? null;
  }
  if (!(mark instanceof HTMLElement)) return;
  const i = Number(mark.dataset.i);
  desk.view.select(i, { focus: true });
  desk.spotlight.openCard(i, mark);
}

/** The article itself got the focus (by the skip link): on to its first mark. @param {Desk} desk */
function first(desk) {
  move(desk, desk.view.current, desk.view.current < 0 ? 1 : 0, () => true);
}

/**
 * @param {Desk} desk
 * @param {KeyboardEvent} event
 * @param {boolean} inCard
 */
function articleKey(desk, { key }, inCard) {
  const reading = desk.shelf.current.reading;
  if (!reading) return false;
  const { current } = desk.view;
  const step = { ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1 }[key];
  if (step) return move(desk, current, step, () => true);
  const same = { n: 1, p: -1 }[key];
  const entity = current >= 0 ? reading.entity(current) : null;
  if (same && entity) return move(desk, current, same, (i) => reading.entity(i) === entity);
  if (key === 'Enter' && !inCard && current >= 0) {
    const mark = desk.view.reveal(current);
    if (mark) desk.spotlight.openCard(current, mark);
    desk.spotlight.card.element.focus();
    return true;
  }
  return false;
}

/**
 * @param {Desk} desk
 * @param {KeyboardEvent} event
 */
function sharedKey(desk, { key }) {
  if (/^[1-9]$/.test(key)) {
    desk.toolbar.switchAt(Number(key) - 1);
    return true;
  }
  if (key !== '?') return false;
  find('help', HTMLElement).togglePopover();
  return true;
}

/**
 * Goes to the next shown mark in a direction; an open card goes along.
 *
 * @param {Desk} desk
 * @param {number} from
 * @param {number} step
 * @param {(i: number) => boolean} wanted
 */
function move(desk, from, step, wanted) {
  const reading = desk.shelf.current.reading;
  if (!reading) return false;
  let i = from + step;
  while (i >= 0 && i < reading.n && !(isShown(desk, reading, i) && wanted(i))) i += step || 1;
  if (i < 0 || i >= reading.n) return true;
  const wasOpen = desk.spotlight.card.index >= 0;
  const mark = desk.view.select(i, { focus: true });
  if (mark && wasOpen) desk.spotlight.openCard(i, mark);
  return true;
}

/**
 * @param {Desk} desk
 * @param {Reading} reading
 * @param {number} i
 */
function isShown(desk, reading, i) {
  return reading.label(i) !== 'paragraph' && desk.toolbar.isOn(reading.channelKey(i)) && isSureEnough(reading.confidence(i));
}
