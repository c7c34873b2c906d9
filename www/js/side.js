// The panels beside the article, as tabs; on a phone they are a drawer. Each panel is a plain function from a reading to nodes.

import { make } from './dom.js';
import { locale, t } from './i18n.js';
import { renderAbbreviations } from './panels/abbreviations.js';
import { renderChecks } from './panels/checks.js';
import { renderNumbers } from './panels/numbers.js';
import { renderOwn } from './panels/own.js';
import { renderSaid } from './panels/said.js';
import { renderWhen } from './panels/when.js';
import { renderWho } from './panels/who.js';

/** @typedef {import('./reading.js').Reading} Reading */

/**
 * @typedef {object} SideActions
 * @property {(i: number) => void} go Shows an annotation in the article, with its card.
 * @property {(range: {start: number, end: number}) => void} goPlace
 * @property {(entity: number) => void} choose Lights up all mentions of an entity, or of none (-1).
 * @property {(i: number) => void} dismiss
 * @property {(reading: Reading, i: number) => Promise<string>} explain Why an annotation says what it says.
 * @typedef {object} SideState
 * @property {number} chosen The entity that is lit up, or -1.
 * @property {ReadonlySet<string>} dismissed Checks that the reader has put aside.
 * @typedef {object} Panel
 * @property {'who' | 'when' | 'said' | 'numbers' | 'short' | 'checks' | 'own'} key
 * @property {(reading: Reading, state: SideState) => number} count
 * @property {(reading: Reading, actions: SideActions, state: SideState) => Node[]} render
 */

/**
 * The checks that the reader has not put aside.
 *
 * @param {Reading} reading
 * @param {SideState} state
 */
export function openChecks(reading, { dismissed }) {
  const checks = reading.ofChannel('check');
  return dismissed.size ? checks.filter((i) => !dismissed.has(checkKey(reading, i))) : checks;
}

/** A check by what it says, so that it stays put aside when the text around it is edited. */
export function checkKey(/** @type {Reading} */ reading, /** @type {number} */ i) {
  return `${reading.label(i)}:${reading.words(i)}`;
}

/** @type {Panel[]} */
const PANELS = [
  { key: 'who', count: (reading) => reading.entities.length, render: renderWho },
  { key: 'when', count: (reading) => reading.ofChannel('time').length, render: renderWhen },
  { key: 'said', count: (reading) => reading.ofChannel('quote').length, render: renderSaid },
  { key: 'numbers', count: (reading) => reading.ofChannel('number').length, render: renderNumbers },
  { key: 'short', count: (reading) => reading.ofChannel('abbreviation').length, render: renderAbbreviations },
  { key: 'checks', count: (reading, state) => openChecks(reading, state).length, render: renderChecks },
  { key: 'own', count: (reading) => reading.ofChannel('custom').length, render: renderOwn },
];

export class Side {
  #shown = 0;
  /** @type {(() => void) | null} */
  #again = null;

  /**
   * @param {HTMLElement} root
   * @param {SideActions} actions
   */
  constructor(root, actions) {
    this.actions = actions;
    this.tabs = make('div', { class: 'tabs', role: 'tablist' });
    this.buttons = PANELS.map((panel, at) => this.#makeTab(panel, at));
    this.tabs.append(...this.buttons);
    this.tabs.addEventListener('keydown', (event) => this.#move(event));
    this.panel = make('div', { class: 'panel', id: 'panel', role: 'tabpanel', tabindex: 0 });
    root.append(this.tabs, this.panel);
  }

  /**
   * @param {Reading | null} reading
   * @param {SideState} state
   */
  update(reading, state) {
    this.#again = () => this.update(reading, state);
    const numbers = new Intl.NumberFormat(locale());
    this.tabs.setAttribute('aria-label', t('side'));
    PANELS.forEach(({ key, count }, at) => {
      const isShown = at === this.#shown;
      const [name, number] = this.buttons[at].children;
      name.textContent = t(key);
      const n = reading ? count(reading, state) : 0;
      number.textContent = reading ? numbers.format(n) : '';
      // The reader's own panel is there when it has something to show.
      this.buttons[at].hidden = key === 'own' && !n && !isShown;
      this.buttons[at].setAttribute('aria-selected', String(isShown));
      this.buttons[at].tabIndex = isShown ? 0 : -1;
    });
    const { key, render } = PANELS[this.#shown];
    this.panel.setAttribute('aria-labelledby', `tab-${key}`);
    this.panel.replaceChildren(...(reading ? render(reading, this.actions, state) : []));
  }

  /** Shows which entity is chosen; the list stays as it stands, be it unfolded or scrolled. @param {number} entity */
  press(entity) {
    for (const button of this.panel.querySelectorAll('[data-entity]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-entity') === String(entity)));
    }
  }

  /**
   * @param {Panel} panel
   * @param {number} at
   */
  #makeTab({ key }, at) {
    const tab = make('button', { type: 'button', class: 'tab', role: 'tab', id: `tab-${key}`, 'aria-controls': 'panel' });
    tab.append(make('span'), ' ', make('span', { class: 'tab-count' }));
    tab.addEventListener('click', () => this.#show(at));
    return tab;
  }

  /** @param {number} at */
  #show(at) {
    this.#shown = at;
    this.panel.scrollTop = 0;
    this.#again?.();
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const there = PANELS.map((_, at) => at).filter((at) => !this.buttons[at].hidden);
    this.#show(there[(there.indexOf(this.#shown) + step + there.length) % there.length]);
    this.buttons[this.#shown].focus();
  }
}
