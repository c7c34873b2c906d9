// The card of a mark: what it is, what it means, why, and where else.

import { GIVEN } from './corrections.js';
import { make } from './dom.js';
import { locale, t, tName } from './i18n.js';
import { asWritten, part, visible } from './visible.js';
import { numberInWords, timeInWords, weekdayInWords } from './words.js';

/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./reader.js').CardAnswer} CardAnswer */

/**
 * @typedef {object} Actions
 * @property {(i: number) => void} go Shows another annotation, with its card.
 * @property {(range: {start: number, end: number}) => void} goPlace Shows a place in the text.
 * @property {(i: number, label: string | undefined, everywhere: boolean) => void} correct Says what a mark is; none: nothing.
 */

/** Below these, in thousandths, a mark is likely, and unsure. */
const SURE = 850;
const LIKELY = 650;

export class Card {
  /** The annotation it shows; -1 when closed. */
  index = -1;
  /** The mark it stands beside. @type {HTMLElement | null} */
  #mark = null;

  /**
   * @param {HTMLElement} element
   * @param {Actions} actions
   * @param {() => void} onClose
   */
  constructor(element, actions, onClose) {
    this.element = element;
    this.actions = actions;
    // It goes along when the page scrolls, smoothly or by hand.
    window.addEventListener('scroll', () => this.index >= 0 && this.#place(), { passive: true });
    element.addEventListener('toggle', (event) => {
      if (/** @type {any} */ (event).newState !== 'closed') return;
      this.index = -1;
      onClose();
    });
  }

  /**
   * Opens beside a mark. What only the worker knows comes later and is put in its place.
   *
   * @param {Reading} reading
   * @param {number} i
   * @param {HTMLElement} mark
   * @param {Promise<CardAnswer>} answered
   */
  open(reading, i, mark, answered) {
    this.element.hidePopover();
    this.index = i;
    this.#mark = mark;
    this.element.replaceChildren(...this.#body(reading, i, null));
    this.element.showPopover();
    this.#place();
    answered.then((answer) => this.#complete(reading, i, answer), () => {});
  }

  close() {
    this.element.hidePopover();
  }

  /**
   * @param {Reading} reading
   * @param {number} i
   * @param {CardAnswer} answer
   */
  #complete(reading, i, answer) {
    if (this.index !== i) return;
    const hadFocus = this.element.contains(document.activeElement);
    const wasCorrecting = this.element.querySelector('details')?.open ?? false;
    this.element.replaceChildren(...this.#body(reading, i, answer));
    this.element.querySelector('details')?.toggleAttribute('open', wasCorrecting);
    this.#place();
    if (hadFocus) this.element.focus();
  }

  /**
   * @param {Reading} reading
   * @param {number} i
   * @param {CardAnswer | null} answer
   */
  #body(reading, i, answer) {
    const facts = make('dl', { class: 'card-facts' });
    const add = (/** @type {string} */ term, /** @type {(Node | string)[]} */ ...said) => {
      if (said.length && said[0] !== '') facts.append(make('dt', { text: term }), make('dd', {}, ...said));
    };
    this.#addValue(reading, i, add);
    if (answer) this.#addAnswer(reading, answer, add);
    this.#addPlaces(reading, i, answer, add);
    add(t('cardConfidence'), confidence(reading.confidence(i)));
    add(t('cardRule'), make('code', { text: reading.string(i, 'rule') }));
    const close = make('button', { type: 'button', class: 'card-close', 'aria-label': t('close'), text: '×' });
    close.addEventListener('click', () => this.close());
    const head = make('div', { class: `card-head ${reading.channelKey(i)}` });
    head.append(make('span', { id: 'card-kind', class: 'card-label', text: tName('label', reading.label(i)) }), close);
    return [head, make('h2', { id: 'card-title', class: 'card-title' }, asWritten(shorten(reading.words(i)))), facts, this.#correction(reading, i)];
  }

  /**
   * @param {Reading} reading
   * @param {number} i
   * @param {(term: string, ...said: (Node | string)[]) => void} add
   */
  #addValue(reading, i, add) {
    const [value, detail, modifier] = [reading.string(i, 'value'), reading.string(i, 'detail'), reading.modifier(i)];
    switch (reading.channelKey(i)) {
      case 'time': {
        add(t('cardValue'), timeInWords(value, modifier, reading.days(i)));
        const code = (/** @type {string} */ text) => make('code', { text });
        if (!detail || detail === value) {
          add(t('cardCode'), code(value));
        } else {
          add('TIMEX3', code(value));
          add('EDTF', code(detail));
        }
        break;
      }
      case 'number':
        add(t('cardValue'), numberInWords(reading.label(i), value, detail, modifier));
        add(t('cardCode'), make('code', { text: [value, detail].filter(Boolean).join(' ') }));
        break;
      case 'abbreviation':
        add(t('cardLong'), visible(detail));
        break;
      case 'check':
        add(t('cardExpected'), reading.label(i) === 'weekday-mismatch' ? weekdayInWords(value) : visible(value));
        break;
      case 'custom':
        add(t('cardOwn'), asWritten(value));
        break;
    }
  }

  /**
   * @param {Reading} reading
   * @param {CardAnswer} answer
   * @param {(term: string, ...said: (Node | string)[]) => void} add
   */
  #addAnswer(reading, answer, add) {
    add(t('cardWhy'), visible(answer.explanation));
    if (answer.alternative) add(t('cardAlternative'), timeInWords(answer.alternative, '', null), ' ', make('code', { text: answer.alternative }));
    if (answer.source) add(t('cardVia'), asWritten(reading.text.slice(...answer.source)));
  }

  /**
   * How the reader says that a mark is wrong.
   *
   * @param {Reading} reading
   * @param {number} i
   */
  #correction(reading, i) {
    const details = make('details', { class: 'card-correct' }, make('summary', { text: t('correct') }));
    if (!GIVEN.includes(reading.label(i))) {
      details.append(make('button', { type: 'button', text: t('removeMark'), onclick: () => this.actions.correct(i, undefined, false) }));
      return details;
    }
    const label = make('select', { id: 'card-label' });
    for (const one of GIVEN) label.append(make('option', { value: one, text: tName('label', one), selected: one === reading.label(i) }));
    label.append(make('option', { value: '', text: t('noName') }));
    const scope = make('select', { id: 'card-scope' });
    scope.append(make('option', { value: '', text: t('scopeHere') }), make('option', { value: 'everywhere', text: t('scopeEverywhere') }));
    const apply = make('button', { type: 'button', text: t('correctApply') });
    apply.addEventListener('click', () => this.actions.correct(i, label.value || undefined, scope.value !== ''));
    details.append(make('label', {}, t('correctAs'), ' ', label), make('label', {}, t('scope'), ' ', scope), apply);
    return details;
  }

