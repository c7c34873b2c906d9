// When: the article's dates on a line, and as an ordered list, each linked to its sentence.

import { make } from '../dom.js';
import { t } from '../i18n.js';
import { dayInWords, dayNumber, timeInWords } from '../words.js';
import { context, list, nothing } from './parts.js';

/** @typedef {import('../reading.js').Reading} Reading */
/** @typedef {{i: number, first: number, last: number}} Dated */

/** @type {import('../side.js').Panel['render']} */
export function renderWhen(reading, actions) {
  const times = reading.ofChannel('time');
  if (!times.length) return nothing(t('nothingWhen'));
  const dated = times.flatMap((i) => {
    const days = reading.days(i);
    return days ? [{ i, ...days }] : [];
  });
  dated.sort((a, b) => a.first - b.first || a.last - b.last || a.i - b.i);
  const open = times.filter((i) => !reading.days(i));
  /** @type {Node[]} */
  const nodes = dated.length ? timeline(reading, dated, actions.go) : [];
  if (open.length) {
    nodes.push(make('h2', { text: t('openDates') }), ...list(open, (i) => openRow(reading, i, actions.go), 'times'));
  }
  return nodes;
}

/**
 * An ordered list by year; each entry is drawn with a bar as long as its precision allows.
 *
 * @param {Reading} reading
 * @param {Dated[]} dated
 * @param {(i: number) => void} go
 */
function timeline(reading, dated, go) {
  const published = publication(reading);
  /** @type {Map<string, Dated[]>} Those of one value, by first day and value. */
  const groups = new Map();
  for (const one of dated) {
    const key = `${one.first}/${one.last}/${reading.string(one.i, 'value')}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const root = make('ol', { class: 'timeline' });
  let year = '';
  for (const group of groups.values()) {
    const nextYear = dayInWords(group[0].first, { year: 'numeric' });
    const isAge = group[0].last - group[0].first > 366;
    if (nextYear !== year && !isAge) root.append(make('li', { class: 'timeline-year', text: nextYear }));
    if (!isAge) year = nextYear;
    root.append(entry(reading, group, published, go));
  }
  return [root];
}

/**
 * @param {Reading} reading
 * @param {Dated[]} group
 * @param {number} published
 * @param {(i: number) => void} go
 */
function entry(reading, group, published, go) {
  const [{ i, first, last }] = group;
  const value = reading.string(i, 'value');
  const days = last - first + 1;
  const grain = days <= 1 ? 'day' : days <= 8 ? 'week' : days <= 31 ? 'month' : days <= 366 ? 'year' : 'age';
  const place = first > published ? 'ahead' : last < published ? 'past' : 'present';
  const item = make('li', { class: `timeline-entry ${grain} ${published ? place : ''}` });
  const when = make('time', { class: 'timeline-when', datetime: isoTime(value), text: timeInWords(value, reading.modifier(i), { first, last }) });
  item.append(when);
  if (published && first === published && last === published) item.append(' ', make('span', { class: 'tag', text: t('publication') }));
  for (const one of group.slice(0, 6)) {
    item.append(make('button', { type: 'button', class: 'timeline-where', onclick: () => go(one.i) }, context(reading, one.i)));
  }
  return item;
}

/** A `datetime` that HTML allows, or none. @param {string} value */
function isoTime(value) {
  return /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?|-W\d\d)?$/.test(value) ? value : null;
}

/** @param {Reading} reading The article's own day, or 0. */
function publication(reading) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(reading.answer.date);
  return parts ? dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3])) : 0;
}

/**
 * @param {Reading} reading
 * @param {number} i
 * @param {(i: number) => void} go
 */
function openRow(reading, i, go) {
  const words = timeInWords(reading.string(i, 'value'), reading.modifier(i), null);
  const button = make('button', { type: 'button', class: 'timeline-where', onclick: () => go(i) }, context(reading, i));
  return make('li', {}, make('span', { class: 'timeline-when', text: words }), button);
}
