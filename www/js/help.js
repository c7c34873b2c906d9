// The help: the keys, and how to check that nothing leaves the machine.

import { make } from './dom.js';
import { t } from './i18n.js';

/** @param {HTMLElement} root */
export function renderHelp(root) {
  /** @type {[string[], string][]} */
  const keys = [
    [['←', '→', 'j', 'k'], t('keyMove')],
    [['n', 'p'], t('keySame')],
    [['Enter'], t('keyCard')],
    [['Esc'], t('keyClose')],
    [['1', '…', '9'], t('keyLayer')],
    [['?'], t('keyHelp')],
  ];
  const list = make('dl', { class: 'keys' });
  for (const [names, words] of keys) {
    list.append(make('dt', {}, ...names.map((name) => make('kbd', { text: name }))), make('dd', { text: words }));
  }
  const close = make('button', { type: 'button', class: 'card-close', 'aria-label': t('close'), text: '×', popovertarget: 'help', popovertargetaction: 'hide' });
  root.replaceChildren(
    close,
    make('h2', { text: t('keysTitle') }),
    list,
    make('p', { class: 'hint', text: t('keysWhere') }),
    make('h2', { text: t('privacyTitle') }),
    make('p', { text: t('privacyText') }),
    make('ol', { class: 'ways' }, ...['Network', 'Offline', 'Policy', 'Storage'].map((way) => make('li', {}, make('b', { text: t(wayKey(way, 'Title')) }), ' ', t(wayKey(way, 'Text'))))),
    make('pre', { class: 'policy', tabindex: 0, role: 'region', 'aria-label': t('privacyPolicyTitle') }, make('code', { dir: 'ltr', text: policy() })),
    make('p', { class: 'hint', text: t('privacyLeft') }),
  );
}

/**
 * @param {string} way
 * @param {'Title' | 'Text'} part
 */
function wayKey(way, part) {
  return /** @type {import('./i18n.js').Key} */ (`privacy${way}${part}`);
}

/** The policy that this very page is bound by, one rule a line. */
function policy() {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return meta?.getAttribute('content')?.replaceAll('; ', ';\n') ?? '';
}
