// Files and links that nobody wrote, by the thousand: whatever they hold, what comes out of them is sound or nothing. Longer, or
// from another seed: SOROT_FUZZ=100 SOROT_SEED=7 node --test importers.test.js

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GIVEN, moveCorrections, wordsFromFile, wordsToFile } from '../../www/js/corrections.js';
import { bring, correctionsOf } from '../../www/js/exchange.js';
import { lines, stretches } from '../../www/js/nest.js';
import { rulesFromFile, rulesToFile } from '../../www/js/rules.js';
import { linkOf, textOfLink } from '../../www/js/share.js';
import { part, visible } from '../../www/js/visible.js';
import { dice, FACTOR, ODD, SEED, tries, words } from './dice.js';

// What the page's own modules ask of a browser when they are loaded, and when a link is made.
Object.assign(globalThis, { navigator: { languages: ['en-GB'] }, location: { href: 'http://127.0.0.1/index.html#old' } });
const { fileNameOf, titleOf } = await import('../../www/js/shelf.js');

const TEXT = 'Menteri Budi 👩‍👩‍👧 Santoso tiba di Jose\u0301 \ud83d Medan.\r\nSiti <b>Aminah</b> \u202E menunggu Budi Santoso.';
const KEYS = ['text', 'annotations', 'removed', 'date', 'lang', 'id', 'start', 'end', 'label', 'rule', 'items', 'first', 'body', 'target', 'selector', 'purpose', 'value', 'type', 'exact', 'prefix', 'suffix', 'motivation', '@context', 'rules', 'name', 'kind', 'ignoresCase', '__proto__', 'constructor'];

/** Any JSON at all, most often made of the keys that importers look for. */
function value(next, depth) {
  switch (next(depth > 0 ? 9 : 6)) {
    case 0:
      return next(60);
    case 1:
      return [-1, 0.5, 1e300, -0, 2 ** 53, null, true, false][next(8)];
    case 2:
      return ODD[next(ODD.length)];
    case 3:
      return GIVEN[next(GIVEN.length)];
    case 4:
      return TEXT.slice(next(TEXT.length), next(TEXT.length));
    case 5:
      return TEXT;
    case 6:
      return Array.from({ length: next(5) }, () => value(next, depth - 1));
    default:
      return Object.fromEntries(Array.from({ length: next(6) }, () => [KEYS[next(KEYS.length)], value(next, depth - 1)]));
  }
}

/** A file that is right but for some of its parts. */
function almost(next) {
  const maybe = (good) => (next(4) ? good : value(next, 2));
  const annotation = () => ({ start: maybe(next(50)), end: maybe(next(60)), label: maybe(GIVEN[next(6)]), rule: maybe('reader'), text: maybe(TEXT.slice(next(20), next(60))) });
  const many = (make) => maybe(Array.from({ length: next(6) }, () => maybe(make())));
  const selector = () => [{ type: 'TextPositionSelector', start: maybe(next(50)), end: maybe(next(60)) }, maybe({ type: 'TextQuoteSelector', exact: maybe('Budi'), prefix: maybe(''), suffix: maybe(' ') })];
  const item = () => ({ type: 'Annotation', motivation: maybe('editing'), body: maybe([{ purpose: 'classifying', value: maybe('person') }]), target: maybe({ selector: maybe(selector()) }) });
  const rule = () => ({ name: maybe('a'), kind: maybe('terms'), text: maybe('Budi'), ignoresCase: maybe(true) });
  const kinds = [
    () => ({ text: maybe(TEXT), date: maybe('2024-11-22'), lang: maybe('id'), annotations: many(annotation), removed: many(annotation) }),
    () => ({ annotations: many(annotation), removed: many(annotation) }),
    () => ({ '@context': maybe('http://www.w3.org/ns/anno.jsonld'), items: many(item) }),
    () => ({ rules: many(rule) }),
    () => value(next, 4),
  ];
  return kinds[next(kinds.length)]();
}

/** The file as text, sometimes damaged. */
function written(next, json) {
  const file = JSON.stringify(json) ?? 'null';
  if (next(3)) return file;
  const at = next(file.length + 1);
  return file.slice(0, at) + ODD[next(ODD.length)] + file.slice(at + next(4));
}

test('any file brings marks that lie in the text, or nothing', () => {
  tries(20_000, (next) => {
    const brought = bring(written(next, almost(next)), next(2) ? 'a.json' : '');
    if (!brought || brought.kind === 'wrong') return;
    const text = brought.kind === 'article' ? brought.text : TEXT;
    assert.equal(typeof text, 'string');
    const { corrections, placed, lost } = correctionsOf(brought.marks, text, null);
    assert.equal(placed + lost, brought.marks.length);
    for (const { start, end, label, insteadOf } of corrections) {
      assert.ok(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length, `${start}-${end}`);
      assert.ok(label === undefined ? typeof insteadOf === 'string' : GIVEN.includes(label), `${label} instead of ${insteadOf}`);
    }
    structuredClone(corrections);
    const edited = text.slice(0, next(text.length + 1)) + ODD[next(ODD.length)] + text.slice(next(text.length + 1));
    for (const { start, end } of moveCorrections(corrections, text, edited)) assert.ok(0 <= start && start < end && end <= edited.length);
  });
});

