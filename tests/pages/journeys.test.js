// A reader's way through the page in both browsers: once with the keyboard alone, once with a pointer.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assertQuiet, BROWSERS, open, paste, ready, shown } from './harness.js';

const ARTICLE = 'Menteri Budi Santoso tiba di Surabaya pada hari Kamis, 21 November 2024. 😀\n\n"Ya," kata Siti Aminah. Budi Santoso lalu menemui warga.';

/** What has the focus, in words that a failure can be read by. */
const focused = (page) => page.evaluate(() => {
  const { activeElement: at } = document;
  return at?.id || at?.dataset?.i || at?.dataset?.layer || at?.textContent?.trim().slice(0, 30) || at?.tagName;
});

/** Presses Tab until this has the focus; a trap or a place that cannot be reached fails. */
async function tabTo(page, selector) {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  assert.fail(`${selector} cannot be reached by Tab; the focus is on ${await focused(page)}`);
}

/** Fails where the focus cannot be seen: no outline, outside the window, or under something else. */
async function assertFocusSeen(page) {
  const seen = await page.evaluate(() => {
    const at = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2);
    return { outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, uncovered: top !== null && (at.contains(top) || top.contains(at)), what: at.outerHTML.slice(0, 100) };
  });
  assert.ok(seen.outlined && seen.uncovered, JSON.stringify(seen));
}

for (const [what, act, isDone] of /** @type {[string, (page: any) => Promise<unknown>, () => unknown][]} */ ([
  ['pasted', (page) => page.click('#write').then(() => paste(page, 'Siti Aminah tiba di Surabaya.')), () => document.querySelector('#article').textContent === 'Siti Aminah tiba di Surabaya.' && document.querySelector('#editor').hidden],
  ['pressed', (page) => page.click('#invitation button'), () => document.activeElement?.id === 'box'],
])) {
  test(`what is ${what} before the tools are there is done when they come`, async (t) => {
    const site = await open();
    t.after(() => site.close());
    /** @type {() => void} */
    let come = () => {};
    const called = new Promise((resolve) => (come = () => resolve(undefined)));
    const page = await site.page({}, (page) => page.route('**/js/tools.js', (route) => called.then(() => route.continue())));
    await page.waitForSelector('#article .m');
    await act(page);
    come();
    await page.waitForFunction(isDone);
    assertQuiet(page);
  });
}

test('a cleared article leaves nothing to the next; a chosen name keeps the focus, a dismissed check the panel', async (t) => {
  const site = await open();
  t.after(() => site.close());
  const page = await site.page();
  await ready(page);
  await page.click('.entity');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed')), 'true');
  await page.click('.entity[aria-pressed=true]');
  assert.equal(await page.locator('.entity[aria-pressed=true], .m.lit').count(), 0);
  await page.click('#tab-checks');
  await page.click('.checks .link');
  assert.equal(await focused(page), 'panel');
  await page.selectOption('#language', 'id');
  await page.click('#clear');
  await page.fill('#box', 'Helen Adeyemi met Joan Castellane in Jakarta on Monday.');
  await page.waitForSelector('#article .m');
  assert.equal(await page.locator('#language').inputValue(), '');
  assertQuiet(page);
});

const isShown = (page, selector) => page.locator(selector).first().isVisible();

