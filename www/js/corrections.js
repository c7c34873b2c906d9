// What the reader knows better, kept apart from what was read: it survives a new reading and an edited text. Pure functions.

/**
 * @typedef {object} Correction
 * @property {number} start
 * @property {number} end
 * @property {string | undefined} label What it is; none: nothing.
 * @property {string | undefined} insteadOf The label it had, where it had one.
 * @typedef {{text: string, label: string | undefined}} Word Always this kind of name, or never a name.
 */

/** The labels that a reader may give. */
export const GIVEN = ['person', 'organization', 'place', 'group', 'event', 'work'];

/** A list that can be undone; it is replaced, never changed. @template T */
export class Undoable {
  /** @type {(readonly T[])[]} */
  #past = [];
  /** @type {(readonly T[])[]} */
  #future = [];

  /** @param {readonly T[]} now */
  constructor(now = []) {
    this.now = now;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {readonly T[]} next */
  set(next) {
    this.#past.push(this.now);
    this.#future = [];
    this.now = next;
  }

  undo() {
    const before = this.#past.pop();
    if (!before) return false;
    this.#future.push(this.now);
    this.now = before;
    return true;
  }

  redo() {
    const after = this.#future.pop();
    if (!after) return false;
    this.#past.push(this.now);
    this.now = after;
    return true;
  }

  /** Changes every list that can come back, without making a step of it. @param {(list: readonly T[]) => readonly T[]} change */
  rewrite(change) {
    this.now = change(this.now);
    this.#past = this.#past.map(change);
    this.#future = this.#future.map(change);
  }
}

/**
 * Adds a correction; it takes the place of those that it contradicts: two names cannot overlap, and one mark is corrected once.
 *
 * @param {readonly Correction[]} corrections
 * @param {Correction} added
 */
export function withCorrection(corrections, added) {
  return [...corrections.filter((correction) => !contradicts(correction, added)), added];
}

/** @param {Correction} a @param {Correction} b */
function contradicts(a, b) {
  if (a.end <= b.start || a.start >= b.end) return false;
  const isOfNames = (/** @type {Correction} */ { label, insteadOf }) => GIVEN.includes(label ?? insteadOf ?? '');
  const isSame = a.start === b.start && a.end === b.end && a.insteadOf === b.insteadOf;
  return isSame || (isOfNames(a) && isOfNames(b));
}

/**
 * The corrections at their places in an edited text; what was edited itself is dropped.
 *
 * @param {readonly Correction[]} corrections
 * @param {string} before
 * @param {string} after
 */
export function moveCorrections(corrections, before, after) {
  if (!corrections.length || before === after) return corrections;
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < limit - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const shift = after.length - before.length;
  return corrections.flatMap((correction) => {
    if (correction.end <= head) return [correction];
    if (correction.start < before.length - tail) return [];
    return [{ ...correction, start: correction.start + shift, end: correction.end + shift }];
  });
}

/**
 * Adds a word; it takes the place of the same word.
 *
 * @param {readonly Word[]} words
 * @param {Word} added
 */
export function withWord(words, added) {
  return [...words.filter(({ text }) => text !== added.text), added];
}

/** A word list as a file: a word and its label a line, with a tab between. @param {readonly Word[]} words */
export function wordsToFile(words) {
  return words.map(({ text, label }) => `${text}\t${label ?? '-'}\n`).join('');
}

/** Longer lists and words than these are no list of names. */
const MOST_WORDS = 2000;
const LONGEST_WORD = 200;

/**
 * A word list from a file; says which line is wrong.
 *
 * @param {string} file
 * @returns {{words: Word[], wrong: number}} `wrong` is the number of the first bad line, or 0.
 */
export function wordsFromFile(file) {
  const words = [];
  const lines = file.split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    if (!line.trim()) continue;
    const [text, label, ...more] = line.split('\t');
    const isGood = text.trim() && text.length <= LONGEST_WORD && !more.length && (label === '-' || GIVEN.includes(label));
    if (!isGood || words.length === MOST_WORDS) return { words: [], wrong: at + 1 };
    words.push({ text: text.trim(), label: label === '-' ? undefined : label });
  }
  return { words, wrong: 0 };
}
