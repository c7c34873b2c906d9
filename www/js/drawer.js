// On a narrow window the panels lie in a drawer; elsewhere they stand beside the article and this does nothing that is seen.

import { find } from './dom.js';

/** Makes the drawer's button work, and Escape close it. */
export function bindDrawer() {
  const button = find('side-open', HTMLButtonElement);
  button.addEventListener('click', () => set(button.getAttribute('aria-expanded') === 'false'));
  find('side', HTMLElement).addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    set(false);
    button.focus();
  });
}

export function closeDrawer() {
  set(false);
}

/** @param {boolean} isOpen */
function set(isOpen) {
  document.documentElement.classList.toggle('drawer-open', isOpen);
  find('side-open', HTMLButtonElement).setAttribute('aria-expanded', String(isOpen));
}
