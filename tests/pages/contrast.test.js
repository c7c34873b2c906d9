import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const sheets = await Promise.all(['base', 'layers'].map((name) => readFile(new URL(`../../www/style/${name}.css`, import.meta.url), 'utf8')));
const COLOURS = Object.fromEntries(
  [...sheets.join('\n').matchAll(/--(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]),
);

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

for (const theme of ['light', 'dark']) {
  test(`text reads at 4.5 to 1, lines at 3 to 1: ${theme}`, () => {
    const check = (front, back, wanted) => {
      const found = contrast(COLOURS[front][theme], COLOURS[back][theme]);
      assert.ok(found >= wanted, `${front} on ${back}: ${found.toFixed(2)}, wanted ${wanted}`);
    };
    for (const back of ['paper', 'sheet', 'raised']) {
      for (const front of ['ink', 'soft', 'accent']) check(front, back, 4.5);
      // Lines under words on the sheet; names of layers on the card.
      for (const front of ['blue', 'green', 'violet', 'orange', 'rose', 'red', 'grey', 'teal']) check(front, back, back === 'paper' ? 3 : 4.5);
    }
  });
}