for (const which of BROWSERS) {
  test(`${which}, keyboard alone: from the sample to an article of one's own, its marks, a card, a layer, a panel, help`, { timeout: 180_000 }, async (t) => {
    const site = await open(which);
    t.after(() => site.close());
    const page = await site.page();
    await ready(page);
    await page.keyboard.press('Tab');
    await assertFocusSeen(page);
    assert.match(await focused(page), /Skip/, 'the first stop leads past everything to the article');
    await tabTo(page, '#write');
    await assertFocusSeen(page);
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'box', 'the box has the focus at once');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(ARTICLE);
    await page.waitForFunction((text) => document.querySelector('#article').textContent === text && document.querySelector('#article .m'), ARTICLE);
    await page.waitForTimeout(300);
    await page.keyboard.press('Escape');
    assert.ok(!(await isShown(page, '#editor')), 'Escape closes the box');
    assert.equal(await focused(page), 'write', 'and the focus is where it was');
    await tabTo(page, '#layers button');
    await page.keyboard.press('ArrowRight');
    await assertFocusSeen(page);
    assert.equal(await focused(page), 'role');
    await page.keyboard.press('Space');
    assert.equal(await page.locator('[data-layer=role]').getAttribute('aria-pressed'), 'false');
    await page.keyboard.press('Space');
    await tabTo(page, '#article .m');
    await assertFocusSeen(page);
    const first = await focused(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), first);
    while (!(await page.evaluate(() => document.activeElement.matches('.m.person')))) await page.keyboard.press('ArrowRight');
    const minister = await focused(page);
    await page.keyboard.press('n');
    assert.notEqual(await focused(page), minister, 'n goes to the next mention');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Budi Santoso');
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'card', 'the card takes the focus');
    assert.ok((await page.locator('#card').getAttribute('aria-labelledby')) === 'card-kind card-title' && (await isShown(page, '#card-title')), 'and has a name');
    await tabTo(page, '.step');
    await assertFocusSeen(page);
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), minister, 'Escape brings the focus back');
    await page.keyboard.press('1');
    assert.equal(await page.locator('[data-layer=person]').getAttribute('aria-pressed'), 'false');
    await page.keyboard.press('1');
    await page.keyboard.press('?');
    assert.ok(await isShown(page, '#help'));
    await page.keyboard.press('Escape');
    await tabTo(page, '[role=tab]');
    await page.keyboard.press('ArrowRight');
    await assertFocusSeen(page);
    assert.equal(await focused(page), 'tab-when');
    await tabTo(page, '.timeline-where');
    await page.keyboard.press('Enter');
    assert.ok(await isShown(page, '#card'), 'an entry of the panel opens the card of its mark');
    assertQuiet(page);
  });

  test(`${which}, by pointer: paste, a card, the next mention, a correction and back, selected words, a file`, { timeout: 180_000 }, async (t) => {
    const site = await open(which);
    t.after(() => site.close());
    const page = await site.page();
    await ready(page);
    assert.ok(await isShown(page, '#invitation'), 'the sample says that it is one');
    await paste(page, ARTICLE);
    await page.waitForFunction((text) => document.querySelector('#article').textContent === text && document.querySelector('#article .m'), ARTICLE);
    assert.equal(await shown(page), ARTICLE);
    assert.ok(!(await isShown(page, '#invitation')), 'and is gone with it');
    await page.locator('.m.person').first().click();
    assert.equal(await page.locator('#card-title').textContent(), 'Budi Santoso');
    await page.locator('#card .step').last().click();
    await page.waitForFunction(() => document.querySelector('.card-walk')?.textContent.includes('2'));
    await page.locator('#card summary').click();
    await page.locator('#card-label').selectOption('place');
    await page.locator('.card-correct button').click();
    // The words are marked anew, and the focus stays on them.
    await page.waitForFunction(() => document.activeElement?.matches('.m.place'));
    await page.waitForFunction(() => document.querySelectorAll('#article .m.is-person').length < 3 && document.querySelector('#undo'));
    assert.ok((await page.locator('#article .m.place').allTextContents()).includes('Budi Santoso'));
    await page.locator('#undo').click();
    await page.waitForFunction(() => ![...document.querySelectorAll('#article .m.place')].some((mark) => mark.textContent === 'Budi Santoso'));
    // The line over the article is drawn a frame later, and may move it.
    await page.locator('#redo').waitFor();
    const box = await page.evaluate(() => {
      const text = [...document.querySelectorAll('#article p')].at(-1).lastChild;
      const range = document.createRange();
      range.setStart(text, text.nodeValue.indexOf('warga'));
      range.setEnd(text, text.nodeValue.indexOf('warga') + 5);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { left: x + 1, right: x + width - 1, y: y + height / 2 };
    });
    await page.mouse.move(box.left, box.y);
    await page.mouse.down();
    await page.mouse.move((box.left + box.right) / 2, box.y, { steps: 3 });
    await page.waitForTimeout(300);
    assert.ok(!(await isShown(page, '#marker')), 'whoever still chooses words is not asked what they are');
    await page.evaluate(() => document.querySelector('#redo').click());
    await page.waitForFunction(() => [...document.querySelectorAll('#article .m.place')].some((mark) => mark.textContent === 'Budi Santoso'));
    await page.mouse.move(box.right, box.y, { steps: 3 });
    await page.mouse.up();
    assert.equal(await page.evaluate(() => String(getSelection())), 'warga', 'what is being selected stays so when the article is marked anew');
    await page.locator('#undo').click();
    await page.waitForFunction(() => ![...document.querySelectorAll('#article .m.place')].some((mark) => mark.textContent === 'Budi Santoso'));
    await page.locator('#marker [data-label=group]').click();
    await page.waitForFunction(() => document.querySelector('#article .m.is-group')?.textContent === 'warga');
    await page.locator('[data-entity]').first().click();
    assert.ok((await page.locator('#article .m.lit').count()) > 0, 'a name of the panel lights up its mentions');
    await page.locator('[data-layer=time]').click();
    assert.equal(await page.locator('.m.time').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), 'none');
    assertQuiet(page);
    // The driver does not hear of downloads in Firefox.
    if (which === 'firefox') return;
    await page.locator('[popovertarget=take]').first().click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save=json]').click()]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    assert.equal(file.text, ARTICLE);
    assert.ok(file.annotations.some(({ rule, text }) => rule === 'reader' && text === 'warga'));
    assertQuiet(page);
  });
}

test('at 320 pixels, which is a window of 1280 at 400 %, nothing is cut off at the side', { timeout: 60_000 }, async (t) => {
  const site = await open();
  t.after(() => site.close());
  const page = await site.page({ viewport: { width: 320, height: 256 } });
  await ready(page);
  const assertFits = async (state) => {
    const { wide, over } = await page.evaluate(() => {
      const isScrolled = (element) => ['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX);
      const inScroller = (element) => element && (isScrolled(element) || inScroller(element.parentElement));
      const over = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1 && !inScroller(element.parentElement));
      return { wide: document.documentElement.scrollWidth, over: over.map((element) => element.outerHTML.slice(0, 80)).slice(0, 5) };
    });
    assert.deepEqual({ wide, over }, { wide: 320, over: [] }, state);
  };
  await assertFits('the sample');
  await paste(page, `Alamat https://contoh.invalid/${'panjang-'.repeat(40)} dan ${'kata'.repeat(100)}, kata Menteri Budi Santoso.`);
  await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Alamat') && document.querySelector('#article .m'));
  await assertFits('long words');
  await page.locator('.m').first().click();
  await assertFits('a card');
  await page.keyboard.press('Escape');
  await page.locator('#side-open').click();
  await assertFits('the drawer');
});
