// One system in a process of its own: loads it, then answers each text with how long it took.

import { SYSTEMS } from './systems.js';

const milliseconds = async (work) => {
  const start = process.hrtime.bigint();
  const result = await work();
  return { result, took: Number(process.hrtime.bigint() - start) / 1e6 };
};

const { result: annotate, took: loading } = await milliseconds(() => SYSTEMS[process.argv[2]].load());
process.send({ loading });

process.on('message', async ({ text, language }) => {
  globalThis.gc?.();
  const { took } = await milliseconds(() => annotate(text, language));
  // What a system kept of this text must not help it at the next reading.
  annotate('', language);
  process.send({ took, peakMemory: process.resourceUsage().maxRSS * 1024 });
});
