// The box in which an article is written or edited. What is typed is read after a short rest.

import { afterQuiet } from './dom.js';
import { textOfTransfer } from './paste.js';

/** Reading a long text while it is typed may wait a little longer. */
const REST = 120;

export class Editor {
  #text = '';

  /**
   * @param {HTMLElement} root
   * @param {HTMLButtonElement} button
   * @param {(text: string) => void} onType
   */
  constructor(root, button, onType) {
    this.root = root;
    this.button = button;
    this.box = /** @type {HTMLTextAreaElement} */ (root.querySelector('textarea'));
    this.box.addEventListener('input', afterQuiet(() => onType((this.#text = this.box.value)), REST));
    this.box.addEventListener('paste', (event) => this.#paste(event));
    this.box.addEventListener('keydown', ({ key, isComposing }) => key === 'Escape' && !isComposing && this.#leave());
    button.addEventListener('click', () => (this.isOpen ? this.close() : this.open()));
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /** What the box holds when it is open; a closed one is not filled, for a megabyte would take it most of a second. @param {string} text */
  set(text) {
    this.#text = text;
    if (this.isOpen && this.box.value !== text) this.box.value = text;
  }

  open() {
    this.#show(true);
    this.set(this.#text);
    // From the first word on: a caret at the end would take the page down with it.
    this.box.setSelectionRange(0, 0);
    this.box.focus({ preventScroll: true });
    this.root.scrollIntoView({ block: 'nearest' });
  }

  close() {
    this.#show(false);
  }

  #leave() {
    this.close();
    this.button.focus();
  }

  /** @param {boolean} isOpen */
  #show(isOpen) {
    this.root.hidden = !isOpen;
    this.button.setAttribute('aria-pressed', String(isOpen));
    document.documentElement.classList.toggle('writing', isOpen);
  }

  /** HTML from a web page becomes paragraphs; one undo takes it back. @param {ClipboardEvent} event */
  #paste(event) {
    if (!event.clipboardData?.types.includes('text/html')) return;
    event.preventDefault();
    // The old command is the only one that keeps the box's own undo.
    document.execCommand('insertText', false, textOfTransfer(event.clipboardData));
  }
}
