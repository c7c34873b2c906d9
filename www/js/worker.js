// Holds the wasm module. Every message is answered by its id, with a result or an error; messages are answered in order.

import init, { Reader, vocabulary } from '../pkg/sorot.js';

/** @typedef {import('./reader.js').Request} Request */

/** @type {Promise<Reader>} */
const ready = start();
/** @type {Promise<void>} */
let queue = Promise.resolve();
/** Which annotate request the reader's last article came from. */
let lastRead = 0;

self.onmessage = ({ data }) => {
  queue = queue.then(() => answer(data));
};

async function start() {
  await init({ module_or_path: new URL('../pkg/sorot_bg.wasm', import.meta.url) });
  return new Reader();
}

/** @param {Request} request */
async function answer(request) {
  /** @type {Reader} */
  let reader;
  try {
    reader = await ready;
  } catch (error) {
    return reply({ id: request.id, error: { kind: 'start', message: String(error) } });
  }
  try {
    const { result, transfer } = act(reader, request);
    reply({ id: request.id, result }, transfer);
  } catch (error) {
    // After a trap the module's memory cannot be trusted: the page throws this worker away.
    const kind = error instanceof WebAssembly.RuntimeError ? 'trap' : 'request';
    reply({ id: request.id, error: { kind, message: error instanceof Error ? error.message : String(error) } });
  }
}

/**
 * @param {Reader} reader
 * @param {Request} request
 * @returns {{result: any, transfer?: Transferable[]}}
 */
function act(reader, request) {
  switch (request.kind) {
    case 'annotate':
      return annotate(reader, request);
    case 'card':
      if (request.of !== lastRead) throw new Error('this article has been replaced by another');
      return { result: reader.card(request.index, request.language) };
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
