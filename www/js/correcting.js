// What the reader corrects, put into effect: at a place in the article at hand, or as a word for every article.

import { withCorrection, withWord, wordsFromFile, wordsToFile } from './corrections.js';
import { Remembered } from './remembered.js';
import { renderWordList } from './wordlist.js';

/** @typedef {import('./corrections.js').Correction} Correction */
/** @typedef {import('./corrections.js').Word} Word */
/** @typedef {import('./shelf.js').Shelf} Shelf */
/** @typedef {import('./shelf.js').Item} Item */

/** The rule that the core names for what the reader said. */
const READER = 'reader';

export class Corrector {
  /** The reader's own words, for every article. @type {readonly Word[]} */
  words = [];
  #remembered = new Remembered('names', () => wordsToFile(this.words));

  /**
   * @param {Shelf} shelf
   * @param {HTMLElement} list Where the words are shown.
   * @param {(item: Item) => void} read Has an article read again.
   */
  constructor(shelf, list, read) {
    this.shelf = shelf;
    this.list = list;
    this.read = read;
  }

  /**
   * The reader says what a mark is.
   *
   * @param {number} i
   * @param {string | undefined} label None: nothing.
   * @param {boolean} everywhere
   */
  correct(i, label, everywhere) {
    const { reading } = this.shelf.current;
    if (!reading) return;
    if (everywhere) return this.changeWords(withWord(this.words, { text: reading.words(i), label }));
    const insteadOf = reading.string(i, 'rule') === READER ? undefined : reading.label(i);
    this.#add({ start: reading.start(i), end: reading.end(i), label, insteadOf });
  }

  /**
   * The reader marks words that had no mark.
   *
   * @param {{start: number, end: number}} range
   * @param {string} label
   * @param {boolean} everywhere
   */
  mark(range, label, everywhere) {
    const text = this.shelf.current.text.slice(range.start, range.end);
    if (everywhere) this.changeWords(withWord(this.words, { text, label }));
    else this.#add({ ...range, label, insteadOf: undefined });
  }

  /** @param {'undo' | 'redo'} kind */
  step(kind) {
    if (this.shelf.current.corrections[kind]()) this.read(this.shelf.current);
  }

  /** @param {readonly Word[]} words */
  changeWords(words) {
    this.words = words;
    this.#remembered.update();
    for (const item of this.shelf.items) if (item !== this.shelf.current) item.reading = null;
    this.showWords();
    this.read(this.shelf.current);
  }

  /** Brings back the words that the reader asked to keep. */
  async recall() {
    const { words } = wordsFromFile(await this.#remembered.recall());
    if (words.length) this.changeWords(words);
    else this.showWords();
  }

  /** Nothing is kept any longer; the words stay until the page closes. */
  forgotten() {
    this.#remembered.forgotten();
    this.showWords();
  }

  showWords() {
    renderWordList(this.list, this.words, (words) => this.changeWords(words), this.#remembered.render());
  }

  /** @param {Correction} correction */
  #add(correction) {
    const { current } = this.shelf;
    current.corrections.set(withCorrection(current.corrections.now, correction));
    this.read(current);
  }
}
