// Varied news text of a wanted size: our own training corpus without its marks, or any file given. Nothing is repeated.

import { readFileSync, readdirSync } from 'node:fs';

export const SIZES = { '3 KB': 3_000, '100 KB': 100_000, '1 MB': 1_000_000 };

const CORPUS = new URL('../models/corpus/', import.meta.url);

/** All of our own corpus in one language: articles in order, headers and marks taken off. */
function corpus(language) {
  const folder = new URL(`${language}/`, CORPUS);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  const lines = files.flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));
  const prose = lines.filter((line) => !line.startsWith('#')).map((line) => (line === '---' ? '' : line));
  return prose.join('\n').replaceAll(/\[([^[\]|]+)\|\w+\]/g, '$1');
}

/** The first `size` characters, cut at the end of a line; null when there is not that much. */
export function sample(source, size) {
  if (source.length < size) return null;
  const end = source.indexOf('\n', size);
  return source.slice(0, end < 0 ? undefined : end);
}

/** @param {string | undefined} file a text file to use in place of our corpus */
export function sourceText(language, file) {
  return file ? readFileSync(file, 'utf8') : corpus(language);
}
