// Short forms with their long forms.

import { make } from '../dom.js';
import { t } from '../i18n.js';
import { asWritten } from '../visible.js';
import { nothing } from './parts.js';

/** @type {import('../side.js').Panel['render']} */
export function renderAbbreviations(reading, actions) {
  const short = reading.ofChannel('abbreviation');
  if (!short.length) return nothing(t('nothingShort'));
  const root = make('dl', { class: 'abbreviations' });
  for (const i of short) {
    const button = make('button', { type: 'button', class: 'link', onclick: () => actions.go(i) }, asWritten(reading.string(i, 'value') || reading.words(i)));
    const long = make('dd', {}, asWritten(reading.string(i, 'detail') || '—'));
    if (reading.label(i) === 'undefined') long.append(' ', make('span', { class: 'kind', text: t('neverExpanded') }));
    root.append(make('dt', {}, button), long);
  }
  return [root];
}
