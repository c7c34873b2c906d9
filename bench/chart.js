// The bars of the README: characters a second at 100 KB, on a logarithmic scale.

const WIDTH = 720;
const ROW = 34;
const LEFT = 220;
const DECADES = [3, 4, 5, 6, 7];

export function chart(rows) {
  const bars = rows
    .filter((row) => row.times['100 KB']?.all.length)
    .map((row) => ({ name: `${row.system} (${row.language})`, speed: (row.times['100 KB'].characters / Math.min(...row.times['100 KB'].all)) * 1e3 }))
    .sort((a, b) => b.speed - a.speed);
  const height = bars.length * ROW + 56;
  const x = (speed) => LEFT + ((Math.log10(speed) - DECADES[0]) / (DECADES.at(-1) - DECADES[0])) * (WIDTH - LEFT - 24);
  const grid = DECADES.map((decade) => {
    const at = x(10 ** decade).toFixed(1);
    return `<line x1="${at}" x2="${at}" y1="28" y2="${height - 20}"/><text x="${at}" y="${height - 4}" text-anchor="middle">${(10 ** decade).toLocaleString('en')}</text>`;
  });
  const drawn = bars.map(({ name, speed }, i) => {
    const y = 34 + i * ROW;
    const kind = name.startsWith('sorot') ? 'ours' : 'other';
    return `<text x="${LEFT - 10}" y="${y + 17}" text-anchor="end">${name}</text><rect class="${kind}" x="${LEFT}" y="${y}" width="${(x(speed) - LEFT).toFixed(1)}" height="${ROW - 10}" rx="3"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="Characters a second at 100 KB">
<style>text{fill:#333}line{stroke:#bbb}.ours{fill:#b45309}.other{fill:#8a94a6}@media (prefers-color-scheme:dark){text{fill:#ddd}line{stroke:#555}}</style>
<text x="0" y="16" font-weight="600">Characters a second, 100 KB of news, all that each system finds</text>
${grid.join('\n')}
${drawn.join('\n')}
</svg>
`;
}
