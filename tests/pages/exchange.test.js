import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bring, correctionsOf } from '../../www/js/exchange.js';
import { assertQuiet, open, paste, ready, shown } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

const TEXT = 'Menteri Budi Santoso 👩‍👩‍👧 tiba di Surabaya pada hari Kamis.\r\nWarga Kampung Melati menunggu Budi.';
const units = ({ corrections }, text = TEXT) => corrections.map(({ start, end, label, insteadOf }) => `${text.slice(start, end)} ${label ?? `-${insteadOf}`}`);

test('what is in a JSON file is checked before it is believed', () => {
  const annotations = [
    { start: 8, end: 20, label: 'person', rule: 'names.model' },
    { start: 27, end: 28, label: 'group', rule: 'reader' },
    { start: 5, end: 99_999, label: 'place', rule: 'reader' },
    { start: -1, end: 3, label: 'place', rule: 'reader' },
    { start: 1.5, end: 3, label: 'place', rule: 'reader' },
    { start: '0', end: {}, label: '<b>', rule: 'reader' },
    { start: 0, end: 3, label: 'constructor', rule: 'reader' },
    { start: 0, end: 3, label: 'place', rule: 'reader', text: {} },
    null,
  ];
  const removed = [{ start: 35, end: 43, label: 'place', text: 'Surabaya' }, { start: 0, end: 1, label: 'none' }];
  const back = bring(JSON.stringify({ text: TEXT, annotations, removed, date: '2024-02-31', lang: 'xx' }), '');
  assert.deepEqual([back.kind, back.text, back.date, back.language], ['article', TEXT, '', '']);
  assert.deepEqual(units(correctionsOf(back.marks, TEXT, null)), ['t group', 'Surabaya -place'], 'code points, counted past the emoji; then by the words');
  for (const file of ['', '{', 'null', '[]', '{"text": 1}', '{"text": "a"}', '{"text": "a", "annotations": {}}', '{"@context": "x"}']) {
    assert.equal(bring(file, ''), null, `pasted, it is text: ${file}`);
    assert.equal(bring(file, 'x.json').kind, 'wrong', file);
  }
  assert.equal(bring('{"a":'.repeat(100_000), 'x.json').kind, 'wrong');
  assert.equal(bring('Berita', 'x.txt'), null);
});

const item = (label, selector, more = {}) => ({ type: 'Annotation', motivation: 'classifying', body: [{ type: 'TextualBody', purpose: 'classifying', value: label }], target: { source: 'urn:x', selector }, ...more });
const quote = (exact, prefix = '', suffix = '') => ({ type: 'TextQuoteSelector', exact, prefix, suffix });
const place = (start, end) => ({ type: 'TextPositionSelector', start, end });
const page = (...items) => JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items });

test('marks of a Web Annotation are found by their place, checked by their words, or searched by these', () => {
  const cases = [
    [[place(8, 12), quote('Budi')], ['Budi person']],
    [[place(0, 4), quote('Budi', 'Menteri ', ' Santoso')], ['Budi person']],
    [[place(0, 4), quote('Budi', 'menunggu ', '.')], ['Budi person']],
    [quote('Kampung Melati'), ['Kampung Melati person']],
    [quote('Budi'), []],
    [quote('Budi', 'bukan ini ', ' Santoso'), ['Budi person']],
    [quote('Joko'), []],
    [place(0, 7), ['Menteri person']],
    [place(7, 7), []],
    [[place(0, 10 ** 9)], []],
    [{ type: 'XPathSelector', value: '//p' }, []],
    [null, []],
  ];
  for (const [selector, wanted] of cases) {
    const { marks } = bring(page(item('person', selector)), 'x.jsonld');
    assert.deepEqual(units(correctionsOf(marks, TEXT, null)), wanted, JSON.stringify(selector));
  }
  const odd = [null, 7, item('colour', place(0, 7)), item('person', place(0, 7), { body: 'person' }), item('person', place(0, 7), { target: 'urn:x' })];
  assert.deepEqual(bring(page(...odd), '').marks, []);
  const { marks } = bring(page(item('date', quote('hari Kamis'), { motivation: 'editing' })), '');
  assert.deepEqual(units(correctionsOf(marks, TEXT, null)), ['hari Kamis -date']);
});

