// Texts and files made to break the page: nothing is run, nothing is lost, and it goes on working.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertQuiet, open, paste, ready, shown } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
/** Right to left from here on: "txt.exe" would be read as "exe.txt". */
const TURNED = '\u202Etxt.exe';

const TEXTS = {
  'ten megabytes of one word': 'a'.repeat(10_000_000),
  'a megabyte in one line': 'Budi Santoso tiba di Medan pada Kamis. '.repeat(26_000),
  'a hundred thousand quotation marks': '"'.repeat(100_000),
  'quotations never closed': '“Ya, kata Ani '.repeat(20_000),
  'deep brackets': `${'('.repeat(50_000)}PT Maju${')'.repeat(50_000)}`,
  'a hundred thousand combining marks': `e${'\u0301'.repeat(100_000)}`,
  'two hundred thousand blank lines': `${'\n'.repeat(200_000)}Budi Santoso`,
  'controls that turn text round': '\u202E\u2066Budi'.repeat(20_000),
  'patterns meant to hang': `${'a'.repeat(50_000)}! ${'2024-'.repeat(20_000)} ${'a@'.repeat(20_000)} ${'https://'.repeat(10_000)}`,
  'half characters': 'Budi \ud83d Santoso \udc00\ud83d tiba di Medan pada Kamis, 21 November 2024. ',
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`${name}: shown as it came, and the next article is read`, async () => {
    const page = await site.page();
    await ready(page);
    await paste(page, text);
    await page.waitForFunction((n) => document.querySelector('#article').textContent.length === n, text.length, { timeout: 60_000 });
    await page.waitForFunction(() => performance.getEntriesByName('sorot-read').length > 1, undefined, { timeout: 60_000 });
    assert.ok((await shown(page)) === text, 'character for character');
    const next = 'Siti Aminah tiba di Surabaya pada hari Kamis, dan warga yang sudah menunggu menyambutnya.';
    await paste(page, next);
    await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Siti') && document.querySelector('#article .m'), undefined, { timeout: 20_000 });
    assertQuiet(page);
    await page.context().close();
  });
}

test('half characters do not move the marks', async () => {
  const page = await site.page();
  await ready(page);
  await paste(page, TEXTS['half characters']);
  await page.waitForFunction(() => [...document.querySelectorAll('#article .m')].some((mark) => mark.textContent === '21 November 2024' || mark.textContent.startsWith('Kamis')));
  const marks = await page.locator('#article .m').allTextContents();
  assert.ok(marks.includes('Medan'), `${marks}`);
  await page.context().close();
});

/** Opens a file as the reader does. */
async function openFile(page, name, content) {
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

test('a file that is no text is refused in words, its name shown as text with its controls to be seen', async () => {
  const page = await site.page();
  await ready(page);
  await openFile(page, `${MARKUP.replaceAll('/', '')}${TURNED}.txt`, 'kata\0');
  const message = page.locator('#message');
  await message.waitFor({ state: 'visible' });
  const words = (await message.textContent()) ?? '';
  assert.ok(words.includes('<img src=x onerror=') && words.includes('[U+202E]txt.exe'), words);
  assert.equal(await message.locator('img, script').count(), 0);
  assert.equal(await page.title(), 'Sorot');
  assertQuiet(page);
  await page.context().close();
});

test('a file of another hand brings text and nothing else', async () => {
  const page = await site.page();
  await ready(page);
  const text = `Budi Santoso tiba di Medan pada hari Kamis. ${MARKUP} Siti Aminah menunggu di sana.`;
  const odd = ['__proto__', 'constructor', 'length', MARKUP, '', -1, 0.5, 1e300, null, [], {}];
  const annotations = odd.flatMap((start) => odd.map((end) => ({ start, end, label: 'person', rule: 'reader', text: MARKUP })));
  annotations.push({ start: 0, end: 12, label: MARKUP, rule: 'reader' }, { start: 0, end: 12, label: 'group', rule: 'reader', value: MARKUP, entity: MARKUP });
  const file = JSON.stringify({ id: MARKUP, lang: MARKUP, date: MARKUP, text, annotations, entities: [{ id: MARKUP, name: MARKUP }] });
  await openFile(page, `${MARKUP.replaceAll('/', '')}.json`, file.replace('{', '{"__proto__":{"polluted":1},'));
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Budi') && document.querySelector('#article .m'));
  assert.equal(await shown(page), text);
  assert.equal(await page.evaluate(() => document.querySelectorAll('#article :not(p, span, div)').length), 0);
  assert.equal(await page.evaluate(() => Object.prototype.polluted), undefined);
  assert.equal(await page.locator('#article .is-group').first().textContent(), 'Budi Santoso', 'what the file marked rightly is marked');
  assert.equal(await page.title(), 'Sorot');
  await page.context().close();
});

test('a nest without end and a file that swells are refused or shown, and the page stands', async () => {
  const page = await site.page();
  await ready(page);
  for (const file of ['['.repeat(1_000_000), `{"text":"x","annotations":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, `{"text":${'{"a":'.repeat(100_000)}`]) {
    await openFile(page, 'deep.json', file);
    await page.waitForTimeout(300);
  }
  await paste(page, 'Siti Aminah tiba di Surabaya pada hari Kamis, dan warga yang sudah menunggu menyambutnya.');
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Siti') && document.querySelector('#article .m'), undefined, { timeout: 20_000 });
  assertQuiet(page);
  await page.context().close();
});

test('HTML deeper than any page is refused before the parser gets it; what is pasted falls back on its plain text', async () => {
  const page = await site.page();
  await ready(page);
  const deep = `<p>Siti ${'<b><i>'.repeat(50_000)}Aminah`;
  await openFile(page, 'deep.html', deep);
  await page.locator('#message').waitFor({ state: 'visible', timeout: 5000 });
  assert.match((await page.locator('#message').textContent()) ?? '', /deep\.html/);
  await paste(page, 'Siti Aminah tiba di Surabaya.', deep);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Siti'));
  assert.equal(await shown(page), 'Siti Aminah tiba di Surabaya.');
  await openFile(page, 'page.html', `${'<div>'.repeat(900)}<p>Ia menunggu.<p>Lama.${'</div>'.repeat(900)}${'<br><img>'.repeat(5000)}`);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Ia'));
  assertQuiet(page);
  await page.context().close();
});
