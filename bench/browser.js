// Our module as a page has it: in Chromium, from a server on this machine.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';
const SITE = new URL('../dist/', import.meta.url);
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };
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
    await this.#findProcesses();
    return this.#milliseconds(async () => {
      const { default: init, Reader } = await import('/pkg/sorot.js');
      await init({ module_or_path: '/pkg/sorot_bg.wasm' });
      globalThis.reader = new Reader();
      const models = await Promise.all(['id', 'en'].map((language) => fetch(`/pkg/names.${language}.bin`).then((file) => file.arrayBuffer())));
      for (const model of models) reader.load_model(new Uint8Array(model));
    });
  }

  async annotate(text, language) {
    await this.page.evaluate(([text, language]) => Object.assign(globalThis, { text, language }), [text, language]);
    const took = await this.#milliseconds(() => globalThis.reader.annotate(globalThis.text, { language: globalThis.language }).free());
    // What is kept of this text must not help at the next reading.
    await this.page.evaluate(() => globalThis.reader.annotate('', { language: globalThis.language }).free());
    return { took, peakMemory: this.#peakMemory() };
  }

  /** How much time of a processor the processes of pages need to do this, all their threads together. */
  async #milliseconds(work) {
    const start = this.#processorTime();
    await this.page.evaluate(work);
    return (this.#processorTime() - start) / 1e6;
  }

  /** In nanoseconds, as Linux counts it. */
  #processorTime() {
    const threads = this.processes.flatMap((id) => readdirSync(`/proc/${id}/task`).map((thread) => `/proc/${id}/task/${thread}/schedstat`));
    return threads.reduce((sum, path) => sum + Number(readFileSync(path, 'utf8').split(' ')[0]), 0);
  }

  async #findProcesses() {
    const session = await this.browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    this.processes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  #peakMemory() {
    const kilobytes = this.processes.map((id) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]));
    return 1024 * Math.max(...kilobytes);
  }

  async stop() {
    await this.browser.close();
    this.server.close();
  }
}

function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://here');
  if (pathname === '/favicon.ico') return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'application/octet-stream' });
  response.end(pathname === '/empty.html' ? '<!DOCTYPE html>' : readFileSync(new URL(`.${pathname}`, SITE)));
}
