// The desk on which articles are read: what comes in goes to the reader, and what comes back is shown by the parts.

import { ArticleView } from './article.js';
import { Corrector } from './correcting.js';
import { moveCorrections, Undoable, withCorrection } from './corrections.js';
import { afterFrame, find } from './dom.js';
import { Editor } from './editor.js';
import { bring, correctionsOf } from './exchange.js';
import { renderFacts } from './facts.js';
import { interfaceLanguage, t, tName } from './i18n.js';
import { forgetAll, keep } from './keeping.js';
import { Messages } from './messages.js';
import { Marker } from './marker.js';
import { Reader, ReaderError } from './reader.js';
import { Reading } from './reading.js';
import { SAMPLES } from './samples.js';
import { fileNameOf, Shelf, titleOf } from './shelf.js';
import { Spotlight } from './spotlight.js';
import { renderTake } from './take.js';
import { Terms } from './terms.js';
import { Toolbar } from './toolbar.js';

/** @typedef {import('./shelf.js').Item} Item */

/** Longer texts than this are read for so long that the reader is told. */
const LONG_TEXT = 400_000;
/** The name of a rule is cut off here where it stands in the text. */
const LONGEST_TAG = 16;

export class Desk {
  constructor() {
    this.reader = new Reader(
      (language) => this.#modelCame(language),
      () => this.terms.rules.length && this.#readAll(),
    );
    this.messages = new Messages(find('message', HTMLElement), find('status', HTMLElement));
    this.view = new ArticleView(find('article', HTMLElement), { describe: (reading, i) => tName('label', reading.label(i)), tag });
    this.toolbar = new Toolbar(find('layers', HTMLElement), () => this.spotlight.card.close());
    this.shelf = new Shelf(find('articles', HTMLElement), (item) => this.#show(item));
    this.corrector = new Corrector(this.shelf, find('words', HTMLElement), (item) => this.#read(item));
    this.terms = new Terms(find('terms', HTMLElement), { test: (rule) => this.reader.test(rule), changed: () => this.#readAll() });
    this.marker = new Marker(find('marker', HTMLElement), this.view, (...what) => this.corrector.mark(...what));
    this.editor = new Editor(find('editor', HTMLElement), find('write', HTMLButtonElement), (text) => this.#typed(text));
    const { view, toolbar, reader } = this;
    this.spotlight = new Spotlight({ view, toolbar, reader, current: () => this.shelf.current, correct: (...what) => this.corrector.correct(...what) });
  }

  /**
   * A new article came in, by paste, drop, file or link; or marks for the one at hand.
   *
   * @param {string} text
   * @param {string} [name] Of the file.
   */
  take(text, name = '') {
    if (!text.trim()) return;
    this.messages.clear({ all: true });
    const brought = bring(text, name);
    if (brought?.kind === 'wrong') return this.messages.tell(t(`brought.${brought.reason}`, { name }));
    if (brought?.kind === 'marks') return void this.#takeMarks(brought.marks);
    if (brought) this.#takeArticle(brought);
    else this.shelf.add(text);
    this.editor.close();
    window.scrollTo({ top: 0, behavior: 'instant' });
  }

  /** @param {Extract<import('./exchange.js').Brought, {kind: 'article'}>} article */
  #takeArticle({ text, marks, date, language }) {
    const { corrections, lost } = correctionsOf(marks, text, null);
    this.shelf.add(text, { corrections: new Undoable(corrections), asSaved: { date, language } });
    if (lost) this.messages.tell(t('marksLost', { n: lost }));
  }

  /** Marks without a text are for the article at hand. @param {import('./exchange.js').Mark[]} marks */
  async #takeMarks(marks) {
    const item = this.shelf.current;
    if (!item.reading) return this.messages.tell(t('marksNoArticle'));
    const { corrections, placed, lost } = correctionsOf(marks, item.text, item.reading);
    if (!placed) return this.messages.tell(t('marksNone'));
    if (corrections.length) {
      item.corrections.set(corrections.reduce(withCorrection, item.corrections.now));
      await this.#read(item);
    }
    const words = [t('marksTaken', { n: corrections.length }), lost ? t('marksLost', { n: lost }) : ''];
    this.messages.note(words.join(' ').trim());
  }

  /** Takes the article away, to write another. */
  clear() {
    this.shelf.current.isSample = false;
    this.#change('');
    this.editor.open();
  }

  /** Brings back the lists that the reader asked to keep. */
  recall() {
    return Promise.all([this.corrector.recall(), this.terms.recall()]);
  }

  /** Puts the page's own article on the desk. */
  showSample() {
    this.shelf.add(SAMPLES[interfaceLanguage()], { isSample: true });
  }

  /** The interface speaks another language; the sample follows it as long as it is only a sample. */
  changeLanguage() {
    this.spotlight.card.close();
    if (this.shelf.current.isSample) this.#change(SAMPLES[interfaceLanguage()]);
    else this.#showReading(this.shelf.current);
  }

  /** Shows another article of the shelf. @param {Item} item */
  #show(item) {
    this.marker.hide();
    this.spotlight.reset();
    this.editor.set(item.text);
    this.view.show(item.text);
    if (item.reading) this.#showReading(item);
    else this.#read(item);
  }

  /**
   * Has an article read, and shows what comes back unless something newer came between.
   *
   * @param {Item} item
   * @returns {Promise<void>}
   */
  async #read(item) {
    this.#showEmptyOrArticle(item);
    if (!item.text.trim()) {
      item.reading = null;
      return this.#showReading(item);
    }
    const waiting = this.messages.loading(item.text.length > LONG_TEXT, { slow: () => item.reading ?? this.#forget(), cancel: () => this.#cancel(item) });
    try {
      const answer = await this.reader.annotate(item.text, { ...item.options, corrections: item.corrections.now, words: this.corrector.words, rules: this.terms.rules });
      if (this.#wasReadOtherwise(item, answer)) return this.#read(item);
      item.reading = new Reading(item.text, answer);
      waiting.done();
      if (this.shelf.current === item) this.#showReading(item);
    } catch (error) {
      waiting.done();
      this.#fail(error, item);
    }
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
    find('facts', HTMLElement).replaceChildren();
    this.spotlight.update();
  }

  /** The reader does not want to wait for a long text. @param {Item} item */
  #cancel(item) {
    this.reader.cancel();
    this.messages.note(t('cancelled'), { label: t('readAgain'), act: () => this.#read(item) });
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
    this.messages.failed(error, () => this.#read(item));
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
      this.messages.say(t('done', { n: reading.n }));
    } else {
      this.view.show(item.text);
    }
    this.toolbar.say(reading?.counts() ?? null);
    await afterFrame();
    if (this.shelf.current !== item || item.reading !== reading) return;
    this.#showFacts(item);
    this.terms.report(reading?.answer.rules ?? []);
    renderTake(find('take', HTMLElement), reading, this.#taking(item));
    this.spotlight.update();
  }

  /** @param {Item} item */
  #showEmptyOrArticle(item) {
    const isEmpty = !item.text;
    this.messages.empty(find('empty', HTMLElement), isEmpty, () => this.#change(SAMPLES[interfaceLanguage()]));
    this.messages.invite(find('invitation', HTMLElement), item.isSample && !isEmpty, () => this.clear());
    find('article', HTMLElement).hidden = isEmpty;
  }

  /** The line over the article; what had the focus in it keeps it. @param {Item} item */
  #showFacts({ reading, options, corrections }) {
    const focused = document.activeElement?.closest('#facts') ? document.activeElement.id : '';
    const correcting = { corrections, nWords: this.corrector.words.length, step: (/** @type {'undo' | 'redo'} */ kind) => this.corrector.step(kind) };
    const facts = reading ? renderFacts(reading, options, (changed) => this.#changeOptions(changed), correcting) : [];
    find('facts', HTMLElement).replaceChildren(...facts);
    if (focused) document.getElementById(focused)?.focus();
  }

  /**
   * What can be taken away from the desk, and kept.
   *
   * @param {Item} item
   * @returns {import('./take.js').Taking}
   */
  #taking(item) {
    const { text, options, corrections } = item;
    return {
      write: (format) => this.#write(format),
      say: (words) => this.messages.note(words),
      name: () => fileNameOf(item.text),
      text: () => item.text,
      keep: () => keep({ title: titleOf(text), text, options, corrections: corrections.now, when: Date.now() }),
      forgetAll: () => this.#forgetAll(),
      open: (kept) => this.shelf.add(kept.text, { options: kept.options, corrections: new Undoable(kept.corrections) }),
    };
  }

  async #forgetAll() {
    await forgetAll();
    this.corrector.forgotten();
    this.terms.forgotten();
  }

  /** @param {string} format */
  async #write(format) {
    const { reading, text } = this.shelf.current;
    if (!reading) throw new Error(t('emptyTitle'));
    return this.reader.write(reading.answer, format, fileNameOf(text));
  }

  /** A model came after the first article was read: what it can read better is read again. @param {string | null} language */
  #modelCame(language) {
    if (!language) this.messages.say(t('modelMissing'));
    else if (this.shelf.current.reading?.answer.language === language) this.#read(this.shelf.current);
  }

  /** What is looked for in every article has changed. */
  #readAll() {
    for (const item of this.shelf.items) if (item !== this.shelf.current) item.reading = null;
    this.#read(this.shelf.current);
  }

  /** @param {import('./reader.js').Options} options */
  #changeOptions(options) {
    this.shelf.current.options = options;
    this.#read(this.shelf.current);
  }

  /** Puts another text in the place of the current one. @param {string} text */
  #change(text) {
    const item = this.shelf.current;
    item.text = text;
    item.reading = null;
    this.#show(item);
  }

  /** The text in the box was edited. @param {string} text */
  #typed(text) {
    const item = this.shelf.current;
    item.corrections.rewrite((corrections) => moveCorrections(corrections, item.text, text));
    item.text = text;
    item.isSample = false;
    this.view.show(text);
    this.#read(item);
  }
}

/** The word beside a mark, where the reader wants one. @param {Reading} reading @param {number} i */
function tag(reading, i) {
  const label = reading.label(i);
  return label === 'custom' ? reading.string(i, 'value').slice(0, LONGEST_TAG) : tName('tag', label);
}
