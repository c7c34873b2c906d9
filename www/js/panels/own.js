// What the reader looked for, by rule.

import { make } from '../dom.js';
import { context, list, nothing } from './parts.js';
import { t } from '../i18n.js';
import { asWritten } from '../visible.js';

/** @type {import('../side.js').Panel['render']} */
export function renderOwn(reading, actions) {
  const found = reading.ofChannel('custom');
  if (!found.length) return nothing(t('nothingOwn'));
  /** @type {Map<string, number[]>} */
  const rules = new Map();
  for (const i of found) {
    const name = reading.string(i, 'value');
    const places = rules.get(name);
    if (places) places.push(i);
    else rules.set(name, [i]);
  }
  const row = (/** @type {number} */ i) => make('li', {}, make('button', { type: 'button', class: 'timeline-where', onclick: () => actions.go(i) }, context(reading, i)));
  return [...rules].flatMap(([name, places]) => [make('h2', {}, asWritten(name)), ...list(places, row, 'times')]);
}
