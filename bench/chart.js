// The bars of the README: characters a second at 100 KB and at 1 MB, on a logarithmic scale.

import { best } from './table.js';

const WIDTH = 720;
const ROW = 40;
const LEFT = 220;
const DECADES = [3, 4, 5, 6, 7, 8];
const MIDDLE = '100 KB';
const LARGE = '1 MB';

const speed = (times) => (times?.all.length ? (times.characters / best(times)) * 1e3 : 0);

export function chart(rows) {
  const shown = rows.filter((row) => speed(row.times[MIDDLE])).sort((a, b) => speed(b.times[MIDDLE]) - speed(a.times[MIDDLE]));
  const height = shown.length * ROW + 60;
  const grid = DECADES.map((decade) => {
    const at = x(10 ** decade).toFixed(1);
    return `<line x1="${at}" x2="${at}" y1="28" y2="${height - 20}"/><text x="${at}" y="${height - 4}" text-anchor="middle">${(10 ** decade).toLocaleString('en')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="Characters a second at 100 KB and at 1 MB">
<style>text{fill:#333}line{stroke:#bbb}.ours{fill:#b45309}.other{fill:#8a94a6}.large{opacity:.55}@media (prefers-color-scheme:dark){text{fill:#ddd}line{stroke:#555}}</style>
<text x="0" y="16" font-weight="600">Characters a second in 100 KB of news and, paler, in 1 MB; all that each system finds</text>
${grid.join('\n')}
${shown.map(bars).join('\n')}
</svg>
`;
}

function bars({ system, language, times }, i) {
  const y = 34 + i * ROW;
  const kind = system.startsWith('sorot') ? 'ours' : 'other';
  const name = `<text x="${LEFT - 10}" y="${y + 19}" text-anchor="end">${system} (${language})</text>`;
  return name + bar(times[MIDDLE], kind, y, 17) + bar(times[LARGE], `${kind} large`, y + 17, 11);
}

function bar(times, kind, y, height) {
  if (times?.gaveUp) return `<text x="${LEFT + 6}" y="${y + height}" font-size="11">given up</text>`;
  if (!speed(times)) return '';
  return `<rect class="${kind}" x="${LEFT}" y="${y}" width="${(x(speed(times)) - LEFT).toFixed(1)}" height="${height}" rx="2"/>`;
}

function x(value) {
  return LEFT + ((Math.log10(value) - DECADES[0]) / (DECADES.at(-1) - DECADES[0])) * (WIDTH - LEFT - 30);
}
