// Runs in the worker: the second module, which finds what the reader looks for. It is loaded with the page, after all that the
// first article needs, so that when it is fetched says nothing about what is looked for.

/** @typedef {import('./rules.js').Rule} Rule */
/** @typedef {import('./rules.js').Outcome} Outcome */

/** @typedef {typeof import('../pkg/terms.js').search} Search */

/** @type {Search | null} */
let search = null;
/** Why there is none. */
let reason = 'loading';
let arrive = () => {};
const arrival = new Promise((/** @type {(value: void) => void} */ resolve) => (arrive = resolve));

/** Loads the module; without it, rules say that they cannot be used. */
export async function loadFinder() {
  try {
    const terms = await import('../pkg/terms.js');
    await terms.default({ module_or_path: new URL('../pkg/terms_bg.wasm', import.meta.url) });
    search = terms.search;
  } catch (error) {
    console.error(error);
    reason = 'missing';
  }
  arrive();
}

/**
 * What is wrong with a rule, if anything.
 *
 * @param {Rule} rule
 */
export async function testRule(rule) {
  await arrival;
  return findRules('', [rule]).outcomes[0];
}

/**
 * Looks for each rule in a text. An article does not wait for the module: when it comes, the article is read again.
 *
 * @param {string} text
 * @param {readonly Rule[]} rules
 * @returns {{custom: {name: string, spans: Uint32Array}[], outcomes: Outcome[]}} Spans are bytes, as the core counts.
 */
export function findRules(text, rules) {
  const found = rules.map((rule) => look(text, rule));
  return { custom: found.map(({ spans }, at) => ({ name: rules[at].name, spans })), outcomes: found.map(({ outcome }) => outcome) };
}

/**
 * @param {string} text
 * @param {Rule} rule
 */
function look(text, rule) {
  if (!search) return { spans: new Uint32Array(), outcome: { n: 0, hasMore: false, reason, start: 0, end: 0 } };
  const answer = search(text, rule.kind, rule.text, rule.ignoresCase);
  const { spans, has_more: hasMore, reason: wrong, start, end } = answer;
  answer.free();
  return { spans, outcome: { n: spans.length / 2, hasMore, reason: wrong, start, end } };
}