  /**
   * The entity with its other mentions, and the other places concerned.
   *
   * @param {Reading} reading
   * @param {number} i
   * @param {CardAnswer | null} answer
   * @param {(term: string, ...said: (Node | string)[]) => void} add
   */
  #addPlaces(reading, i, answer, add) {
    const key = reading.channelKey(i);
    const entity = reading.entity(i);
    const other = reading.other(i);
    if (entity) {
      const term = key === 'quote' ? t('cardSpeaker') : key === 'role' ? t('cardOf') : t('cardEntity');
      // A name that stands there once refers to itself.
      const isPlain = entity.mentions.length === 1 && entity.name === reading.words(i);
      if (!isPlain) add(term, asWritten(entity.name), this.#mentions(entity.mentions, i));
      if (entity.roles.length && key !== 'role') add(t('cardRoles'), visible(roleWords(reading, entity.roles)));
    } else if (key === 'quote' && other) {
      add(t('cardSpeaker'), asWritten(reading.text.slice(other.start, other.end)));
    }
    const others = answer?.others ?? [];
    if (others.length) add(t('cardElsewhere'), ...others.slice(0, 5).map(([start, end]) => this.#placeButton(reading, { start, end })));
  }

  /**
   * @param {number[]} mentions
   * @param {number} i
   */
  #mentions(mentions, i) {
    const walk = make('span', { class: 'card-walk' });
    const at = mentions.indexOf(i);
    if (mentions.length < 2 && at >= 0) return walk;
    if (!mentions.length) return walk;
    const step = (/** @type {number} */ by) => mentions[at < 0 ? 0 : (at + by + mentions.length) % mentions.length];
    const button = (/** @type {string} */ text, /** @type {string} */ label, /** @type {number} */ by) =>
      make('button', { type: 'button', class: 'step', text, 'aria-label': label, onclick: () => this.actions.go(step(by)) });
    const count = at < 0 ? t('mentions', { n: mentions.length }) : t('cardMention', { k: at + 1, n: mentions.length });
    walk.append(button('‹', t('cardPrevious'), -1), make('span', { text: count }), button('›', t('cardNext'), 1));
    return walk;
  }

  /**
   * @param {Reading} reading
   * @param {{start: number, end: number}} range
   */
  #placeButton(reading, range) {
    const text = shorten(reading.text.slice(range.start, range.end));
    return make('button', { type: 'button', class: 'link', onclick: () => this.actions.goPlace(range) }, asWritten(text));
  }

  /** Beside the mark where there is room; on a narrow window the style sheet puts it at the bottom. */
  #place() {
    const mark = this.#mark;
    const { style } = this.element;
    if (!mark) return;
    if (matchMedia('(max-width: 40rem)').matches) {
      for (const side of ['left', 'top']) style.removeProperty(side);
      return;
    }
    const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.element;
    // Not over the panels, from which one may have come.
    const right = mark.closest('.article')?.getBoundingClientRect().right ?? innerWidth;
    const left = Math.max(8, Math.min(box.left, right - offsetWidth - 8));
    const isBelow = box.bottom + offsetHeight + 16 < innerHeight || box.top < offsetHeight + 16;
    const top = isBelow ? Math.min(box.bottom + 10, innerHeight - offsetHeight - 8) : box.top - offsetHeight - 10;
    style.left = `${left}px`;
    style.top = `${Math.max(8, top)}px`;
  }
}

/**
 * The roles of somebody, each form once.
 *
 * @param {Reading} reading
 * @param {number[]} roles
 */
export function roleWords(reading, roles) {
  return [...new Set(roles.map((i) => reading.words(i)))].join(', ');
}

/** @param {number} thousandths */
function confidence(thousandths) {
  const words = thousandths >= SURE ? t('sure') : thousandths >= LIKELY ? t('likely') : t('unsure');
  const share = new Intl.NumberFormat(locale(), { style: 'percent' }).format(thousandths / 1000);
  return `${words}, ${share}`;
}

/** @param {string} text */
export function shorten(text) {
  const clean = text.replace(/\s+/g, ' ');
  return clean.length > 160 ? `${part(clean, 0, 150)}…` : clean;
}
