// Which of our languages a browser's owner reads.

/** @typedef {'id' | 'en'} Interface */

/**
 * The first of the browser's languages that is ours; else English.
 *
 * @param {readonly string[]} wished
 * @returns {Interface}
 */
export function preferred(wished) {
  for (const tag of wished) {
    const [base] = tag.toLowerCase().split('-');
    // Malay readers read Indonesian more easily than English.
    if (base === 'id' || base === 'in' || base === 'ms') return 'id';
    if (base === 'en') return 'en';
  }
  return 'en';
}
