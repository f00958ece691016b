/** Mandatory tests on SSVC (2.1). */
import type { CsafModel } from '../model/model.ts';
import { eachSelection, eachSsvc } from '../model/ssvc.ts';
import { eachObject, eachText, textOf } from '../model/values.ts';
import type { Ports, SsvcDecisionPoint } from '../ports.ts';
import { quote } from './mandatory-products.ts';
import { type NotRun, ONLY_21, type Report, test } from './test.ts';

/** 6.1.46: the object follows the schema of CERT/CC. */
function invalidSsvc(model: CsafModel, report: Report): void {
  for (const { path, message } of model.faults('ssvc')) report(path, message);
}

/** 6.1.47: a target is the vulnerability, and not the document where that has several. */
function inconsistentTargets(model: CsafModel, report: Report): void {
  const documentId = textOf(model.tracking.id);
  const single = model.vulnerabilities.length <= 1;
  eachSsvc(model, ({ value, path, vulnerability }) => {
    const known = new Set<string>();
    const cve = textOf(vulnerability.value.cve);
    if (cve !== undefined) known.add(cve);
    eachObject(vulnerability.value.ids, (id) => known.add(textOf(id.text) ?? ''));
    eachText(value.target_ids, (target, i) => {
      const place = `${path}/target_ids/${i}`;
      if (target === documentId && !single) {
        report(place, 'The document has several vulnerabilities; its id does not name one.');
      } else if (!known.has(target)) {
        report(place, `${quote(target)} is neither the CVE nor an id of the vulnerability.`);
      }
    });
  });
}

export const NO_SSVC = 'No SSVC decision points are at hand.';

/** 6.1.48: a decision point of a registered namespace exists, with these values in this order. */
function decisionPoints(model: CsafModel, report: Report, { ssvc }: Ports): NotRun {
  if (ssvc === undefined) return NO_SSVC;
  eachSelection(model, ({ value, path, namespace }) => {
    const { base } = namespace;
    if (base === 'invalid')
      report(path, 'The namespace invalid is reserved for what is not valid.');
    if (!ssvc.isRegistered(base) || !ssvc.isKnown(base)) return;
    const key = textOf(value.key) ?? '';
    const version = textOf(value.version) ?? '';
    const point = ssvc.decisionPoint(base, key, version);
    if (point === null) {
      report(path, `The namespace ${base} has no decision point ${key} of version ${version}.`);
      return;
    }
    // An extension may translate the names; the keys stay.
    const named = namespace.extension === '' && point.name !== '';
    const name = textOf(value.name);
    if (named && name !== undefined && name !== point.name) {
      report(path, `The name of ${key} is ${quote(point.name)}, not ${quote(name)}.`);
    }
    checkValues(value.values, point, named, path, report);
  });
  return undefined;
}

function checkValues(
  values: unknown,
  point: SsvcDecisionPoint,
  named: boolean,
  path: string,
  report: Report,
): void {
  let last = -1;
  eachObject(values as never, (item) => {
    const key = textOf(item.key) ?? '';
    const at = point.values.findIndex((candidate) => candidate.key === key);
    const right = point.values[at];
    if (right === undefined) {
      report(path, `${quote(point.name)} has no value ${quote(key)}.`);
      return;
    }
    const name = textOf(item.name);
    if (named && name !== undefined && name !== right.name) {
      report(path, `The name of the value ${key} is ${quote(right.name)}, not ${quote(name)}.`);
    }
    if (point.name !== '' && at <= last)
      report(path, `The value ${key} does not stand in the order of the definition.`);
    last = Math.max(last, at);
  });
}

export const MANDATORY_SSVC_TESTS = [
  test(
    'csaf-invalid-ssvc',
    [
      '6.1.46',
      'Invalid SSVC',
      'An SSVC object does not follow the schema of CERT/CC.',
      'The message names what is missing or wrong.',
    ],
    invalidSsvc,
    ONLY_21,
  ),
  test(
    'csaf-inconsistent-ssvc-target',
    [
      '6.1.47',
      'Inconsistent SSVC Target IDs',
      'A target of an SSVC decision is not the vulnerability in which it stands.',
      'Remove the target, or name the CVE or an id of the vulnerability.',
    ],
    inconsistentTargets,
    ONLY_21,
  ),
  test(
    'csaf-ssvc-decision-points',
    [
      '6.1.48',
      'SSVC Decision Points',
      'A decision point does not exist, or has other values or another order.',
      'Write it as the SSVC project defines it.',
    ],
    decisionPoints,
    ONLY_21,
  ),
] as const;
