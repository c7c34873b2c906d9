import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { open, ready } from './harness.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let site;
before(async () => (site = await open()));
after(() => site?.close());

/** @type {[string, any, (page: any) => Promise<void>][]} */
const STATES = [
  ['light', {}, async () => {}],
  ['dark', { colorScheme: 'dark' }, async () => {}],
  ['forced colours', { forcedColors: 'active' }, async () => {}],
  ['320 pixels', { viewport: { width: 320, height: 640 } }, async () => {}],
  ['a card open', {}, (page) => page.locator('.m.person').first().click()],
  ['structure shown', {}, (page) => page.locator('[data-layer=structure]').click()],
  ['empty, writing', {}, (page) => page.locator('#clear').click()],
  ['export', {}, (page) => page.locator('[popovertarget=take]').first().click()],
  ['the drawer on a phone', { viewport: { width: 390, height: 800 } }, (page) => page.locator('#side-open').click()],
  ['help', {}, (page) => page.locator('#help-open').click()],
  ...['when', 'said', 'numbers', 'short', 'checks'].map((tab) => [`panel ${tab}`, {}, (page) => page.locator(`#tab-${tab}`).click()]),
];

for (const [name, options, act] of STATES) {
  test(`nothing stands in the way: ${name}`, async () => {
    // The checker brings a style of its own, which the page's policy would refuse.
    const page = await site.page({ ...options, bypassCSP: true });
    await ready(page);
    await act(page);
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), RULES);
    const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`));
    assert.deepEqual(found, []);
    await page.context().close();
  });
}
