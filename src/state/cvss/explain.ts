/** Which value of a vector costs how much, and what another value would change. */
import type { MetricGroup, MetricSet } from './metric.ts';
import { MOST_METRICS } from './scan.ts';
import { scoreValues } from './score.ts';
import type { CvssSeverity } from './severity.ts';
import { cvssMetrics } from './titles.ts';
import { type CvssParsed, type CvssVector, codeOf, formatCvss, readValues } from './vector.ts';

/** What the score would be with another value of one metric, all else as it is. */
export interface CvssAlternative {
  readonly value: string;
  readonly title: string;
  readonly score: number;
  readonly severity: CvssSeverity;
  /** Change of the score, in whole tenths: negative where the vector would be less severe. */
  readonly delta: number;
}

/** What one metric adds to the score. */
export interface CvssDriver {
  readonly metric: string;
  readonly title: string;
  readonly group: MetricGroup;
  readonly value: string;
  readonly valueTitle: string;
  /** What the score falls by, at most, when this metric alone is changed. */
  readonly cost: number;
  /** Every other value, the lowest score first. */
  readonly alternatives: readonly CvssAlternative[];
}

/**
 * The metrics that the vector gives a value, the costliest first. Supplemental metrics of 4.0 never
 * change the score and are left out.
 */
export function explainCvss(vector: string | CvssVector): CvssParsed<readonly CvssDriver[]> {
  const text = typeof vector === 'string' ? vector : formatCvss(vector);
  const read = readValues(text, new Uint8Array(MOST_METRICS));
  if (!read.ok) return read;
  const { grammar, values } = read.value;
  const drivers: CvssDriver[] = [];
  for (const [at, { group }] of grammar.set.metrics.entries()) {
    if (values[at] !== 0 && group !== 'supplemental') drivers.push(driver(grammar.set, values, at));
  }
  drivers.sort((a, b) => b.cost - a.cost);
  return { ok: true, value: drivers, issues: read.issues };
}

function driver(set: MetricSet, values: Uint8Array, at: number): CvssDriver {
  const metric = cvssMetrics(set.version)[at];
  const codes = set.metrics[at];
  if (metric === undefined || codes === undefined) throw new RangeError(`metric ${at}`);
  const own = values[at] as number;
  const { score } = scoreValues(set.version, values);
  const alternatives: CvssAlternative[] = [];
  for (let value = metric.group === 'base' ? 1 : 0; value <= metric.values.length; value++) {
    if (value === own) continue;
    const other = scoreValues(set.version, values.with(at, value));
    alternatives.push({
      value: codeOf(set, codes, value),
      title: metric.values[value - 1]?.[1] ?? 'Not Defined',
      score: other.score,
      severity: other.severity,
      delta: difference(other.score, score),
    });
  }
  alternatives.sort((a, b) => a.score - b.score);
  return {
    metric: metric.name,
    title: metric.title,
    group: metric.group,
    value: codeOf(set, codes, own),
    valueTitle: metric.values[own - 1]?.[1] ?? '',
    cost: Math.max(0, difference(score, alternatives[0]?.score ?? score)),
    alternatives,
  };
}

/** Difference of two scores, which are whole tenths. */
function difference(a: number, b: number): number {
  return (Math.round(a * 10) - Math.round(b * 10)) / 10;
}
