// What the reader can switch on and off: one channel a button. Related channels share a colour family and differ in line.

/**
 * @typedef {object} Channel
 * @property {string} key Its name in classes, messages and the state.
 * @property {string[]} labels The labels of the core that it shows.
 */

/** @type {Channel[]} */
export const CHANNELS = [
  { key: 'person', labels: ['person'] },
  { key: 'role', labels: ['role'] },
  { key: 'organization', labels: ['organization'] },
  { key: 'place', labels: ['place'] },
  { key: 'other', labels: ['group', 'event', 'work'] },
  { key: 'time', labels: ['date', 'time', 'duration', 'set'] },
  { key: 'number', labels: ['money', 'percent', 'quantity', 'ordinal', 'cardinal'] },
  { key: 'quote', labels: ['direct', 'indirect', 'scare'] },
  { key: 'pronoun', labels: ['pronoun', 'nominal'] },
  { key: 'abbreviation', labels: ['pair', 'undefined'] },
  {
    key: 'structure',
    labels: ['headline', 'caption', 'credit', 'byline', 'dateline', 'paragraph', 'read-also', 'advert', 'author-code'],
  },
  {
    key: 'check',
    labels: [
      'weekday-mismatch',
      'impossible-date',
      'spelling-variants',
      'undefined-abbreviation',
      'unclosed-quote',
      'quote-without-speaker',
      'mixed-separators',
      'future-as-past',
    ],
  },
  { key: 'custom', labels: ['custom'] },
];

/** The position in {@link CHANNELS} of a label's channel; -1 for a label this page does not know. */
export function channelOf(/** @type {string} */ label) {
  return CHANNELS.findIndex((channel) => channel.labels.includes(label));
}
