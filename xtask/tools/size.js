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
  'own terms': files.filter((name) => name.endsWith('terms_bg.wasm')),
  page: files.filter((name) => /\.(html|js|css|svg|webmanifest)$/.test(name)),
  'names, Indonesian': files.filter((name) => name.endsWith('names.id.bin')),
  'names, English': files.filter((name) => name.endsWith('names.en.bin')),
};

const sizes = {};
for (const [part, names] of Object.entries(parts)) {
  const size = { raw: 0, gzip: 0, brotli: 0 };
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    size.raw += bytes.length;
    size.gzip += gzipSync(bytes, { level: 9 }).length;
    size.brotli += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  }
  sizes[part] = size;
}
const kilobytes = (n) => (n / 1000).toFixed(1).padStart(9);
console.log(`${'KB'.padEnd(20)}${['raw', 'gzip', 'brotli'].map((word) => word.padStart(9)).join('')}`);
for (const [part, { raw, gzip, brotli }] of Object.entries(sizes)) {
  console.log(`${part.padEnd(20)}${kilobytes(raw)}${kilobytes(gzip)}${kilobytes(brotli)}`);
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
