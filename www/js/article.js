// The article: its text is shown in chunks of lines, and a chunk gets its marks when it comes near the window, so that a
// megabyte opens as fast as a page. What a line looks like is made in tailor.js.

import { make } from './dom.js';
import { lines, stretches } from './nest.js';
import { copyPlain, keepSelection, selectionIn } from './selecting.js';
import { plainLine, Tailor } from './tailor.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./nest.js').Range} Range */

/**
 * @typedef {object} Chunk
 * @property {HTMLElement} element
 * @property {number} start
 * @property {number} end
 * @property {Range[] | null} lines When they were found.
 * @property {number[]} annotations Those that reach into it.
 * @property {boolean} raw Shown as one plain text, without lines.
 * @property {boolean} marked
 */

/** A chunk of marks is made and laid out within a frame. */
const CHUNK_SIZE = 8192;
const NEAR = '1500px';
const ARTICLE_LINE = 68;

export class ArticleView {
  /** @type {Chunk[]} */
  #chunks = [];
  /** @type {Reading | null} */
  #reading = null;
  /** @type {Tailor | null} Makes the marks of the article that was read. */
  #tailor = null;
  #text = '';
  /** Chunks that are near the window and lack their lines or marks. @type {Set<Chunk>} */
  #waiting = new Set();
  #working = 0;
  /** The mark that holds the article's one tab stop. */
  #current = -1;
  /** @type {Set<number>} */
  #lit = new Set();

