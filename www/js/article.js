// The only file that touches the article's elements. Text is shown in chunks of lines; a chunk gets its marks when it comes
// near the window, so that a megabyte opens as fast as a page.

import { make } from './dom.js';
import { CHANNELS } from './layers.js';
import { chunks, lines, nest } from './nest.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./nest.js').Range} Range */
/** @typedef {import('./nest.js').Tree} Tree */

/**
 * @typedef {object} Chunk
 * @property {HTMLElement} element
 * @property {Range[]} lines
 * @property {number[]} annotations Those that reach into it.
 * @property {boolean} raw Shown as one plain text, without lines.
 * @property {boolean} marked
 */

const CHUNK_SIZE = 16_384;
const NEAR = '1500px';
/** Labels that name a whole line and are shown by its type, not by a mark. */
const STRUCTURE = CHANNELS.findIndex((channel) => channel.key === 'structure');
const ARTICLE_LINE = 68;

export class ArticleView {
  /** @type {Chunk[]} */
  #chunks = [];
  /** @type {Reading | null} */
  #reading = null;
  #text = '';
  /** The mark that holds the article's one tab stop. */
  #current = -1;
  /** @type {Set<number>} */
  #lit = new Set();

  /**
   * @param {HTMLElement} root
   * @param {{describe(reading: Reading, i: number): string}} labels Says what a mark is, for assistive technology.
   */
  constructor(root, labels) {
    this.root = root;
    this.labels = labels;
    this.observer = new IntersectionObserver((entries) => this.#approach(entries), { rootMargin: `${NEAR} 0px` });
    root.addEventListener('copy', (event) => this.#copy(event));
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
    this.#text = text;
    this.#reading = null;
    this.#current = -1;
    this.#chunks = chunks(lines(text), CHUNK_SIZE).map((of) => this.#makeChunk(of));
    this.root.replaceChildren(...this.#chunks.map((chunk) => chunk.element));
    if (this.#chunks.length) this.#fill(this.#chunks[0]);
    for (const chunk of this.#chunks) this.observer.observe(chunk.element);
  }

  /**
   * Marks the text that is shown.
   *
   * @param {Reading} reading
   */
  mark(reading) {
    this.show(reading.text);
    this.#reading = reading;
    this.#current = -1;
    this.#deal(reading);
    for (const chunk of this.#chunks) {
      if (!chunk.raw) this.#fill(chunk);
    }
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
    const chunk = this.#chunks.findLast((one) => one.lines[0].start <= start);
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
    const chunk = this.#chunks.findLast((one) => one.lines[0].start <= start);
    if (!chunk) return;
    this.#fill(chunk);
    const line = chunk.lines.findLastIndex((one) => one.start <= start);
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

  /**
   * The selected part of the text; none when nothing is selected in the article.
   *
   * @returns {Range | null}
   */
  selection() {
    const selection = getSelection();
    if (!selection || !selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.root)) return null;
    const start = this.#offsetOf(range.startContainer, range.startOffset);
    const end = this.#offsetOf(range.endContainer, range.endOffset);
    return end > start ? { start, end } : null;
  }

  /** @param {Range[]} of */
  #makeChunk(of) {
    const element = make('div', { class: 'chunk raw' });
    element.append(this.#text.slice(of[0].start, of[of.length - 1].end));
    const rows = of.reduce((sum, line) => sum + Math.ceil((line.end - line.start) / ARTICLE_LINE), 0);
    element.style.containIntrinsicBlockSize = `auto ${rows * 1.9}em`;
    return { element, lines: of, annotations: [], raw: true, marked: false };
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
      while (first + 1 < this.#chunks.length && this.#chunks[first + 1].lines[0].start <= start) first++;
      for (let at = first; at < this.#chunks.length && this.#chunks[at].lines[0].start < end; at++) {
        this.#chunks[at].annotations.push(i);
      }
    }
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #approach(entries) {
    for (const entry of entries) {
      const chunk = entry.isIntersecting && this.#chunks.find((one) => one.element === entry.target);
      if (chunk) this.#decorate(chunk);
    }
  }

  /** @param {Chunk} chunk */
  #decorate(chunk) {
    if (chunk.raw || !chunk.marked) this.#fill(chunk);
  }

  /** Makes the lines of a chunk, with their marks when the article has been read. @param {Chunk} chunk */
  #fill(chunk) {
    const reading = this.#reading;
    const structure = reading ? chunk.annotations.filter((i) => reading.channel(i) === STRUCTURE) : [];
    const drawn = reading ? chunk.annotations.filter((i) => reading.channel(i) >= 0) : [];
    let first = 0;
    const paragraphs = chunk.lines.map((line) => {
      while (first < drawn.length && reading && reading.end(drawn[first]) <= line.start) first++;
      return this.#makeLine(line, structure, drawn, first);
    });
    chunk.element.classList.remove('raw');
    chunk.element.replaceChildren(...paragraphs);
    chunk.raw = false;
    chunk.marked = reading !== null;
  }

  /**
   * @param {Range} line
   * @param {number[]} structure
   * @param {number[]} drawn
   * @param {number} first Where to begin looking in `drawn`.
   */
  #makeLine(line, structure, drawn, first) {
    const text = this.#text.slice(line.start, line.end);
    const paragraph = make('p', { class: 'line', dir: 'auto' });
    if (!text.trim()) {
      paragraph.classList.add('blank');
      paragraph.append(text);
      return paragraph;
    }
    if (/\t|\s\s/.test(text.trimEnd())) paragraph.classList.add('spaced');
    const whole = this.#structureOf(line, text, structure);
    if (whole >= 0 && this.#reading) {
      const label = this.#reading.label(whole);
      paragraph.classList.add(`is-${label}`);
      if (label !== 'paragraph' && this.#reading.start(whole) >= line.start) paragraph.dataset.kind = this.labels.describe(this.#reading, whole);
      if (this.#reading.end(whole) > line.end) paragraph.classList.add('joined');
    }
    const reading = this.#reading;
    if (!reading) paragraph.append(text);
    else paragraph.append(...this.#dress(line, nest(this.#piecesOf(line, drawn, first, reading)), 0, reading));
    return paragraph;
  }

  /**
   * The structure that a line is, at least by half (a credit may follow a caption), or -1.
   *
   * @param {Range} line
   * @param {string} text
   * @param {number[]} structure
   */
  #structureOf(line, text, structure) {
    const reading = this.#reading;
    if (!reading) return -1;
    const start = line.start + text.length - text.trimStart().length;
    const middle = start + text.trim().length / 2;
    return structure.find((i) => reading.start(i) <= start && reading.end(i) >= middle) ?? -1;
  }

  /**
   * @param {Range} line
   * @param {number[]} drawn
   * @param {number} first
   * @param {Reading} reading
   */
  #piecesOf(line, drawn, first, reading) {
    const pieces = [];
    const lastVisible = line.start + this.#text.slice(line.start, line.end).trimEnd().length;
    for (let at = first; at < drawn.length && reading.start(drawn[at]) < line.end; at++) {
      const i = drawn[at];
      const [start, end] = [Math.max(reading.start(i), line.start), Math.min(reading.end(i), lastVisible)];
      if (end > start && reading.label(i) !== 'paragraph') pieces.push({ start, end, i });
    }
    return pieces.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /**
   * The nodes of a stretch of text with its marks.
   *
   * @param {Range} range
   * @param {Tree[]} trees
   * @param {number} depth
   * @param {Reading} reading
   * @returns {Node[]}
   */
  #dress(range, trees, depth, reading) {
    /** @type {Node[]} */
    const nodes = [];
    let at = range.start;
    const plain = (/** @type {number} */ to) => {
      if (to > at) nodes.push(document.createTextNode(this.#text.slice(at, to)));
    };
    for (const tree of trees) {
      plain(tree.start);
      const mark = this.#makeMark(tree, depth, reading);
      mark.append(...this.#dress(tree, tree.children, depth + 1, reading));
      nodes.push(mark);
      at = tree.end;
    }
    plain(range.end);
    return nodes;
  }

  /**
   * @param {Tree} tree
   * @param {number} depth
   * @param {Reading} reading
   */
  #makeMark({ i, start, end }, depth, reading) {
    const mark = document.createElement('span');
    const key = reading.channelKey(i);
    mark.className = `m ${key} is-${reading.label(i)} d${Math.min(depth, 4)}`;
    mark.dataset.i = String(i);
    mark.dataset.c = String(Math.floor(reading.confidence(i) / 100));
    if (start > reading.start(i)) mark.classList.add('continued');
    if (end < reading.end(i)) mark.classList.add('continues');
    if (this.#lit.has(i)) mark.classList.add('lit');
    return mark;
  }

  /** @param {HTMLElement} element */
  #setLit(element) {
    element.classList.toggle('lit', this.#lit.has(Number(element.dataset.i)));
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

  /**
   * @param {Node} node
   * @param {number} offset
   */
  #offsetOf(node, offset) {
    const chunk = this.#chunks.find((one) => one.element.contains(node));
    const range = document.createRange();
    if (!chunk) {
      // Outside the article, or between its chunks: before or after the text.
      range.selectNodeContents(this.root);
      const isBefore = range.comparePoint(node, offset) < 0;
      if (!this.root.contains(node)) return isBefore ? 0 : this.#text.length;
      return this.#chunks[offset]?.lines[0].start ?? this.#text.length;
    }
    range.setStart(chunk.element, 0);
    range.setEnd(node, offset);
    return chunk.lines[0].start + range.toString().length;
  }

  /** Copies the pasted text itself: browsers add line breaks of their own between blocks. @param {ClipboardEvent} event */
  #copy(event) {
    const range = this.selection();
    if (!range || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', this.#text.slice(range.start, range.end));
    event.preventDefault();
  }
}
