// Who said what, by speaker.

import { shorten } from '../card.js';
import { make } from '../dom.js';
import { t, tName } from '../i18n.js';
import { asWritten, visible } from '../visible.js';
import { list, nothing } from './parts.js';

/** @typedef {import('../reading.js').Reading} Reading */

/** @type {import('../side.js').Panel['render']} */
export function renderSaid(reading, actions) {
  const quotes = reading.ofChannel('quote').filter((i) => reading.label(i) !== 'scare');
  if (!quotes.length) return nothing(t('nothingSaid'));
  /** @type {Map<string, number[]>} */
  const speakers = new Map();
  for (const i of quotes) {
    const speaker = speakerOf(reading, i);
    speakers.set(speaker, [...(speakers.get(speaker) ?? []), i]);
  }
  return [...speakers].flatMap(([speaker, said]) => [
    make('h2', {}, asWritten(speaker || t('nobody'))),
    ...list(said, (i) => row(reading, i, actions.go), 'quotes'),
  ]);
}

/**
 * @param {Reading} reading
 * @param {number} i
 */
function speakerOf(reading, i) {
  const place = reading.other(i);
  return reading.entity(i)?.name ?? (place ? reading.text.slice(place.start, place.end) : '');
}

/**
 * @param {Reading} reading
 * @param {number} i
 * @param {(i: number) => void} go
 */
function row(reading, i, go) {
  const label = reading.label(i);
  const button = make('button', { type: 'button', class: `said ${label}`, dir: 'auto', lang: reading.language, text: visible(shorten(reading.words(i))), onclick: () => go(i) });
  return make('li', {}, button, make('span', { class: 'kind', text: tName('label', label) }));
}
