// How much: money, shares, quantities and the rest, as written and as a value.

import { make } from '../dom.js';
import { t, tName } from '../i18n.js';
import { numberInWords } from '../words.js';
import { context, list, nothing } from './parts.js';

/** @typedef {import('../reading.js').Reading} Reading */

const LABELS = ['money', 'percent', 'quantity', 'cardinal', 'ordinal'];

/** @type {import('../side.js').Panel['render']} */
export function renderNumbers(reading, actions) {
  const numbers = reading.ofChannel('number');
  if (!numbers.length) return nothing(t('nothingNumbers'));
  return LABELS.flatMap((label) => {
    const ofLabel = numbers.filter((i) => reading.label(i) === label);
    if (!ofLabel.length) return [];
    return [make('h2', { text: tName('heading', label) }), ...list(ofLabel, (i) => row(reading, i, actions.go), 'times')];
  });
}

/**
 * @param {Reading} reading
 * @param {number} i
 * @param {(i: number) => void} go
 */
function row(reading, i, go) {
  const value = numberInWords(reading.label(i), reading.string(i, 'value'), reading.string(i, 'detail'), reading.modifier(i));
  const button = make('button', { type: 'button', class: 'timeline-where', onclick: () => go(i) }, context(reading, i));
  return make('li', {}, make('span', { class: 'timeline-when', text: value }), button);
}
