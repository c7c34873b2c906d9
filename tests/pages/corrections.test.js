import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { moveCorrections, Undoable, withCorrection, wordsFromFile, wordsToFile } from '../../www/js/corrections.js';
import { assertQuiet, open, paste, ready } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

const TEXT = 'Menteri Budi Santoso tiba di Surabaya pada hari Kamis. Menurut Budi Santoso, warga Kampung Melati akan dibantu.';
const at = (words, label, insteadOf) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, label, insteadOf });

test('corrections keep their places when the text around them is edited, and go when they are edited', () => {
  const corrections = [at('Budi Santoso', 'work'), at('Surabaya', 'person'), at('Kampung Melati', 'place')];
  const words = (list, text) => list.map(({ start, end }) => text.slice(start, end));
  const cases = [
    [`Lead. ${TEXT}`, ['Budi Santoso', 'Surabaya', 'Kampung Melati']],
    [TEXT.replace('tiba di', 'sudah tiba lagi di'), ['Budi Santoso', 'Surabaya', 'Kampung Melati']],
    [TEXT.replace('Surabaya', 'Surakarta'), ['Budi Santoso', 'Kampung Melati']],
    [TEXT.slice(0, 30), ['Budi Santoso']],
    ['', []],
  ];
  for (const [edited, wanted] of cases) assert.deepEqual(words(moveCorrections(corrections, TEXT, edited), edited), wanted, edited);
});

test('a later correction takes the place of what it overlaps; every step can be taken back', () => {
  const list = new Undoable();
  list.set(withCorrection(list.now, at('Budi Santoso', 'work')));
  list.set(withCorrection(list.now, at('Santoso', 'place')));
  assert.deepEqual(list.now.map(({ label }) => label), ['place']);
  assert.ok(list.undo());
  assert.deepEqual(list.now.map(({ label }) => label), ['work']);
  assert.ok(list.undo() && !list.undo() && list.redo());
  assert.deepEqual(list.now.map(({ label }) => label), ['work']);
});

test('a word list comes back from its file, and a wrong line is named', () => {
  const words = [{ text: 'Kampung Melati', label: 'place' }, { text: 'Kamis', label: undefined }];
  assert.deepEqual(wordsFromFile(wordsToFile(words)), { words, wrong: 0 });
  assert.equal(wordsFromFile('Melati\tplace\n<script>\n').wrong, 2);
  assert.equal(wordsFromFile('Melati\tcolour').wrong, 1);
  assert.equal(wordsFromFile(`${'x'.repeat(500)}\tplace`).wrong, 1);
});

const pasted = async (page) => {
  await ready(page);
  await paste(page, TEXT);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Menteri') && document.querySelector('#article .m'));
};
const mark = (page, words, layer) => page.locator(`#article .m.${layer}`, { hasText: words });

test('a mark is corrected in its card, undone, and done again', async () => {
  const page = await site.page();
  await pasted(page);
  await mark(page, 'Surabaya', 'place').click();
  await page.locator('.card-correct summary').click();
  await page.locator('#card-label').selectOption('organization');
  await page.locator('.card-correct button').click();
  await mark(page, 'Surabaya', 'organization').waitFor();
  assert.equal(await mark(page, 'Surabaya', 'place').count(), 0);
  await page.locator('#undo').click();
  await mark(page, 'Surabaya', 'place').waitFor();
  await page.locator('#redo').click();
  await mark(page, 'Surabaya', 'organization').waitFor();
  assertQuiet(page);
  await page.context().close();
});

test('selected words are marked wherever they stand, in the export too, and an edit does not lose them', async () => {
  const page = await site.page();
  await pasted(page);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue.indexOf('warga');
      if (start < 0) continue;
      getSelection().setBaseAndExtent(node, start, node, start + 'warga'.length);
      return;
    }
  });
  await page.locator('#marker').waitFor();
  await page.locator('#marker-everywhere').check();
  await page.locator('#marker [data-label=group]').click();
  await mark(page, 'warga', 'other').waitFor();
  await page.locator('#write').click();
  await page.locator('#box').press('End');
  await page.locator('#box').pressSequentially(' Semua warga.');
  await page.waitForFunction(() => document.querySelectorAll('#article .m.is-group').length === 2);
  await page.locator('[popovertarget=take]').first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save=json]').click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  const groups = file.annotations.filter(({ rule }) => rule === 'reader').map(({ text, label }) => `${text} ${label}`);
  assert.deepEqual(groups, ['warga group', 'warga group']);
  assertQuiet(page);
  await page.context().close();
});
