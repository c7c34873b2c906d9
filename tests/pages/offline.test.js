import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertQuiet, open, paste, ready } from './harness.js';

const WWW = new URL('../../www/', import.meta.url);
const keeper = await readFile(new URL('sw.js', WWW), 'utf8');

/** The worker asks for these itself. */
const OF_THE_WORKER = ['js/worker.js', 'js/finder.js'];

let site;
before(async () => (site = await open()));
after(() => site?.close());

test('every file of the page is kept, and none that is not there', async () => {
  const kept = [...keeper.matchAll(/^ {2}'([^']+)',$/gm)].map(([, file]) => file);
  const there = (await readdir(WWW, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.d\.ts$|^_headers$|^sw\.js$|^\./.test(entry.name))
    .map((entry) => relative(fileURLToPath(WWW), join(entry.parentPath ?? entry.path, entry.name)).replace(/^index\.html$/, './'));
  assert.deepEqual(kept.sort(), there.sort());
});

test('every script of the page is asked for at once: what the first article needs, and the rest later', async () => {
  const page = await readFile(new URL('index.html', WWW), 'utf8');
  const asked = [...page.matchAll(/(?:modulepreload" href|module"(?: async)? src)="([^"]+)"/g)].map(([, file]) => file);
  const scripts = [...keeper.matchAll(/^ {2}'(js\/[^']+)',$/gm)].map(([, file]) => file);
  assert.deepEqual(asked.sort(), scripts.filter((file) => !OF_THE_WORKER.includes(file)).sort());
});

test('the policy is one: in the page, in the host’s headers, in the keeper', async () => {
  const page = await readFile(new URL('index.html', WWW), 'utf8');
  const hosts = await readFile(new URL('_headers', WWW), 'utf8');
  const [, header] = /Content-Security-Policy: (.*)/.exec(hosts) ?? [];
  const [, meta] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  assert.equal(header.replace(" frame-ancestors 'none';", ''), meta, 'a meta tag cannot forbid frames; the rest is the same');
  assert.ok(keeper.includes(header), 'the keeper sends the host’s policy');
});

test('after one visit the page opens and reads without a network', async () => {
  const page = await site.page();
  await page.goto(`${site.url}?offline`);
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.context().setOffline(true);
  await page.reload();
  await ready(page);
  await paste(page, 'Siti Aminah tiba di Surabaya pada 21 November 2024.');
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Siti') && document.querySelector('#article .m'));
  assert.equal(await page.evaluate(() => crossOriginIsolated), true, 'with the headers of the host');
  assertQuiet(page);
  await page.context().close();
});
