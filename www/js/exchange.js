// Reads an article back from the JSON that this page and the command write.

import { GIVEN } from './corrections.js';

/** @typedef {import('./corrections.js').Correction} Correction */

/** More corrections than this no reader has made by hand. */
const MOST = 10_000;

/**
 * The text of an exported article and what a reader had corrected in it; none when it is no such file.
 *
 * @param {string} file
 * @returns {{text: string, corrections: Correction[]} | null}
 */
export function fromJson(file) {
  let article;
  try {
    article = JSON.parse(file);
  } catch {
    return null;
  }
  if (typeof article?.text !== 'string' || !Array.isArray(article.annotations)) return null;
  const { text } = article;
  const places = unitsOf(text);
  const corrections = article.annotations.slice(0, MOST).flatMap((/** @type {any} */ annotation) => {
    if (annotation?.rule !== 'reader' || !GIVEN.includes(annotation.label)) return [];
    const [start, end] = [places[annotation.start], places[annotation.end]];
    return start < end ? [{ start, end, label: annotation.label, insteadOf: undefined }] : [];
  });
  return { text, corrections };
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
