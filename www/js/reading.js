// An article as it was read: the text, and the worker's rows made answerable. Nothing here touches the page.

import { CHANNELS, channelOf } from './layers.js';

/** @typedef {import('./reader.js').Answer} Answer */

/**
 * @typedef {object} Entity
 * @property {number} id
 * @property {string} name
 * @property {string} label
 * @property {number[]} mentions Names, in reading order.
 * @property {number[]} pronouns
 * @property {number[]} roles
 * @property {number[]} quotes
 */

export class Reading {
  #rows;
  #width;
  /** @type {Record<string, number>} */
  #column;
  #strings;
  /** @type {Int8Array} */
  #channels;
  /** Of each channel. @type {number[][]} */
  #marks;

  /**
   * @param {string} text
   * @param {Answer} answer
   */
  constructor(text, answer) {
    this.text = text;
    this.answer = answer;
    this.#rows = answer.rows;
    this.#width = answer.vocabulary.columns.length;
    this.#column = Object.fromEntries(answer.vocabulary.columns.map((name, at) => [name, at]));
    this.#strings = answer.strings.split('\n');
    this.#channels = Int8Array.from(answer.vocabulary.labels, ({ name }) => channelOf(name));
    this.n = this.#rows.length / this.#width;
    this.#marks = this.#dealMarks();
    this.entities = this.#collectEntities();
  }

  /** The text's language as HTML names it: empty where it is not known. */
  get language() {
    return this.answer.language === 'und' ? '' : this.answer.language;
  }

  /**
   * A cell of annotation `i`, as the number it is.
   *
   * @param {number} i
   * @param {string} column
   */
  cell(i, column) {
    return this.#rows[i * this.#width + this.#column[column]];
  }

  /** @param {number} i */
  start(i) {
    return this.#rows[i * this.#width];
  }

  /** @param {number} i */
  end(i) {
    return this.#rows[i * this.#width + 1];
  }

  /** @param {number} i */
  words(i) {
    return this.text.slice(this.start(i), this.end(i));
  }

  /** @param {number} i */
  label(i) {
    return this.answer.vocabulary.labels[this.cell(i, 'label')].name;
  }

  /** @param {number} i The position of its channel. */
  channel(i) {
    return this.#channels[this.cell(i, 'label')];
  }

  /** @param {number} i The key of its channel. */
  channelKey(i) {
    return CHANNELS[this.channel(i)].key;
  }

  /** @param {number} i */
  entity(i) {
    return this.entities[this.cell(i, 'entity') - 1] ?? null;
  }

  /** @param {number} i In thousandths. */
  confidence(i) {
    return this.cell(i, 'confidence');
  }

  /**
   * A string of annotation `i`; empty when it has none.
   *
   * @param {number} i
   * @param {'rule' | 'value' | 'detail'} column
   */
  string(i, column) {
    return this.#strings[this.cell(i, column)];
  }

  /** @param {number} i A TIMEX3 modifier, or empty. */
  modifier(i) {
    return this.answer.vocabulary.modifiers[this.cell(i, 'modifier') - 1] ?? '';
  }

  /** @param {number} i First and last day of a time, as days since 1970; none when it stays open. */
  days(i) {
    const [from, to] = [this.cell(i, 'from'), this.cell(i, 'to')];
    const { dayZero } = this.answer.vocabulary;
    return from ? { first: from - dayZero, last: to - dayZero } : null;
  }

  /** @param {number} i Another place that belongs to it (speaker, long form, the other half of a check), or none. */
  other(i) {
    const [start, end] = [this.cell(i, 'from'), this.cell(i, 'to')];
    return end > start ? { start, end } : null;
  }

  /** How many marks each channel has. */
  counts() {
    return this.#marks.map((marks) => marks.length);
  }

  /** How many marks the article has. */
  get total() {
    return this.counts().reduce((sum, n) => sum + n, 0);
  }

  /** @param {string} key The marks of a channel, in reading order. */
  ofChannel(key) {
    return this.#marks[CHANNELS.findIndex((channel) => channel.key === key)];
  }

  /** The marks of each channel, in one walk, for there may be hundreds of thousands. Paragraphs are none. */
  #dealMarks() {
    /** @type {number[][]} */
    const marks = CHANNELS.map(() => []);
    const paragraph = this.answer.vocabulary.labels.findIndex(({ name }) => name === 'paragraph');
    const column = this.#column.label;
    for (let i = 0; i < this.n; i++) {
      const label = this.#rows[i * this.#width + column];
      if (label !== paragraph) marks[this.#channels[label]]?.push(i);
    }
    return marks;
  }

  #collectEntities() {
    const { entities: cells, vocabulary } = this.answer;
    /** @type {Entity[]} */
    const entities = [];
    for (let id = 0; id * 2 < cells.length; id++) {
      const name = this.#strings[cells[id * 2]];
      entities.push({ id, name, label: vocabulary.labels[cells[id * 2 + 1]].name, mentions: [], pronouns: [], roles: [], quotes: [] });
    }
    const lists = vocabulary.labels.map(listOf);
    const { entity: toEntity, label } = this.#column;
    for (let row = 0, i = 0; i < this.n; row += this.#width, i++) {
      const list = lists[this.#rows[row + label]];
      if (list) entities[this.#rows[row + toEntity] - 1]?.[list].push(i);
    }
    return entities;
  }
}

/** In which list of its entity a mark of this label stands. @param {{name: string, layer: string}} label */
function listOf({ name, layer }) {
  const lists = /** @type {const} */ ({ role: 'roles', quote: 'quotes', pronoun: 'pronouns' });
  const key = CHANNELS[channelOf(name)]?.key ?? '';
  return key in lists ? lists[/** @type {keyof typeof lists} */ (key)] : layer === 'entity' ? 'mentions' : null;
}
