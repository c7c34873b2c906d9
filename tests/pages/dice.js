// Random things that are the same for the same seed. Longer, or from another seed: SOROT_FUZZ=100 SOROT_SEED=7 node --test …

export const SEED = Number(process.env.SOROT_SEED ?? 1);
export const FACTOR = Number(process.env.SOROT_FUZZ ?? 1);

/** Numbers below a bound, the same for the same seed: mulberry32. */
export function dice(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** What breaks programs that take words for words. */
export const ODD = ['', '__proto__', 'constructor', 'length', 'toString', '<b>', 'Budi', 'Santoso', '\0', '\ud83d', '\u202E', 'person', 'reader', 'editing', '2024-02-30', 'x'.repeat(300)];

/** @param {(below: number) => number} next @param {readonly string[]} pieces @param {number} most */
export function words(next, pieces, most) {
  return Array.from({ length: next(most) }, () => pieces[next(pieces.length)]).join('');
}

/** @param {number} n @param {(next: (below: number) => number) => void} check */
export function tries(n, check) {
  for (let i = 0; i < n * FACTOR; i++) {
    const seed = SEED * 1_000_003 + i;
    try {
      check(dice(seed));
    } catch (error) {
      throw new Error(`with seed ${seed}`, { cause: error });
    }
  }
}

