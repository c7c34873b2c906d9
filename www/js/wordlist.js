// The reader's own words: always a person, always a place, never a name. A file keeps them, or this browser when asked.

import { wordsFromFile, wordsToFile } from './corrections.js';
import { make } from './dom.js';
import { t, tName } from './i18n.js';
import { saveFile } from './take.js';
import { visible } from './visible.js';

/** @typedef {import('./corrections.js').Word} Word */

/**
 * @param {HTMLElement} root
 * @param {readonly Word[]} words
 * @param {(words: readonly Word[]) => void} change
 * @param {HTMLElement} keeping Whether they are kept.
 */
export function renderWordList(root, words, change, keeping) {
  const close = make('button', { type: 'button', class: 'card-close', 'aria-label': t('close'), text: '×', popovertarget: root.id, popovertargetaction: 'hide' });
  const list = make('ul');
  for (const word of words) {
    const remove = make('button', { type: 'button', 'aria-label': t('removeArticle', { name: word.text }), text: '×' });
    remove.addEventListener('click', () => {
      change(words.filter((other) => other !== word));
      root.querySelector('button')?.focus();
    });
    const kind = word.label ? tName('label', word.label) : t('noName');
    list.append(make('li', {}, make('span', { class: 'take-words' }, make('bdi', { text: visible(word.text) }), ' ', make('span', { text: kind })), remove));
  }
  const wrong = make('p', { class: 'hint', role: 'alert' });
  const chooser = make('input', { type: 'file', accept: '.tsv,.txt,text/plain', hidden: true, tabindex: -1, 'aria-label': t('wordsImport') });
  chooser.addEventListener('change', async () => {
    const found = wordsFromFile((await chooser.files?.[0]?.text()) ?? '');
    if (found.wrong) wrong.textContent = t('wordsWrong', { line: String(found.wrong) });
    else change([...words.filter(({ text }) => !found.words.some((word) => word.text === text)), ...found.words]);
  });
  root.replaceChildren(
    close,
    make('h2', { text: t('wordsTitle') }),
    make('p', { class: 'hint', text: words.length ? t('wordsHint') : t('wordsNone') }),
    list,
    wrong,
    keeping,
    make('div', { class: 'row' }, chooser, make('button', { type: 'button', text: t('wordsImport'), onclick: () => chooser.click() }), make('button', { type: 'button', text: t('wordsExport'), disabled: !words.length, onclick: () => saveFile(wordsToFile(words), 'sorot-words.tsv', 'text/tab-separated-values') })),
  );
}
