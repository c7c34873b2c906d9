// What a reader downloads, part by part, and whether it stays within the budget. node size.js FOLDER

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * KB after brotli: the weight of wink-nlp with its web model for one language, and half as much again for both. What finds the
 * reader's own terms comes after the first article, which wink-nlp has nothing like, and is told by itself.
 */
const BUDGET = { 'one language': 789, 'both languages': 1200 };

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true }).map(String).sort();
const parts = {
  code: files.filter((name) => name.endsWith('sorot_bg.wasm')),
  'own terms': files.filter((name) => /pkg.terms(_bg\.wasm|\.js)$/.test(name)),
  page: files.filter((name) => /\.(html|js|css|svg|webmanifest)$/.test(name) && !/pkg.terms\.js$/.test(name)),
  'names, Indonesian': files.filter((name) => name.endsWith('names.id.bin')),
  'names, English': files.filter((name) => name.endsWith('names.en.bin')),
};

/** Each file is sent by itself, so each is compressed by itself. @param {Uint8Array[]} pieces */
function weigh(pieces) {
  const sum = (/** @type {(bytes: Uint8Array) => number} */ weight) => pieces.reduce((sum, bytes) => sum + weight(bytes), 0);
  return {
    raw: sum((bytes) => bytes.length),
    gzip: sum((bytes) => gzipSync(bytes, { level: 9 }).length),
    brotli: sum((bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length),
  };
}

/** The contents of a module's sections of one kind. @param {Uint8Array} module @param {number} wanted */
function sections(module, wanted) {
  const found = [];
  for (let at = 8; at < module.length; ) {
    const kind = module[at++];
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      size += (module[at] & 127) * 2 ** shift;
      more = module[at++] > 127;
    }
    if (kind === wanted) found.push(module.subarray(at, at + size));
    at += size;
  }
  return found;
}

const kilobytes = (n) => (n / 1000).toFixed(1).padStart(9);
const line = (part, { raw, gzip, brotli }) => console.log(`${part.padEnd(20)}${kilobytes(raw)}${kilobytes(gzip)}${kilobytes(brotli)}`);
const read = (name) => readFileSync(join(folder, name));
const sizes = Object.fromEntries(Object.entries(parts).map(([part, names]) => [part, weigh(names.map(read))]));

console.log(`${'KB'.padEnd(20)}${['raw', 'gzip', 'brotli'].map((word) => word.padStart(9)).join('')}`);
for (const [part, size] of Object.entries(sizes)) {
  line(part, size);
  if (part !== 'code') continue;
  line('  instructions', weigh(parts.code.flatMap((name) => sections(read(name), 10))));
  line('  words and tables', weigh(parts.code.flatMap((name) => sections(read(name), 11))));
}

const brotli = (...names) => names.reduce((sum, name) => sum + sizes[name].brotli, 0) / 1000;
const heavier = Math.max(brotli('names, Indonesian'), brotli('names, English'));
const needed = Object.keys(sizes).filter((part) => part !== 'own terms');
const weights = { 'one language': brotli('code', 'page') + heavier, 'both languages': brotli(...needed) };
for (const [what, weight] of Object.entries(weights)) {
  console.log(`${what.padEnd(20)}${' '.repeat(18)}${weight.toFixed(1).padStart(9)}  of ${BUDGET[what]}`);
  if (weight > BUDGET[what]) process.exitCode = 1;
}
if (process.exitCode) console.error('The page has grown past its budget: see which part above, and take something out.');
