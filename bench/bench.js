// Sorot beside others on the same text, in one run: every system in its own process, the order turned round after each round.
// node --expose-gc bench.js [--text FILE] [--language id|en] [--rounds N]

import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { chart } from './chart.js';
import { SYSTEMS } from './systems.js';
import { SIZES, sample, sourceText } from './texts.js';

/** A text that takes longer than this is given up and shown as ">". */
const LIMIT_MS = 200_000;

const { values: options } = parseArgs({
  options: { text: { type: 'string' }, language: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
const languages = options.language ? [options.language] : ['id', 'en'];
const results = [];
for (const language of languages) results.push(...(await compare(language)));
print(results);
writeFileSync(new URL('results.json', import.meta.url), JSON.stringify({ node: process.version, results }, null, 1));
writeFileSync(new URL('chart.svg', import.meta.url), chart(results));

async function compare(language) {
  const source = sourceText(language, options.text);
  const names = Object.keys(SYSTEMS).filter((name) => SYSTEMS[name].languages.includes(language));
  const rows = names.map((name) => ({ system: name, language, finds: SYSTEMS[name].finds, bytes: wireBytes(name), times: {}, loading: [] }));
  for (const [label, size] of Object.entries(SIZES)) {
    const text = sample(source, size);
    if (text === null) {
      console.error(`${language}: the text is shorter than ${label}; give a longer one with --text`);
      continue;
    }
    await rounds(rows, { label, text, language });
  }
  return rows;
}

/** Times every system on one text, several rounds, each system in a fresh process for each size. */
async function rounds(rows, { label, text, language }) {
  const children = await Promise.all(rows.map((row) => start(row)));
  let order = rows.map((_, i) => i);
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const i of order) {
      const row = rows[i];
      const known = (row.times[label] ??= { characters: text.length, all: [] });
      if (known.gaveUp || known.all.at(-1) > LIMIT_MS / 10) continue;
      const answer = await ask(children[i], { text, language });
      if (!answer) {
        known.gaveUp = true;
        continue;
      }
      known.all.push(answer.took);
      known.peakMemory = answer.peakMemory;
    }
    order = order.reverse();
  }
  for (const child of children) child.kill();
}

async function start(row) {
  const child = fork(new URL('child.js', import.meta.url), [row.system], { execArgv: ['--expose-gc'] });
  const { loading } = await new Promise((resolve) => child.once('message', resolve));
  row.loading.push(loading);
  return child;
}

/** The child's answer, or null when it took too long and was ended. */
function ask(child, message) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill();
      resolve(null);
    }, LIMIT_MS);
    child.once('message', (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.send(message);
  });
}

function wireBytes(name) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const all = Buffer.concat(SYSTEMS[name].files().map((path) => readFileSync(path)));
  return brotliCompressSync(all, { params }).length;
}

function print(rows) {
  const best = (times) => Math.min(...times.all);
  const median = (times) => times.all.toSorted((a, b) => a - b)[times.all.length >> 1];
  const shown = (times) => (!times?.all.length ? '–' : times.gaveUp ? '>' : `${best(times).toFixed(1)} / ${median(times).toFixed(1)}`);
  console.log('| language | system | finds | KB brotli | load ms | 3 KB ms | 100 KB ms | 1 MB ms | M char/s at 100 KB | 1 MB : 100 KB | peak MB at 1 MB |');
  console.log('|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const row of rows) {
    const { '3 KB': small, '100 KB': middle, '1 MB': large } = row.times;
    const speed = middle?.all.length ? (middle.characters / best(middle) / 1e3).toFixed(2) : '–';
    const ratio = large?.all.length && middle?.all.length ? (best(large) / best(middle)).toFixed(1) : '–';
    const memory = large?.peakMemory ? (large.peakMemory / 1e6).toFixed(0) : '–';
    const cells = [row.language, row.system, row.finds, (row.bytes / 1e3).toFixed(0), Math.min(...row.loading).toFixed(0)];
    console.log(`| ${[...cells, shown(small), shown(middle), shown(large), speed, ratio, memory].join(' | ')} |`);
  }
  console.log('Times are best / median of the rounds.');
}
