// The only file that knows the worker.

import { startWorker } from './trusted.js';

/**
 * @typedef {object} Options What the reader asks for; what is absent is found out.
 * @property {string} [language]
 * @property {string} [date]
 * @property {readonly import('./corrections.js').Correction[]} [corrections]
 * @property {readonly import('./corrections.js').Word[]} [words]
 * @typedef {{columns: string[], dayZero: number, layers: string[], labels: {name: string, layer: string}[], modifiers: string[],
 *   formats: {name: string, extension: string, mediaType: string, leavesOut: string}[]}} Vocabulary
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
 *   | {kind: 'card', of: number, index: number, language: string}
 *   | {kind: 'write', of: number, format: string, name: string}
 *   | {kind: 'start', languages: string[]})} Request
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
  /** True while an article is being read. */
  #reading = false;
  /** @type {(Waiting & {text: string, options: Options}) | null} */
  #next = null;

  /**
   * @param {string[]} languages Whose models are loaded, the most likely first.
   * @param {(language: string | null) => void} onModel A model came later than the first article; none: it did not come.
   */
  constructor(languages, onModel) {
    this.languages = languages;
    this.onModel = onModel;
  }

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

  /**
   * The article as a file's text.
   *
   * @param {Answer} answer
   * @param {string} format
   * @param {string} name What the article is called.
   * @returns {Promise<string>}
   */
  write(answer, format, name) {
    return this.#ask({ kind: 'write', of: answer.of, format, name });
  }

  /** Stops what is being read; the next request gets a fresh worker. */
  cancel() {
    this.#stop(new ReaderError('superseded', 'cancelled'));
  }

  #readNext() {
    if (this.#reading || !this.#next) return;
    const { resolve, reject, text, options } = this.#next;
    this.#next = null;
    this.#reading = true;
    this.#ask({ kind: 'annotate', text, options }).then(
      (answer) => {
        this.#reading = false;
        if (this.#next) reject(new ReaderError('superseded', 'a newer article waits'));
        else resolve(answer);
        this.#readNext();
      },
      (error) => {
        this.#reading = false;
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
    const worker = this.#worker();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id });
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
    this.#ask({ kind: 'start', languages: this.languages }).then(({ model }) => model ?? this.onModel(null), () => {});
    return worker;
  }

  /** @param {{id?: number, model?: string | null, result?: any, error?: {kind: ErrorKind, message: string}}} message */
  #receive({ id, model, result, error }) {
    if (id === undefined) return this.onModel(model ?? null);
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
