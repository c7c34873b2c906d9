import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, paste, ready, shown } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

const message = (page) => page.locator('#message');

for (const missing of ['pkg/sorot_bg.wasm', 'pkg/sorot.js', 'js/worker.js']) {
  test(`without ${missing} the page says so, shows the text, and can try again`, async () => {
    const page = await site.page({}, (page) => page.context().route(`**/${missing}`, (route) => route.fulfill({ status: 404, body: 'gone' })));
    await message(page).waitFor({ state: 'visible', timeout: 10_000 });
    assert.match((await message(page).textContent()) ?? '', /could not be loaded/);
    assert.ok((await shown(page)).includes('Marlow Bend'), 'the text is there without marks');
    await page.context().unroute(`**/${missing}`);
    await message(page).locator('button').click();
    await ready(page);
    assert.ok(await message(page).isHidden(), 'the message goes');
    await page.context().close();
  });
}

/** The bindings with one change: a text that holds this word stops the module as a panic would. */
async function withTrap(route) {
  const answer = await route.fetch();
  const body = await answer.text();
  const trap = `const read = Reader.prototype.annotate;
    Reader.prototype.annotate = function (text, options) {
      if (text.includes('tersandung')) throw new WebAssembly.RuntimeError('unreachable');
      return read.call(this, text, options);
    };`;
  await route.fulfill({ response: answer, body: `${body}\n${trap}` });
}

test('after a trap the text stays, the page says so, and the next article is read by a fresh worker', async () => {
  const page = await site.page({}, (page) => page.context().route('**/pkg/sorot.js', withTrap));
  await ready(page);
  await paste(page, 'Budi Santoso tersandung di Medan.');
  await message(page).waitFor({ state: 'visible', timeout: 10_000 });
  assert.match((await message(page).textContent()) ?? '', /stumbled/);
  assert.equal(await shown(page), 'Budi Santoso tersandung di Medan.');
  const next = 'Siti Aminah tiba di Surabaya pada hari Kamis, dan warga yang sudah menunggu menyambutnya.';
  await paste(page, next);
  await ready(page);
  assert.equal(await shown(page), next);
  assert.ok(await message(page).isHidden(), 'the message goes');
  await page.context().close();
});

test('an answer that comes too late is dropped', async () => {
  const page = await site.page();
  await ready(page);
  const long = 'Budi Santoso tiba di Jakarta pada Kamis, 21 November 2024.\n\n'.repeat(8000);
  await paste(page, long);
  await paste(page, 'Siti Aminah tiba di Surabaya.');
  await ready(page);
  await page.waitForTimeout(1500);
  assert.equal(await shown(page), 'Siti Aminah tiba di Surabaya.');
  const marked = await page.locator('#article .m').allTextContents();
  assert.ok(marked.every((words) => 'Siti Aminah tiba di Surabaya.'.includes(words)), `marks of this text: ${marked}`);
  await page.context().close();
});

test('reading a very long text can be stopped, and taken up again', async () => {
  const page = await site.page();
  await ready(page);
  const long = Array.from({ length: 30_000 }, (_, i) => `Budi Santoso tiba di Jakarta pada Kamis, 21 November 2024, untuk rapat ke-${i}.`).join('\n\n');
  await paste(page, long);
  await message(page).locator('button').click({ timeout: 20_000 });
  assert.match((await message(page).textContent()) ?? '', /Stopped/);
  assert.equal((await shown(page)).length, long.length, 'the text is there');
  await paste(page, 'Siti Aminah tiba di Surabaya pada hari Kamis, dan warga yang sudah menunggu menyambutnya.');
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Siti') && document.querySelector('#article .m'), undefined, { timeout: 20_000 });
  await page.context().close();
});
