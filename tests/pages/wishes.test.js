// Wishes that the page would never send, on the module itself: an answer, or an error in words, and never a trap.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { initSync, Reader, vocabulary } from '../../www/pkg/sorot.js';
import { initSync as initTerms, search } from '../../www/pkg/terms.js';
import { ODD, tries, words } from './dice.js';

const PKG = fileURLToPath(new URL('../../www/pkg/', import.meta.url));
initSync({ module: new WebAssembly.Module(readFileSync(`${PKG}sorot_bg.wasm`)) });
initTerms({ module: new WebAssembly.Module(readFileSync(`${PKG}terms_bg.wasm`)) });
const reader = new Reader();
for (const name of readdirSync(PKG).filter((name) => name.endsWith('.bin'))) reader.load_model(readFileSync(PKG + name));
const { labels, formats } = vocabulary();

const LABELS = [...labels.map(({ name }) => name), undefined, null, 'nobody'];
const NUMBERS = [0, 1, 5, 9, 14, 30, 60, 2 ** 31, 2 ** 32 - 1, 2 ** 32, -1, 0.5, 1e300, NaN, '3', null, undefined];
const TEXT = ['Menteri Budi Santoso ', 'berkata, “Ya,” ', 'di Medan (MDN) ', 'pada Kamis, 21 November 2024. ', '😀', 'Rp 5 juta ', '\n\n', ...ODD];

/** Right but for some of its parts. @param {(below: number) => number} next */
function wishes(next) {
  const one = (list) => list[next(list.length)];
  const number = () => (next(4) ? next(80) : one(NUMBERS));
  const many = (make) => (next(8) ? Array.from({ length: next(5) }, make) : one([undefined, null, {}, 'x', new Uint32Array([1, 2, 3])]));
  const wish = {
    language: one(['id', 'en', undefined, 'und', 'xx', 3]),
    date: one(['2024-11-22', undefined, '2024-02-30', '', '9999-12-31T23:59+14:00', 7]),
    corrections: many(() => ({ start: number(), end: number(), label: one(LABELS), insteadOf: one(LABELS) })),
    words: many(() => ({ text: one(TEXT), label: one(LABELS) })),
    custom: many(() => ({ name: one(TEXT), spans: one([[number(), number()], [number()], new Uint32Array([3, 9, 9, 2]), []]) })),
    unknown: 1,
  };
  for (const key of Object.keys(wish)) if (key === 'unknown' ? next(9) : !next(3)) delete wish[key];
  return next(20) ? wish : one([undefined, null, 3, 'x', [], { __proto__: null }]);
}

/** Fails on a trap alone: anything else that is thrown says something. @template T @param {() => T} act */
function said(act) {
  try {
    return act();
  } catch (error) {
    assert.ok(error instanceof Error && !(error instanceof WebAssembly.RuntimeError) && error.message, String(error));
  }
}

test('any wishes bring an answer whose places lie in the text, or an error', () => {
  let n = 0;
  tries(1500, (next) => {
    const text = words(next, TEXT, 14);
    const answer = said(() => reader.annotate(text, wishes(next)));
    if (!answer) return;
    n++;
    const { rows, strings } = answer;
    const nStrings = strings.split('\n').length;
    answer.free();
    for (let at = 0; at < rows.length; at += 11) {
      assert.ok(rows[at] < rows[at + 1] && rows[at + 1] <= text.length && rows[at + 5] < nStrings && rows[at + 6] < nStrings);
    }
    said(() => reader.card(next(2) ? next(rows.length / 11 + 2) : NUMBERS[next(NUMBERS.length)], ['id', 'en', '', '\ud83d'][next(4)]));
    said(() => reader.write(next(9) ? formats[next(formats.length)].name : 'exe', ODD[next(ODD.length)]));
  });
  assert.ok(n > 100, 'most are answered');
});

test('any bytes are refused as a model', () => {
  tries(500, (next) => said(() => new Reader().load_model(Uint8Array.from({ length: next(60) }, (_, i) => (i < 5 && next(2) ? 'SRTN\x02'.charCodeAt(i) : next(256))))));
});

test('any rule is looked for, or it is said what is wrong with it and where', () => {
  const SIGNS = [...'a.*+?|()[]{}^$\\-, 19', '\\b', '\\w', '\\pL', '(?i)', '{2,3}', '😀', '\n', '\0', '\ud83d'];
  tries(3000, (next) => {
    const rule = words(next, SIGNS, 12);
    const found = said(() => search(words(next, TEXT, 10), next(2) ? 'pattern' : 'terms', rule, next(2) === 1));
    assert.ok(found && found.start <= found.end && found.end <= rule.length && found.spans.length % 2 === 0);
    found.free();
  });
});
