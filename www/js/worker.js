// Holds the wasm module. Every message is answered by its id, with a result or an error; messages are answered in order.

import init, { Reader, vocabulary } from '../pkg/sorot.js';
import { findRules, loadFinder, testRule } from './finder.js';

/** @typedef {import('./reader.js').Request} Request */

/** @type {Reader | null} */
let reader = null;
/** @type {Promise<void>} */
let queue = Promise.resolve();
/** Which annotate request the reader's last article came from. */
let lastRead = 0;

self.onmessage = ({ data }) => {
  // These do not touch the reader, and wait for what may take long to come.
  if (data.kind === 'finder' || data.kind === 'test') return void answer(data);
  queue = queue.then(() => answer(data));
};

/** @param {Request} request */
async function answer(request) {
  try {
    const { result, transfer } = await act(request);
    reply({ id: request.id, result }, transfer);
  } catch (error) {
    // After a trap the module's memory cannot be trusted: the page throws this worker away.
    const kind = request.kind === 'start' ? 'start' : error instanceof WebAssembly.RuntimeError ? 'trap' : 'request';
    reply({ id: request.id, error: { kind, message: error instanceof Error ? error.message : String(error) } });
  }
}

/**
 * @param {Request} request
 * @returns {Promise<{result: any, transfer?: Transferable[]}>}
 */
async function act(request) {
  if (request.kind === 'start') {
    await init({ module_or_path: request.module });
    reader = new Reader();
    return { result: null };
  }
  if (request.kind === 'finder') return { result: await loadFinder() };
  if (request.kind === 'test') return { result: await testRule(request.rule) };
  if (!reader) throw new Error('the reader has not started');
  switch (request.kind) {
    case 'model':
      return { result: takeModel(reader, request.bytes) };
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
 * The language of a model; none when it is no model: a language without one is read by rules alone.
 *
 * @param {Reader} reader
 * @param {ArrayBuffer} bytes
 */
function takeModel(reader, bytes) {
  try {
    return reader.load_model(new Uint8Array(bytes));
  } catch (error) {
    console.error(error);
    return null;
  }
}

/**
 * @param {Reader} reader
 * @param {Extract<Request, {kind: 'annotate'}>} request
 */
function annotate(reader, request) {
  const { rules = [], ...wishes } = request.options;
  const { custom, outcomes } = findRules(request.text, rules);
  const started = performance.now();
  const answer = reader.annotate(request.text, { ...wishes, custom });
  const { rows, entities, strings, language, date, date_source: dateSource } = answer;
  const dateSpan = [...answer.date_span];
  answer.free();
  lastRead = request.id;
  const milliseconds = performance.now() - started;
  const result = { of: request.id, rows, entities, strings, language, date, dateSource, dateSpan, rules: outcomes, milliseconds, vocabulary: vocabulary() };
  return { result, transfer: [rows.buffer, entities.buffer] };
}

/**
 * @param {any} message
 * @param {Transferable[]} [transfer]
 */
function reply(message, transfer = []) {
  self.postMessage(message, { transfer });
}
