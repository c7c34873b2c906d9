import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertQuiet, open, paste, ready, shown } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

test('the sample stands there, read, in the reader’s language', async () => {
  for (const [locale, words, label] of [
    ['id-ID', 'Jembatan Way Sendang', 'Orang'],
    ['en-GB', 'Marlow Bend', 'People'],
  ]) {
    const page = await site.page({ locale });
    await ready(page);
    assert.ok((await shown(page)).includes(words), `the sample says ${words}`);
    assert.ok((await page.locator('#article .m').count()) > 10, 'the sample has marks');
    assert.equal(await page.locator('[data-layer=person] .chip-name').textContent(), label);
    assertQuiet(page);
    await page.context().close();
  }
});

test('HTML from a web page becomes clean paragraphs', async () => {
  const page = await site.page();
  await ready(page);
  const html = `<html><body><nav>Menu</nav><h1>Judul  berita</h1><p>Satu <b>dua</b>
    tiga.</p><script>bad()</script><p>Empat<br>lima</p><ul><li>enam</li><li>tujuh</li></ul><button>Bagikan</button></body></html>`;
  await paste(page, 'plain', html);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Judul'));
  assert.equal(await shown(page), 'Judul berita\n\nSatu dua tiga.\n\nEmpat\nlima\n\nenam\ntujuh');
  assertQuiet(page);
  await page.context().close();
});

test('a layer is switched by one class, and its marks go quiet', async () => {
  const page = await site.page();
  await ready(page);
  const line = () => page.locator('.m.person').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  const nodes = () => page.evaluate(() => document.querySelectorAll('#article *').length);
  const before = await nodes();
  assert.equal(await line(), 'underline');
  await page.locator('[data-layer=person]').click();
  assert.equal(await line(), 'none');
  assert.equal(await page.locator('[data-layer=person]').getAttribute('aria-pressed'), 'false');
  assert.equal(await nodes(), before, 'the article’s elements stay');
  await page.context().close();
});

test('a click opens the card; Escape closes it', async () => {
  const page = await site.page();
  await ready(page);
  const mark = page.locator('.m.person').first();
  const words = await mark.textContent();
  await mark.click();
  assert.equal(await page.locator('#card-title').textContent(), words);
  assert.equal(await page.locator('#card .card-label').textContent(), 'person');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('#card').matches(':popover-open'));
  assertQuiet(page);
  await page.context().close();
});

test('a click far down stays there, and the card stands beside its mark', async () => {
  const page = await site.page();
  await ready(page);
  const mark = page.locator('.m.time').last();
  await mark.click();
  await page.waitForTimeout(800);
  const gap = await mark.evaluate((element) => {
    const [box, card] = [element.getBoundingClientRect(), document.querySelector('#card').getBoundingClientRect()];
    return { below: card.top - box.bottom, above: box.top - card.bottom, top: box.top, height: innerHeight };
  });
  assert.ok(gap.top > 0 && gap.top < gap.height, `the mark is in sight: ${JSON.stringify(gap)}`);
  assert.ok(Math.abs(gap.below - 10) < 2 || Math.abs(gap.above - 10) < 2, `the card is next to it: ${JSON.stringify(gap)}`);
  await page.context().close();
});

test('the article is one tab stop; arrows go from mark to mark; Enter and Escape come back', async () => {
  const page = await site.page();
  await ready(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const focused = () => page.evaluate(() => document.activeElement?.dataset.i ?? document.activeElement?.id);
  const first = await focused();
  assert.match(first ?? '', /^\d+$/, 'the skip link leads to the first mark');
  await page.keyboard.press('ArrowRight');
  const second = await focused();
  assert.notEqual(second, first);
  assert.equal(await page.locator('#article [tabindex="0"]').count(), 1, 'one tab stop');
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'card', 'the card takes the focus');
  await page.keyboard.press('Escape');
  assert.equal(await focused(), second, 'the focus comes back to the mark');
  await page.keyboard.press('1');
  assert.equal(await page.locator('[data-layer=person]').getAttribute('aria-pressed'), 'false', 'key 1 switches the first layer');
  await page.keyboard.press('?');
  assert.ok(await page.locator('#help').isVisible(), '? shows the keys');
  assertQuiet(page);
  await page.context().close();
});

test('what is typed is read, and the last word wins', async () => {
  const page = await site.page();
  await ready(page);
  await page.locator('#clear').click();
  assert.ok(await page.locator('#empty').isVisible(), 'the empty state');
  for (const text of ['Budi', 'Budi Santoso tiba', 'Budi Santoso tiba di Surabaya.']) await page.locator('#box').fill(text);
  await page.waitForFunction(() => document.querySelector('#article .m') && document.querySelector('#article').textContent.endsWith('Surabaya.'));
  assert.equal(await shown(page), 'Budi Santoso tiba di Surabaya.');
  assertQuiet(page);
  await page.context().close();
});

