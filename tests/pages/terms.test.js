import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ENGLISH } from '../../www/js/i18n/en.js';
import { rulesFromFile, rulesToFile, withRule } from '../../www/js/rules.js';
import { assertQuiet, open, paste, ready, shown } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

const RULE = { name: 'Harga', kind: 'pattern', text: String.raw`Rp ?[\d.]+`, ignoresCase: true };

test('rules come back from their file, and no other file is taken', () => {
  assert.deepEqual(rulesFromFile(rulesToFile([RULE])), [RULE]);
  const bad = ['', '{', 'null', '[]', '{"rules": {}}', '{"rules": [null]}', JSON.stringify({ rules: [{ ...RULE, kind: 'html' }] }), JSON.stringify({ rules: [{ ...RULE, text: 'x'.repeat(20_000) }] })];
  for (const file of bad) assert.equal(rulesFromFile(file), null, file.slice(0, 40));
  assert.equal(rulesFromFile(JSON.stringify({ rules: new Array(50).fill(RULE) })), null);
  assert.deepEqual(Object.keys(rulesFromFile(JSON.stringify({ rules: [{ ...RULE, html: '<b>' }] }))[0]), ['name', 'kind', 'text', 'ignoresCase']);
  const other = { ...RULE, text: 'x' };
  assert.deepEqual(withRule([RULE], other, null), [other], 'a name stands for one rule');
  assert.deepEqual(withRule([RULE, { ...other, name: 'b' }], other, RULE), [other, { ...other, name: 'b' }], 'a changed rule keeps its place');
});

test('the page has a sentence for everything that can be wrong with a rule', async () => {
  const source = await readFile(new URL('../../terms/src/wrong.rs', import.meta.url), 'utf8');
  const reasons = [...source.matchAll(/^ {4}\w+ = "([\w-]+)": "/gm)].map(([, name]) => name);
  assert.ok(reasons.length > 10);
  for (const reason of reasons) assert.ok(`wrong.${reason}` in ENGLISH, reason);
});

const TEXT = 'Harga beras Rp 14.500 dan gula RP 17.000 😀 di Surabaya.\nHarga BERAS naik, kata Siti Aminah.';

async function pasted() {
  const page = await site.page();
  await ready(page);
  await paste(page, TEXT);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Harga') && document.querySelector('#article .m'));
  await page.locator('#facts [popovertarget=terms]').click();
  return page;
}

const marks = (page) => page.locator('#article .m.custom').allTextContents();

async function add(page, { name, kind, text }) {
  await page.locator('#rule-name').fill(name);
  await page.locator('#rule-kind').selectOption(kind);
  await page.locator('#rule-text').fill(text);
  await page.locator('#rule-apply').click();
}

test('terms and a pattern of the reader’s own are marked, listed, exported, switched, changed and removed', async () => {
  const page = await pasted();
  const before = await page.locator('#article .m:not(.custom)').allTextContents();
  await add(page, RULE);
  await page.waitForFunction(() => document.querySelectorAll('#article .m.custom').length === 2);
  await add(page, { name: 'Bahan pokok', kind: 'terms', text: 'beras\ngula pasir\nharga beras' });
  await page.waitForFunction(() => document.querySelectorAll('#article .m.custom').length === 4);
  assert.deepEqual(await marks(page), ['Harga beras', 'Rp 14.500', 'RP 17.000', 'Harga BERAS']);
  assert.deepEqual(await page.locator('#article .m:not(.custom)').allTextContents(), before, 'no other layer changes');
  assert.equal(await shown(page), TEXT);
  assert.match((await page.locator('#terms li').first().textContent()) ?? '', /Harga 2 marks/);
  await page.keyboard.press('Escape');
  await page.locator('[popovertarget=take]').first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save=json]').click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  const own = file.annotations.filter(({ layer }) => layer === 'custom').map(({ label, text, value }) => `${label} ${text}: ${value}`);
  assert.deepEqual(own, ['custom Harga beras: Bahan pokok', 'custom Rp 14.500: Harga', 'custom RP 17.000: Harga', 'custom Harga BERAS: Bahan pokok']);
  await page.keyboard.press('Escape');
  await page.locator('[data-layer=custom]').click();
  assert.equal(await page.locator('.m.custom').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), 'none');
  await page.locator('[data-layer=custom]').click();
  assert.equal(await page.locator('.m.custom').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), 'overline');
  await page.locator('#tab-own').click();
  await page.locator('#panel button').first().click();
  assert.match((await page.locator('#card').textContent()) ?? '', /You look for/);
  await page.keyboard.press('Escape');
  await page.locator('#facts [popovertarget=terms]').click();
  await page.locator('#terms li').first().locator('button').first().click();
  await page.locator('#rule-text').fill('gula');
  await page.locator('#rule-apply').click();
  await page.waitForFunction(() => [...document.querySelectorAll('#article .m.custom')].some((mark) => mark.textContent === 'gula'));
  for (let n = 2; n > 0; n--) await page.locator('#terms li button:last-child').first().click();
  await page.waitForFunction(() => !document.querySelector('#article .m.custom'));
  assert.ok(await page.locator('[data-layer=custom]').isHidden());
  assertQuiet(page);
  await page.context().close();
});

