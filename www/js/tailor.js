// Dresses lines of the article: a paragraph each, with a nested element for every mark.

import { make } from './dom.js';
import { CHANNELS } from './layers.js';
import { nest } from './nest.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./nest.js').Range} Range */
/** @typedef {import('./nest.js').Tree} Tree */

/** Labels that name a whole line and are shown by its type, not by a mark. */
const STRUCTURE = CHANNELS.findIndex((channel) => channel.key === 'structure');

export class Tailor {
  /**
   * @param {Reading} reading
   * @param {object} look
   * @param {(reading: Reading, i: number) => string} look.describe Says what a mark is.
   * @param {(reading: Reading, i: number) => string} look.tag The same in a word, shown beside it when the reader wants so.
   * @param {(i: number) => boolean} look.isLit
   */
  constructor(reading, { describe, tag, isLit }) {
    this.reading = reading;
    this.describe = describe;
    this.tag = tag;
    this.isLit = isLit;
  }

  /**
   * The paragraphs of these lines.
   *
   * @param {Range[]} lines
   * @param {number[]} annotations Those that reach into them, in reading order.
   */
  dress(lines, annotations) {
    const { reading } = this;
    const structure = annotations.filter((i) => reading.channel(i) === STRUCTURE);
    const drawn = annotations.filter((i) => reading.channel(i) >= 0);
    let first = 0;
    return lines.map((line) => {
      while (first < drawn.length && reading.end(drawn[first]) <= line.start) first++;
      return this.#line(line, structure, drawn, first);
    });
  }

  /**
   * @param {Range} line
   * @param {number[]} structure
   * @param {number[]} drawn
   * @param {number} first Where to begin looking in `drawn`.
   */
  #line(line, structure, drawn, first) {
    const { reading } = this;
    const text = reading.text.slice(line.start, line.end);
    if (!text.trim()) return plainLine(text);
    const paragraph = lineOf(text, this.#marks(line, nest(this.#piecesOf(line, text, drawn, first)), 0));
    const whole = this.#structureOf(line, text, structure);
    if (whole >= 0) {
      const label = reading.label(whole);
      paragraph.classList.add(`is-${label}`);
      if (label === 'headline') asHeading(paragraph);
      if (label !== 'paragraph' && reading.start(whole) >= line.start) paragraph.dataset.kind = this.describe(reading, whole);
      if (reading.end(whole) > line.end) paragraph.classList.add('joined');
    }
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
    const { reading } = this;
    const start = line.start + text.length - text.trimStart().length;
    const middle = start + text.trim().length / 2;
    return structure.find((i) => reading.start(i) <= start && reading.end(i) >= middle) ?? -1;
  }

  /**
   * @param {Range} line
   * @param {string} text
   * @param {number[]} drawn
   * @param {number} first
   */
  #piecesOf(line, text, drawn, first) {
    const { reading } = this;
    const pieces = [];
    const lastVisible = line.start + text.trimEnd().length;
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
   * @returns {Node[]}
   */
  #marks(range, trees, depth) {
    /** @type {Node[]} */
    const nodes = [];
    let at = range.start;
    const plain = (/** @type {number} */ to) => {
      if (to > at) nodes.push(document.createTextNode(this.reading.text.slice(at, to)));
    };
    for (const tree of trees) {
      plain(tree.start);
      const mark = this.#mark(tree, depth);
      mark.append(...this.#marks(tree, tree.children, depth + 1));
      nodes.push(mark);
      at = tree.end;
    }
    plain(range.end);
    return nodes;
  }

  /**
   * @param {Tree} tree
   * @param {number} depth
   */
  #mark({ i, start, end }, depth) {
    const { reading } = this;
    const mark = document.createElement('span');
    mark.className = `m ${reading.channelKey(i)} is-${reading.label(i)} d${Math.min(depth, 4)}`;
    mark.dataset.i = String(i);
    mark.dataset.c = String(Math.floor(reading.confidence(i) / 100));
    mark.dataset.tag = this.tag(reading, i);
    if (start > reading.start(i)) mark.classList.add('continued');
    if (end < reading.end(i)) mark.classList.add('continues');
    if (this.isLit(i)) mark.classList.add('lit');
    return mark;
  }
}

/** Whoever goes by headings finds the article. @param {HTMLElement} paragraph */
function asHeading(paragraph) {
  paragraph.setAttribute('role', 'heading');
  paragraph.setAttribute('aria-level', '2');
}

/** A line as a paragraph without marks. @param {string} text */
export function plainLine(text) {
  return lineOf(text, [text]);
}

/**
 * A line as a paragraph of these nodes.
 *
 * @param {string} text
 * @param {(Node | string)[]} nodes
 */
function lineOf(text, nodes) {
  const paragraph = make('p', { class: 'line' }, ...nodes);
  // Only now, for Chromium looks through the whole paragraph at each node that comes to one that already has it.
  paragraph.dir = 'auto';
  if (!text.trim()) {
    paragraph.classList.add('blank');
    // It only parts the others, and would be read out as an empty paragraph.
    paragraph.setAttribute('aria-hidden', 'true');
  } else if (/\t|\s\s/.test(text.trimEnd())) paragraph.classList.add('spaced');
  return paragraph;
}
