/** Mandatory tests on scores: CVSS and the qualitative severity rating. */

import { CVSS_MEMBERS, cvssOf, eachCvss, eachMetric } from '../model/metrics.ts';
import type { CsafModel } from '../model/model.ts';
import { textOf } from '../model/values.ts';
import type { Vulnerability } from '../model/vulnerability.ts';
import type { Ports } from '../ports.ts';
import { quote } from './mandatory-products.ts';
import { type NotRun, ONLY_21, type Report, test } from './test.ts';

/** 6.1.7: per product, source and version of CVSS there is one vector. */
function multipleScores(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    const seen = new Map<string, Set<string>>();
    const counts = new Map<string, number>();
    const keyOf = (version: string, source: string) => `${version}\n${source}`;
    eachMetric(model, vulnerability, (metric) => {
      for (const { value } of cvssOf(model, metric)) {
        const key = keyOf(textOf(value.version) ?? '', metric.source);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    });
    eachMetric(model, vulnerability, (metric) => {
      for (const { value } of cvssOf(model, metric)) {
        const version = textOf(value.version) ?? '';
        const key = keyOf(version, metric.source);
        // One vector alone is nobody's second.
        if (counts.get(key) === 1) continue;
        const products = seen.get(key) ?? new Set();
        seen.set(key, products);
        const again = metric.products.find((id) => typeof id === 'string' && products.has(id));
        if (again !== undefined) {
          const message = `The product ${quote(String(again))} has several vectors of CVSS ${version} from one source.`;
          report(metric.path, message);
        }
        for (const id of metric.products) if (typeof id === 'string') products.add(id);
      }
    });
  }
}

/** 6.1.8: the CVSS object follows FIRST's schema. */
function invalidCvss(model: CsafModel, report: Report): void {
  for (const { path, message } of model.faults('cvss')) report(path, message);
}

const NO_CVSS = 'No CVSS calculator is at hand.';
const SCORES = /^(?:base|temporal|environmental)(?:Score|Severity)$/;

/** 6.1.9: scores and severities are those of the vector. */
function invalidCvssComputation(model: CsafModel, report: Report, { cvss }: Ports): NotRun {
  if (cvss === undefined) return NO_CVSS;
  eachCvss(model, ({ value, vector, path }) => {
    const computed = vector === undefined ? null : cvss.scores(vector);
    if (computed === null) return;
    for (const name of Object.keys(value)) {
      if (!SCORES.test(name)) continue;
      const right = computed[name];
      const stated = value[name];
      if (right === undefined || stated === right) continue;
      report(`${path}/${name}`, `${name} is ${String(stated)}; the vector gives ${right}.`);
    }
  });
  return undefined;
}

/** 6.1.10: metrics written out are those of the vector. */
function inconsistentCvss(model: CsafModel, report: Report, { cvss }: Ports): NotRun {
  if (cvss === undefined) return NO_CVSS;
  eachCvss(model, ({ value, vector, path }) => {
    const computed = vector === undefined ? null : cvss.metrics(vector);
    if (computed === null) return;
    for (const name of Object.keys(value)) {
      const stated = value[name];
      const right = Object.hasOwn(computed, name) ? computed[name] : undefined;
      if (right === undefined || typeof stated !== 'string' || stated === right) continue;
      report(path, `${name} is ${quote(stated)}; the vector says ${right}.`);
    }
  });
  return undefined;
}

function isRated(model: CsafModel, vulnerability: Vulnerability): boolean {
  let rated = false;
  eachMetric(model, vulnerability, ({ content }) => {
    if (content.qualitative_severity_rating !== undefined) rated = true;
  });
  return rated;
}

/** 6.1.56: one source gives a product either CVSS or a qualitative rating. */
function cvssAndQualitativeRating(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    if (!isRated(model, vulnerability)) continue;
    const scored = new Set<string>();
    const rated: { readonly key: string; readonly path: string }[] = [];
    eachMetric(model, vulnerability, (metric) => {
      const hasCvss = CVSS_MEMBERS.some((name) => metric.content[name] !== undefined);
      const hasRating = metric.content.qualitative_severity_rating !== undefined;
      for (const id of metric.products) {
        if (typeof id !== 'string') continue;
        const key = `${metric.source}\n${id}`;
        if (hasCvss) scored.add(key);
        if (hasRating) rated.push({ key, path: metric.path });
      }
    });
    const reported = new Set<string>();
    for (const { key, path } of rated) {
      if (!scored.has(key) || reported.has(path)) continue;
      reported.add(path);
      const id = key.slice(key.indexOf('\n') + 1);
      report(
        path,
        `The product ${quote(id)} has a CVSS score and a qualitative rating of one source.`,
      );
    }
  }
}

export const MANDATORY_CVSS_TESTS = [
  test(
    'csaf-multiple-scores',
    [
      '6.1.7',
      'Multiple Scores with Same Version per Product',
      'A product has several vectors of one version of CVSS (2.1: from one source).',
      'Keep one, or name the source of each (2.1).',
    ],
    multipleScores,
  ),
  test(
    'csaf-invalid-cvss',
    [
      '6.1.8',
      'Invalid CVSS',
      'A CVSS object does not follow the schema of FIRST.',
      'Add what is missing; version, baseScore and baseSeverity follow from the vector.',
    ],
    invalidCvss,
  ),
  test(
    'csaf-invalid-cvss-computation',
    [
      '6.1.9',
      'Invalid CVSS Computation',
      'A score or severity is not the one that the vector gives.',
      'Write the computed value that the message names.',
    ],
    invalidCvssComputation,
  ),
  test(
    'csaf-inconsistent-cvss',
    [
      '6.1.10',
      'Inconsistent CVSS',
      'A metric written out contradicts the vector.',
      'Write what the vector says; it takes precedence.',
    ],
    inconsistentCvss,
  ),
  test(
    'csaf-cvss-and-qualitative-rating',
    [
      '6.1.56',
      'Use of CVSS and Qualitative Severity Rating',
      'One source gives a product both a CVSS score and a qualitative severity rating.',
      'Remove the qualitative rating.',
    ],
    cvssAndQualitativeRating,
    ONLY_21,
  ),
] as const;
