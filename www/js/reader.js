// The only file that knows the worker.

import { startWorker } from './trusted.js';

/**
 * @typedef {{language?: string, date?: string}} Options
 * @typedef {{columns: string[], dayZero: number, layers: string[], labels: {name: string, layer: string}[], modifiers: string[]}} Vocabulary
 * @typedef {object} Answer What the worker made of an article.
 * @property {number} of The request it answers.
 * @property {Uint32Array} rows
 * @property {Uint32Array} entities
 * @property {string} strings
 * @property {string} language
 * @property {string} date
 * @property {'reader' | 'stamp' | 'text' | 'none'} dateSource
 * @property {number[]} dateSpan
 * @property {number} milliseconds
 * @property {Vocabulary} vocabulary
 * @typedef {object} CardAnswer What a card shows and a row does not hold.
 * @property {string} explanation
 * @property {string | null} alternative
 * @property {string | null} anchor
 * @property {[number, number] | null} cue
 * @property {[number, number] | null} source
 * @property {[number, number][]} others
 * @typedef {{id: number} & ({kind: 'annotate', text: string, options: Options}
 *   | {kind: 'card', of: number, index: number, language: string})} Request
 * @typedef {'start' | 'trap' | 'request' | 'superseded'} ErrorKind
 * @typedef {{resolve(value: any): void, reject(error: ReaderError): void}} Waiting
 */

/** Why a request has no result. */
export class ReaderError extends Error {
  /**
   * @param {ErrorKind} kind
   * @param {string} message
   */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/** Reads articles in a worker. At most one is being read and one waits; a newer one makes both void. */
export class Reader {
  /** @type {{worker: Worker, release(): void} | null} */
  #started = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  /** The article being read, by its request's id; 0 when the worker is idle. */
  #reading = 0;
  /** @type {(Waiting & {text: string, options: Options}) | null} */
  #next = null;

  /**
   * Reads an article; rejects with kind `superseded` when a newer one was asked for meanwhile.
   *
   * @param {string} text
   * @param {Options} options
   * @returns {Promise<Answer>}
   */
  annotate(text, options) {
    this.#next?.reject(new ReaderError('superseded', 'a newer article waits'));
    return new Promise((resolve, reject) => {
      this.#next = { resolve, reject, text, options };
      this.#readNext();
    });
  }

  /**
   * What the card of an annotation adds to its row.
   *
   * @param {Answer} answer
   * @param {number} index
   * @param {string} language The interface's.
   * @returns {Promise<CardAnswer>}
   */
  card(answer, index, language) {
    return this.#ask({ kind: 'card', of: answer.of, index, language });
  }

  /** Stops what is being read; the next request gets a fresh worker. */
  cancel() {
    this.#stop(new ReaderError('superseded', 'cancelled'));
  }

  #readNext() {
    if (this.#reading || !this.#next) return;
    const { resolve, reject, text, options } = this.#next;
    this.#next = null;
    const answered = this.#ask({ kind: 'annotate', text, options });
    this.#reading = this.#lastId;
    answered.then(
      (answer) => {
        this.#reading = 0;
        if (this.#next) reject(new ReaderError('superseded', 'a newer article waits'));
        else resolve(answer);
        this.#readNext();
      },
      (error) => {
        this.#reading = 0;
        reject(error);
        this.#readNext();
      },
    );
  }

  /**
   * @param {any} request
   * @returns {Promise<any>}
   */
  #ask(request) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker().postMessage({ ...request, id });
    });
  }

  #worker() {
    if (this.#started) return this.#started.worker;
    const started = startWorker(new URL('./worker.js', import.meta.url));
    const { worker } = started;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#stop(new ReaderError('start', event.message || 'the worker did not start'));
    };
    worker.onmessageerror = () => this.#stop(new ReaderError('trap', 'an answer could not be read'));
    this.#started = started;
    return worker;
  }

  /** @param {{id: number, result?: any, error?: {kind: ErrorKind, message: string}}} message */
  #receive({ id, result, error }) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (!error) return waiting?.resolve(result);
    const failure = new ReaderError(error.kind, error.message);
    waiting?.reject(failure);
    if (error.kind !== 'request') this.#stop(failure);
  }

  /** @param {ReaderError} error */
  #stop(error) {
    this.#started?.worker.terminate();
    this.#started?.release();
    this.#started = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(error);
  }
}