/** A page with the text, one name corrected and one mark taken away. */
async function corrected() {
  const page = await site.page();
  await ready(page);
  await paste(page, TEXT);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Menteri') && document.querySelector('#article .m'));
  const correct = async (words, layer, act) => {
    await page.locator(`#article .m.${layer}`, { hasText: words }).first().click();
    await page.locator('.card-correct summary').click();
    await act();
    await page.locator('.card-correct button').click();
  };
  await correct('Surabaya', 'place', () => page.locator('#card-label').selectOption('organization'));
  await page.locator('#article .m.organization', { hasText: 'Surabaya' }).waitFor();
  await correct('Kamis', 'time', async () => {});
  await page.waitForFunction(() => !document.querySelector('#article .m.time'));
  return page;
}

async function save(page, format, name) {
  await page.locator('[popovertarget=take]').first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-save=${format}]`).click()]);
  const path = join(tmpdir(), `sorot-${process.pid}-${name}`);
  await writeFile(path, await readFile(await download.path()));
  await page.keyboard.press('Escape');
  return path;
}

const state = (page) => page.evaluate(() => [document.querySelectorAll('#article .m.time').length, [...document.querySelectorAll('#article .m.organization')].map((mark) => mark.textContent)]);

test('an article saved as JSON comes back with what was corrected and what was taken away, and its date', async () => {
  const from = await corrected();
  await from.locator('#date').fill('2024-11-22');
  await from.waitForFunction(() => document.querySelector('.source')?.textContent === 'set by you');
  const file = await save(from, 'json', 'article.json');
  const wanted = await state(from);
  assert.deepEqual(wanted, [0, ['Surabaya']]);
  const to = await site.page();
  await ready(to);
  await to.locator('#file').setInputFiles(file);
  await to.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Menteri') && document.querySelector('#article .m.organization'));
  assert.equal(await shown(to), TEXT);
  assert.deepEqual(await state(to), wanted);
  assert.equal(await to.locator('#date').inputValue(), '2024-11-22');
  assertQuiet(to);
  await Promise.all([from, to].map((page) => page.context().close()));
});

test('marks saved as Web Annotation come back to their text, also when it was edited, and say so when they do not fit', async () => {
  const from = await corrected();
  const file = await save(from, 'web-annotation', 'marks.jsonld');
  const wanted = await state(from);
  const to = await site.page();
  await ready(to);
  await to.locator('#file').setInputFiles(file);
  await to.locator('#message').waitFor();
  assert.match((await to.locator('#message').textContent()) ?? '', /None of the marks/);
  await paste(to, `Baru: ${TEXT}`);
  await to.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Baru') && document.querySelector('#article .m'));
  await to.locator('#file').setInputFiles(file);
  await to.locator('#article .m.organization').waitFor();
  assert.deepEqual(await state(to), wanted);
  assert.match((await to.locator('#message').textContent()) ?? '', /changed 2 marks/);
  await to.locator('#undo').click();
  await to.locator('#article .m.time').first().waitFor();
  assertQuiet(to);
  await Promise.all([from, to].map((page) => page.context().close()));
});

test('a broken file is refused in words, and the article stays', async () => {
  const page = await site.page();
  await ready(page);
  const before = await shown(page);
  for (const [name, content, words] of [['x.json', '{"text": "a', /damaged/], ['y.jsonld', '{"a": 1}', /holds no article/]]) {
    await page.locator('#file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('#message').textContent), words.source);
    assert.equal(await shown(page), before);
  }
  await page.context().close();
});
