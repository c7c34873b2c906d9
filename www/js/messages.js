// What the page tells besides the article: that it is empty, reading, or in trouble.

import { make } from './dom.js';
import { t } from './i18n.js';
import { visible } from './visible.js';

/** Shorter waits than this are not worth a word. */
const PATIENCE = 250;

export class Messages {
  /**
   * @param {HTMLElement} box
   * @param {HTMLElement} status
   */
  constructor(box, status) {
    this.box = box;
    this.status = status;
    this.stays = false;
  }

  /** Says once, to assistive technology too. @param {string} words */
  say(words) {
    this.status.textContent = words;
  }

  /**
   * Says that the article is being read, if that takes a while.
   *
   * @param {boolean} isLong
   * @param {{slow(): void, cancel(): void}} acts What to do when it does take a while, and when the reader will not wait.
   */
  loading(isLong, { slow, cancel }) {
    const timer = setTimeout(() => {
      slow();
      if (isLong) this.#show('note', t('readingLong'), { label: t('cancel'), act: cancel });
      else this.say(t('loading'));
    }, PATIENCE);
    return {
      done: () => clearTimeout(timer),
    };
  }

  /**
   * An article could not be read.
   *
   * @param {import('./reader.js').ReaderError} error
   * @param {() => void} again
   */
  failed({ kind, message }, again) {
    if (typeof WebAssembly === 'undefined') return this.#show('error', t('noWasm'));
    const words = kind === 'start' ? t('startFailed') : kind === 'trap' ? t('trapped') : t('requestFailed', { reason: message });
    this.#show('error', words, { label: t('retry'), act: again });
  }

  /** Something that has nothing to do with the article shown; a new reading of it does not take it away. @param {string} words */
  tell(words) {
    this.#show('error', words);
    this.stays = true;
  }

  /**
   * @param {string} words
   * @param {{label: string, act(): void}} [action]
   */
  note(words, action) {
    this.#show('note', words, action);
  }

  /** @param {{all: boolean}} [options] */
  clear({ all } = { all: false }) {
    if (this.stays && !all) return;
    this.stays = false;
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  /**
   * Beside the sample: that it is one, and how to bring in an article.
   *
   * @param {HTMLElement} root
   * @param {boolean} isSample
   * @param {() => void} begin
   */
  invite(root, isSample, begin) {
    root.hidden = !isSample;
    root.replaceChildren(...(isSample ? [make('p', { text: t('invitation') }), make('button', { type: 'button', text: t('newArticle'), onclick: begin })] : []));
  }

  /**
   * The state without a text: how to bring one in.
   *
   * @param {HTMLElement} root
   * @param {boolean} isEmpty
   * @param {() => void} showSample
   */
  empty(root, isEmpty, showSample) {
    root.hidden = !isEmpty;
    if (!isEmpty) return;
    root.replaceChildren(
      make('h2', { text: t('emptyTitle') }),
      make('p', { text: t('emptyText') }),
      make('button', { type: 'button', text: t('emptySample'), onclick: showSample }),
    );
  }

  /**
   * @param {'note' | 'error'} kind
   * @param {string} words
   * @param {{label: string, act(): void}} [action]
   */
  #show(kind, words, action) {
    this.box.className = `message ${kind}`;
    this.box.hidden = false;
    this.box.replaceChildren(make('p', { text: visible(words) }));
    if (action) this.box.append(make('button', { type: 'button', text: action.label, onclick: action.act }));
  }
}
