// Holds the wasm module. Every message is answered by its id, with a result or an error; messages are answered in order.

import init, { Reader, vocabulary } from '../pkg/sorot.js';

/** @typedef {import('./reader.js').Request} Request */

/** @type {Reader | null} */
let reader = null;
/** @type {Promise<void>} */
let queue = Promise.resolve();
/** Which annotate request the reader's last article came from. */
let lastRead = 0;

self.onmessage = ({ data }) => {
  queue = queue.then(() => answer(data));
};

/**
 * Loads the module and the model of the first language; the other models come when they are there. Both are always
 * loaded, so that what is fetched says nothing about what will be read.
 *
 * @param {string[]} languages
 */
async function start(languages) {
  const [first, ...others] = languages.map(fetchModel);
  await init({ module_or_path: new URL('../pkg/sorot_bg.wasm', import.meta.url) });
  reader = new Reader();
  for (const other of others) other.then((bytes) => (queue = queue.then(() => announce(bytes))));
  return { model: takeModel(await first) };
}

/** @param {string} language */
async function fetchModel(language) {
  try {
    const response = await fetch(new URL(`../pkg/names.${language}.bin`, import.meta.url));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** Without its model a language is read by rules alone. @param {Uint8Array | null} bytes */
function takeModel(bytes) {
  try {
    return bytes && reader ? reader.load_model(bytes) : null;
  } catch (error) {
    console.error(error);
    return null;
  }
}

/** @param {Uint8Array | null} bytes */
function announce(bytes) {
  self.postMessage({ model: takeModel(bytes) });
}

/** @param {Request} request */
async function answer(request) {
  try {
    if (request.kind === 'start') return reply({ id: request.id, result: await start(request.languages) });
    if (!reader) throw new Error('the reader has not started');
    const { result, transfer } = act(reader, request);
    reply({ id: request.id, result }, transfer);
  } catch (error) {
    // After a trap the module's memory cannot be trusted: the page throws this worker away.
    const kind = request.kind === 'start' ? 'start' : error instanceof WebAssembly.RuntimeError ? 'trap' : 'request';
    reply({ id: request.id, error: { kind, message: error instanceof Error ? error.message : String(error) } });
  }
}

/**
 * @param {Reader} reader
 * @param {Exclude<Request, {kind: 'start'}>} request
 * @returns {{result: any, transfer?: Transferable[]}}
 */
function act(reader, request) {
  switch (request.kind) {
    case 'annotate':
      return annotate(reader, request);
    case 'card':
      if (request.of !== lastRead) throw new Error('this article has been replaced by another');
      return { result: reader.card(request.index, request.language) };
    case 'write':
      if (request.of !== lastRead) throw new Error('this article has been replaced by another');
      return { result: reader.write(request.format, request.name) };
  }
}

/**
 * @param {Reader} reader
 * @param {Extract<Request, {kind: 'annotate'}>} request
 */
function annotate(reader, request) {
  const started = performance.now();
  const answer = reader.annotate(request.text, request.options);
  const { rows, entities, strings, language, date, date_source: dateSource } = answer;
  const dateSpan = [...answer.date_span];
  answer.free();
  lastRead = request.id;
  const milliseconds = performance.now() - started;
  const result = { of: request.id, rows, entities, strings, language, date, dateSource, dateSpan, milliseconds, vocabulary: vocabulary() };
  return { result, transfer: [rows.buffer, entities.buffer] };
}

/**
 * @param {any} message
 * @param {Transferable[]} [transfer]
 */
function reply(message, transfer = []) {
  self.postMessage(message, { transfer });
}
