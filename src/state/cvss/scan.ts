/**
 * Reads a vector that has no fault, in one pass and without making an object. Anything out of the
 * ordinary ends the pass, and the slower reader (faults.ts) says what and where.
 */
import type { CvssVersion, MetricSet } from './metric.ts';
import { METRICS_V2, METRICS_V4, METRICS_V30, METRICS_V31 } from './metrics.table.ts';

/** More than any version has. */
export const MOST_METRICS = 32;

/** Codes that one metric has at most, Not Defined included. */
const SLOTS = 8;
// A character of code 0 would leave no trace in a packed code.
const SPACE = 32;
const COLON = 58;
const SLASH = 47;

/** A version's metrics, packed for the pass: up to three characters of a code make one integer. */
export interface Grammar {
  readonly set: MetricSet;
  readonly names: Int32Array;
  /** `SLOTS` for each metric: first Not Defined (0 where it is not allowed), then its values. */
  readonly codes: Int32Array;
  /** Bit n stands for metric n. */
  readonly mandatory: number;
  /** Groups that are given whole or not at all (2.0); what is given in part is a remark. */
  readonly wholes: readonly number[];
  /** Any order is as good as another (3.x). */
  readonly anyOrder: boolean;
}

/** Bits of the metrics for which the condition holds. */
function metricBits(set: MetricSet, holds: (group: string) => boolean): number {
  return set.metrics.reduce(
    (bits, metric, at) => (holds(metric.group) ? bits | (1 << at) : bits),
    0,
  );
}

/** Up to three characters as one integer, the first in the lowest byte; a longer code has a mark. */
function pack(code: string): number {
  let packed = 0;
  for (let at = 0; at < code.length && at < 3; at++) packed |= code.charCodeAt(at) << (8 * at);
  return code.length > 3 ? packed | LONG : packed;
}

const LONG = 1 << 24;

function grammar(set: MetricSet): Grammar {
  const codes = new Int32Array(set.metrics.length * SLOTS);
  for (const [at, { group, codes: own }] of set.metrics.entries()) {
    if (group !== 'base') codes[at * SLOTS] = pack(set.notDefined);
    for (const [slot, code] of own.entries()) codes[at * SLOTS + slot + 1] = pack(code);
  }
  const whole = (name: string) => metricBits(set, (group) => group === name);
  return {
    set,
    names: Int32Array.from(set.metrics, ({ name }) => pack(name)),
    codes,
    mandatory: whole('base'),
    wholes: set.version === '2.0' ? [whole('temporal'), whole('environmental')] : [],
    anyOrder: set.prefix.startsWith('CVSS:3'),
  };
}

export const GRAMMAR_V2 = grammar(METRICS_V2);
export const GRAMMAR_V30 = grammar(METRICS_V30);
export const GRAMMAR_V31 = grammar(METRICS_V31);
export const GRAMMAR_V4 = grammar(METRICS_V4);
export const GRAMMARS: readonly Grammar[] = [GRAMMAR_V2, GRAMMAR_V30, GRAMMAR_V31, GRAMMAR_V4];

/** The metrics of a version with its label. */
export function metricSet(version: CvssVersion): MetricSet {
  const found = GRAMMARS.find(({ set }) => set.version === version);
  if (found === undefined) throw new TypeError(`CVSS has no version ${version}`);
  return found.set;
}

/** The grammar that the beginning of the text asks for; without a label 2.0, null when unknown. */
export function grammarOf(text: string): Grammar | null {
  if (text.charCodeAt(4) !== COLON) return GRAMMAR_V2;
  if (text.startsWith('CVSS:3.1/')) return GRAMMAR_V31;
  if (text.startsWith('CVSS:4.0/')) return GRAMMAR_V4;
  if (text.startsWith('CVSS:3.0/')) return GRAMMAR_V30;
  return text.startsWith('CVSS:') ? null : GRAMMAR_V2;
}

/**
 * Numbers of the values into `values`, by metric: 0 for absent or Not Defined, else 1 for the
 * first value of the metric's table and so on. Gives the bits of the metrics that are written, or
 * 0 when there is a fault or a remark.
 */
export function scan(
  text: string,
  { set, names, codes, mandatory, wholes, anyOrder }: Grammar,
  values: Uint8Array,
): number {
  const count = names.length;
  const end = text.length;
  values.fill(0);
  let at = set.prefix.length;
  let seen = 0;
  let next = 0;
  while (at < end) {
    let packed = 0;
    let shift = 0;
    let char = text.charCodeAt(at++);
    while (char !== COLON) {
      if (char <= SPACE || char > 127 || shift > 16 || at >= end) return 0;
      packed |= char << shift;
      shift += 8;
      char = text.charCodeAt(at++);
    }
    let metric = next;
    while (metric < count && names[metric] !== packed) metric++;
    if (metric === count) {
      if (!anyOrder) return 0;
      metric = 0;
      while (metric < next && names[metric] !== packed) metric++;
      if (metric === next) return 0;
    }
    const bit = 1 << metric;
    if ((seen & bit) !== 0) return 0;
    seen |= bit;
    next = metric + 1;

    const start = at;
    packed = 0;
    shift = 0;
    for (; at < end; at++) {
      char = text.charCodeAt(at);
      if (char === SLASH) break;
      if (char <= SPACE || char > 127 || shift > 32) return 0;
      if (shift < 24) packed |= char << shift;
      shift += 8;
    }
    if (shift > 24) packed |= LONG;
    const first = metric * SLOTS;
    let slot = first;
    const last = first + SLOTS;
    while (slot < last && codes[slot] !== packed) slot++;
    if (slot === last || packed === 0) return 0;
    const value = slot - first;
    if (shift > 24 && !isValue(set, metric, value, text.slice(start, at))) return 0;
    values[metric] = value;
    if (at < end && ++at === end) return 0;
  }
  if ((seen & mandatory) !== mandatory) return 0;
  for (const whole of wholes) {
    const given = seen & whole;
    if (given !== 0 && given !== whole) return 0;
  }
  return seen;
}

/** Codes of more than three characters (Provider Urgency) are compared in full. */
function isValue(set: MetricSet, metric: number, value: number, code: string): boolean {
  return set.metrics[metric]?.codes[value - 1] === code;
}
