import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
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
