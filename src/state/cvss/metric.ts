/** What a metric of CVSS is, and the versions that have metrics. */

/** Versions of CVSS: 2.0 (FIRST 2007), 3.0 (ITU-T X.1521), 3.1 and 4.0. */
export type CvssVersion = '2.0' | '3.0' | '3.1' | '4.0';

/** Groups of metrics: 2.0 and 3.x have `temporal`, 4.0 `threat` and `supplemental`. */
export type MetricGroup = 'base' | 'temporal' | 'threat' | 'environmental' | 'supplemental';

/** One value of a metric: its code in a vector, e.g. `N`, and its name, e.g. `Network`. */
export type MetricValue = readonly [code: string, title: string];

/**
 * One metric. Base metrics are mandatory; the others may also be Not Defined, which is not listed
 * among the values (`X`, in 2.0 `ND`).
 */
export interface Metric {
  readonly name: string;
  readonly title: string;
  /** Name of the member in FIRST's JSON representation. */
  readonly member: string;
  readonly group: MetricGroup;
  /** From the one that raises the score most to the one that raises it least. */
  readonly values: readonly MetricValue[];
}

/** The metrics of a version, in the order of its vector string. */
export interface MetricSet {
  readonly version: CvssVersion;
  /** What a vector string starts with; empty for 2.0. */
  readonly prefix: string;
  /** Code of Not Defined. */
  readonly notDefined: 'X' | 'ND';
  readonly metrics: readonly Metric[];
}

/** The word of FIRST's JSON representation for a value, e.g. `ADJACENT_NETWORK`. */
export function jsonWord(title: string): string {
  return title.toUpperCase().replaceAll(/[ -]/g, '_');
}

/** Builds rows of one group; a row is name, title, member, values as `N:None L:Low`. */
export function group(
  name: MetricGroup,
  rows: readonly (readonly [name: string, title: string, member: string, values: string])[],
): Metric[] {
  return rows.map(([metric, title, member, values]) => ({
    name: metric,
    title,
    member,
    group: name,
    values: values.split(', ').map((pair): MetricValue => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon), pair.slice(colon + 1)];
    }),
  }));
}
