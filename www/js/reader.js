// The only file that knows the worker.

import { soon } from './dom.js';
import { supplies } from './supply.js';

/**
 * @typedef {object} Options What the reader asks for; what is absent is found out.
 * @property {string} [language]
 * @property {string} [date]
 * @property {readonly import('./corrections.js').Correction[]} [corrections]
 * @property {readonly import('./corrections.js').Word[]} [words]
 * @property {readonly import('./rules.js').Rule[]} [rules] What the reader looks for.
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
 * @property {import('./rules.js').Outcome[]} rules What came of the reader's rules.
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
 *   | {kind: 'test', rule: import('./rules.js').Rule}
 *   | {kind: 'write', of: number, format: string, name: string}
 *   | {kind: 'model', bytes: ArrayBuffer}
 *   | {kind: 'start', module: WebAssembly.Module}
 *   | {kind: 'finder'})} Request
 * @typedef {{worker: Worker, release(): void, ready: Promise<unknown>, stop(error: ReaderError): void}} Started
 * @typedef {'start' | 'trap' | 'request' | 'superseded'} ErrorKind
 * @typedef {{resolve(value: any): void, reject(error: ReaderError): void}} Waiting
 */

/** What the first article does without waits for its answer, but not longer than this. */
const PATIENCE = 1000;

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
  /** @type {Started | null} */
  #started = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  /** True while an article is being read. */
  #reading = false;
  /** @type {(Waiting & {text: string, options: Options}) | null} */
  #next = null;
  #firstAnswer = Promise.withResolvers();

  /**
   * @param {(language: string | null) => void} onModel A model came later than the first article; none: it did not come.
   * @param {() => void} onFinder What finds the reader's own terms came.
   */
  constructor(onModel, onFinder) {
    this.onModel = onModel;
    this.onFinder = onFinder;
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

  /**
   * What is wrong with a rule of the reader's, if anything.
   *
   * @param {import('./rules.js').Rule} rule
   * @returns {Promise<import('./rules.js').Outcome>}
   */
  test(rule) {
    return this.#ask({ kind: 'test', rule });
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
        this.#firstAnswer.resolve(undefined);
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
   * Sends a request as soon as the worker can answer it.
   *
   * @param {any} request
   * @returns {Promise<any>}
   */
  async #ask(request) {
    const started = (this.#started ??= this.#start());
    await started.ready;
    if (this.#started !== started) throw new ReaderError('superseded', 'the worker was stopped');
    return this.#send(started.worker, request);
  }

  /** @returns {Started} */
  #start() {
    const { worker, release, failure, ...parts } = supplies();
    const stopped = Promise.withResolvers();
    const ready = Promise.race([this.#prepare(worker, parts), stopped.promise]);
    const started = { worker, release, ready, stop: stopped.reject };
    const fail = (/** @type {ReaderError} */ error) => this.#started === started && this.#stop(error);
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onmessageerror = () => fail(new ReaderError('trap', 'an answer could not be read'));
    ready.catch(fail);
    failure.catch((error) => fail(new ReaderError('start', error.message)));
    return started;
  }

  /**
   * Hands the worker its module and first model.
   *
   * @param {Worker} worker
   * @param {Pick<import('./supply.js').Supplies, 'module' | 'model' | 'otherModel'>} parts
   */
  async #prepare(worker, { module, model, otherModel }) {
    const compiled = await module.catch((error) => Promise.reject(new ReaderError('start', error.message)));
    // What goes wrong in the worker stops it, and is told to those who asked for something.
    this.#send(worker, { kind: 'start', module: compiled }).catch(() => {});
    this.#sendModel(worker, await model, (language) => language ?? this.onModel(null));
    soon(this.#firstAnswer.promise, PATIENCE).then(() => this.#complete(worker, otherModel));
  }

  /**
   * Hands the worker what the first article did without. It is always fetched, so that what is fetched says nothing about what is
   * read.
   *
   * @param {Worker} worker
   * @param {() => Promise<ArrayBuffer | null>} otherModel
   */
  async #complete(worker, otherModel) {
    this.#sendModel(worker, await otherModel(), this.onModel);
    if (this.#started?.worker === worker) this.#send(worker, { kind: 'finder' }).then(this.onFinder, () => {});
  }

  /**
   * @param {Worker} worker
   * @param {ArrayBuffer | null} bytes
   * @param {(language: string | null) => void} done
   */
  #sendModel(worker, bytes, done) {
    if (!bytes) done(null);
    else if (this.#started?.worker === worker) this.#send(worker, { kind: 'model', bytes }, [bytes]).then(done, () => {});
  }

  /**
   * @param {Worker} worker
   * @param {any} request
   * @param {Transferable[]} [transfer]
   * @returns {Promise<any>}
   */
  #send(worker, request, transfer = []) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id }, transfer);
    });
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
    const { worker, release, stop } = this.#started ?? {};
    this.#started = null;
    worker?.terminate();
    release?.();
    stop?.(error);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(error);
  }
}
