// What can be done with the article on the desk: bring in another, look closer, correct, look for terms, take away. It comes when the
// first marks are drawn, for earlier it would only keep them waiting.

import { Corrector } from './correcting.js';
import { moveCorrections, Undoable, withCorrection } from './corrections.js';
import { find } from './dom.js';
import { bindDrawer } from './drawer.js';
import { Editor } from './editor.js';
import { bring, correctionsOf } from './exchange.js';
import { renderFacts } from './facts.js';
import { renderHelp } from './help.js';
import { t } from './i18n.js';
import { takeInput } from './input.js';
import { forgetAll, keep } from './keeping.js';
import { bindKeys } from './keys.js';
import { Marker } from './marker.js';
import { keepForOffline } from './offline.js';
import { textOfTransfer } from './paste.js';
import { holdsText, textOfLink } from './share.js';
import { fileNameOf, titleOf } from './shelf.js';
import { Spotlight } from './spotlight.js';
import { renderTake } from './take.js';
import { Terms } from './terms.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./shelf.js').Item} Item */

/**
 * Puts the tools on the desk, and opens the article that the page's address may hold.
 *
 * @param {Desk} desk
 * @param {import('./main.js').Pasted | null} pasted While there were no tools.
 */
export function equip(desk, pasted) {
  const tools = new Tools(desk);
  desk.equip(tools);
  takeInput({ take: (text, name) => tools.take(text, name), fail: (name) => desk.messages.tell(t('fileFailed', { name })), editor: tools.editor });
  find('clear', HTMLButtonElement).addEventListener('click', () => tools.clear());
  bindDrawer();
  bindKeys({ view: desk.view, toolbar: desk.toolbar, shelf: desk.shelf, messages: desk.messages, spotlight: tools.spotlight, corrector: tools.corrector });
  tools.recall();
  const openLink = () => takeLink(desk, tools);
  openLink();
  window.addEventListener('hashchange', openLink);
  if (pasted) tools.take(textOfTransfer(pasted));
  keepForOffline();
}

/**
 * Opens the article that came in the page's address, and takes it out of the address.
 *
 * @param {Desk} desk
 * @param {Tools} tools
 */
async function takeLink(desk, tools) {
  const { hash } = location;
  if (!holdsText(hash)) return;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    tools.take(await textOfLink(hash));
  } catch {
    desk.messages.tell(t('linkBroken'));
  }
}

export class Tools {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    const { view, toolbar, reader, shelf } = desk;
    this.corrector = new Corrector(shelf, find('words', HTMLElement), (item) => desk.read(item));
    this.terms = new Terms(find('terms', HTMLElement), { test: (rule) => reader.test(rule), changed: () => desk.readAll() });
    this.marker = new Marker(find('marker', HTMLElement), view, (...what) => this.corrector.mark(...what));
    this.editor = new Editor(find('editor', HTMLElement), find('write', HTMLButtonElement), (text) => this.#typed(text));
    this.spotlight = new Spotlight({ view, toolbar, reader, current: () => shelf.current, correct: (...what) => this.corrector.correct(...what) });
    this.speak();
  }

  /** What is asked of the core in every article. */
  wishes() {
    return { words: this.corrector.words, rules: this.terms.rules };
  }

  /** The interface speaks another language. */
  speak() {
    this.spotlight.card.close();
    renderHelp(find('help', HTMLElement));
    this.corrector.showWords();
    this.terms.show();
  }

  /** Another article comes. @param {Item} item */
  reset(item) {
    this.marker.hide();
    this.spotlight.reset();
    this.editor.set(item.text);
  }

