/** CVSS: parsing and scoring over distinct seeded vectors, nothing remembered by string. */
import { type CvssVersion, scoreCvss } from '../src/state/cvss/index.ts';
import { seededVectors } from './cvss-vectors.ts';
import { median } from './load.ts';
import type { Report } from './report.ts';

export interface CvssBenchOptions {
  readonly rounds: number;
  readonly vectors: number;
}

export const CVSS_VERSIONS: readonly CvssVersion[] = ['2.0', '3.0', '3.1', '4.0'];

export function benchCvss({ rounds, vectors }: CvssBenchOptions, report: Report): void {
  for (const version of CVSS_VERSIONS) {
    const list = seededVectors(version, vectors, 20_261_122);
    const spread = Array.from({ length: rounds }, () => cvssRate(list));
    report.figures('cvss, all groups', [
      { name: `${version} vectors/s`, value: median(spread), unit: '1/CPU s', spread },
    ]);
  }
}

/** Vectors that are parsed and scored in one second of the processor's time. */
export function cvssRate(vectors: readonly string[]): number {
  const began = process.cpuUsage();
  let failed = 0;
  for (const vector of vectors) if (!scoreCvss(vector).ok) failed++;
  const { user, system } = process.cpuUsage(began);
  if (failed > 0) throw new Error(`${failed} vectors were refused`);
  return vectors.length / ((user + system) / 1e6);
}
