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

/** Fetches the tools, all their scripts at once, and puts them on the desk. */
async function bringTools() {
  // An article in the address is what the tools open.
  if (!location.hash) await soon(desk.shown, PATIENCE);
  document.head.append(find('later', HTMLTemplateElement).content);
  try {
    const { equip } = await import('./tools.js');
    equip(desk);
  } catch (error) {
    console.error(error);
    desk.messages.tell(t('toolsMissing'));
  }
}

speak(interfaceLanguage());
bindLanguages();
desk.showSample();
bringTools();
