// Sorot beside others on the same text, in one run: every system in its own process, the order turned round after each round.
// node bench.js [--text FILE] [--language id|en] [--rounds N] [--limit SECONDS]

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { chart } from './chart.js';
import { InBrowser } from './browser.js';
import { InNode } from './node.js';
import { SYSTEMS } from './systems.js';
import { table } from './table.js';
import { SIZES, sample, sourceText } from './texts.js';

const { values: options } = parseArgs({
  options: { text: { type: 'string' }, language: { type: 'string' }, rounds: { type: 'string', default: '5' }, limit: { type: 'string', default: '120' } },
});
/** A text that takes longer than this is given up and shown as ">". */
const LIMIT_MS = Number(options.limit) * 1000;

if (!InBrowser.isHere) console.error('Chromium is not here: its row is left out.');
const languages = options.language ? [options.language] : ['id', 'en'];
const results = [];
for (const language of languages) results.push(...(await compare(language)));
const machine = { processor: cpus()[0].model, cores: cpus().length, node: process.version, chromium: InBrowser.version };
console.log(table(results));
writeFileSync(new URL('results.json', import.meta.url), JSON.stringify({ machine, limit: LIMIT_MS, results }, null, 1));
writeFileSync(new URL('chart.svg', import.meta.url), chart(results));

async function compare(language) {
  const source = sourceText(language, options.text);
  const names = Object.keys(SYSTEMS).filter((name) => SYSTEMS[name].languages.includes(language) && (InBrowser.isHere || !SYSTEMS[name].inBrowser));
  const rows = names.map((name) => ({ system: name, language, finds: SYSTEMS[name].finds, bytes: wireBytes(SYSTEMS[name].files(language)), loading: [], times: {} }));
  for (const [label, size] of Object.entries(SIZES)) {
    const text = sample(source, size);
    if (text) await rounds(rows, { label, text, language });
    else console.error(`${language}: the text is shorter than ${label}; give a longer one with --text`);
  }
  return rows;
}

/** Times every system on one text, several rounds, each system in a fresh process for each size. */
async function rounds(rows, { label, text, language }) {
  const running = [];
  // One after the other: what loads must not wait for another that loads.
  for (const row of rows) running.push(await start(row));
  const order = rows.map((_, i) => i);
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const i of order) await time(rows[i], running[i], { label, text, language });
    order.reverse();
  }
  for (const one of running) await one.stop();
}

/** One round of one system; a slow one is timed once. */
async function time(row, system, { label, text, language }) {
  const known = (row.times[label] ??= { characters: text.length, all: [] });
  if (known.gaveUp || known.all.at(-1) > LIMIT_MS / 10) return;
  const answer = await within(LIMIT_MS, system.annotate(text, language));
  if (!answer) {
    known.gaveUp = true;
    await system.stop();
    return;
  }
  known.all.push(answer.took);
  known.peakMemory = answer.peakMemory;
  console.error(`${language} ${label.padEnd(6)} ${row.system.padEnd(18)} ${answer.took.toFixed(1)} ms`);
}

async function start(row) {
  const system = SYSTEMS[row.system].inBrowser ? new InBrowser() : new InNode(row.system);
  row.loading.push(await system.load());
  return system;
}

/** What a promise gives, or null when it takes too long. */
async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds, null)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** All files as one, for a page would bundle them. */
function wireBytes(files) {
  if (!files.length) return 0;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const all = Buffer.concat(files.map((path) => readFileSync(path)));
  return brotliCompressSync(all, { params }).length;
}
