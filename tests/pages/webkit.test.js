// Safari's engine, as Debian has it. Its packages take 200 MB, so they are used where they are and not installed for this.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { artefact, serve } from './harness.js';

const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const NEEDED = ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run', BROWSER];
const skip = NEEDED.every((path) => existsSync(path)) ? false : 'WebKitGTK is not installed (apt-get install --no-install-recommends webkit2gtk-driver xvfb xauth dbus-x11)';
const PORT = 4700 + (process.pid % 200);
const DRIVER = `http://127.0.0.1:${PORT}`;

/** A command of the WebDriver protocol. @param {string} method @param {string} path @param {any} [body] */
async function command(method, path, body) {
  const response = await fetch(DRIVER + path, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Asks until the answer is true. @param {() => Promise<unknown>} ask */
async function until(ask) {
  for (let turn = 0; turn < 150; turn++) {
    const answer = await ask().catch(() => false);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return assert.fail(`never true: ${ask}`);
}

async function start(t) {
  const server = await serve();
  t.after(() => server.stop());
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${PORT}`], { stdio: 'ignore', detached: true });
  // The frame buffer and the browser are its children, and go with it.
  t.after(() => driver.pid && process.kill(-driver.pid));
  await until(() => command('GET', '/status').then(() => true));
  const wanted = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] } };
  const { sessionId } = await command('POST', '/session', { capabilities: { alwaysMatch: wanted } });
  const session = `/session/${sessionId}`;
  const run = (script, ...args) => command('POST', `${session}/execute/sync`, { script, args });
  await command('POST', `${session}/url`, { url: server.url });
  return { session, run };
}

test('WebKit: the sample is read; a paste, a layer, a card and a panel work', { skip, timeout: 120_000 }, async (t) => {
  const { session, run } = await start(t);
  t.after(() => command('DELETE', session).catch(() => {}));
  await until(() => run(`return document.querySelectorAll('#article .m').length > 10 && !!document.querySelector('#facts .summary')`));
  const text = 'Menteri Budi Santoso tiba di Surabaya pada hari Kamis, 21 November 2024. 😀\n\n"Ya," kata Siti Aminah.';
  await run(
    `const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
     document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));`,
    text,
  );
  await until(() => run(`return document.querySelector('#article').textContent === arguments[0] && !!document.querySelector('#article .m.place')`, text));
  const line = `return getComputedStyle(document.querySelector('.m.place')).textDecorationLine`;
  assert.equal(await run(line), 'underline');
  await run(`document.querySelector('[data-layer=place]').click()`);
  assert.equal(await run(line), 'none');
  await run(`document.querySelector('[data-layer=place]').click(); document.querySelector('.m.place').click()`);
  assert.equal(await run(`return document.querySelector('#card-title').textContent`), 'Surabaya');
  await run(`document.querySelector('#tab-when').click()`);
  assert.match(await run(`return document.querySelector('.timeline').textContent`), /2024/);
  // It is painted some frames after it is so.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await writeFile(artefact('webkit'), Buffer.from(await command('GET', `${session}/screenshot`), 'base64'));
});
