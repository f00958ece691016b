/** STIX patterns: compiling distinct ones, and matching one against a list of observations. */
import { compilePattern } from '../src/event/pattern/match/index.ts';
import { median } from './load.ts';
import { PATTERN_WORKLOADS, seededObservations, seededPatterns } from './pattern-data.ts';
import type { Report } from './report.ts';

export interface PatternBenchOptions {
  readonly rounds: number;
  readonly observations: number;
  readonly patterns: number;
}

const SEED = 20_261_122;

export function benchPattern(
  { rounds, observations, patterns }: PatternBenchOptions,
  report: Report,
): void {
  const list = seededPatterns(patterns, SEED);
  const compiled = Array.from({ length: rounds + 1 }, () => compileRate(list)).slice(1);
  report.figures('pattern', [
    { name: 'compiled patterns/s', value: median(compiled), unit: '1/CPU s', spread: compiled },
  ]);
  const observed = seededObservations(observations, SEED);
  for (const [name, pattern] of Object.entries(PATTERN_WORKLOADS)) {
    const rates = Array.from({ length: rounds + 1 }, () => matchRate(pattern, observed)).slice(1);
    report.figures('pattern', [
      { name: `${name} observations/s`, value: median(rates), unit: '1/CPU s', spread: rates },
    ]);
  }
}

/** Patterns compiled in one second of the processor's time. */
export function compileRate(patterns: readonly string[]): number {
  const began = process.cpuUsage();
  let failed = 0;
  for (const pattern of patterns) if (!compilePattern(pattern).ok) failed++;
  const { user, system } = process.cpuUsage(began);
  if (failed > 0) throw new Error(`${failed} patterns were refused`);
  return patterns.length / ((user + system) / 1e6);
}

/** Observations looked through in one second: read anew each time, as the peer does. */
export function matchRate(pattern: string, observed: readonly object[]): number {
  const matcher = compilePattern(pattern);
  const began = process.cpuUsage();
  let seen = 0;
  for (let spent = 0; spent < LEAST_CPU_MICROS; ) {
    if (matcher.match(observed).matched !== false) throw new Error(`${pattern} matched`);
    seen += observed.length;
    const { user, system } = process.cpuUsage(began);
    spent = user + system;
  }
  const { user, system } = process.cpuUsage(began);
  return seen / ((user + system) / 1e6);
}

const LEAST_CPU_MICROS = 500_000;
