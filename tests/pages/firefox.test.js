import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertQuiet, open, ready, shown } from './harness.js';

const skip = existsSync('/usr/bin/firefox-esr') ? false : 'firefox-esr is not installed';

let site;
before(async () => (site = skip ? null : await open('firefox')));
after(() => site?.close());

test('Firefox: paste, layers, a card, the keys, a panel, a correction; the console stays empty', { skip, timeout: 120_000 }, async () => {
  const page = await site.page();
  await ready(page);
  const text = 'Menteri Budi Santoso tiba di Surabaya pada hari Kamis, 21 November 2024. 😀\n\n"Ya," kata Siti Aminah kepada warga.';
  // A real clipboard, for Firefox makes no paste event that carries data.
  await page.locator('#clear').click();
  await page.locator('#box').fill(text);
  await page.locator('#box').press('Control+a');
  await page.locator('#box').press('Control+c');
  await page.locator('#clear').click();
  await page.locator('#help-open').focus();
  await page.keyboard.press('Control+v');
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Menteri') && document.querySelector('#article .m'));
  assert.equal(await shown(page), text);
  await page.locator('[data-layer=place]').click();
  assert.equal(await page.locator('.m.place').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), 'none');
  await page.locator('[data-layer=place]').click();
  await page.locator('.m.place').first().click();
  assert.equal(await page.locator('#card-title').textContent(), 'Surabaya');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('#card').matches(':popover-open'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'card');
  await page.keyboard.press('Escape');
  await page.locator('#tab-when').click();
  assert.match((await page.locator('.timeline').textContent()) ?? '', /21 November 2024/);
  assertQuiet(page);
  await page.context().close();
});
