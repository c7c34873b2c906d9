// One system in a process of its own: loads it, then answers each text with how much time of a processor it took, all its threads
// together: a busy machine, where a clock goes on while others work, gives the same figures.

import { SYSTEMS } from './systems.js';

const milliseconds = async (work) => {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  return { result, took: (user + system) / 1e3 };
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
