/** Vector strings: read, written, changed. */
import { CVSS_LIMITS } from '../../core/vector-limits.ts';
import { readFaulty } from './faults.ts';
import { type CvssIssue, CvssIssues } from './issues.ts';
import type { CvssVersion, MetricCodes, MetricSet } from './metric.ts';
import { type Grammar, grammarOf, MOST_METRICS, metricSet, scan } from './scan.ts';

/** A vector that holds: all base metrics are there, and nothing that the version has not. */
export interface CvssVector {
  readonly version: CvssVersion;
  /** Codes of the values by name of the metric, as written, Not Defined included where written. */
  readonly metrics: Readonly<Record<string, string>>;
}

/** A value, or none and why not; remarks may come with a value. */
export type CvssParsed<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly CvssIssue[] }
  | { readonly ok: false; readonly issues: readonly CvssIssue[] };

/** What the numbers of a reading mean. */
export interface Reading {
  readonly grammar: Grammar;
  /** By metric: 0 for absent or Not Defined, else 1 for the first value of its table and so on. */
  readonly values: Uint8Array;
  /** Bits of the metrics that are written. */
  readonly written: number;
}

const NO_ISSUES: readonly CvssIssue[] = [];

/** Reads a vector string of any version into numbers of values. */
export function readValues(text: string, values: Uint8Array): CvssParsed<Reading> {
  const grammar = text.length > CVSS_LIMITS.chars ? null : grammarOf(text);
  if (grammar !== null) {
    const written = scan(text, grammar, values);
    if (written !== 0) return { ok: true, value: { grammar, values, written }, issues: NO_ISSUES };
  }
  const faulty = readFaulty(text);
  const { issues } = faulty.issues;
  if (faulty.grammar === null || issues.some(({ severity }) => severity === 'error')) {
    return { ok: false, issues };
  }
  const { written } = faulty;
  return { ok: true, value: { grammar: faulty.grammar, values: faulty.values, written }, issues };
}

/**
 * Reads a vector string of CVSS 2.0, 3.0, 3.1 or 4.0. Every fault is an issue with its place;
 * a vector with errors has no value.
 */
export function parseCvss(text: string): CvssParsed<CvssVector> {
  const read = readValues(text, new Uint8Array(MOST_METRICS));
  if (!read.ok) return read;
  const { grammar, values, written } = read.value;
  const metrics: Record<string, string> = {};
  for (const [at, metric] of grammar.set.metrics.entries()) {
    if ((written & (1 << at)) !== 0) metrics[metric.name] = codeOf(grammar.set, metric, values[at]);
  }
  return { ok: true, value: { version: grammar.set.version, metrics }, issues: read.issues };
}

/** Code of a value number. */
export function codeOf(set: MetricSet, metric: MetricCodes, value = 0): string {
  return metric.codes[value - 1] ?? set.notDefined;
}

/** Writes a vector string in the order of the standard, with the metrics that the vector has. */
export function formatCvss({ version, metrics }: CvssVector): string {
  const set = metricSet(version);
  const pieces = set.metrics
    .filter(({ name }) => Object.hasOwn(metrics, name))
    .map(({ name }) => `${name}:${metrics[name]}`);
  return set.prefix + pieces.join('/');
}

/**
 * The vector with some metrics changed; a metric that is not base is taken out by its code of Not
 * Defined. A change that the version has not is an issue.
 */
export function changeCvss(
  vector: CvssVector,
  changes: Readonly<Record<string, string>>,
): CvssParsed<CvssVector> {
  const { notDefined, metrics: known } = metricSet(vector.version);
  const metrics: Record<string, string> = { ...vector.metrics };
  const issues = new CvssIssues();
  issues.concern(vector.version);
  for (const [name, code] of Object.entries(changes)) {
    const metric = known.find((row) => row.name === name);
    const codes = [...(metric?.codes ?? [])];
    if (metric !== undefined && metric.group !== 'base') codes.push(notDefined);
    if (codes.includes(code)) metrics[name] = code;
    else if (metric === undefined) issues.add('cvss-metric-unknown', `There is no metric ${name}.`);
    else issues.add('cvss-value', `${name} has ${codes.join(', ')}, not "${code}".`);
  }
  if (issues.issues.length > 0) return { ok: false, issues: issues.issues };
  return parseCvss(formatCvss({ version: vector.version, metrics }));
}
