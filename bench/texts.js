// News text of a wanted size: any file given, or our own training corpus; where that ends, its articles come again in another
// order with other names, numbers and dates in their places, so that no text stands there twice. The same on every machine.

import { readFileSync, readdirSync } from 'node:fs';

export const SIZES = { '3 KB': 3_000, '100 KB': 100_000, '1 MB': 1_000_000 };

const CORPUS = new URL('../models/corpus/', import.meta.url);
const NAME = /\[([^[\]|]+)\|(\w+)\]/g;

/**
 * The first `size` characters, cut at the end of a line; null when there is not that much.
 *
 * @param {string} source
 * @param {number} size
 */
export function sample(source, size) {
  if (source.length < size) return null;
  const end = source.indexOf('\n', size);
  return source.slice(0, end < 0 ? undefined : end);
}

/**
 * @param {string} language
 * @param {string | undefined} file a text file to use in place of our corpus
 */
export function sourceText(language, file) {
  return file ? readFileSync(file, 'utf8') : varied(language, SIZES['1 MB'] + 100_000);
}

/**
 * @param {string} language
 * @param {number} size
 */
function varied(language, size) {
  const articles = corpus(language);
  const random = randomFrom(2024);
  const swap = swapper(language, articles, random);
  const written = articles.map((article) => article.replaceAll(NAME, '$1'));
  let length = written.join('\n\n').length;
  for (let pass = shuffled(articles, random); length < size; pass = shuffled(articles, random)) {
    for (const article of pass) {
      written.push(swap(article));
      length += written.at(-1).length + 2;
    }
  }
  return written.join('\n\n');
}

/** All of our own corpus in one language: articles in order, headers taken off, names still marked. */
function corpus(language) {
  const folder = new URL(`${language}/`, CORPUS);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  const lines = files.flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').split('\n'), '---']);
  const prose = lines.filter((line) => !line.startsWith('# ')).join('\n');
  return prose.split(/^---$/m).map((article) => article.trim()).filter(Boolean);
}

/** What gives an article other names, numbers, months and days of the week. */
function swapper(language, articles, random) {
  const pools = {};
  for (const [, name, label] of articles.join('\n').matchAll(NAME)) (pools[label] ??= []).push(name);
  const calendar = [12, 7].map((n) => datesWords(language, n));
  const words = new RegExp(`(?<!\\p{L})(?:${calendar.flat().join('|')})(?!\\p{L})`, 'gu');
  const pick = (list) => list[Math.floor(random() * list.length)];
  return (article) => {
    const known = new Map();
    const rename = (_, name, label) => {
      if (!known.has(name)) {
        const other = pick(pools[label]);
        known.set(name, other);
        // "Siti Rahma" is "Rahma" further down.
        known.set(name.split(' ').at(-1), other.split(' ').at(-1));
      }
      return known.get(name);
    };
    const renamed = article.replaceAll(NAME, rename);
    const dated = renamed.replaceAll(words, (word) => pick(calendar.find((list) => list.includes(word))));
    return dated.replaceAll(/\d+/g, (digits) => number(digits, random));
  };
}

/** The months, or the days of the week, as the language writes them. */
function datesWords(language, n) {
  const format = new Intl.DateTimeFormat(language, { ...(n === 12 ? { month: 'long' } : { weekday: 'long' }), timeZone: 'UTC' });
  return Array.from({ length: n }, (_, i) => format.format(n === 12 ? Date.UTC(2024, i, 15) : Date.UTC(2024, 0, i + 1)));
}

/** Another number of the same length; years stay years, and what may be a day of a month stays one. */
function number(digits, random) {
  const between = (least, most) => least + Math.floor(random() * (most - least + 1));
  if (/^(19|20)\d\d$/.test(digits)) return String(between(1990, 2029));
  if (/^[1-9]$/.test(digits)) return String(between(1, 9));
  if (/^([12]\d|3[01])$/.test(digits)) return String(between(10, 28));
  return [...digits].map((digit, i) => (i === 0 ? digit : between(0, 9))).join('');
}

function shuffled(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** Numbers in [0, 1) that are the same on every run: mulberry32. */
function randomFrom(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