test('the article’s date can be changed, and says where it comes from', async () => {
  const page = await site.page();
  await ready(page);
  await page.locator('#date').fill('2023-02-03');
  await page.locator('#date').dispatchEvent('change');
  await page.waitForFunction(() => document.querySelector('#facts .source')?.textContent === 'set by you');
  assert.equal(await page.locator('#date').inputValue(), '2023-02-03');
  await page.locator('#language').selectOption('id');
  await page.waitForFunction(() => document.querySelector('#language').value === 'id');
  assertQuiet(page);
  await page.context().close();
});

test('a copy of the article is the text', async () => {
  const page = await site.page();
  await ready(page);
  const text = 'Judul\n\nBudi Santoso tiba.\n\n\n"Ya," kata Siti Aminah.';
  await paste(page, text);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Judul'));
  const copied = await page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector('#article'));
    const data = new DataTransfer();
    document.querySelector('#article').dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain');
  });
  assert.equal(copied, text);
  await page.context().close();
});

test('the annotated article can be saved, with the text in it', async () => {
  const page = await site.page();
  await ready(page);
  await page.locator('[popovertarget=take]').first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save=json]').click()]);
  assert.equal(download.suggestedFilename(), 'new-footbridge-ends-decades-of-rafts.json');
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(file.text, await shown(page));
  assert.ok(file.annotations.some(({ label }) => label === 'person'), 'with its people');
  assertQuiet(page);
  await page.context().close();
});

test('marks below a confidence are hidden, and skipped by the keys', async () => {
  const page = await site.page();
  await ready(page);
  await page.locator('#threshold').fill('9');
  const lines = await page.locator('#article .m').evaluateAll((marks) => marks.map((mark) => [Number(mark.dataset.c), getComputedStyle(mark).textDecorationLine]));
  for (const [decile, line] of lines) if (decile < 9) assert.equal(line, 'none', `a mark at ${decile}0 %`);
  assert.equal(await shown(page).then((text) => text.length > 1000), true);
  await page.context().close();
});

test('choosing a name lights up all its mentions', async () => {
  const page = await site.page();
  await ready(page);
  const entity = page.locator('.entity').filter({ hasText: 'Adeyemi' });
  const mentions = Number(await entity.locator('.entity-count').textContent());
  await entity.click();
  assert.equal(await page.locator('#article .m.lit:not(.pronoun)').count(), mentions);
  await page.locator('.entity[aria-pressed=true]').click();
  assert.equal(await page.locator('#article .m.lit').count(), 0);
  assertQuiet(page);
  await page.context().close();
});

test('on a phone the panels are a drawer, and a choice in it leads to the article', async () => {
  const page = await site.page({ viewport: { width: 390, height: 800 } });
  await ready(page);
  assert.ok(await page.locator('#panel').isHidden(), 'closed at first');
  await page.locator('#side-open').click();
  await page.locator('#tab-when').click();
  await page.locator('.timeline-where').first().click();
  await page.waitForFunction(() => document.querySelector('#card').matches(':popover-open'));
  await page.waitForFunction(() => getComputedStyle(document.querySelector('#side')).visibility === 'hidden');
  assertQuiet(page);
  await page.context().close();
});

test('what each mark is can be said beside it, and is no part of the text', async () => {
  const page = await site.page();
  await ready(page);
  const text = await shown(page);
  const beside = () => page.locator('.m.person').first().evaluate((mark) => [getComputedStyle(mark, '::after').content.split(' /')[0], getComputedStyle(mark, '::after').display]);
  assert.equal((await beside())[0], 'none');
  await page.locator('#tags').check();
  assert.deepEqual(await beside(), ['"person"', 'inline']);
  assert.equal(await shown(page), text);
  await page.locator('[data-layer=person]').click();
  assert.equal((await beside())[1], 'none', 'a layer that is off says nothing');
  await page.locator('[data-layer=person]').click();
  await page.locator('[data-interface=id]').click();
  await page.waitForFunction(() => document.querySelector('#article .m.person')?.getAttribute('data-tag') === 'orang');
  assert.ok(await page.locator('#tags').isChecked());
  assertQuiet(page);
  await page.context().close();
});

test('the help says how to check that nothing leaves, and shows the policy that holds', async () => {
  const page = await site.page();
  await ready(page);
  await page.locator('#help-open').click();
  assert.equal(await page.locator('.ways li').count(), 4);
  assert.match((await page.locator('.policy').textContent()) ?? '', /default-src 'none';\n/);
  await page.context().close();
});