test('any file brings rules that are whole, or none, and these come back', () => {
  tries(20_000, (next) => {
    const rules = rulesFromFile(written(next, almost(next)));
    if (!rules) return;
    for (const { name, kind, text, ignoresCase } of rules) {
      assert.ok([name, text].every((words) => typeof words === 'string' && words.trim()) && ['terms', 'pattern'].includes(kind) && typeof ignoresCase === 'boolean');
    }
    assert.deepEqual(rulesFromFile(rulesToFile(rules)), rules);
  });
});

test('any lines bring words that are whole, or the number of the line that is wrong, and these come back', () => {
  const PIECES = [...ODD, '\t', '\n', '\r\n', '-', ...GIVEN, 'Budi Santoso', ' ', '\t-\n', '\tperson\n'];
  tries(20_000, (next) => {
    const file = Array.from({ length: next(30) }, () => PIECES[next(PIECES.length)]).join('');
    const { words, wrong } = wordsFromFile(file);
    assert.ok(wrong === 0 || (wrong <= file.split('\n').length && !words.length));
    for (const { text, label } of words) assert.ok(text && text === text.trim() && !/[\t\n]/.test(text) && (label === undefined || GIVEN.includes(label)));
    assert.deepEqual(wordsFromFile(wordsToFile(words)), { words, wrong: 0 });
  });
});

test('any text is cut into lines and stretches that are the text again', () => {
  const PIECES = ['\n', '\r\n', 'x'.repeat(5000), '😀'.repeat(2000), 'kata '.repeat(3000), ...ODD];
  tries(300, (next) => {
    const text = Array.from({ length: next(60) }, () => PIECES[next(PIECES.length)]).join('');
    const all = lines(text);
    assert.equal(all.map(({ start, end }) => text.slice(start, end)).join(''), text);
    assert.deepEqual(stretches(text, 8192).flatMap(({ start, end, lines: own }) => own ?? lines(text, start, end)), all);
  });
});

test('any link gives a text or is refused', async () => {
  const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/.@%#\0é';
  let refused = 0;
  for (let i = 0; i < 500 * FACTOR; i++) {
    const next = dice(SEED * 7_000_003 + i);
    const packed = await new Response(new Blob([TEXT.repeat(next(20))]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
    const code = [...btoa(String.fromCharCode(...new Uint8Array(packed))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')];
    for (let changes = next(4); changes > 0; changes--) code[next(code.length + 1)] = SIGNS[next(SIGNS.length)];
    const link = `${['#t=1.', '#t=1.', '#t=2.', '#t=', '#'][next(5)]}${code.join('')}`;
    await textOfLink(link).then((text) => assert.equal(typeof text, 'string'), () => refused++);
  }
  assert.ok(refused > 0);
});

/** What text is made of, where a cut may go wrong. */
const LETTERS = [...ODD, ' ', '\n', '\r\n', '\u2029', '/', '\\', '..', 'CON', '"', '😀', '𐐀', '𐐀'.repeat(31), '😀'.repeat(75), '👩‍👩‍👧', '日本', 'İ', '\u0301', '\u200D', '\u200B', '\uFEFF', '\udc00', ' '.repeat(290), ' '.repeat(1999)];

test('any text has a title, a name for its file, and a form in which nothing of it is hidden', () => {
  tries(20_000, (next) => {
    const text = words(next, LETTERS, 12);
    const [title, name, shown] = [titleOf(text), fileNameOf(text), visible(text)];
    assert.ok(title && title.length <= 33 && !/[\n\r\u2028\u2029]/.test(title), JSON.stringify(title));
    assert.ok(/^[\p{L}\p{N}-]{1,60}$/u.test(name), JSON.stringify(name));
    assert.ok(shown.isWellFormed() && !/[\0\u202E\u200B\uFEFF]/.test(shown), JSON.stringify(shown));
    assert.equal(visible(shown), shown);
    if (!text.isWellFormed()) return;
    assert.ok(title.isWellFormed(), `${JSON.stringify(title)} has half a character of ${JSON.stringify(text)}`);
    const [start, end] = [next(text.length + 1), next(text.length + 1)];
    assert.ok(part(text, Math.min(start, end), Math.max(start, end)).isWellFormed());
  });
});

test('any text comes back from its link, or has none', async () => {
  let n = 0;
  for (let i = 0; i < 500 * FACTOR; i++) {
    const text = words(dice(SEED * 5_000_003 + i), LETTERS, 40);
    const link = await linkOf(text);
    if (link) assert.equal(await textOfLink(new URL(link).hash), text.toWellFormed());
    n += link ? 1 : 0;
  }
  assert.ok(n > 0);
});
