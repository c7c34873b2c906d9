// Whatever layers are on, the text is the text: as shown, and as copied.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, BROWSERS, open, paste, ready, shown } from './harness.js';
import { HOSTILE } from './hostile.js';

for (const which of BROWSERS) {
  test(`${which}: the text stays the text under every subset of layers, and so does its copy`, { timeout: 300_000 }, async (t) => {
    const site = await open(which);
    t.after(() => site.close());
    const page = await site.page();
    await ready(page);
    for (const [name, given] of Object.entries(HOSTILE)) {
      // Firefox makes a lone half of a pair a replacement character on its way through the clipboard.
      const text = which === 'firefox' ? given.toWellFormed() : given;
      await paste(page, text);
      await page.waitForFunction((words) => document.querySelector('#article').textContent === words, text);
      await ready(page);
      const { subsets, wrong } = await page.evaluate(everySubset, text);
      assert.ok(subsets >= 4096, `${subsets} subsets`);
      assert.deepEqual(wrong, [], name);
    }
    assertQuiet(page);
  });
}

/**
 * Runs in the page: walks through all subsets of layers, one click from one to the next (a Gray code).
 *
 * @param {string} text
 */
function everySubset(text) {
  const article = document.querySelector('#article');
  const buttons = [...document.querySelectorAll('#layers button')];
  const copied = () => {
    getSelection().selectAllChildren(article);
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    // Firefox gives the event no clipboard of ours: there, what was selected is asked for as the page itself does.
    if (!event.clipboardData) return getSelection().getRangeAt(0).toString();
    article.dispatchEvent(event);
    return event.clipboardData.getData('text/plain');
  };
  const wrong = [];
  const subsets = 1 << buttons.length;
  for (let step = 1; step <= subsets; step++) {
    const switched = Math.min(31 - Math.clz32(step & -step), buttons.length - 1);
    buttons[switched].click();
    if (article.textContent !== text) wrong.push(`step ${step}: shown`);
    if (step % 61 === 0 && text.length < 1000 && copied() !== text) wrong.push(`step ${step}: copied`);
  }
  getSelection().removeAllRanges();
  return { subsets, wrong: wrong.slice(0, 5) };
}

test('a real copy of the whole page’s article is the text, with marks on and off', async (t) => {
  const site = await open();
  t.after(() => site.close());
  const page = await site.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  await ready(page);
  for (const off of [[], ['person', 'time'], ['person', 'organization', 'place', 'quote', 'number']]) {
    for (const key of off) await page.locator(`[data-layer=${key}]`).click();
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#article')));
    await page.keyboard.press('Control+c');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await shown(page));
  }
});
