// Words of the article in lists and cards: what would hide or turn them is shown there as its code. The article itself is left
// as it was pasted.

import { make } from './dom.js';

/**
 * Controls, marks that turn the direction of writing, marks without width, and half characters. Joiners have their work in emoji
 * and in many scripts, and none beside a Latin letter or a figure.
 */
const HIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}]|[\u200c\u200d](?=[\p{Script=Latin}\p{Nd}\s]|$)|(?<=[\p{Script=Latin}\p{Nd}\s]|^)[\u200c\u200d]|\p{Surrogate}/gu;

/** The text with what is hidden in it shown: `Budi[U+202E]`. @param {string} text */
export function visible(text) {
  return text.replace(HIDDEN, (hidden) => `[U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

/**
 * A part of a text; where a cut would go through a character, the part is shorter by it.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function part(text, start, end) {
  const isInside = (/** @type {number} */ at) => (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return text.slice(isInside(start) ? start + 1 : start, isInside(end) ? end - 1 : end);
}

/**
 * Words of the article's own, kept from turning what stands around them.
 *
 * @param {string} text
 * @param {Record<string, any>} [properties]
 */
export function asWritten(text, properties = {}) {
  return make('bdi', { ...properties, text: visible(text) });
}