test('a pattern that cannot be read is refused in words, in both languages, with its place', async () => {
  const page = await pasted();
  await add(page, { ...RULE, text: 'é😀(Rp' });
  await page.locator('#rule-wrong p').waitFor();
  assert.match((await page.locator('#rule-wrong').textContent()) ?? '', /never closed/);
  assert.equal(await page.locator('.rule-place mark').textContent(), '(');
  assert.deepEqual(await page.locator('#rule-text').evaluate((box) => [box.selectionStart, box.getAttribute('aria-invalid'), document.activeElement === box]), [3, 'true', true]);
  await page.keyboard.press('Escape');
  await page.locator('[data-interface=id]').click();
  await page.locator('#facts [popovertarget=terms]').click();
  await page.locator('#rule-text').fill(String.raw`(a)\1`);
  await page.locator('#rule-text').press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('#rule-wrong').textContent.includes('Rujukan balik'));
  await page.locator('#rule-text').fill('a*');
  await page.locator('#rule-text').press('Control+Enter');
  await page.locator('#terms li').waitFor();
  assert.equal(await page.locator('#rule-wrong').textContent(), '');
  assertQuiet(page);
  await page.context().close();
});

test('many marks are cut off, a search for nothing everywhere is given up, and both are said', async () => {
  const page = await site.page();
  await ready(page);
  await paste(page, 'satu dua '.repeat(3000));
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('satu dua satu'));
  await ready(page);
  await page.locator('#facts [popovertarget=terms]').click();
  await add(page, { name: 'd', kind: 'terms', text: 'dua' });
  await page.waitForFunction(() => document.querySelector('#terms li')?.textContent.includes('more than 2,000 marks'));
  await add(page, { name: 'x', kind: 'pattern', text: 'x*' });
  await page.waitForFunction(() => document.querySelector('#terms')?.textContent.includes('given up'));
  assertQuiet(page);
  await page.context().close();
});

test('an article does not wait for what finds terms; kept terms are marked when it comes, and without it the page says so', async () => {
  const page = await pasted();
  await add(page, RULE);
  await page.locator('#keep-terms').check();
  await page.waitForFunction(async () => (await indexedDB.databases()).length === 1);
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.context().route('**/pkg/terms_bg.wasm', async (route) => (await held, route.continue()));
  await page.reload();
  await ready(page);
  await paste(page, TEXT);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Harga') && document.querySelector('#article .m'));
  assert.equal(await page.locator('.m.custom').count(), 0);
  await page.waitForFunction(() => document.querySelector('#terms li')?.textContent.includes('on its way'));
  letGo();
  await page.locator('.m.custom').first().waitFor();
  assertQuiet(page);
  await page.context().unroute('**/pkg/terms_bg.wasm');
  await page.context().route('**/pkg/terms_bg.wasm', (route) => route.abort());
  await page.reload();
  await ready(page);
  await page.waitForFunction(() => document.querySelector('#terms li')?.textContent.includes('could not be loaded'));
  await page.locator('#facts [popovertarget=terms]').click();
  await add(page, { ...RULE, name: 'x' });
  await page.waitForFunction(() => document.querySelector('#rule-wrong').textContent.includes('could not be loaded'));
  await page.context().close();
});
