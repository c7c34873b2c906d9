// The systems compared. Each loads what it ships to a browser and gives every mention with its place in the text.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const file = (path) => new URL(path, import.meta.url);
const here = (path) => file(`node_modules/${path}`);

/** Every file below a folder that ends so. */
function filesBelow(folder, ending) {
  const names = readdirSync(here(folder), { recursive: true }).map(String);
  const files = names.filter((name) => name.endsWith(ending)).sort().map((name) => here(`${folder}/${name}`));
  return files.filter((path) => statSync(path).isFile());
}

async function sorot() {
  const { initSync, Reader } = await import('../dist/pkg/sorot.js');
  initSync({ module: new WebAssembly.Module(readFileSync(file('../dist/pkg/sorot_bg.wasm'))) });
  const reader = new Reader();
  for (const language of ['id', 'en']) {
    reader.load_model(readFileSync(file(`../dist/pkg/names.${language}.bin`)));
  }
  return (text, language) => {
    const answer = reader.annotate(text, { language });
    const n = answer.rows.length;
    answer.free();
    return n;
  };
}

/** Our dates and times alone, with what the core does for them. */
async function sorotTime() {
  const { initSync, annotate } = await import('./time/pkg/sorot_time.js');
  initSync({ module: new WebAssembly.Module(readFileSync(file('time/pkg/sorot_time_bg.wasm'))) });
  return (text, language) => annotate(text, language, '2024-11-22');
}

async function compromise() {
  const nlp = (await import('compromise')).default;
  return (text) => {
    const doc = nlp(text);
    return [doc.people(), doc.places(), doc.organizations()].map((view) => view.json({ offset: true }).length);
  };
}

async function compromiseWithDates() {
  const nlp = (await import('compromise')).default;
  nlp.plugin((await import('compromise-dates')).default);
  return (text) => {
    const doc = nlp(text);
    const views = [doc.people(), doc.places(), doc.organizations(), doc.dates(), doc.numbers()];
    return views.map((view) => view.json({ offset: true }).length);
  };
}

function wink() {
  const winkNLP = require('wink-nlp');
  const nlp = winkNLP(require('wink-eng-lite-web-model'));
  return (text) => nlp.readDoc(text).entities().out(nlp.its.detail).length;
}

async function chrono() {
  const { en, id } = await import('chrono-node');
  const parsers = { en, id: id ?? en };
  const reference = new Date(2024, 10, 22);
  return (text, language) => parsers[language].parse(text, reference).length;
}

const ourFiles = (language) => ['sorot_bg.wasm', 'sorot.js', `names.${language}.bin`].map((name) => file(`../dist/pkg/${name}`));

/** name → how to load it, the languages it reads, what it finds, and the files a browser fetches for it. */
export const SYSTEMS = {
  sorot: {
    load: sorot,
    languages: ['id', 'en'],
    finds: 'all layers',
    files: ourFiles,
  },
  'sorot in Chromium': {
    inBrowser: true,
    languages: ['id', 'en'],
    finds: 'all layers',
    files: ourFiles,
  },
  'sorot, dates alone': {
    load: sorotTime,
    languages: ['id', 'en'],
    finds: 'dates, times, durations, sets',
    // Nobody is sent this one: its module holds the whole core besides.
    files: () => [],
  },
  'wink-nlp': {
    load: wink,
    languages: ['en'],
    finds: 'dates, times, numbers, money, percent …',
    files: () => [...filesBelow('wink-nlp/src', '.js'), ...filesBelow('wink-eng-lite-web-model/dist', '')],
  },
  'chrono-node': {
    load: chrono,
    languages: ['id', 'en'],
    finds: 'dates',
    files: () => filesBelow('chrono-node/dist/esm', '.js'),
  },
  compromise: {
    load: compromise,
    languages: ['en'],
    finds: 'people, places, organizations',
    files: () => [here('compromise/builds/compromise.js')],
  },
  'compromise + dates': {
    load: compromiseWithDates,
    languages: ['en'],
    finds: 'the same, dates, numbers',
    files: () => [here('compromise/builds/compromise.js'), here('compromise-dates/builds/compromise-dates.min.js')],
  },
};
