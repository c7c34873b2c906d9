// Our module as a page has it: in Chromium, from a server on this machine.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';
const SITE = new URL('../dist/', import.meta.url);
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };
/** Clocks in a page are only fine enough where no other site shares its process. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

export class InBrowser {
  static version = '';
  static isHere = existsSync(PROGRAM);

  async load() {
    this.server = createServer(answer);
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] });
    InBrowser.version = this.browser.version();
    this.page = await this.browser.newPage();
    await this.page.goto(`http://127.0.0.1:${this.server.address().port}/empty.html`);
    return this.page.evaluate(async () => {
      const start = performance.now();
      const { default: init, Reader } = await import('/pkg/sorot.js');
      await init({ module_or_path: '/pkg/sorot_bg.wasm' });
      globalThis.reader = new Reader();
      const models = await Promise.all(['id', 'en'].map((language) => fetch(`/pkg/names.${language}.bin`).then((file) => file.arrayBuffer())));
      for (const model of models) reader.load_model(new Uint8Array(model));
      return performance.now() - start;
    });
  }

  async annotate(text, language) {
    const took = await this.page.evaluate(
      ([text, language]) => {
        const start = performance.now();
        const answer = reader.annotate(text, { language });
        const n = answer.rows.length;
        const took = performance.now() - start;
        answer.free();
        // What is kept of this text must not help at the next reading.
        reader.annotate('', {}).free();
        return n && took;
      },
      [text, language],
    );
    return { took, peakMemory: await this.#peakMemory() };
  }

  /** The most that any page's process ever held. */
  async #peakMemory() {
    const session = await this.browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const pages = processInfo.filter(({ type }) => type === 'renderer');
    return Math.max(...pages.map(({ id }) => 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1])));
  }

  async stop() {
    await this.browser.close();
    this.server.close();
  }
}

function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://here');
  if (pathname === '/favicon.ico') return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'application/octet-stream', ...ISOLATED });
  response.end(pathname === '/empty.html' ? '<!DOCTYPE html>' : readFileSync(new URL(`.${pathname}`, SITE)));
}
