// Opens the page: the desk, the language of its words, the ways in, and the first article.

import { Desk } from './desk.js';
import { find } from './dom.js';
import { bindDrawer } from './drawer.js';
import { renderHelp } from './help.js';
import { fillWords, interfaceLanguage, setInterfaceLanguage, t } from './i18n.js';
import { takeInput } from './input.js';
import { bindKeys } from './keys.js';
import { keepForOffline } from './offline.js';
import { holdsText, textOfLink } from './share.js';

const desk = new Desk();

/** @param {'id' | 'en'} language */
function speak(language) {
  setInterfaceLanguage(language);
  fillWords();
  for (const button of document.querySelectorAll('[data-interface]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-interface') === language));
  }
  renderHelp(find('help', HTMLElement));
  desk.corrector.showWords();
  desk.terms.show();
}

function bindLanguages() {
  for (const button of document.querySelectorAll('[data-interface]')) {
    button.addEventListener('click', () => {
      speak(/** @type {'id' | 'en'} */ (button.getAttribute('data-interface')));
      desk.changeLanguage();
    });
  }
}

/** Opens the article that came in the page's address, and takes it out of the address. */
async function openLink() {
  const { hash } = location;
  if (!holdsText(hash)) return;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    desk.take(await textOfLink(hash));
  } catch {
    desk.messages.tell(t('linkBroken'));
  }
}

speak(interfaceLanguage());
bindLanguages();
takeInput({ take: (text, name) => desk.take(text, name), fail: (name) => desk.messages.tell(t('fileFailed', { name })), editor: desk.editor });
find('clear', HTMLButtonElement).addEventListener('click', () => desk.clear());
bindDrawer();
bindKeys(desk);
desk.showSample();
desk.recall();
openLink();
window.addEventListener('hashchange', openLink);
keepForOffline();
