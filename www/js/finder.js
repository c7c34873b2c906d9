// Runs in the worker: the second module, which finds what the reader looks for. It is loaded with the page, after all that the
// first article needs, so that when it is fetched says nothing about what is looked for.

/** @typedef {import('./rules.js').Rule} Rule */
/** @typedef {import('./rules.js').Outcome} Outcome */

/** @typedef {typeof import('../pkg/terms.js').search} Search */

/** @type {(search: Search | null) => void} */
let arrive = () => {};
const arrival = new Promise((/** @type {typeof arrive} */ resolve) => (arrive = resolve));

/** Loads the module; without it, rules say that they cannot be used. */
export async function loadFinder() {
  try {
    const { default: init, search } = await import('../pkg/terms.js');
    await init({ module_or_path: new URL('../pkg/terms_bg.wasm', import.meta.url) });
    arrive(search);
  } catch (error) {
    console.error(error);
    arrive(null);
  }
}

/**
 * Looks for each rule in a text.
 *
 * @param {string} text
 * @param {readonly Rule[]} rules
 * @returns {Promise<{custom: {name: string, spans: Uint32Array}[], outcomes: Outcome[]}>} Spans are bytes, as the core counts.
 */
export async function findRules(text, rules) {
  const search = rules.length ? await arrival : null;
  const found = rules.map((rule) => (search ? look(search, text, rule) : { spans: new Uint32Array(), outcome: nothing('missing') }));
  return { custom: found.map(({ spans }, at) => ({ name: rules[at].name, spans })), outcomes: found.map(({ outcome }) => outcome) };
}

/**
 * @param {Search} search
 * @param {string} text
 * @param {Rule} rule
 */
function look(search, text, rule) {
  const answer = search(text, rule.kind, rule.text, rule.ignoresCase);
  const { spans, has_more: hasMore, reason, start, end } = answer;
  answer.free();
  return { spans, outcome: { n: spans.length / 2, hasMore, reason, start, end } };
}

/** @param {string} reason @returns {Outcome} */
function nothing(reason) {
  return { n: 0, hasMore: false, reason, start: 0, end: 0 };
}
