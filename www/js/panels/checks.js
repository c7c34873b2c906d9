// What an editor would query, each with its reason.

import { make } from '../dom.js';
import { t, tName } from '../i18n.js';
import { openChecks } from '../side.js';
import { visible } from '../visible.js';
import { context, list, nothing } from './parts.js';

/** @typedef {import('../reading.js').Reading} Reading */

/** @type {import('../side.js').Panel['render']} */
export function renderChecks(reading, actions, state) {
  const checks = openChecks(reading, state);
  if (!checks.length) return nothing(t('nothingChecks'));
  return list(checks, (i) => row(reading, i, actions), 'checks');
}

/**
 * @param {Reading} reading
 * @param {number} i
 * @param {import('../side.js').SideActions} actions
 */
function row(reading, i, actions) {
  const why = make('p', { class: 'why' });
  actions.explain(reading, i).then((sentence) => (why.textContent = visible(sentence)), () => {});
  return make(
    'li',
    {},
    make('span', { class: 'kind', text: tName('label', reading.label(i)) }),
    why,
    make('button', { type: 'button', class: 'timeline-where', onclick: () => actions.go(i) }, context(reading, i)),
    make('button', { type: 'button', class: 'link', text: t('dismiss'), onclick: () => actions.dismiss(i) }),
  );
}
