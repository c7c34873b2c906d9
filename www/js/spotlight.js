// What the light falls on: one mark with its card, or all mentions of one chosen name.

import { Card } from './card.js';
import { find } from './dom.js';
import { closeDrawer } from './drawer.js';
import { interfaceLanguage } from './i18n.js';
import { checkKey, Side } from './side.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./shelf.js').Item} Item */

/**
 * @typedef {object} Stage
 * @property {import('./article.js').ArticleView} view
 * @property {import('./toolbar.js').Toolbar} toolbar
 * @property {import('./reader.js').Reader} reader
 * @property {() => Item} current The article that is shown.
 * @property {import('./card.js').Actions['correct']} correct
 */

export class Spotlight {
  /** The entity whose mentions are lit up, or -1. */
  #chosen = -1;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    const go = (/** @type {number} */ i) => this.#go(i);
    const goPlace = (/** @type {{start: number, end: number}} */ range) => this.#goPlace(range);
    const correct = (/** @type {Parameters<Stage['correct']>} */ ...what) => (this.card.close(), stage.correct(...what));
    this.card = new Card(find('card', HTMLElement), { go, goPlace, correct }, () => stage.view.light(this.#mentions()));
    this.side = new Side(find('side', HTMLElement), {
      go,
      goPlace,
      choose: (entity) => this.#choose(entity),
      dismiss: (i) => this.#dismiss(i),
      explain: async (reading, i) => (await this.#ask(reading, i)).explanation,
    });
  }

  /** Lets go of what is lit, for another article comes. */
  reset() {
    this.card.close();
    this.#chosen = -1;
    this.stage.view.light([]);
  }

  /** Shows the panels of what is now read. */
  update() {
    const { reading, dismissed } = this.stage.current();
    this.side.update(reading, { chosen: this.#chosen, dismissed });
  }

  /**
   * Opens the card of a mark, and lights up the mentions of its entity.
   *
   * @param {number} i
   * @param {HTMLElement} mark
   */
  openCard(i, mark) {
    const { reading } = this.stage.current();
    if (!reading || !this.stage.toolbar.isOn(reading.channelKey(i))) return;
    this.card.open(reading, i, mark, this.#ask(reading, i));
    this.stage.view.light([i, ...mentionsOf(reading.entity(i))]);
  }

  /** @param {number} i */
  #go(i) {
    closeDrawer();
    const mark = this.stage.view.select(i, { focus: true });
    if (mark) this.openCard(i, mark);
  }

  /** @param {{start: number, end: number}} range */
  #goPlace(range) {
    closeDrawer();
    this.card.close();
    this.stage.view.showPlace(range);
  }

  /** The mentions that stay lit when no card is open. */
  #mentions() {
    return mentionsOf(this.stage.current().reading?.entities[this.#chosen]);
  }

  /** @param {number} entity */
  #choose(entity) {
    this.#chosen = entity;
    const lit = this.#mentions();
    this.stage.view.light(lit);
    this.side.press(entity);
    if (lit.length) this.stage.view.select(lit[0], { focus: false });
  }

  /** @param {number} i */
  #dismiss(i) {
    const { reading, dismissed } = this.stage.current();
    if (!reading) return;
    dismissed.add(checkKey(reading, i));
    this.update();
    this.side.panel.focus({ preventScroll: true });
  }

  /**
   * @param {Reading} reading
   * @param {number} i
   */
  #ask(reading, i) {
    return this.stage.reader.card(reading.answer, i, interfaceLanguage());
  }
}

/** @param {import('./reading.js').Entity | null | undefined} entity */
function mentionsOf(entity) {
  return entity ? [...entity.mentions, ...entity.pronouns] : [];
}
