import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertQuiet, open, paste, ready, shown } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

const TEXT = 'Menteri Budi Santoso 👩‍👩‍👧 tiba di Surabaya pada hari Kamis.\r\nWarga Kampung Melati menunggu.';

async function withText(text, options = {}) {
  const page = await site.page(options);
  await ready(page);
  await paste(page, text);
  await page.waitForFunction((head) => document.querySelector('#article').textContent.startsWith(head), text.slice(0, 10));
  await ready(page);
  return page;
}

const openSaving = (page) => page.locator('[popovertarget=take]').first().click();

test('an article is kept only when asked, opens again, and is deleted with all that was made for it', async () => {
  const page = await withText(TEXT);
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await openSaving(page);
  assert.deepEqual(await databases(), [], 'nothing is made by looking');
  await page.locator('#keep').click();
  await page.locator('#kept li').waitFor();
  await page.reload();
  await ready(page);
  await openSaving(page);
  await page.locator('#kept li button').first().click();
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Menteri'));
  assert.equal(await shown(page), TEXT);
  await openSaving(page);
  await page.locator('#forget-all').click();
  await page.waitForFunction(() => !document.querySelector('#kept li'));
  assert.deepEqual(await databases(), []);
  assertQuiet(page);
  await page.context().close();
});

test('a link holds the text after the #; a broken or swollen one is refused in words', async () => {
  const page = await withText(TEXT);
  await openSaving(page);
  await page.locator('#link-make').click();
  await page.locator('#link').waitFor();
  const link = await page.locator('#link').inputValue();
  assert.ok(link.startsWith(`${site.url}#t=1.`), link);
  const other = await site.page();
  await other.goto('about:blank');
  await other.goto(link);
  await other.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Menteri'));
  assert.equal(await shown(other), TEXT);
  assert.equal(await other.evaluate(() => location.href), site.url, 'the text leaves the address again');
  assert.ok(other.asked.every((url) => !url.includes('#t=')), 'no request carries it');
  for (const broken of ['#t=1.', '#t=1.@@@@', '#t=2.abcd', `#t=1.${'A'.repeat(9000)}`, '#t=1.AAAA']) {
    await other.goto('about:blank');
    await other.goto(site.url + broken);
    await ready(other);
    await other.waitForFunction(() => document.querySelector('#message.error')?.checkVisibility(), undefined, { timeout: 5000 });
    assert.ok((await shown(other)).length > 0, `the page stands: ${broken.slice(0, 20)}`);
  }
  const swollen = await other.evaluate(async () => {
    const packed = await new Response(new Blob(['a'.repeat(3_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
    return btoa(String.fromCharCode(...new Uint8Array(packed))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  });
  assert.ok(swollen.length < 7000, 'a small link that would unpack to three million characters');
  await other.goto('about:blank');
  await other.goto(`${site.url}#t=1.${swollen}`);
  await other.waitForFunction(() => document.querySelector('#message.error')?.checkVisibility(), undefined, { timeout: 5000 });
  await page.context().close();
  await other.context().close();
});

test('names and terms of the reader’s own outlive the page only when asked, and go when asked', async () => {
  const page = await withText(TEXT);
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  const lists = { words: '#keep-names', terms: '#keep-terms' };
  await page.locator('#facts [popovertarget=terms]').click();
  await page.locator('#rule-text').fill('kampung melati');
  await page.locator('#rule-apply').click();
  await page.locator('#terms li').waitFor();
  assert.deepEqual(await databases(), [], 'nothing without a tick');
  await page.locator('#keep-terms').check();
  await page.keyboard.press('Escape');
  await page.locator('#article .m.place', { hasText: 'Surabaya' }).click();
  await page.locator('.card-correct summary').click();
  await page.locator('#card-label').selectOption('work');
  await page.locator('#card-scope').selectOption('everywhere');
  await page.locator('.card-correct button').click();
  await page.locator('#facts [popovertarget=words]').click();
  await page.locator('#keep-names').check();
  await page.waitForFunction(async () => (await indexedDB.databases()).length === 1);
  await page.waitForTimeout(300);
  await page.reload();
  await ready(page);
  await paste(page, TEXT);
  await page.locator('#article .m.custom').waitFor();
  assert.equal(await page.locator('#article .m.is-work').textContent(), 'Surabaya');
  for (const [popover, tick] of Object.entries(lists)) {
    await page.locator(`#facts [popovertarget=${popover}]`).click();
    assert.ok(await page.locator(tick).isChecked());
    await page.locator(tick).uncheck();
    await page.keyboard.press('Escape');
  }
  await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
  assertQuiet(page);
  await page.context().close();
});
