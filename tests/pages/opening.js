// Measures how long the page takes to open, nothing cached, beside a page with one paragraph and a worker that answers once: not a
// test, for times depend on the machine. `node opening.js [rounds]`; both are opened in turn, each in a fresh tab of Chromium that has
// come to rest. Told are the time from navigation to the end of the frame with the marks, and what all processes of the browser
// worked meanwhile, on all cores together.

import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { open } from './harness.js';

const ROUNDS = Number(process.argv[2] ?? 10);
const REST_MS = 600;
const FLOOR = {
  '/': ['text/html', '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Floor</title><p>One paragraph.</p><script type="module" src="floor.js"></script></html>'],
  '/floor.js': [
    'text/javascript',
    `const worker = new Worker('worker.js');
     worker.onmessage = ({ data }) => { document.querySelector('p').textContent = data; performance.mark('sorot-read'); };
     worker.postMessage('An answer.');`,
  ],
  '/worker.js': ['text/javascript', 'onmessage = ({ data }) => postMessage(data);'],
};

/** Tells, in the page, when the first article stands there with its marks: the end of the frame in which they are drawn. */
function tellOpened() {
  const next = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
  const frameEnd = () => new Promise((resolve) => requestAnimationFrame(() => next().then(resolve)));
  const marked = (/** @type {PerformanceObserverEntryList} */ list) => list.getEntriesByName('sorot-read').length > 0;
  new PerformanceObserver((list) => marked(list) && frameEnd().then(() => console.log(`opened ${performance.now()}`))).observe({ entryTypes: ['mark'] });
}

/** What the browser's processes have worked since they began, in ms, as Linux counts it; elsewhere unknown. @param {number[]} ids */
function workOf(ids) {
  try {
    const threads = ids.flatMap((id) => readdirSync(`/proc/${id}/task`).map((thread) => `/proc/${id}/task/${thread}/schedstat`));
    return threads.reduce((sum, path) => sum + Number(readFileSync(path, 'utf8').split(' ')[0]), 0) / 1e6;
  } catch {
    return NaN;
  }
}

/**
 * @param {any} browser
 * @param {string} url
 */
async function opening(browser, url) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(tellOpened);
  await page.waitForTimeout(REST_MS);
  const session = await browser.newBrowserCDPSession();
  const processes = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo.map((/** @type {{id: number}} */ { id }) => id);
  const before = workOf(await processes());
  const opened = page.waitForEvent('console', (/** @type {any} */ message) => message.text().startsWith('opened '));
  await page.goto(url, { waitUntil: 'commit' });
  const time = Number((await opened).text().slice('opened '.length));
  const work = workOf(await processes()) - before;
  await context.close();
  return { time, work };
}

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const floor = createServer(({ url = '' }, response) => {
  const [type, body] = FLOOR[/** @type {keyof typeof FLOOR} */ (url)] ?? ['text/plain', ''];
  response.writeHead(body ? 200 : 404, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
});
await new Promise((resolve) => floor.listen(0, '127.0.0.1', () => resolve(undefined)));
const site = await open('chromium');
const pages = { Sorot: site.url, floor: `http://127.0.0.1:${/** @type {any} */ (floor.address()).port}/` };
/** @type {Record<string, {time: number, work: number}[]>} */
const runs = { Sorot: [], floor: [] };
// The first round warms the browser up.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, url] of Object.entries(pages)) {
    const run = await opening(site.browser, url);
    if (round) runs[name].push(run);
  }
}
await site.close();
floor.close();
for (const [name, all] of Object.entries(runs)) {
  const times = all.map(({ time }) => time);
  console.log(`${name.padEnd(6)} median ${median(times).toFixed(0)} ms, best ${Math.min(...times).toFixed(0)}; work ${median(all.map(({ work }) => work)).toFixed(0)} ms`);
}
