// Who and what the article names.

import { roleWords } from '../card.js';
import { make } from '../dom.js';
import { t, tName } from '../i18n.js';
import { asWritten, visible } from '../visible.js';
import { list, nothing } from './parts.js';

/** @typedef {import('../reading.js').Reading} Reading */
/** @typedef {import('../reading.js').Entity} Entity */

const LABELS = ['person', 'organization', 'place', 'group', 'event', 'work'];

/** @type {import('../side.js').Panel['render']} */
export function renderWho(reading, actions, state) {
  if (!reading.entities.length) return nothing(t('nothingWho'));
  return LABELS.flatMap((label) => {
    const entities = reading.entities.filter((entity) => entity.label === label).sort((a, b) => b.mentions.length - a.mentions.length);
    if (!entities.length) return [];
    return [make('h2', { text: tName('heading', label) }), ...list(entities, (entity) => row(reading, entity, actions, state), 'entities')];
  });
}

/**
 * @param {Reading} reading
 * @param {Entity} entity
 * @param {import('../side.js').SideActions} actions
 * @param {import('../side.js').SideState} state
 */
function row(reading, entity, actions, state) {
  const button = make('button', { type: 'button', class: 'entity', 'aria-pressed': state.chosen === entity.id, 'data-entity': entity.id });
  button.append(asWritten(entity.name, { class: 'entity-name' }), make('span', { class: 'entity-count', text: String(entity.mentions.length), 'aria-label': t('mentions', { n: entity.mentions.length }) }));
  button.addEventListener('click', () => actions.choose(button.getAttribute('aria-pressed') === 'true' ? -1 : entity.id));
  const item = make('li', {}, button);
  const also = [roleWords(reading, entity.roles), ...otherForms(reading, entity)].filter(Boolean).join(' · ');
  if (also) item.append(make('p', { class: 'entity-also', dir: 'auto', text: visible(also) }));
  return item;
}

/** A name's other forms stand among its first mentions; an article of megabytes may have half a million. */
const LOOKED_AT = 1000;

/**
 * The other forms that the article uses of a name.
 *
 * @param {Reading} reading
 * @param {Entity} entity
 */
function otherForms(reading, entity) {
  const forms = new Set(entity.mentions.slice(0, LOOKED_AT).map((i) => reading.words(i).replace(/\s+/g, ' ')));
  forms.delete(entity.name);
  return [...forms].slice(0, 6);
}
