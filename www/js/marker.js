// A small bar beside selected text: mark it as a name of some kind, here or wherever it stands.

import { GIVEN } from './corrections.js';
import { afterQuiet, make } from './dom.js';
import { t, tName } from './i18n.js';
import { shorten } from './card.js';
import { visible } from './visible.js';

/** @typedef {{start: number, end: number}} Range */

/** Longer selections are read or copied, not marked. */
const LONGEST = 200;

export class Marker {
  /** The reader is still choosing: a pointer is held down. */
  #isHeld = false;

  /**
   * @param {HTMLElement} root
   * @param {import('./article.js').ArticleView} view
   * @param {(range: Range, label: string, everywhere: boolean) => void} onMark
   */
  constructor(root, view, onMark) {
    this.root = root;
    this.view = view;
    this.onMark = onMark;
    const changed = afterQuiet(() => this.#update(), 200);
    document.addEventListener('selectionchange', changed);
    view.root.addEventListener('pointerdown', () => (this.#isHeld = true));
    for (const released of ['pointerup', 'pointercancel']) {
      document.addEventListener(released, () => {
        if (this.#isHeld) changed();
        this.#isHeld = false;
      });
    }
    root.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide());
  }

  hide() {
    this.root.hidden = true;
  }

  #update() {
    if (this.#isHeld || this.root.contains(document.activeElement)) return;
    const range = this.view.selection();
    const words = range && this.view.text.slice(range.start, range.end);
    if (!range || !words || !words.trim() || words.length > LONGEST || words.includes('\n')) return this.hide();
    const start = range.start + words.length - words.trimStart().length;
    this.#show({ start, end: start + words.trim().length }, words.trim());
  }

  /**
   * @param {Range} range
   * @param {string} words
   */
  #show(range, words) {
    const everywhere = make('input', { type: 'checkbox', id: 'marker-everywhere' });
    const button = (/** @type {string} */ label) =>
      make('button', { type: 'button', class: `mark-as ${label}`, 'data-label': label, text: tName('label', label), onclick: () => this.#mark(range, label, everywhere.checked) });
    this.root.setAttribute('aria-label', t('markAs', { words: visible(shorten(words)) }));
    this.root.replaceChildren(
      make('p', { class: 'marker-words' }, t('markAs', { words: visible(shorten(words)) })),
      make('div', { class: 'marker-labels' }, ...GIVEN.map(button)),
      make('label', {}, everywhere, ` ${t('scopeEverywhere')}`),
    );
    this.root.hidden = false;
    this.#place();
  }

  /**
   * @param {Range} range
   * @param {string} label
   * @param {boolean} everywhere
   */
  #mark(range, label, everywhere) {
    this.hide();
    getSelection()?.removeAllRanges();
    this.onMark(range, label, everywhere);
  }

  #place() {
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
    if (!box) return;
    const { offsetWidth, offsetHeight, style } = this.root;
    const isBelow = box.bottom + offsetHeight + 24 < innerHeight;
    style.left = `${Math.max(8, Math.min(box.left, innerWidth - offsetWidth - 16))}px`;
    style.top = `${isBelow ? box.bottom + 12 : Math.max(8, box.top - offsetHeight - 12)}px`;
  }
}
