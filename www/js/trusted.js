// The only places where text may become code or markup: the worker's starter, and pasted HTML on its way to plain text.

/** @typedef {{createHTML(text: string): any, createScriptURL(url: string): any}} Policy */

/** @type {Policy} */
const untouched = { createHTML: (text) => text, createScriptURL: (url) => url };

const rules = {
  // Parsed into a document that is never shown and runs nothing; only its text is read.
  createHTML: (/** @type {string} */ text) => text,
  createScriptURL: (/** @type {string} */ url) => {
    if (!url.startsWith('blob:')) throw new TypeError(`not the worker's starter: ${url}`);
    return url;
  },
};

/** @type {Policy} */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy('sorot', rules) ?? untouched;

/**
 * Parses HTML into an inert document.
 *
 * @param {string} html
 */
export function parseHtml(html) {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/**
 * Starts a module as a worker from a blob, for a worker made so is bound by the page's own policy, and one made from a file
 * is not where the policy stands in a meta tag.
 *
 * @param {URL} module
 */
export function startWorker(module) {
  const starter = new Blob([`import ${JSON.stringify(module.href)};`], { type: 'text/javascript' });
  const url = URL.createObjectURL(starter);
  const worker = new Worker(policy.createScriptURL(url), { type: 'module' });
  return { worker, release: () => URL.revokeObjectURL(url) };
}
