/** Scores of 2.0 and metrics of 2.1, seen alike. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/index.ts';
import type { CsafModel } from './model.ts';
import { eachObject, listOf, objectOf, textOf } from './values.ts';
import type { Vulnerability } from './vulnerability.ts';

export interface Metric {
  /** The item of `scores` or `metrics`. */
  readonly path: string;
  /** Where the objects of the scoring systems lie. */
  readonly content: JsonObject;
  readonly contentPath: string;
  readonly products: readonly JsonValue[];
  /** URL of who scored; empty for the author of the document. */
  readonly source: string;
}

export const CVSS_MEMBERS = ['cvss_v2', 'cvss_v3', 'cvss_v4'] as const;

export function eachMetric(
  model: CsafModel,
  vulnerability: Vulnerability,
  visit: (metric: Metric) => void,
): void {
  const newer = model.version === '2.1';
  const name = newer ? 'metrics' : 'scores';
  eachObject(vulnerability.value[name], (item, i) => {
    const path = `${vulnerability.path}/${name}/${i}`;
    visit({
      path,
      content: newer ? objectOf(item.content) : item,
      contentPath: newer ? `${path}/content` : path,
      products: listOf(item.products),
      source: newer ? (textOf(item.source) ?? '') : '',
    });
  });
}

export interface CvssObject {
  readonly value: JsonObject;
  readonly path: string;
  readonly vector: string | undefined;
  readonly metric: Metric;
}

/** Every CVSS object of a metric; 2.0 has no `cvss_v4`. */
export function cvssOf(model: CsafModel, metric: Metric): readonly CvssObject[] {
  const found: CvssObject[] = [];
  for (const name of CVSS_MEMBERS) {
    const value = metric.content[name];
    if (!isJsonObject(value) || (name === 'cvss_v4' && model.version === '2.0')) continue;
    const path = `${metric.contentPath}/${name}`;
    found.push({ value, path, vector: textOf(value.vectorString), metric });
  }
  return found;
}

/** Every CVSS object of the document. */
export function eachCvss(model: CsafModel, visit: (cvss: CvssObject) => void): void {
  for (const vulnerability of model.vulnerabilities) {
    eachMetric(model, vulnerability, (metric) => {
      for (const cvss of cvssOf(model, metric)) visit(cvss);
    });
  }
}