  /**
   * @param {HTMLElement} root
   * @param {{describe(reading: Reading, i: number): string, tag(reading: Reading, i: number): string}} labels Says what a mark is, for
   *   assistive technology, and in a word beside it.
   */
  constructor(root, labels) {
    this.root = root;
    this.labels = labels;
    this.observer = new IntersectionObserver((entries) => this.#approach(entries), { rootMargin: `${NEAR} 0px` });
    root.addEventListener('copy', (event) => {
      const range = this.selection();
      if (range) copyPlain(event, this.#text.slice(range.start, range.end));
    });
    window.addEventListener('beforeprint', () => this.#chunks.forEach((chunk) => this.#decorate(chunk)));
  }

  get current() {
    return this.#current;
  }

  get text() {
    return this.#text;
  }

  /**
   * Shows a text without marks.
   *
   * @param {string} text
   */
  show(text) {
    if (text === this.#text && this.#chunks.length) return;
    this.observer.disconnect();
    this.#waiting.clear();
    this.#text = text;
    this.#reading = null;
    this.root.removeAttribute('lang');
    this.#tailor = null;
    this.#letGo(false);
    this.#chunks = stretches(text, CHUNK_SIZE).map((stretch) => this.#makeChunk(stretch));
    if (this.#chunks.length) this.#fill(this.#chunks[0]);
    this.root.replaceChildren(...this.#chunks.map((chunk) => chunk.element));
    for (const chunk of this.#chunks) this.observer.observe(chunk.element);
  }

  /**
   * Marks the text that is shown.
   *
   * @param {Reading} reading
   */
  mark(reading) {
    const place = this.#placeOfFocus(reading.text);
    this.show(reading.text);
    this.#reading = reading;
    this.root.lang = reading.language;
    this.#tailor = new Tailor(reading, { ...this.labels, isLit: (i) => this.#lit.has(i) });
    this.#letGo(reading.total > 0);
    this.#deal(reading);
    for (const chunk of this.#chunks) {
      if (!chunk.raw) isInSight(chunk) ? this.#fill(chunk) : this.#waiting.add(chunk);
    }
    this.#work();
    if (place) this.#focusAgain(reading, place);
  }

  /** Where the mark stands that has the focus, if the same text is marked anew. @param {string} text */
  #placeOfFocus(text) {
    if (!this.#reading || this.#current < 0 || text !== this.#text || !this.root.contains(document.activeElement)) return null;
    return { start: this.#reading.start(this.#current), end: this.#reading.end(this.#current) };
  }

  /**
   * Gives the focus to the mark that stands there now, or to the next one.
   *
   * @param {Reading} reading
   * @param {Range} place
   */
  #focusAgain(reading, { start, end }) {
    let next = -1;
    for (let i = reading.n - 1; i >= 0 && reading.start(i) >= start; i--) {
      if (reading.label(i) === 'paragraph') continue;
      next = i;
      if (reading.start(i) === start && reading.end(i) === end) break;
    }
    if (next >= 0) this.select(next, { focus: true });
  }

  /** Lights up these annotations and no others. */
  light(/** @type {number[]} */ annotations) {
    this.#lit = new Set(annotations);
    for (const element of this.root.querySelectorAll('.m')) this.#setLit(/** @type {HTMLElement} */ (element));
  }

  /**
   * Gives a mark the tab stop, and the focus when asked.
   *
   * @param {number} i
   * @param {{focus: boolean}} options
   */
  select(i, { focus }) {
    const element = this.reveal(i);
    if (!element) return null;
    this.#setCurrent(i, element);
    if (focus) element.focus({ preventScroll: true });
    this.#bringIntoView(element);
    return element;
  }

  /**
   * The element of an annotation, made if its chunk was not yet marked.
   *
   * @param {number} i
   */
  reveal(i) {
    if (!this.#reading) return null;
    const start = this.#reading.start(i);
    const chunk = this.#chunks.findLast((one) => one.start <= start);
    if (!chunk) return null;
    if (!chunk.marked) this.#decorate(chunk);
    return /** @type {HTMLElement | null} */ (chunk.element.querySelector(`[data-i="${i}"]`));
  }

  /**
   * Scrolls to a place in the text that need not have a mark.
   *
   * @param {Range} range
   */
  showPlace({ start }) {
    const chunk = this.#chunks.findLast((one) => one.start <= start);
    if (!chunk) return;
    this.#fill(chunk);
    const line = this.#linesOf(chunk).findLastIndex((one) => one.start <= start);
    const element = /** @type {HTMLElement | undefined} */ (chunk.element.children[line]);
    if (element) this.#bringIntoView(element);
  }

  /**
   * The annotation of an element in the article, or -1.
   *
   * @param {EventTarget | null} target
   */
  annotationAt(target) {
    const mark = target instanceof Element ? target.closest('.m') : null;
    return mark instanceof HTMLElement && this.root.contains(mark) ? Number(mark.dataset.i) : -1;
  }

  /** The selected part of the text; none when nothing is selected in the article. */
  selection() {
    return selectionIn(this.root, this.#chunks);
  }

  /** @param {import('./nest.js').Stretch} stretch */
  #makeChunk({ start, end, n, lines }) {
    const element = make('div', { class: 'chunk raw' });
    element.append(this.#text.slice(start, end));
    const rows = n + Math.floor((end - start) / ARTICLE_LINE);
    element.style.containIntrinsicBlockSize = `auto ${rows * 1.9}em`;
    return { element, start, end, lines, annotations: [], raw: true, marked: false };
  }

  /** @param {Chunk} chunk */
  #linesOf(chunk) {
    return (chunk.lines ??= lines(this.#text, chunk.start, chunk.end));
  }

  /** Deals the annotations out to the chunks they reach into. @param {Reading} reading */
  #deal(reading) {
    for (const chunk of this.#chunks) {
      chunk.annotations = [];
      chunk.marked = false;
    }
    let first = 0;
    for (let i = 0; i < reading.n; i++) {
      const [start, end] = [reading.start(i), reading.end(i)];
      while (first + 1 < this.#chunks.length && this.#chunks[first + 1].start <= start) first++;
      for (let at = first; at < this.#chunks.length && this.#chunks[at].start < end; at++) {
        this.#chunks[at].annotations.push(i);
      }
    }
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #approach(entries) {
    for (const entry of entries) {
      const chunk = entry.isIntersecting && this.#chunks.find((one) => one.element === entry.target);
      if (chunk) this.#waiting.add(chunk);
    }
    this.#work();
  }

  /** Makes one chunk a turn, so that scrolling stays smooth. */
  #work() {
    const [chunk] = this.#waiting;
    if (!chunk || this.#working) return;
    this.#waiting.delete(chunk);
    this.#decorate(chunk);
    this.#working = setTimeout(() => {
      this.#working = 0;
      this.#work();
    });
  }

  /** @param {Chunk} chunk */
  #decorate(chunk) {
    if (chunk.raw || !chunk.marked) this.#fill(chunk);
  }

  /** Makes the lines of a chunk, with their marks when the article has been read. @param {Chunk} chunk */
  #fill(chunk) {
    const { element } = chunk;
    const of = this.#linesOf(chunk);
    const dressed = this.#tailor?.dress(of, chunk.annotations) ?? of.map(({ start, end }) => plainLine(this.#text.slice(start, end)));
    // A chunk that is not yet in the page holds no selection, and to ask for one would have the page laid out.
    const selectAgain = element.isConnected ? keepSelection(this.root, this.#chunks) : null;
    element.classList.remove('raw');
    element.replaceChildren(...dressed);
    selectAgain?.();
    chunk.raw = false;
    chunk.marked = this.#tailor !== null;
  }

  /** @param {HTMLElement} element */
  #setLit(element) {
    element.classList.toggle('lit', this.#lit.has(Number(element.dataset.i)));
  }

  /** No mark is chosen: the article itself is the tab stop that leads to its first one. @param {boolean} hasMarks */
  #letGo(hasMarks) {
    this.#current = -1;
    this.root.tabIndex = hasMarks ? 0 : -1;
  }

  /**
   * @param {number} i
   * @param {HTMLElement} element
   */
  #setCurrent(i, element) {
    for (const old of this.root.querySelectorAll('.m[tabindex]')) {
      for (const name of ['tabindex', 'role', 'aria-description', 'aria-haspopup']) old.removeAttribute(name);
    }
    this.#current = i;
    this.root.tabIndex = -1;
    element.tabIndex = 0;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-haspopup', 'dialog');
    if (this.#reading) element.setAttribute('aria-description', this.labels.describe(this.#reading, i));
  }

  /** @param {HTMLElement} element */
  #bringIntoView(element) {
    const { top, bottom } = element.getBoundingClientRect();
    // On a narrow window the card covers the lower half.
    const isNarrow = matchMedia('(max-width: 40rem)').matches;
    const lowest = innerHeight * (isNarrow ? 0.38 : 0.88);
    if (top >= 110 && bottom <= lowest) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: isNarrow ? 'start' : 'center', behavior: calm ? 'instant' : 'smooth' });
  }
}

/** @param {Chunk} chunk */
function isInSight({ element }) {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
