// Reads back what this page and the command write: JSON with or without the text, and W3C Web Annotation. Whatever stands in a
// file is checked before it is believed; marks are found by their place, checked by their words, or searched by these.

import { GIVEN, withCorrection } from './corrections.js';
import { CHANNELS } from './layers.js';

/** @typedef {import('./corrections.js').Correction} Correction */
/** @typedef {import('./reading.js').Reading} Reading */

/**
 * @typedef {object} Mark A mark as a file has it.
 * @property {string} label
 * @property {boolean} isRemoved The reader took it away.
 * @property {number} start In code points; -1 when the file does not say.
 * @property {number} end
 * @property {string} exact Its words, and what stands before and after them; empty when the file does not say.
 * @property {string} prefix
 * @property {string} suffix
 * @typedef {{kind: 'article', text: string, marks: Mark[], date: string, language: string}
 *   | {kind: 'marks', marks: Mark[]}
 *   | {kind: 'wrong', reason: 'damaged' | 'foreign' | 'huge'}} Brought
 */

const WEB_ANNOTATION = 'http://www.w3.org/ns/anno.jsonld';
const READER = 'reader';
const LABELS = new Set(CHANNELS.flatMap(({ labels }) => labels));

/** Larger files, with more marks, are none of ours. */
const LARGEST_FILE = 50_000_000;
const MOST_MARKS = 200_000;
/** More corrections than this no reader has made by hand. */
const MOST_CORRECTIONS = 2000;
/** Characters looked through for the words of marks, over and over: more would keep the page waiting. */
const MOST_SEARCHED = 20_000_000;
const LONGEST_QUOTE = 10_000;

/**
 * What a file holds; none when it is plain text.
 *
 * @param {string} file
 * @param {string} name Of the file; empty when it was pasted.
 * @returns {Brought | null}
 */
export function bring(file, name) {
  const isNamed = /\.(json|jsonl|jsonld)$/i.test(name);
  if (!isNamed && !file.startsWith('{')) return null;
  const brought = parse(file);
  // What is pasted and not ours may well be the text of an article.
  return brought.kind === 'wrong' && !isNamed ? null : brought;
}

/** @param {string} file @returns {Brought} */
function parse(file) {
  if (file.length > LARGEST_FILE) return { kind: 'wrong', reason: 'huge' };
  let value;
  try {
    value = JSON.parse(file);
  } catch {
    return { kind: 'wrong', reason: 'damaged' };
  }
  const items = value?.['@context'] === WEB_ANNOTATION ? (value.items ?? value.first?.items) : value?.annotations;
  if (!Array.isArray(items)) return { kind: 'wrong', reason: 'foreign' };
  if (items.length > MOST_MARKS) return { kind: 'wrong', reason: 'huge' };
  if (value['@context']) return { kind: 'marks', marks: items.flatMap(markOfItem) };
  const removed = Array.isArray(value.removed) ? value.removed.slice(0, MOST_CORRECTIONS) : [];
  const taken = removed.flatMap((/** @type {any} */ one) => markOf(one, true));
  if (typeof value.text !== 'string') return { kind: 'marks', marks: [...items.flatMap((one) => markOf(one, false)), ...taken] };
  const made = items.filter((one) => one?.rule === READER).flatMap((one) => markOf(one, false));
  return { kind: 'article', text: value.text, marks: [...made, ...taken], date: dayOf(value.date), language: value.lang === 'id' || value.lang === 'en' ? value.lang : '' };
}

/** A day that the calendar has, or nothing. @param {any} date */
function dayOf(date) {
  const day = typeof date === 'string' ? date.slice(0, 10) : '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(day).toJSON()?.startsWith(day);
  return isDay ? day : '';
}

/**
 * @param {any} one
 * @param {boolean} isRemoved
 * @returns {Mark[]} One, or none when it is no mark.
 */
function markOf(one, isRemoved) {
  const { start, end, label, text = '' } = one ?? {};
  if (!LABELS.has(label) || !isPlace(start, end) || !isQuote(text)) return [];
  return [{ label, isRemoved, start, end, exact: text, prefix: '', suffix: '' }];
}

