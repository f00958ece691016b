/** Seeded vectors of CVSS over all metric groups: what is measured, and what peers are asked. */
import { type CvssVersion, cvssMetrics } from '../src/state/cvss/index.ts';

/** Mulberry32: a seed repeats everything. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * So many different vectors in the order of the standard. Each group that is not mandatory is there
 * in half of them; in 3.x and 4.0 a metric of such a group may be left out or Not Defined.
 */
export function seededVectors(version: CvssVersion, count: number, seed: number): string[] {
  const random = generator(seed);
  const found = new Set<string>();
  while (found.size < count) found.add(oneVector(version, random));
  return [...found];
}

function oneVector(version: CvssVersion, random: (below: number) => number): string {
  const label = version === '2.0' ? [] : [`CVSS:${version}`];
  const notDefined = version === '2.0' ? 'ND' : 'X';
  const groups = new Map<string, boolean>([['base', true]]);
  const pieces: string[] = [];
  for (const { name, group, values } of cvssMetrics(version)) {
    if (!groups.has(group)) groups.set(group, random(2) === 0);
    if (!groups.get(group)) continue;
    const codes = values.map(([code]) => code);
    if (group !== 'base') codes.push(notDefined);
    // 2.0 writes a group whole; the later versions need not.
    const absent = group !== 'base' && version !== '2.0' ? 1 : 0;
    const code = codes[random(codes.length + absent)];
    if (code !== undefined) pieces.push(`${name}:${code}`);
  }
  return [...label, ...pieces].join('/');
}
