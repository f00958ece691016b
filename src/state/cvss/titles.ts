/** Metrics with their names, for people and for FIRST's JSON representation. */
import type { CvssVersion, MetricGroup } from './metric.ts';
import { metricSet } from './scan.ts';
import { TITLES_V2 } from './titles-v2.table.ts';
import { TITLES_V3 } from './titles-v3.table.ts';
import { TITLES_V4 } from './titles-v4.table.ts';

/** Name, title, member in JSON, titles of the values in the order of their codes. */
export type MetricTitles = readonly [name: string, title: string, member: string, values: string];

/** One value of a metric: its code in a vector, e.g. `N`, and its name, e.g. `Network`. */
export type MetricValue = readonly [code: string, title: string];

/** One metric; base metrics are mandatory, the others may also be Not Defined. */
export interface Metric {
  readonly name: string;
  readonly title: string;
  /** Name of the member in FIRST's JSON representation. */
  readonly member: string;
  readonly group: MetricGroup;
  /** From the one that raises the score most to the one that raises it least. */
  readonly values: readonly MetricValue[];
}

const made = new Map<CvssVersion, readonly Metric[]>();

/** The metrics of a version, in the order of its vector string. */
export function cvssMetrics(version: CvssVersion): readonly Metric[] {
  let metrics = made.get(version);
  if (metrics === undefined) {
    metrics = join(version);
    made.set(version, metrics);
  }
  return metrics;
}

function join(version: CvssVersion): Metric[] {
  const titles = version === '2.0' ? TITLES_V2 : version === '4.0' ? TITLES_V4 : TITLES_V3;
  return metricSet(version).metrics.map(({ name, group, codes }) => {
    const [, title, member, values] = titles.find(([own]) => own === name) ?? [
      name,
      name,
      name,
      '',
    ];
    const names = values.split(', ');
    return {
      name,
      title,
      member,
      group,
      values: codes.map((code, at) => [code, names[at] ?? code]),
    };
  });
}

/** The word of FIRST's JSON representation for a value, e.g. `ADJACENT_NETWORK`. */
export function jsonWord(title: string): string {
  return title.toUpperCase().replaceAll(/[ -]/g, '_');
}
