// A list of the reader's own that outlives the page only when the reader asks: a tick, and what it stands for.

import { make } from './dom.js';
import { t } from './i18n.js';
import { forgetOwn, keepOwn, keptOwn } from './keeping.js';

export class Remembered {
  #isKept = false;

  /**
   * @param {'names' | 'terms'} name
   * @param {() => string} file The list as a file's text, which is checked when it comes back.
   */
  constructor(name, file) {
    this.name = name;
    this.file = file;
  }

  /** What was kept, or nothing. */
  async recall() {
    const file = await keptOwn(this.name).catch(() => null);
    this.#isKept = file !== null;
    return file ?? '';
  }

  /** The list has changed. */
  update() {
    if (this.#isKept) keepOwn(this.name, this.file()).catch((error) => console.warn('not kept:', error));
  }

  /** All that was kept is gone. */
  forgotten() {
    this.#isKept = false;
  }

  /** The tick, with what it means; and what went wrong. */
  render() {
    const wrong = make('p', { class: 'hint', role: 'alert' });
    const tick = make('input', { type: 'checkbox', id: `keep-${this.name}`, checked: this.#isKept });
    tick.addEventListener('change', async () => {
      try {
        await (tick.checked ? keepOwn(this.name, this.file()) : forgetOwn(this.name));
        this.#isKept = tick.checked;
        wrong.textContent = '';
      } catch (error) {
        tick.checked = this.#isKept;
        wrong.textContent = t('requestFailed', { reason: error instanceof Error ? error.message : String(error) });
      }
    });
    return make('div', { class: 'keep-own' }, make('label', {}, tick, ` ${t('keepOwn')}`), make('p', { class: 'soft', text: t('keepOwnWords') }), wrong);
  }
}
