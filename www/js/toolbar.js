// The layer buttons: name in the layer's own line, count, on or off. A layer is switched by one class on the root.

import { make } from './dom.js';
import { locale, t, tName } from './i18n.js';
import { CHANNELS } from './layers.js';

const OFF = 'off-';
const OWN = 'custom';

/** Layers that are off until the reader asks: they would underline half the text. */
const QUIET = ['pronoun', 'structure'];

export class Toolbar {
  /**
   * @param {HTMLElement} root
   * @param {() => void} onSwitch
   */
  constructor(root, onSwitch) {
    this.root = root;
    this.onSwitch = onSwitch;
    this.buttons = CHANNELS.map(({ key }, at) => this.#makeButton(key, at));
    root.append(...this.buttons);
    for (const key of QUIET) this.#set(key, false);
    this.#setTabStop(this.buttons[0]);
    root.addEventListener('keydown', (event) => this.#move(event));
    this.say(null);
  }

  /** True when the layer's marks are shown. @param {string} key */
  isOn(key) {
    return !document.documentElement.classList.contains(OFF + key);
  }

  /** Switches the layer at this place of the bar, and says in words what came of it. @param {number} at */
  switchAt(at) {
    const { key } = CHANNELS[at];
    this.#set(key, !this.isOn(key));
    this.onSwitch();
    return t(this.isOn(key) ? 'layerOn' : 'layerOff', { name: tName('channel', key) });
  }

  /** Shows names in the interface's language, and how many marks each layer has. @param {number[] | null} counts */
  say(counts) {
    const numbers = new Intl.NumberFormat(locale());
    CHANNELS.forEach(({ key }, at) => {
      const [name, count] = this.buttons[at].children;
      name.textContent = tName('channel', key);
      count.textContent = counts ? numbers.format(counts[at]) : '';
      this.buttons[at].classList.toggle('none', counts !== null && counts[at] === 0);
      // A layer of the reader's own is there when the reader looks for something.
      if (key === OWN) this.buttons[at].hidden = !counts?.[at];
    });
  }

  /**
   * @param {string} key
   * @param {number} at
   */
  #makeButton(key, at) {
    const button = make('button', { type: 'button', class: `chip ${key}`, 'aria-pressed': 'true', tabindex: -1, 'data-layer': key });
    button.append(make('span', { class: 'chip-name' }), make('span', { class: 'chip-count' }));
    button.addEventListener('click', () => {
      this.#setTabStop(button);
      this.switchAt(at);
    });
    return button;
  }

  /**
   * @param {string} key
   * @param {boolean} isOn
   */
  #set(key, isOn) {
    document.documentElement.classList.toggle(OFF + key, !isOn);
    this.buttons[CHANNELS.findIndex((channel) => channel.key === key)].setAttribute('aria-pressed', String(isOn));
  }

  /** @param {HTMLElement} button */
  #setTabStop(button) {
    for (const one of this.buttons) one.tabIndex = one === button ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const shown = this.buttons.filter((button) => !button.hidden);
    const at = shown.findIndex((button) => button === event.target);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = shown[(at + step + shown.length) % shown.length];
    this.#setTabStop(next);
    next.focus();
  }
}
