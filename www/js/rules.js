// What the reader looks for, as plain data: a named list of terms or a regular expression. Pure functions.

/**
 * @typedef {object} Rule
 * @property {string} name What the reader calls it.
 * @property {'terms' | 'pattern'} kind
 * @property {string} text Terms, one a line; or the pattern.
 * @property {boolean} ignoresCase
 * @typedef {object} Outcome What came of a rule in an article.
 * @property {number} n Marks it made.
 * @property {boolean} hasMore More would have been too many, or too costly to find.
 * @property {string} reason What is wrong with it; empty when nothing is.
 * @property {number} start Where it is wrong.
 * @property {number} end
 */

/** More rules, and longer ones, than a person looks through. */
const MOST_RULES = 20;
export const LONGEST_NAME = 60;
export const LONGEST_RULE = 10_000;

/**
 * Puts a rule in the place of another, or at the end; a rule of the same name gives way.
 *
 * @param {readonly Rule[]} rules
 * @param {Rule} added
 * @param {Rule | null} insteadOf
 */
export function withRule(rules, added, insteadOf) {
  const others = rules.filter((rule) => rule === insteadOf || rule.name !== added.name);
  return others.some((rule) => rule === insteadOf) ? others.map((rule) => (rule === insteadOf ? added : rule)) : [...others, added];
}

/** True when there is no room for another rule. @param {readonly Rule[]} rules */
export function isFull(rules) {
  return rules.length >= MOST_RULES;
}

/** The rules as a file. @param {readonly Rule[]} rules */
export function rulesToFile(rules) {
  return `${JSON.stringify({ rules }, null, 2)}\n`;
}

/**
 * Rules from a file; none when it is no such file.
 *
 * @param {string} file
 * @returns {Rule[] | null}
 */
export function rulesFromFile(file) {
  let rules;
  try {
    ({ rules } = JSON.parse(file));
  } catch {
    return null;
  }
  return areRules(rules) ? rules.map(({ name, kind, text, ignoresCase }) => ({ name, kind, text, ignoresCase })) : null;
}

/** @param {any} rules @returns {rules is Rule[]} */
export function areRules(rules) {
  return Array.isArray(rules) && rules.length <= MOST_RULES && rules.every(isRule);
}

/** @param {any} rule @returns {rule is Rule} */
function isRule(rule) {
  const isText = (/** @type {any} */ text, /** @type {number} */ longest) => typeof text === 'string' && text.trim() !== '' && text.length <= longest;
  return (
    isText(rule?.name, LONGEST_NAME) && isText(rule.text, LONGEST_RULE) && (rule.kind === 'terms' || rule.kind === 'pattern') && typeof rule.ignoresCase === 'boolean'
  );
}
