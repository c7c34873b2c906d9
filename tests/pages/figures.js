// Measures the page in real browsers, beside a plain rendering of the same marks: not a test, for times depend on the machine.
// `node figures.js [rounds] [chromium|firefox …]`; the best of the rounds is told, for a busy machine only ever adds.

import { readdir, readFile } from 'node:fs/promises';
import { open, ready } from './harness.js';

const articles = new URL('../articles/', import.meta.url);
const texts = [];
for (const name of (await readdir(articles)).sort()) texts.push(await readFile(new URL(`${name}/article.txt`, articles), 'utf8').catch(() => ''));
const all = texts.filter(Boolean).join('\n\n');
const LONG = all.repeat(Math.ceil(1_000_000 / all.length)).slice(0, 1_000_000);

const [rounds = '3', ...which] = process.argv.slice(2);
/** @type {('chromium' | 'firefox')[]} */
const BROWSERS = which.length ? /** @type {any} */ (which) : ['chromium', 'firefox'];

/** Counts, in the page, how long its thread was busy at one stretch, and how long it took to the end of a frame. */
function instruments() {
  const next = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
  /** A beat every few milliseconds: the longest gap between two is the longest time in which nothing else could have run. */
  const watch = () => {
    let [longest, at] = [0, performance.now()];
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - at);
      at = now;
    });
    return () => (clearInterval(timer), longest);
  };
  const frameEnd = () => new Promise((resolve) => requestAnimationFrame(() => next().then(resolve)));
  const timed = async (act) => {
    await frameEnd();
    const start = performance.now();
    act();
    await frameEnd();
    return performance.now() - start;
  };
  const paste = async (text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const read = new Promise((resolve) => new PerformanceObserver((list) => list.getEntriesByName('sorot-read').forEach(resolve)).observe({ entryTypes: ['mark'] }));
    const stop = watch();
    const show = await timed(() => document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, data: text, dataType: 'text/plain', bubbles: true, cancelable: true })));
    const { detail } = await read;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { worker: detail.milliseconds, show, longest: stop() };
  };
  const toggles = async () => {
    const times = [];
    for (const key of ['person', 'person', 'organization', 'organization', 'time', 'time']) times.push(await timed(() => document.querySelector(`[data-layer=${key}]`).click()));
    return Math.min(...times);
  };
  const scroll = async () => {
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    for (let step = 0; step < 90; step++) {
      window.scrollBy({ top: 400, behavior: 'instant' });
      const now = await new Promise(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    times.sort((a, b) => a - b);
    window.scrollTo({ top: 0, behavior: 'instant' });
    return { p50: times[45], p95: times[85] };
  };
  Object.assign(window, { measure: { timed, paste, toggles, scroll } });
}

/** Our page, from the paste of a megabyte on. What drives the browser stays out of what is measured. */
async function ours(site) {
  const page = await site.page({}, (page) => page.addInitScript(instruments));
  await ready(page);
  await page.evaluate((text) => Object.assign(window, { text }), LONG);
  await page.waitForTimeout(1000);
  const traced = await trace(page);
  const pasted = await page.evaluate(() => measure.paste(window.text));
  const longest = (await traced?.()) ?? pasted.longest;
  const n = await page.evaluate(() => [...document.querySelectorAll('.chip-count')].reduce((sum, count) => sum + Number(count.textContent.replace(/\D/g, '')), 0));
  const [toggle, scroll] = [await page.evaluate(() => measure.toggles()), await page.evaluate(() => measure.scroll())];
  await page.context().close();
  return { ...pasted, longest, n, toggle, scroll50: scroll.p50, scroll95: scroll.p95 };
}

/** Chromium tells what each task took of the thread itself, whatever else the machine does. The longest, in ms. */
async function trace(page) {
  const session = await page.context().newCDPSession(page).catch(() => null);
  if (!session) return null;
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] } });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const { pid, tid } = events.find(({ name }) => name === 'sorot-read');
    return Math.max(...events.filter((event) => event.pid === pid && event.tid === tid && /RunTask/.test(event.name)).map(({ tdur = 0 }) => tdur)) / 1000;
  };
}

/** The same marks as one element each, all at once, as a page without our care would draw them. */
async function plain(site) {
  const page = await site.page({}, (page) => page.addInitScript(instruments));
  await ready(page);
  const first = await page.evaluate(async (text) => {
    const [{ Reader }, { Reading }, { Tailor }, { lines }] = await Promise.all(['reader', 'reading', 'tailor', 'nest'].map((name) => import(`/js/${name}.js`)));
    const reading = new Reading(text, await new Reader(() => {}).annotate(text, {}));
    const article = document.querySelector('#article');
    return measure.timed(() => {
      const annotations = Array.from({ length: reading.n }, (_, i) => i);
      article.replaceChildren(...new Tailor(reading, { describe: () => '', tag: () => '', isLit: () => false }).dress(lines(text), annotations));
    });
  }, LONG);
  const [toggle, scroll] = [await page.evaluate(() => measure.toggles()), await page.evaluate(() => measure.scroll())];
  await page.context().close();
  return { show: first, toggle, scroll50: scroll.p50, scroll95: scroll.p95 };
}

/** The best of each figure. @param {Record<string, number>[]} runs */
function best(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, Math.min(...runs.map((run) => run[key]).filter(Number.isFinite))]));
}

for (const browser of BROWSERS) {
  const site = await open(browser);
  const [mine, theirs] = [[], []];
  for (let round = 0; round < Number(rounds); round++) {
    mine.push(await ours(site));
    theirs.push(await plain(site));
  }
  await site.close();
  const [a, b] = [best(mine), best(theirs)];
  const row = (name, key) => console.log(`  ${name.padEnd(48)} ${a[key].toFixed(1).padStart(8)} ${(b[key] === undefined ? '' : b[key].toFixed(1)).padStart(8)}`);
  console.log(`${browser}, best of ${rounds}; ms                               ours    plain`);
  row('1 MB: marks', 'n');
  row('1 MB: read, in the worker', 'worker');
  row('1 MB: paste to the end of the first frame', 'show');
  row('1 MB: longest stretch of the thread, with marks', 'longest');
  row('1 MB: switching a layer, to the end of its frame', 'toggle');
  row('1 MB: a frame while scrolling, median', 'scroll50');
  row('1 MB: a frame while scrolling, 95 of 100', 'scroll95');
}
