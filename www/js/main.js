// Opens the page: the language of its words, the desk with the sample on it, and then all else.

import { Desk } from './desk.js';
import { find, soon } from './dom.js';
import { fillWords, interfaceLanguage, setInterfaceLanguage, t } from './i18n.js';

/** What else there is does not wait longer than this for the first article: its model may be slow in coming. */
const PATIENCE = 1000;

const desk = new Desk();

/** @param {'id' | 'en'} language */
function speak(language) {
  setInterfaceLanguage(language);
  fillWords();
  for (const button of document.querySelectorAll('[data-interface]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-interface') === language));
  }
}

function bindLanguages() {
  for (const button of document.querySelectorAll('[data-interface]')) {
    button.addEventListener('click', () => {
      speak(/** @type {'id' | 'en'} */ (button.getAttribute('data-interface')));
      desk.changeLanguage();
    });
  }
}

/** @typedef {{getData(type: string): string}} Pasted */

/** What is pasted or pressed before the tools are there is kept for them, for on a slow line they take their time. */
function listenEarly() {
  const listening = new AbortController();
  /** @type {{pasted: Pasted | null, pressed: HTMLElement | null, end(): void}} */
  const early = { pasted: null, pressed: null, end: () => listening.abort() };
  const listen = (/** @type {'paste' | 'click'} */ type, /** @type {(event: any) => void} */ act) => document.addEventListener(type, act, { signal: listening.signal });
  listen('paste', (/** @type {ClipboardEvent} */ event) => {
    // What the event holds is gone when it is over.
    const kept = new Map(['text/html', 'text/plain'].map((type) => [type, event.clipboardData?.getData(type) ?? '']));
    Object.assign(early, { pasted: { getData: (/** @type {string} */ type) => kept.get(type) ?? '' }, pressed: null });
    event.preventDefault();
  });
  listen('click', ({ target }) => (early.pressed = target.closest('#write, #open, #clear, #invitation button') ?? early.pressed));
  return early;
}

/** Fetches the tools, all their scripts at once, and puts them on the desk. */
async function bringTools() {
  const early = listenEarly();
  // An article in the address is what the tools open.
  if (!location.hash) await soon(desk.shown, PATIENCE);
  document.head.append(find('later', HTMLTemplateElement).content);
  try {
    const { equip } = await import('./tools.js');
    early.end();
    equip(desk, early.pasted);
    early.pressed?.click();
  } catch (error) {
    console.error(error);
    desk.messages.tell(t('toolsMissing'));
  }
}

speak(interfaceLanguage());
bindLanguages();
desk.showSample();
bringTools();