/** @param {any} item @returns {Mark[]} */
function markOfItem(item) {
  const label = many(item?.body).find((body) => body?.purpose === 'classifying' && LABELS.has(body.value))?.value;
  const selectors = many(many(item?.target)[0]?.selector);
  const { start = -1, end = -1 } = selectors.find((one) => one?.type === 'TextPositionSelector') ?? {};
  const { exact = '', prefix = '', suffix = '' } = selectors.find((one) => one?.type === 'TextQuoteSelector') ?? {};
  const hasPlace = isPlace(start, end);
  if (!label || ![exact, prefix, suffix].every(isQuote) || !(hasPlace || exact)) return [];
  return [{ label, isRemoved: item.motivation === 'editing', start: hasPlace ? start : -1, end: hasPlace ? end : -1, exact, prefix, suffix }];
}

/** JSON-LD leaves the brackets of a list of one away. @param {any} value @returns {any[]} */
function many(value) {
  return Array.isArray(value) ? value : [value];
}

/** @param {any} start @param {any} end */
function isPlace(start, end) {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start < end;
}

/** @param {any} quote */
function isQuote(quote) {
  return typeof quote === 'string' && quote.length <= LONGEST_QUOTE;
}

/**
 * The corrections that make an article be marked as a file has it. Where the article has been read, a mark that it has anyway is
 * none; names can be added, and of other layers only what was taken away is followed, for the page finds the rest by itself.
 *
 * @param {Mark[]} marks
 * @param {string} text
 * @param {Reading | null} reading
 * @returns {{corrections: Correction[], placed: number, lost: number}} How many marks were found in the text, and how many not.
 */
export function correctionsOf(marks, text, reading) {
  const place = placer(text);
  const known = marksOf(reading);
  /** @type {Correction[]} */
  let corrections = [];
  let placed = 0;
  for (const mark of marks) {
    const range = place(mark);
    if (!range) continue;
    placed++;
    const isThere = known?.has(`${range.start}-${range.end}-${mark.label}`);
    const isNews = mark.isRemoved ? isThere !== false : GIVEN.includes(mark.label) && !isThere;
    if (!isNews || corrections.length === MOST_CORRECTIONS) continue;
    const correction = mark.isRemoved ? { ...range, label: undefined, insteadOf: mark.label } : { ...range, label: mark.label, insteadOf: undefined };
    corrections = withCorrection(corrections, correction);
  }
  return { corrections, placed, lost: marks.length - placed };
}

/** @param {Reading | null} reading */
function marksOf(reading) {
  if (!reading) return null;
  const known = new Set();
  for (let i = 0; i < reading.n; i++) known.add(`${reading.start(i)}-${reading.end(i)}-${reading.label(i)}`);
  return known;
}

/**
 * Finds marks in a text, as UTF-16 ranges: by their place when their words stand there, else by their words.
 *
 * @param {string} text
 * @returns {(mark: Mark) => {start: number, end: number} | null}
 */
function placer(text) {
  const places = unitsOf(text);
  let left = MOST_SEARCHED;
  return (mark) => {
    const [start, end] = [places[mark.start], places[mark.end]];
    if (start < end && (!mark.exact || text.slice(start, end) === mark.exact)) return { start, end };
    if (!mark.exact.trim() || (left -= text.length) < 0) return null;
    const at = search(text, mark);
    return at < 0 ? null : { start: at, end: at + mark.exact.length };
  };
}

/** Where the words of a mark stand: between those around them, beside one of these, or anywhere when they stand once. @param {string} text @param {Mark} mark */
function search(text, { exact, prefix, suffix }) {
  for (const [before, after] of [[prefix, suffix], [prefix, ''], ['', suffix]]) {
    const at = before || after ? text.indexOf(before + exact + after) : -1;
    if (at >= 0) return at + before.length;
  }
  const first = text.indexOf(exact);
  return first === text.lastIndexOf(exact) ? first : -1;
}

/** Where each code point of a text begins in UTF-16 units, and where the last one ends. @param {string} text */
function unitsOf(text) {
  const places = [];
  let at = 0;
  for (const character of text) {
    places.push(at);
    at += character.length;
  }
  places.push(at);
  return places;
}
