/** What a metric of CVSS is, and the versions that have metrics. */

/** Versions of CVSS: 2.0 (FIRST 2007), 3.0 (ITU-T X.1521), 3.1 and 4.0. */
export type CvssVersion = '2.0' | '3.0' | '3.1' | '4.0';

/** Groups of metrics: 2.0 and 3.x have `temporal`, 4.0 `threat` and `supplemental`. */
export type MetricGroup = 'base' | 'temporal' | 'threat' | 'environmental' | 'supplemental';

/**
 * One metric as vectors have it. Base metrics are mandatory; the others may also be Not Defined,
 * whose code is not listed.
 */
export interface MetricCodes {
  readonly name: string;
  readonly group: MetricGroup;
  /** Codes of the values, from the one that raises the score most to the one that does least. */
  readonly codes: readonly string[];
}

/** The metrics of a version, in the order of its vector string. */
export interface MetricSet {
  readonly version: CvssVersion;
  /** What a vector string starts with; empty for 2.0. */
  readonly prefix: string;
  /** Code of Not Defined. */
  readonly notDefined: 'X' | 'ND';
  readonly metrics: readonly MetricCodes[];
}

/** Metrics of one group, written `AV:N,A,L AC:L,M,H`. */
export function metricGroup(group: MetricGroup, metrics: string): MetricCodes[] {
  return metrics.split(' ').map((metric) => {
    const [name = '', codes = ''] = metric.split(':');
    return { name, group, codes: codes.split(',') };
  });
}
