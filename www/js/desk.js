// The desk on which articles are read: what comes in goes to the reader, and what comes back is marked. What else can be done with
// an article is in tools.js.

import { ArticleView } from './article.js';
import { afterFrame, find } from './dom.js';
import { interfaceLanguage, t, tName } from './i18n.js';
import { Messages } from './messages.js';
import { Reader, ReaderError } from './reader.js';
import { Reading } from './reading.js';
import { SAMPLES } from './samples.js';
import { Shelf } from './shelf.js';
import { Toolbar } from './toolbar.js';
import { part } from './visible.js';

/** @typedef {import('./shelf.js').Item} Item */
/** @typedef {import('./tools.js').Tools} Tools */

/** Longer texts than this are read for so long that the reader is told. */
const LONG_TEXT = 400_000;
/** The name of a rule is cut off here where it stands in the text. */
const LONGEST_TAG = 16;

export class Desk {
  /** They come when the first article is shown. @type {Tools | null} */
  #tools = null;
  #shown = Promise.withResolvers();

  constructor() {
    this.reader = new Reader(
      (language) => this.#modelCame(language),
      () => this.#tools?.terms.rules.length && this.readAll(),
    );
    this.messages = new Messages(find('message', HTMLElement), find('status', HTMLElement));
    this.view = new ArticleView(find('article', HTMLElement), { describe: (reading, i) => tName('label', reading.label(i)), tag });
    this.toolbar = new Toolbar(find('layers', HTMLElement), () => this.#tools?.spotlight.card.close());
    this.shelf = new Shelf(find('articles', HTMLElement), (item) => this.#show(item));
  }

  /** The first article is shown with its marks, or cannot be read. */
  get shown() {
    return this.#shown.promise;
  }

  /** @param {Tools} tools */
  equip(tools) {
    this.#tools = tools;
    tools.reset(this.shelf.current);
    tools.show(this.shelf.current);
  }

  /** Puts the page's own article on the desk. */
  showSample() {
    this.shelf.add(SAMPLES[interfaceLanguage()], { isSample: true });
  }

  /** The interface speaks another language; the sample follows it as long as it is only a sample. */
  changeLanguage() {
    this.#tools?.speak();
    if (this.shelf.current.isSample) this.change(SAMPLES[interfaceLanguage()]);
    else this.#showReading(this.shelf.current);
  }

  /** Puts another text in the place of the current one. @param {string} text */
  change(text) {
    const item = this.shelf.current;
    item.text = text;
    item.reading = null;
    this.#show(item);
  }

  /**
   * Has an article read, and shows what comes back unless something newer came between.
   *
   * @param {Item} item
   * @returns {Promise<void>}
   */
  async read(item) {
    this.#showEmptyOrArticle(item);
    if (!item.text.trim()) {
      item.reading = null;
      return this.#showReading(item);
    }
    const waiting = this.messages.loading(item.text.length > LONG_TEXT, { slow: () => item.reading ?? this.#forget(), cancel: () => this.#cancel(item) });
    try {
      const answer = await this.reader.annotate(item.text, { ...item.options, corrections: item.corrections.now, ...this.#tools?.wishes() });
      if (this.#wasReadOtherwise(item, answer)) return this.read(item);
      item.reading = new Reading(item.text, answer);
      waiting.done();
      if (this.shelf.current === item) this.#showReading(item);
    } catch (error) {
      waiting.done();
      this.#fail(error, item);
    }
  }

  /** What is looked for in every article has changed. */
  readAll() {
    for (const item of this.shelf.items) if (item !== this.shelf.current) item.reading = null;
    this.read(this.shelf.current);
  }

  /** Shows another article of the shelf. @param {Item} item */
  #show(item) {
    this.#tools?.reset(item);
    this.view.show(item.text);
    if (item.reading) this.#showReading(item);
    else this.read(item);
  }

  /**
   * An article that comes from a file is read as it was when it was saved: for a date and a language that the reader had chosen.
   *
   * @param {Item} item
   * @param {import('./reader.js').Answer} answer
   */
  #wasReadOtherwise(item, answer) {
    const { asSaved } = item;
    item.asSaved = null;
    if (!asSaved) return false;
    const date = asSaved.date && !answer.date.startsWith(asSaved.date) ? { date: asSaved.date } : {};
    const language = asSaved.language && answer.language !== asSaved.language ? { language: asSaved.language } : {};
    item.options = { ...item.options, ...date, ...language };
    return 'date' in date || 'language' in language;
  }

  /** What still tells of the article before goes, for this one takes its time. */
  #forget() {
    this.toolbar.say(null);
    this.#tools?.show(this.shelf.current);
  }

  /** The reader does not want to wait for a long text. @param {Item} item */
  #cancel(item) {
    this.reader.cancel();
    this.messages.note(t('cancelled'), { label: t('readAgain'), act: () => this.read(item) });
  }

  /**
   * @param {unknown} error
   * @param {Item} item
   */
  #fail(error, item) {
    if (!(error instanceof ReaderError)) throw error;
    if (error.kind === 'superseded') return;
    item.reading = null;
    this.#showReading(item);
    this.messages.failed(error, () => this.read(item));
  }

  /** Shows the marks, and what tells of them when these have been drawn. @param {Item} item */
  async #showReading(item) {
    this.#showEmptyOrArticle(item);
    const { reading } = item;
    this.messages.clear();
    this.shelf.update();
    if (reading) {
      this.view.mark(reading);
      performance.mark('sorot-read', { detail: { milliseconds: reading.answer.milliseconds } });
      if (reading.answer.language === 'und') this.messages.note(t('unknownLanguage'));
      if (!this.#isTyping()) this.messages.say(t('done', { n: reading.total }));
    } else {
      this.view.show(item.text);
    }
    this.toolbar.say(reading?.counts() ?? null);
    await afterFrame();
    this.#shown.resolve(undefined);
    if (this.shelf.current === item && item.reading === reading) this.#tools?.show(item);
  }

  /** Whoever types is not told of every change. */
  #isTyping() {
    return document.activeElement instanceof HTMLTextAreaElement;
  }

  /** @param {Item} item */
  #showEmptyOrArticle(item) {
    const isEmpty = !item.text;
    this.messages.empty(find('empty', HTMLElement), isEmpty, () => this.change(SAMPLES[interfaceLanguage()]));
    this.messages.invite(find('invitation', HTMLElement), item.isSample && !isEmpty, () => this.#tools?.clear());
    for (const id of ['article', 'side', 'side-open']) find(id, HTMLElement).hidden = isEmpty;
  }

  /** A model came after the first article was read: what it can read better is read again. @param {string | null} language */
  #modelCame(language) {
    if (!language) this.messages.say(t('modelMissing'));
    else if (this.shelf.current.reading?.answer.language === language) this.read(this.shelf.current);
  }
}

/** The word beside a mark, where the reader wants one. @param {Reading} reading @param {number} i */
function tag(reading, i) {
  const label = reading.label(i);
  return label === 'custom' ? part(reading.string(i, 'value'), 0, LONGEST_TAG) : tName('tag', label);
}
