// The interface's words in the reader's language. Dates, numbers and plurals are left to Intl.

import { ENGLISH } from './i18n/en.js';
import { INDONESIAN } from './i18n/id.js';
import { preferred } from './preferred.js';

/** @typedef {import('./preferred.js').Interface} Interface */
/** @typedef {keyof typeof ENGLISH} Key */

/** @type {Record<Interface, Record<string, string | {one?: string, other: string}>>} */
const MESSAGES = { id: INDONESIAN, en: ENGLISH };

/** @type {Interface} */
let language = preferred(navigator.languages);
let plurals = new Intl.PluralRules(language);
let numbers = new Intl.NumberFormat(locale());

export function interfaceLanguage() {
  return language;
}

/** The reader's own form of the interface's language, for dates and numbers: British readers write 21 November. */
export function locale() {
  return navigator.languages.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}

/** @param {Interface} next */
export function setInterfaceLanguage(next) {
  language = next;
  plurals = new Intl.PluralRules(next);
  numbers = new Intl.NumberFormat(locale());
}

/**
 * A message; `n` is counted and written as the language writes numbers, other names are put in as they are.
 *
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const message = MESSAGES[language][key];
  const { n } = values;
  const form = typeof message === 'string' ? message : (message[/** @type {'one' | 'other'} */ (plurals.select(Number(n)))] ?? message.other);
  return form.replace(/\{(\w+)\}/g, (hole, name) => {
    const value = values[name];
    return value === undefined ? hole : typeof value === 'number' ? numbers.format(value) : value;
  });
}

/**
 * A message whose key is put together; falls back to the key's last part, so that a new label of the core still shows.
 *
 * @param {string} group
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function tName(group, name, values) {
  const key = `${group}.${name}`;
  return key in ENGLISH ? t(/** @type {Key} */ (key), values) : name;
}

/** Puts the words into the elements that ask for them in index.html. */
export function fillWords() {
  document.documentElement.lang = language;
  const ask = (/** @type {string} */ name, /** @type {(element: HTMLElement, words: string) => void} */ put) => {
    for (const element of document.querySelectorAll(`[data-${name}]`)) {
      if (element instanceof HTMLElement) put(element, t(/** @type {Key} */ (element.getAttribute(`data-${name}`))));
    }
  };
  ask('t', (element, words) => (element.textContent = words));
  ask('t-label', (element, words) => element.setAttribute('aria-label', words));
  ask('t-placeholder', (element, words) => element.setAttribute('placeholder', words));
}
