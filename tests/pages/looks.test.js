// Pictures of the page's main states, for people to look at: `artefacts/*.png`. A state that cannot be reached fails.

import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { FIREFOX_PREFERENCES, open, paste, ready, shoot } from './harness.js';

const ARTICLES = new URL('../articles/', import.meta.url);
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

let site;
before(async () => (site = await open()));
after(() => site?.close());

const show = (text) => async (page) => {
  await paste(page, text);
  await page.waitForFunction((head) => document.querySelector('#article').textContent.startsWith(head), text.slice(0, 10));
  await page.waitForTimeout(600);
};
const click = (selector) => (page) => page.locator(selector).first().click();

const RIGHT_TO_LEFT = 'قال محمد علي إن الاجتماع سيعقد في جاكرتا يوم 21 نوفمبر 2024.\n\nKetua Budi Santoso (بودي سانتوسو) hadir di Jakarta, Kamis (21/11/2024). "مرحبا," katanya.\n';
const LONG_WORDS = `Alamat yang sangat panjang\n\nJAKARTA - Lihat https://contoh.invalid/${'arsip-berita-'.repeat(30)}?halaman=1 untuk keterangan Menteri Budi Santoso, Kamis (21/11/2024).\n\n${'Kata'.repeat(200)}\n`;
const LONG = Array.from({ length: 9000 }, (_, i) => `Menteri Budi Santoso tiba di Surabaya pada Kamis, 21 November 2024, untuk rapat ke-${i} yang dihadiri 1.200 orang.`).join('\n\n');

/** @type {[string, any, (page: any) => Promise<unknown>][]} */
const STATES = [
  ['first-visit', {}, async () => {}],
  ['first-visit-indonesian', { locale: 'id-ID' }, async () => {}],
  ['first-visit-dark', { colorScheme: 'dark' }, async () => {}],
  ['first-visit-forced', { forcedColors: 'active' }, async () => {}],
  ['card', {}, click('.m.person')],
  ['card-dark', { colorScheme: 'dark' }, click('.m.time')],
  ...['when', 'said', 'numbers', 'short', 'checks'].map((tab) => [`panel-${tab}`, {}, click(`#tab-${tab}`)]),
  ['structure', {}, click('[data-layer=structure]')],
  ['empty', {}, click('#clear')],
  ['writing', {}, click('#write')],
  ['save', {}, click('[popovertarget=take]')],
  ['help', {}, click('#help-open')],
  ['words', {}, click('[popovertarget=words]')],
  ['phone', PHONE, async () => {}],
  ['phone-dark', { ...PHONE, colorScheme: 'dark' }, async () => {}],
  ['phone-card', PHONE, click('.m.person')],
  ['phone-card-dark', { ...PHONE, colorScheme: 'dark' }, click('.m.person')],
  ['phone-panels', PHONE, click('#side-open')],
  ['phone-writing', PHONE, click('#write')],
  ['narrow', { viewport: { width: 320, height: 640 } }, async () => {}],
  ['right-to-left', {}, show(RIGHT_TO_LEFT)],
  ['long-words', PHONE, show(LONG_WORDS)],
  ['megabyte-waiting', {}, show(LONG)],
  ['megabyte', {}, (page) => show(LONG)(page).then(() => ready(page))],
];

for (const [name, options, act] of STATES) {
  test(`a picture: ${name}`, async () => {
    const page = await site.page(options);
    await ready(page);
    await act(page);
    await page.waitForTimeout(400);
    await shoot(page, name);
    await page.context().close();
  });
}

test('a picture: the whole of a news article', async () => {
  const page = await site.page();
  await ready(page);
  await show(await readFile(new URL('id-metro-ferry/article.txt', ARTICLES), 'utf8'))(page);
  await shoot(page, 'article', { fullPage: true });
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'print', { fullPage: true });
  await page.context().close();
});

test('a picture: the module cannot be loaded', async () => {
  const page = await site.page({}, (page) => page.context().route('**/pkg/sorot_bg.wasm', (route) => route.fulfill({ status: 404, body: 'gone' })));
  await page.locator('#message').waitFor();
  await shoot(page, 'failed');
  await page.context().close();
});

test('pictures in Firefox', async () => {
  for (const [name, preferences] of Object.entries({ light: {}, ...FIREFOX_PREFERENCES })) {
    const other = await open('firefox', preferences);
    const page = await other.page();
    await ready(page);
    await page.locator('.m.person').first().click();
    await page.waitForTimeout(300);
    await shoot(page, `firefox-${name}`);
    await other.close();
  }
});
