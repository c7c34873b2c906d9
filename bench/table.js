// The results as a table for the terminal and the README.

import { SIZES } from './texts.js';

const HEADS = ['language', 'system', 'finds', 'KB brotli', 'load + first 3 KB', '3 KB', '100 KB', '1 MB', 'M char/s at 100 KB', '1 MB : 100 KB', 'peak MB at 1 MB'];

export const best = (times) => Math.min(...times.all);
const median = (times) => times.all.toSorted((a, b) => a - b)[times.all.length >> 1];

export function table(rows) {
  const lines = [HEADS, HEADS.map((_, i) => (i < 3 ? '---' : '--:')), ...rows.map(cells)];
  return `${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n
Times are milliseconds of a processor, all threads together, best / median of the rounds; ">" was given up. Memory is the most that the process ever held.`;
}

function cells({ language, system, finds, bytes, loading, times }) {
  const [small, middle, large] = Object.keys(SIZES).map((label) => times[label]);
  const first = small?.all.length ? (Math.min(...loading) + small.all[0]).toFixed(0) : '–';
  const speed = middle?.all.length ? (middle.characters / best(middle) / 1e3).toFixed(2) : '–';
  const ratio = large?.all.length && middle?.all.length ? (best(large) / best(middle)).toFixed(1) : '–';
  const memory = large?.peakMemory ? (large.peakMemory / 1e6).toFixed(0) : '–';
  return [language, system, finds, bytes ? (bytes / 1e3).toFixed(0) : '–', first, shown(small), shown(middle), shown(large), speed, ratio, memory];
}

function shown(times) {
  if (times?.gaveUp) return '>';
  return times?.all.length ? `${best(times).toFixed(1)} / ${median(times).toFixed(1)}` : '–';
}
