// The articles at hand, as buttons over the text. They live in this page's memory only and go when it closes.

import { Undoable } from './corrections.js';
import { make } from './dom.js';
import { t } from './i18n.js';
import { asWritten, part } from './visible.js';

/** @typedef {import('./reading.js').Reading} Reading */

/**
 * @typedef {object} Item
 * @property {string} text
 * @property {import('./reader.js').Options} options
 * @property {Reading | null} reading
 * @property {Undoable<import('./corrections.js').Correction>} corrections
 * @property {Set<string>} dismissed Checks that the reader has put aside.
 * @property {boolean} isSample
 * @property {{date: string, language: string} | null} asSaved As the file has it from which it came; none once it is read so.
 */

const TITLE_LENGTH = 32;

export class Shelf {
  /** @type {Item[]} */
  #items = [];
  /** @type {Item} */
  #current = newItem('');

  /**
   * @param {HTMLElement} root
   * @param {(item: Item) => void} show
   */
  constructor(root, show) {
    this.root = root;
    this.show = show;
  }

  get current() {
    return this.#current;
  }

  get items() {
    return this.#items;
  }

  /**
   * Puts an article on the shelf and shows it. It takes the place of an untouched sample or an empty one.
   *
   * @param {string} text
   * @param {Partial<Item>} [known] What is known of it besides.
   */
  add(text, known = {}) {
    const item = { ...newItem(text), ...known };
    const at = this.#items.indexOf(this.#current);
    if (at >= 0 && (this.#current.isSample || !this.#current.text.trim())) this.#items[at] = item;
    else this.#items.push(item);
    this.#choose(item);
  }

  /** Puts an empty article in the place of the current one. */
  clear() {
    const item = newItem('');
    this.#items[this.#items.indexOf(this.#current)] = item;
    this.#choose(item);
  }

  /** Shows the names of the articles again. */
  update() {
    this.root.hidden = this.#items.length < 2;
    this.root.replaceChildren(...this.#items.flatMap((item) => this.#render(item)));
  }

  /** @param {Item} item */
  #choose(item) {
    this.#current = item;
    this.update();
    this.show(item);
  }

  /** @param {Item} item */
  #render(item) {
    const title = titleOf(item.text);
    const button = make('button', { type: 'button', class: 'article-tab', 'aria-pressed': item === this.#current }, asWritten(title));
    button.addEventListener('click', () => this.#choose(item));
    const remove = make('button', { type: 'button', class: 'article-remove', 'aria-label': t('removeArticle', { name: title }), text: '×' });
    remove.addEventListener('click', () => this.#remove(item));
    return make('span', { class: 'article-item' }, button, remove);
  }

  /** @param {Item} item */
  #remove(item) {
    const at = this.#items.indexOf(item);
    this.#items.splice(at, 1);
    if (item === this.#current) this.#choose(this.#items[Math.max(0, at - 1)]);
    else this.update();
    this.root.querySelector('button')?.focus();
  }
}

/**
 * @param {string} text
 * @returns {Item}
 */
function newItem(text) {
  return { text, options: {}, reading: null, corrections: new Undoable(), dismissed: new Set(), isSample: false, asSaved: null };
}

/** The first words of an article. @param {string} text */
export function titleOf(text) {
  const line = part(text, 0, 2000).trim().split('\n')[0].replace(/\s+/g, ' ');
  if (!line) return t('untitled');
  return line.length <= TITLE_LENGTH ? line : `${part(line, 0, TITLE_LENGTH).replace(/\s+\S*$/, '')}…`;
}

/** The first words of an article as a file's name. @param {string} text */
export function fileNameOf(text) {
  const words = text.slice(0, 300).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return part(words.slice(0, 6).join('-'), 0, 60) || 'sorot';
}
