import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines, nest, stretches } from '../../www/js/nest.js';
import { tries, words } from './dice.js';

/** What lines are cut at, in and around: breaks, spaces, pairs and their halves, marks heaped on a letter. */
const STUFF = ['\n', '\r\n', '\n'.repeat(300), ' ', 'kata ', 'kata '.repeat(4000), 'x', 'x'.repeat(20_000), '😀', '😀'.repeat(9000), '\ud83d', '\ude00', 'e\u0301', 'e' + '\u0301'.repeat(700), '\u{1d165}'.repeat(300), '\u{1d165}', 'ك\u064b'.repeat(200)];

test('each character lies in exactly the pieces that cover it, however they overlap', () => {
  tries(500, (next) => {
    const pieces = Array.from({ length: next(12) }, (_, i) => {
      const start = next(40);
      return { start, end: start + 1 + next(15), i };
    }).sort((a, b) => a.start - b.start || b.end - a.end);
    const seen = Array.from({ length: 60 }, () => []);
    const walk = (trees, low, high) => {
      let last = low;
      for (const { start, end, i, children } of trees) {
        assert.ok(last <= start && start < end && end <= high, `pieces nest: ${JSON.stringify(pieces)}`);
        for (let at = start; at < end; at++) seen[at].push(i);
        walk(children, start, end);
        last = end;
      }
    };
    walk(nest(pieces), 0, 60);
    const wanted = seen.map((_, at) => pieces.filter(({ start, end }) => start <= at && at < end).map(({ i }) => i));
    assert.deepEqual(seen.map((covers) => covers.sort((a, b) => a - b)), wanted.map((covers) => covers.sort((a, b) => a - b)));
  });
});

/** @param {string} text */
function checkLines(text) {
  const all = lines(text);
  assert.equal(all.map(({ start, end }) => text.slice(start, end)).join(''), text);
  for (const size of [8192, 16_384]) {
    const parts = stretches(text, size).map(({ start, end, n, lines: own }) => ({ n, own: own ?? lines(text, start, end), text: text.slice(start, end) }));
    assert.deepEqual(parts.flatMap(({ own }) => own), all);
    for (const { n, own, text } of parts) assert.ok(n <= own.length && n >= text.split('\n').length - 1, `${n} lines, ${own.length} pieces`);
  }
  for (const { start, end } of all) {
    assert.ok(end - start <= 32_768, `a line of ${end - start}`);
    assert.ok(!/\p{M}{300}/u.test(text.slice(start, end)), 'marks heaped on one letter are parted');
    assert.ok(!/^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(start - 1, start + 1)), 'no line begins inside a surrogate pair');
  }
}

test('lines and stretches are the text again, and none is too long to lay out', () => {
  const heap = `${'kata '.repeat(500)}e${'\u0301'.repeat(20_000)} ${'kata '.repeat(500)}`;
  const texts = [heap, `e${'\u0301'.repeat(100_000)}`, '\u{1d165}'.repeat(5000), `e${'\u0301'.repeat(20)}`.repeat(5000), `e${'\u{1d165}'.repeat(127)}`.repeat(200), `${'\u0301'.repeat(126)}\u{1d165}\ude00`, '', '\n', 'a', 'a\r\nb\r\n', '\n\n\n', 'kata '.repeat(50_000), '😀'.repeat(50_000), 'x'.repeat(100_000), 'a\nb'.repeat(20_000), 'a\n'.repeat(600_000), `${'kata '.repeat(1700)}\n`.repeat(9), `a\n${'x'.repeat(40_000)}\nb`];
  texts.forEach(checkLines);
});

test('and so are those of random texts', () => {
  tries(40, (next) => checkLines(words(next, STUFF, 24)));
});