  /** Tells of the article at hand. @param {Item} item */
  show(item) {
    this.#showFacts(item);
    this.terms.report(item.reading?.answer.rules ?? []);
    renderTake(find('take', HTMLElement), item.reading, this.#taking(item));
    this.spotlight.update();
  }

  /** Brings back the lists that the reader asked to keep. */
  recall() {
    return Promise.all([this.corrector.recall(), this.terms.recall()]);
  }

  /**
   * A new article came in, by paste, drop, file or link; or marks for the one at hand.
   *
   * @param {string} text
   * @param {string} [name] Of the file.
   */
  take(text, name = '') {
    if (!text.trim()) return;
    const { messages, shelf } = this.desk;
    messages.clear({ all: true });
    const brought = bring(text, name);
    if (brought?.kind === 'wrong') return messages.tell(t(`brought.${brought.reason}`, { name }));
    if (brought?.kind === 'marks') return void this.#takeMarks(brought.marks);
    if (brought) this.#takeArticle(brought);
    else shelf.add(text);
    this.editor.close();
    window.scrollTo({ top: 0, behavior: 'instant' });
  }

  /** Takes the article away, with all that was said of it, to write another. */
  clear() {
    this.desk.shelf.clear();
    this.editor.open();
  }

  /** @param {Extract<import('./exchange.js').Brought, {kind: 'article'}>} article */
  #takeArticle({ text, marks, date, language }) {
    const { corrections, lost } = correctionsOf(marks, text, null);
    this.desk.shelf.add(text, { corrections: new Undoable(corrections), asSaved: { date, language } });
    if (lost) this.desk.messages.tell(t('marksLost', { n: lost }));
  }

  /** Marks without a text are for the article at hand. @param {import('./exchange.js').Mark[]} marks */
  async #takeMarks(marks) {
    const { messages, shelf } = this.desk;
    const item = shelf.current;
    if (!item.reading) return messages.tell(t('marksNoArticle'));
    const { corrections, placed, lost } = correctionsOf(marks, item.text, item.reading);
    if (!placed) return messages.tell(t('marksNone'));
    if (corrections.length) {
      item.corrections.set(corrections.reduce(withCorrection, item.corrections.now));
      await this.desk.read(item);
    }
    const words = [t('marksTaken', { n: corrections.length }), lost ? t('marksLost', { n: lost }) : ''];
    messages.note(words.join(' ').trim());
  }

  /** The text in the box was edited. @param {string} text */
  #typed(text) {
    const item = this.desk.shelf.current;
    item.corrections.rewrite((corrections) => moveCorrections(corrections, item.text, text));
    item.text = text;
    item.isSample = false;
    this.desk.view.show(text);
    this.desk.read(item);
  }

  /** The line over the article; what had the focus in it keeps it. @param {Item} item */
  #showFacts(item) {
    const focused = document.activeElement?.closest('#facts') ? document.activeElement.id : '';
    const correcting = { corrections: item.corrections, nWords: this.corrector.words.length, step: (/** @type {'undo' | 'redo'} */ kind) => this.corrector.step(kind) };
    const change = (/** @type {import('./reader.js').Options} */ options) => ((item.options = options), this.desk.read(item));
    find('facts', HTMLElement).replaceChildren(...(item.reading ? renderFacts(item.reading, item.options, change, correcting) : []));
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
    const { messages, shelf } = this.desk;
    return {
      write: (format) => this.#write(format),
      say: (words) => messages.say(words),
      note: (words) => messages.note(words),
      name: () => fileNameOf(item.text),
      text: () => item.text,
      keep: () => keep({ title: titleOf(text), text, options, corrections: corrections.now, when: Date.now() }),
      forgetAll: () => this.#forgetAll(),
      open: (kept) => shelf.add(kept.text, { options: kept.options, corrections: new Undoable(kept.corrections) }),
    };
  }

  async #forgetAll() {
    await forgetAll();
    this.corrector.forgotten();
    this.terms.forgotten();
  }

  /** @param {string} format */
  async #write(format) {
    const { reading, text } = this.desk.shelf.current;
    if (!reading) throw new Error(t('emptyTitle'));
    return this.desk.reader.write(reading.answer, format, fileNameOf(text));
  }
}
