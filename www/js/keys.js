// Keys and clicks in the article: one tab stop, arrows from mark to mark, Enter for the card.

import { find } from './dom.js';
import { isSureEnough } from './facts.js';
import { isField } from './input.js';

/** @typedef {import('./reading.js').Reading} Reading */
/**
 * @typedef {object} Stage
 * @property {import('./article.js').ArticleView} view
 * @property {import('./toolbar.js').Toolbar} toolbar
 * @property {import('./shelf.js').Shelf} shelf
 * @property {import('./messages.js').Messages} messages
 * @property {import('./spotlight.js').Spotlight} spotlight
 * @property {import('./correcting.js').Corrector} corrector
 */

/** @param {Stage} stage */
export function bindKeys(stage) {
  const { root } = stage.view;
  root.addEventListener('click', (event) => click(stage, event));
  // A press of the mouse gives the article the focus, too; only the keyboard's way in leads to a mark.
  root.addEventListener('focus', () => root.matches(':focus-visible') && first(stage));
  document.addEventListener('keydown', (event) => {
    if (isField(event.target)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') return stage.corrector.step(event.shiftKey ? 'redo' : 'undo');
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inCard = stage.spotlight.card.element.contains(/** @type {Node} */ (event.target));
    const inArticle = root.contains(/** @type {Node} */ (event.target)) || inCard;
    const inToolbar = stage.toolbar.root.contains(/** @type {Node} */ (event.target));
    if ((inArticle && articleKey(stage, event, inCard)) || ((inArticle || inToolbar) && sharedKey(stage, event))) event.preventDefault();
  });
}

/**
 * @param {Stage} stage
 * @param {MouseEvent} event
 */
function click(stage, event) {
  if (stage.view.selection()) return;
  const reading = stage.shelf.current.reading;
  let mark = event.target instanceof Element ? event.target.closest('.m') : null;
  // A mark of a layer that is off is plain text: what lies around it counts.
  while (reading && mark instanceof HTMLElement && !isShown(stage, reading, Number(mark.dataset.i))) {
    mark = mark.parentElement?.closest('.m') ?? null;
  }
  if (!(mark instanceof HTMLElement)) return;
  const i = Number(mark.dataset.i);
  stage.view.select(i, { focus: true });
  stage.spotlight.openCard(i, mark);
}

/** The article itself got the focus (by the skip link): on to its first mark. @param {Stage} stage */
function first(stage) {
  move(stage, stage.view.current, stage.view.current < 0 ? 1 : 0, () => true);
}

/**
 * @param {Stage} stage
 * @param {KeyboardEvent} event
 * @param {boolean} inCard
 */
function articleKey(stage, { key }, inCard) {
  const reading = stage.shelf.current.reading;
  if (!reading) return false;
  const { current } = stage.view;
  const step = { ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1 }[key];
  if (step) return move(stage, current, step, () => true);
  const same = { n: 1, p: -1 }[key];
  const entity = current >= 0 ? reading.entity(current) : null;
  if (same && entity) return move(stage, current, same, (i) => reading.entity(i) === entity);
  if (key === 'Enter' && !inCard && current >= 0) {
    const mark = stage.view.reveal(current);
    if (mark) stage.spotlight.openCard(current, mark);
    stage.spotlight.card.element.focus();
    return true;
  }
  return false;
}

/**
 * @param {Stage} stage
 * @param {KeyboardEvent} event
 */
function sharedKey(stage, { key }) {
  if (/^[1-9]$/.test(key)) {
    // The button itself, which would say it, is elsewhere.
    stage.messages.say(stage.toolbar.switchAt(Number(key) - 1));
    return true;
  }
  if (key !== '?') return false;
  find('help', HTMLElement).togglePopover();
  return true;
}

/**
 * Goes to the next shown mark in a direction; an open card goes along.
 *
 * @param {Stage} stage
 * @param {number} from
 * @param {number} step
 * @param {(i: number) => boolean} wanted
 */
function move(stage, from, step, wanted) {
  const reading = stage.shelf.current.reading;
  if (!reading) return false;
  let i = from + step;
  while (i >= 0 && i < reading.n && !(isShown(stage, reading, i) && wanted(i))) i += step || 1;
  if (i < 0 || i >= reading.n) return true;
  const wasOpen = stage.spotlight.card.index >= 0;
  const mark = stage.view.select(i, { focus: true });
  if (mark && wasOpen) stage.spotlight.openCard(i, mark);
  return true;
}

/**
 * @param {Stage} stage
 * @param {Reading} reading
 * @param {number} i
 */
function isShown(stage, reading, i) {
  return reading.label(i) !== 'paragraph' && stage.toolbar.isOn(reading.channelKey(i)) && isSureEnough(reading.confidence(i));
}
