// A system in a Node.js process of its own: `child.js`.

import { fork } from 'node:child_process';

export class InNode {
  constructor(name) {
    this.child = fork(new URL('child.js', import.meta.url), [name], { execArgv: ['--expose-gc'] });
  }

  async load() {
    return (await this.#answer()).loading;
  }

  annotate(text, language) {
    this.child.send({ text, language });
    return this.#answer();
  }

  #answer() {
    return new Promise((resolve) => this.child.once('message', resolve));
  }

  stop() {
    this.child.kill('SIGKILL');
  }
}
