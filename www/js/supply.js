// What reading needs: a worker, the compiled module, the models. The page begins with it before its other scripts are there.

import { preferred } from './preferred.js';
import { startWorker } from './trusted.js';

/**
 * @typedef {object} Supplies
 * @property {Worker} worker
 * @property {() => void} release Lets go of what started the worker.
 * @property {Promise<never>} failure The worker could not start.
 * @property {Promise<WebAssembly.Module>} module
 * @property {Promise<ArrayBuffer | null>} model Of the most likely language; none when it did not come.
 * @property {() => Promise<ArrayBuffer | null>} otherModel Fetches that of the other language.
 */

/** @type {Supplies | null} */
let early = begin();

/** A fresh set: the one that was begun with the page, or another. */
export function supplies() {
  const set = early ?? begin();
  early = null;
  return set;
}

/** @returns {Supplies} */
function begin() {
  const module = compile();
  const [language, other] = preferred(navigator.languages) === 'id' ? ['id', 'en'] : ['en', 'id'];
  const model = fetchModel(language);
  const { worker, release } = startWorker(['../pkg/sorot.js', './finder.js', './worker.js'].map((script) => new URL(script, import.meta.url)));
  /** @type {Promise<never>} */
  const failure = new Promise((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker did not start'));
    });
  });
  // Whoever takes the set hears of it; until then it is nobody's error.
  for (const promise of [module, failure]) promise.catch(() => {});
  return { worker, release, failure, module, model, otherModel: () => fetchModel(other) };
}

async function compile() {
  const response = await fetch(new URL('../pkg/sorot_bg.wasm', import.meta.url));
  if (!response.ok) throw new Error(`the module did not come: ${response.status}`);
  // Some hosts do not know what wasm is, and then it cannot be compiled as it comes.
  const isNamed = response.headers.get('Content-Type')?.startsWith('application/wasm');
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {string} language */
async function fetchModel(language) {
  try {
    const response = await fetch(new URL(`../pkg/names.${language}.bin`, import.meta.url));
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}
