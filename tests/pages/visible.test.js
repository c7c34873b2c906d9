import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visible } from '../../www/js/visible.js';
import { assertQuiet, open, paste, ready, shown } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

test('what hides or turns text is shown by its code, and nothing else changes', () => {
  const cases = [
    ['Budi\u202eosotnaS', 'Budi[U+202E]osotnaS'],
    ['a\0b\u200bc\ufeff', 'a[U+0000]b[U+200B]c[U+FEFF]'],
    ['Ba\u200dlik\u200c', 'Ba[U+200D]lik[U+200C]'],
    ['soft\u00adhyphen\u061c', 'soft[U+00AD]hyphen[U+061C]'],
    ['\ud83d lone', '[U+D83D] lone'],
    ['👩‍👩‍👧 dan نمی‌خواهم', '👩‍👩‍👧 dan نمی‌خواهم'],
    ['José “Kamis” 日本 🇮🇩 e\u0301\n\t', 'José “Kamis” 日本 🇮🇩 e\u0301\n\t'],
  ];
  for (const [text, wanted] of cases) assert.equal(visible(text), wanted);
});

test('lists and cards show what is hidden in a name; the article is as it was pasted', async () => {
  const page = await site.page();
  await ready(page);
  const text = 'Menteri Budi San\u200btoso tiba di Sura\u202ebaya pada hari Kamis, kata Budi San\u200btoso.';
  await paste(page, text);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Menteri') && document.querySelector('#article .m'));
  assert.equal(await shown(page), text);
  await page.locator('#article .m.person, #article .m.place').last().click();
  await page.locator('#tab-who').click();
  const said = await page.evaluate(() => document.querySelector('#panel').textContent + document.querySelector('#card').textContent);
  assert.doesNotMatch(said, /[\u200b\u202e]/);
  await page.locator('#tab-when').click();
  const when = (await page.locator('#panel').textContent()) ?? '';
  assert.doesNotMatch(when, /[\u200b\u202e]/);
  assert.match(when, /\[U\+200B\]|\[U\+202E\]/);
  assertQuiet(page);
  await page.context().close();
});
