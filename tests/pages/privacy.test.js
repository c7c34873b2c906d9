import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { assertQuiet, complete, open, paste, ready, shown } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

test('after the page is there, no request is made, whatever is done with the text', async () => {
  const page = await site.page();
  await complete(page);
  const canary = `Kenari${randomUUID().replaceAll('-', '')}`;
  const before = page.asked.length;
  await paste(page, `Budi ${canary} tiba di Jakarta pada 21 November 2024. "Ya," kata Siti ${canary}.`);
  await page.waitForFunction((word) => document.querySelector('#article').textContent.includes(word), canary);
  await page.locator('.m').first().click();
  for (const tab of await page.locator('.tab:visible').all()) await tab.click();
  await page.locator('#facts [popovertarget=terms]').click();
  await page.locator('#rule-text').fill(canary);
  await page.locator('#rule-apply').click();
  await page.locator('.m.custom').first().waitFor();
  await page.keyboard.press('Escape');
  for (const chip of await page.locator('.chip').all()) await chip.click();
  await page.locator('[data-interface=id]').click();
  await page.locator('#write').click();
  await page.locator('#box').pressSequentially(' lagi');
  await page.waitForTimeout(500);
  const later = page.asked.slice(before).filter((url) => !url.startsWith('blob:'));
  assert.deepEqual(later, [], 'no request after the page is there');
  const kept = await page.evaluate(async () => ({
    address: location.href,
    cookies: document.cookie,
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    history: JSON.stringify(history.state),
  }));
  assert.deepEqual(kept, { address: site.url, cookies: '', local: '{}', session: '{}', databases: [], history: 'null' });
  assertQuiet(page);
  await page.context().close();
});

test('with the network off everything goes on working', async () => {
  const page = await site.page();
  await complete(page);
  await page.context().setOffline(true);
  await paste(page, 'Siti Aminah tiba di Surabaya pada 21 November 2024.');
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Siti') && document.querySelector('#article .m'));
  await page.locator('.m').first().click();
  assert.ok(await page.locator('#card').isVisible());
  assertQuiet(page);
  await page.context().close();
});

test('the policy stops what would leave or run', async () => {
  const page = await site.page();
  await ready(page);
  const blocked = await page.evaluate(async () => {
    const tries = {
      fetch: () => fetch('https://example.org/').then(() => 'open', () => 'stopped'),
      eval: () => new Promise((resolve) => {
        // Later, for what the test driver itself runs is allowed to do this.
        setTimeout(() => {
          try {
            resolve((0, eval)('"open"'));
          } catch {
            resolve('stopped');
          }
        }, 10);
      }),
      markup: async () => {
        try {
          document.createElement('div').innerHTML = '<b>x</b>';
          return 'open';
        } catch {
          return 'stopped';
        }
      },
      image: () => new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('open');
        image.onerror = () => resolve('stopped');
        image.src = 'https://example.org/x.png';
      }),
      policy: async () => {
        try {
          window.trustedTypes.createPolicy('other', {});
          return 'open';
        } catch {
          return 'stopped';
        }
      },
    };
    const results = {};
    for (const [name, attempt] of Object.entries(tries)) results[name] = await attempt();
    return results;
  });
  assert.deepEqual(blocked, { fetch: 'stopped', eval: 'stopped', markup: 'stopped', image: 'stopped', policy: 'stopped' });
  await page.context().close();
});

test('markup in the text stays text', async () => {
  const page = await site.page();
  await ready(page);
  const text = '<img src=x onerror="document.title=1"> <svg onload=alert(1)> Budi <script>document.title=2</script> Santoso';
  await paste(page, text, `<p>${text.replaceAll('<', '&lt;')}</p><img src="x" onerror="document.title=3"><iframe src="//example.org"></iframe>`);
  await page.waitForFunction(() => document.querySelector('#article').textContent.includes('Santoso'));
  assert.equal(await shown(page), text);
  assert.equal(await page.evaluate(() => document.querySelectorAll('#article :not(p, span, div)').length), 0);
  assert.equal(await page.title(), 'Sorot');
  // The policy says that it refused the handlers; nothing else may be said.
  page.said = page.said.filter((line) => !line.includes('inline event handler'));
  assertQuiet(page);
  await page.context().close();
});

/** Chromium asks its maker what kinds of fields it knows a page's fields for, by numbers made of their names: see SECURITY.md. */
const OF_CHROMIUM = 'content-autofill.googleapis.com:443';

/** A server that writes down every byte that comes to it, and hands it on where there is somewhere to. */
async function recorder(onto) {
  const heard = [];
  const server = createServer((socket) => {
    socket.on('data', (data) => heard.push(data));
    socket.on('error', () => {});
    if (!onto) return;
    const other = connect(Number(new URL(onto).port), '127.0.0.1');
    other.on('error', () => socket.destroy());
    socket.pipe(other).pipe(socket);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { heard, url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

test('on the wire nothing is heard of the text, to this server or to any other', async () => {
  const here = await recorder(site.url);
  const elsewhere = await recorder(null);
  // What is for this machine goes straight to it, all else to the proxy, which would hear of any other place.
  const context = await site.browser.newContext({ proxy: { server: elsewhere.url, bypass: '127.0.0.1' } });
  const page = Object.assign(await context.newPage(), { asked: [] });
  page.on('request', (request) => page.asked.push(request.url()));
  await page.goto(here.url);
  await complete(page);
  const before = here.heard.length;
  const canary = `Kenari${randomUUID().replaceAll('-', '')}`;
  await paste(page, `Budi ${canary} tiba di Jakarta pada 21 November 2024. "Ya," kata Siti ${canary}.`, `<p>Budi ${canary} tiba di Jakarta <img src="https://example.org/${canary}.png"><a href="https://example.org/${canary}">pada</a> 21 November 2024.</p>`);
  await page.waitForFunction((word) => document.querySelector('#article').textContent.includes(word) && document.querySelector('#article .m'), canary);
  await page.locator('[popovertarget=take]').first().click();
  for (const format of await page.locator('[data-save]').all()) await Promise.all([page.waitForEvent('download'), format.click()]);
  await page.locator('#link-make').click();
  await page.locator('#link').waitFor();
  await page.locator('#keep').click();
  await page.locator('#kept li').waitFor();
  await page.locator('#forget-all').click();
  await page.waitForTimeout(1000);
  assert.deepEqual(here.heard.slice(before).map(String), [], 'this server hears nothing after the page is there');
  const asked = elsewhere.heard.map((data) => String(data).split(' ')[1]);
  assert.deepEqual(asked.filter((place) => place !== OF_CHROMIUM), [], 'no other place hears anything at all');
  const all = Buffer.concat(here.heard);
  const forms = [canary, encodeURIComponent(canary), Buffer.from(canary).toString('base64').slice(4, -4), Buffer.from(canary).toString('hex'), Buffer.from(canary, 'utf16le')];
  for (const form of forms) assert.ok(!all.includes(form));
  await context.close();
  here.close();
  elsewhere.close();
});
