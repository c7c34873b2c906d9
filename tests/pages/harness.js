// Starts the project's own server and a browser, and gives every test a fresh page whose console and requests are watched.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The server's address: `SOROT_URL`, or that of a server started for this run. */
export async function serve() {
  if (process.env.SOROT_URL) return { url: process.env.SOROT_URL, stop() {} };
  const args = ['run', '--quiet', '--package', 'xtask', '--', 'serve', '--port', '0', '--no-open', '--no-build'];
  const server = spawn('cargo', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', (data) => {
      const address = /http:\/\/\S+/.exec(String(data));
      if (address) resolve(address[0]);
    });
    server.on('exit', (code) => reject(new Error(`the server stopped with ${code}`)));
  });
  return { url, stop: () => server.kill() };
}

/** @typedef {'chromium' | 'firefox'} Which */

/** The browsers in which the page is tested. @type {Which[]} */
export const BROWSERS = ['chromium', 'firefox'];

/** Firefox learns from these what Chromium learns from a context's options. */
export const FIREFOX_PREFERENCES = {
  dark: { 'ui.systemUsesDarkTheme': 1 },
  forced: { 'browser.display.document_color_use': 2 },
};

/**
 * @param {Which} which
 * @param {Record<string, number>} firefoxUserPrefs
 */
async function launch(which, firefoxUserPrefs) {
  if (which === 'chromium') return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  return firefox.launch({ channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr', firefoxUserPrefs });
}

/**
 * A server and a browser for the tests of one file.
 *
 * @param {Which} [which]
 * @param {Record<string, number>} [preferences] Of Firefox.
 */
export async function open(which = 'chromium', preferences = {}) {
  const server = await serve();
  const browser = await launch(which, preferences);
  return {
    url: server.url,
    browser,
    /** @param {any} [options] @param {(page: any) => Promise<void>} [before] What to do before the page is opened. */
    page: (options, before) => newPage(browser, server.url, options, before),
    async close() {
      // Firefox may take its time to go.
      await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 4000))]);
      server.stop();
    },
  };
}

/**
 * @param {any} browser
 * @param {string} url
 * @param {any} [options]
 * @param {(page: any) => Promise<void>} [before]
 */
async function newPage(browser, url, options = {}, before) {
  // What glides would be elsewhere by the time it is pressed.
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.said = [];
  page.asked = [];
  page.on('console', (message) => page.said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => page.said.push(`error: ${error.message}`));
  page.on('request', (request) => page.asked.push(request.url()));
  await before?.(page);
  await page.goto(url);
  return page;
}

/** Waits until the article on the page has been read. */
export async function ready(page) {
  await page.waitForFunction(() => document.querySelector('#facts .summary'), undefined, { timeout: 20_000 });
}

/** Waits until the page has fetched all that it ever fetches: what finds the reader's own terms comes last. */
export async function complete(page) {
  await ready(page);
  const isLast = (url) => url.endsWith('terms_bg.wasm');
  if (!page.asked.some(isLast)) await page.waitForRequest((request) => isLast(request.url()), { timeout: 20_000 });
  await page.waitForTimeout(500);
}

/** Puts a text into the page as a paste does, anywhere but in a field. Firefox takes only one plain text, by names of its own. */
export async function paste(page, text, html = '') {
  await page.evaluate(
    ([plain, markup]) => {
      const data = new DataTransfer();
      data.setData('text/plain', plain);
      if (markup) data.setData('text/html', markup);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, data: plain, dataType: 'text/plain', bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

/** The text that the article shows. */
export function shown(page) {
  return page.evaluate(() => document.querySelector('#article').textContent);
}

/** Where a picture of this name is kept, to be looked at. @param {string} name */
export function artefact(name) {
  const folder = fileURLToPath(new URL('artefacts/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  return `${folder}${name}.png`;
}

/** Keeps a picture of the page as it is. @param {any} page @param {string} name @param {any} [options] */
export async function shoot(page, name, options = {}) {
  await page.screenshot({ path: artefact(name), ...options });
}

/** Fails when the page said anything on its console. */
export function assertQuiet(page) {
  assert.deepEqual(page.said, [], 'the console stays empty');
}
