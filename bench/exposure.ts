/**
 * Group `exposure`: 350,000 CVE and 300,000 OSV records with at least 3 million statements, one
 * product with 10,000 CVEs, 5 % undecidable; an SBOM of 1,000 components with that product; 10,000
 * assets against one new CVE. In a process of its own, so that its memory is the engine's.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './load.ts';
import type { Report } from './report.ts';

export interface ExposureOptions {
  readonly rounds: number;
  readonly large: boolean;
}

interface Measured {
  readonly records: number;
  readonly statements: number;
  readonly keys: number;
  readonly index: number;
  readonly resident: number;
  readonly after: number;
  readonly seconds: number;
  readonly cold: number;
  readonly warm: readonly number[];
  readonly tenth: readonly number[];
  readonly all: readonly number[];
  readonly matches: number;
  readonly undecidable: number;
}

export function benchExposure({ rounds, large }: ExposureOptions, report: Report): void {
  const counts = large ? [350_000, 300_000, 10_000, 10_000] : [35_000, 30_000, 1_000, 1_000];
  const worker = join(import.meta.dirname, 'exposure-worker.js');
  const words = ['--expose-gc', '--max-old-space-size=4096', worker, ...counts, rounds].map(String);
  const told = execFileSync(process.execPath, words, { encoding: 'utf8' });
  const got = JSON.parse(told) as Measured;
  report.figures('exposure import', [
    { name: 'records', value: got.records, unit: '' },
    { name: 'statements', value: got.statements, unit: '' },
    { name: 'records/s', value: got.records / got.seconds, unit: '1/s' },
    { name: 'whole import', value: got.seconds, unit: 's' },
    { name: 'index without keys', value: got.index, unit: 'MB' },
    { name: 'keys', value: got.keys, unit: '' },
    { name: 'resident', value: got.resident, unit: 'MB' },
  ]);
  report.figures('exposure SBOM of 1,000', [
    { name: 'cold', value: got.cold, unit: 'ms' },
    { name: 'warm', value: median(got.warm), unit: 'ms', spread: got.warm },
    { name: 'matches', value: got.matches, unit: '' },
    { name: 'undecidable', value: got.undecidable, unit: '' },
    { name: 'resident after', value: got.after, unit: 'MB' },
  ]);
  report.figures(`exposure ${counts[3]?.toLocaleString('en')} assets`, [
    { name: 'a tenth has the product', value: median(got.tenth), unit: 'ms', spread: got.tenth },
    { name: 'all have the product', value: median(got.all), unit: 'ms', spread: got.all },
  ]);
}
