// Measures the page in real browsers: not a test, for times depend on the machine. `npm run figures [chromium|firefox]`

import { readdir, readFile } from 'node:fs/promises';
import { open, paste, ready } from './harness.js';

const articles = new URL('../articles/', import.meta.url);
const texts = [];
for (const name of (await readdir(articles)).sort()) {
  texts.push(await readFile(new URL(`${name}/article.txt`, articles), 'utf8').catch(() => ''));
}
const all = texts.filter(Boolean).join('\n\n');
const long = all.repeat(Math.ceil(1_000_000 / all.length)).slice(0, 1_000_000);

const site = await open(/** @type {any} */ (process.argv[2]) ?? 'chromium');
const page = await site.page();
await ready(page);
console.log('from navigation to the annotated sample', Math.round(await page.evaluate(() => performance.getEntriesByName('sorot-read')[0]?.startTime)), 'ms');
await page.evaluate(() => {
  window.blocked = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.blocked.push(Math.round(duration)))).observe({ entryTypes: ['longtask'] });
});
await paste(page, long);
await page.waitForFunction((n) => document.querySelector('#article').textContent.length === n && performance.getEntriesByName('sorot-read').length > 1, long.length, { timeout: 60_000 });
await page.waitForTimeout(500);
console.log('1 MB: read in the worker', await page.evaluate(() => Math.round(performance.getEntriesByName('sorot-read').at(-1).detail.milliseconds)), 'ms');
console.log('1 MB: tasks over 50 ms', await page.evaluate(() => window.blocked));
const toggles = await page.evaluate(async () => {
  const times = [];
  for (let round = 0; round < 8; round++) {
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    document.querySelector('[data-layer=person]').click();
    document.querySelector('#article').getBoundingClientRect();
    await new Promise((resolve) => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = resolve; channel.port2.postMessage(0); }));
    times.push(Math.round((performance.now() - start) * 10) / 10);
  }
  return times;
});
console.log('1 MB: toggle, to the end of its frame', toggles);
const scroll = await page.evaluate(async () => {
  const times = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 90; step++) {
    window.scrollBy({ top: 400, behavior: 'instant' });
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  times.sort((a, b) => a - b);
  return { p50: Math.round(times[45]), p95: Math.round(times[85]) };
});
console.log('1 MB: scroll, ms a frame', scroll);
await site.close();
