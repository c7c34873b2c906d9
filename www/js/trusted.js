// The only places where text may become code or markup: the worker's starter, and pasted HTML on its way to plain text.

/** The service worker, the only script that is started by its address. */
const KEEPER = new URL('../sw.js', import.meta.url).href;

/** @typedef {{createHTML(text: string): any, createScriptURL(url: string): any}} Policy */

/** @type {Policy} */
const untouched = { createHTML: (text) => text, createScriptURL: (url) => url };

const rules = {
  // Parsed into a document that is never shown and runs nothing; only its text is read.
  createHTML: (/** @type {string} */ text) => text,
  createScriptURL: (/** @type {string} */ url) => {
    if (!url.startsWith('blob:') && url !== KEEPER) throw new TypeError(`not a worker of this page: ${url}`);
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
 * Starts modules as a worker from a blob, for a worker made so is bound by the page's own policy, and one made from a file
 * is not where the policy stands in a meta tag.
 *
 * @param {URL[]} modules What the last one imports comes first, so that all are asked for at once.
 */
export function startWorker(modules) {
  const starter = new Blob(modules.map(({ href }) => `import ${JSON.stringify(href)};`), { type: 'text/javascript' });
  const url = URL.createObjectURL(starter);
  const worker = new Worker(policy.createScriptURL(url), { type: 'module' });
  return { worker, release: () => URL.revokeObjectURL(url) };
}

/** Registers the service worker. */
export function registerKeeper() {
  return navigator.serviceWorker.register(policy.createScriptURL(KEEPER));
}
