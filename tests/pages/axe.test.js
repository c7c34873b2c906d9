// No violation of WCAG 2.2 AA or of best practice, in any state of the page, in either browser.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { BROWSERS, FIREFOX_PREFERENCES, open, ready } from './harness.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const nothing = async () => {};
const click = (selector) => (page) => page.locator(selector).first().click();
const PHONE = { viewport: { width: 390, height: 800 } };

/** Each look, as Chromium and as Firefox are told of it, and the states in which it is checked, one after the other. */
const LOOKS = [
  {
    look: 'light',
    states: {
      'first visit': nothing,
      ...Object.fromEntries(['when', 'said', 'numbers', 'short', 'checks'].map((tab) => [`panel ${tab}`, click(`#tab-${tab}`)])),
      'structure shown': click('[data-layer=structure]'),
      'a card open': click('.m.person'),
      export: click('[popovertarget=take]'),
      'own words': (page) => page.evaluate(() => document.querySelector('#words').showPopover()),
      help: (page) => page.evaluate(() => document.querySelector('#help').showPopover()),
      'empty, writing': (page) => page.keyboard.press('Escape').then(() => page.locator('#clear').click()),
    },
  },
  { look: 'dark', options: { colorScheme: 'dark' }, preferences: FIREFOX_PREFERENCES.dark, states: { 'first visit': nothing, 'a card open': click('.m.person') } },
  { look: 'forced colours', options: { forcedColors: 'active' }, preferences: FIREFOX_PREFERENCES.forced, states: { 'first visit': nothing, 'a card open': click('.m.person') } },
  { look: '320 pixels', options: { viewport: { width: 320, height: 640 } }, states: { 'first visit': nothing, 'a card open': click('.m.person') } },
  { look: 'a phone', options: PHONE, states: { writing: click('#write'), 'the drawer open': click('#side-open') } },
];

for (const which of BROWSERS) {
  for (const { look, options = {}, preferences = {}, states } of LOOKS) {
    test(`${which}: nothing stands in the way: ${look}`, { timeout: 240_000 }, async (t) => {
      const site = await open(which, preferences);
      t.after(() => site.close());
      const page = await site.page(options);
      await ready(page);
      await page.evaluate(axe);
      for (const [state, act] of Object.entries(states)) {
        await act(page);
        const { violations, passes } = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), RULES);
        assert.ok(passes.length > 20, `${state}: ${passes.length} rules hold`);
        const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`));
        assert.deepEqual(found, [], state);
      }
    });
  }
}
