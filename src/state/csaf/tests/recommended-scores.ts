/** Recommended tests on scores: CVSS of what is fixed, CWE, SSVC. */
import { type CvssObject, cvssOf, eachMetric } from '../model/metrics.ts';
import type { CsafModel } from '../model/model.ts';
import { eachSelection, isReserved, type SsvcSelection } from '../model/ssvc.ts';
import { eachObject, eachText, textOf } from '../model/values.ts';
import { compareVersions } from '../model/version.ts';
import type { CweEntry, CwePort, Ports } from '../ports.ts';
import { quote } from './mandatory-products.ts';
import { NO_SSVC } from './mandatory-ssvc.ts';
import { type NotRun, ONLY_21, type Report, type Run, test } from './test.ts';

/** 6.2.19: what is fixed has no score left. */
function cvssForFixedProducts(model: CsafModel, report: Report, { cvss }: Ports): void {
  for (const vulnerability of model.vulnerabilities) {
    const scored = new Set<unknown>();
    eachMetric(model, vulnerability, (metric) => {
      for (const object of cvssOf(model, metric)) {
        if (isZero(object, (vector) => cvss?.metrics(vector) ?? null)) continue;
        for (const id of metric.products) scored.add(id);
      }
    });
    for (const name of ['first_fixed', 'fixed']) {
      eachText(vulnerability.status[name], (id, i) => {
        if (!scored.has(id)) return;
        const place = `${vulnerability.path}/product_status/${name}/${i}`;
        report(place, `The fixed product ${quote(id)} has a CVSS score other than 0.`);
      });
    }
  }
}

const MODIFIED_3 = [
  'modifiedAvailabilityImpact',
  'modifiedConfidentialityImpact',
  'modifiedIntegrityImpact',
];
const MODIFIED_4 = [
  'modifiedVulnAvailabilityImpact',
  'modifiedVulnConfidentialityImpact',
  'modifiedVulnIntegrityImpact',
];
const MODIFIED_4_SUB = [
  'modifiedSubAvailabilityImpact',
  'modifiedSubConfidentialityImpact',
  'modifiedSubIntegrityImpact',
];

/** True when score, properties or vector reduce the overall score to 0. */
function isZero(
  { value, vector }: CvssObject,
  json: (vector: string) => Readonly<Record<string, unknown>> | null,
): boolean {
  const overall =
    value.environmentalScore ?? (value.version === '4.0' ? value.baseScore : undefined);
  if (overall === 0 || value.baseScore === 0) return true;
  const all = (names: readonly string[], word: string, of: Readonly<Record<string, unknown>>) =>
    names.every((name) => of[name] === word);
  const reduced = (of: Readonly<Record<string, unknown>>) =>
    of.targetDistribution === 'NONE' ||
    all(MODIFIED_3, 'NONE', of) ||
    (all(MODIFIED_4, 'NONE', of) && all(MODIFIED_4_SUB, 'NEGLIGIBLE', of));
  if (reduced(value)) return true;
  if (vector === undefined) return false;
  return (
    /(?:^|\/)TD:N(?:\/|$)/.test(vector) || isReducedVector(vector) || reduced(json(vector) ?? {})
  );
}

function isReducedVector(vector: string): boolean {
  const metrics = new Set(vector.split('/'));
  const none = (names: readonly string[]) => names.every((name) => metrics.has(`${name}:N`));
  if (vector.startsWith('CVSS:3')) return none(['MC', 'MI', 'MA']);
  return vector.startsWith('CVSS:4') && none(['MVC', 'MVI', 'MVA', 'MSC', 'MSI', 'MSA']);
}

const NO_CWE = 'No CWE list is at hand.';

/** Every weakness of the document that its release knows. */
function eachWeakness(
  model: CsafModel,
  list: CwePort,
  visit: (entry: CweEntry, id: string, path: string) => void,
): void {
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.cwes, (item, i) => {
      const id = textOf(item.id);
      const version = textOf(item.version);
      const entry = id && version ? list.weakness(id, version) : null;
      if (entry !== null && id !== undefined) visit(entry, id, `${path}/cwes/${i}`);
    });
  }
}

/** 6.2.23, 6.2.25 and 6.2.26. */
function weaknessTest(wrong: (entry: CweEntry) => string | null): Run {
  return (model, report, { cwe }) => {
    if (cwe === undefined) return NO_CWE;
    eachWeakness(model, cwe, (entry, id, path) => {
      const what = wrong(entry);
      if (what !== null) report(path, `${id} (${entry.name}) ${what}.`);
    });
    return undefined;
  };
}

/** 6.2.24: the release that was the newest when the document was released. */
function nonLatestCwe(model: CsafModel, report: Report, { cwe }: Ports): NotRun {
  if (cwe === undefined) return NO_CWE;
  const date = textOf(model.tracking.current_release_date)?.slice(0, 10) ?? '';
  const latest = cwe.releases.filter((release) => release.date <= date).at(-1);
  if (latest === undefined) return undefined;
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.cwes, (item, i) => {
      const version = textOf(item.version);
      if (version === undefined || version === latest.version) return;
      const message = `CWE ${version} is named; ${latest.version} was the newest on ${date}.`;
      report(`${path}/cwes/${i}`, message);
    });
  }
  return undefined;
}

function eachRegisteredOrNot(
  label: 'any' | 'clear' | 'not-clear',
  wrong: (selection: SsvcSelection, ports: Ports) => string | null,
): Run {
  return (model, report, ports) => {
    if (ports.ssvc === undefined) return NO_SSVC;
    if (label !== 'any' && (model.tlp === 'CLEAR') !== (label === 'clear')) return undefined;
    eachSelection(model, (selection) => {
      const what = wrong(selection, ports);
      if (what !== null)
        report(`${selection.path}/namespace`, `${quote(selection.namespaceText)} ${what}.`);
    });
    return undefined;
  };
}

/** A base that is neither registered nor reserved for examples and tests. */
function unregistered({ namespace }: SsvcSelection, { ssvc }: Ports): string | null {
  const { base } = namespace;
  const known = ssvc?.isRegistered(base) === true || (isReserved(base) && base !== 'invalid');
  return known ? null : 'is no registered namespace';
}

/** 6.2.34: also registered ones that are not supported here. */
function unknownBase(selection: SsvcSelection, ports: Ports): string | null {
  const { base } = selection.namespace;
  if (ports.ssvc?.isRegistered(base) === true && !ports.ssvc.isKnown(base)) {
    return 'is registered, and not supported here';
  }
  return unregistered(selection, ports);
}

function extended({ namespace }: SsvcSelection): string | null {
  return namespace.extension === '' ? null : 'is a namespace with an extension';
}

/** 6.3.14. */
export const ssvcUnregisteredNotClear = eachRegisteredOrNot('not-clear', unregistered);
/** 6.3.15. */
export const ssvcExtendedNotClear = eachRegisteredOrNot('not-clear', extended);

/** 6.2.37: a namespace that is not registered is explained by a resource. */
function namespaceWithoutResource(model: CsafModel, report: Report, { ssvc }: Ports): NotRun {
  if (ssvc === undefined) return NO_SSVC;
  const reported = new Set<string>();
  eachSelection(model, ({ ssvc: object, namespace, namespaceText }) => {
    const { base, extension } = namespace;
    if (extension === '' && ssvc.isRegistered(base)) return;
    if (isReserved(base) && base !== 'invalid') return;
    let found = false;
    eachObject(object.value.decision_point_resources, ({ summary }) => {
      if (textOf(summary)?.includes(namespaceText)) found = true;
    });
    const place = `${object.path}/decision_point_resources`;
    if (found || reported.has(`${place}\n${namespaceText}`)) return;
    reported.add(`${place}\n${namespaceText}`);
    report(place, `No resource mentions the namespace ${quote(namespaceText)} in its summary.`);
  });
  return undefined;
}

/** 6.3.13: the newest version of a decision point. */
export function nonLatestDecisionPoint(model: CsafModel, report: Report, { ssvc }: Ports): NotRun {
  if (ssvc === undefined) return NO_SSVC;
  eachSelection(model, ({ value, namespace, path }) => {
    const key = textOf(value.key) ?? '';
    const version = textOf(value.version) ?? '';
    const latest = ssvc.versions(namespace.base, key).at(-1);
    if (latest === undefined || version === latest) return;
    const order = compareVersions(version, latest) < 0 ? 'older' : 'newer';
    report(path, `The version ${version} of ${key} is ${order} than ${latest}, the newest known.`);
  });
  return undefined;
}

export const RECOMMENDED_SCORE_TESTS = [
  test(
    'csaf-cvss-for-fixed-products',
    [
      '6.2.19',
      'CVSS for Fixed Products',
      'A fixed product has a CVSS score other than 0.',
      'Remove it from the score, or give environmental metrics that reduce the score to 0.',
    ],
    cvssForFixedProducts,
  ),
  test(
    'csaf-deprecated-cwe',
    [
      '6.2.23',
      'Usage of Deprecated CWE',
      'A weakness is deprecated.',
      'Use the weakness that replaces it.',
    ],
    weaknessTest(({ deprecated }) => (deprecated ? 'is deprecated' : null)),
    ONLY_21,
  ),
  test(
    'csaf-non-latest-cwe',
    [
      '6.2.24',
      'Usage of Non-Latest CWE Version',
      'A weakness is of another release of CWE than the newest at the time.',
      'Name the newest release in which the weakness stands.',
    ],
    nonLatestCwe,
    ONLY_21,
  ),
  test(
    'csaf-cwe-not-allowed',
    [
      '6.2.25',
      'Usage of CWE Not Allowed for Vulnerability Mapping',
      'A weakness is not meant for the mapping of vulnerabilities.',
      'Use a weakness of a lower level.',
    ],
    weaknessTest(({ usage }) =>
      usage === 'Discouraged' || usage === 'Prohibited'
        ? `is ${usage.toLowerCase()} for vulnerability mapping`
        : null,
    ),
    ONLY_21,
  ),
  test(
    'csaf-cwe-with-review',
    [
      '6.2.26',
      'Usage of CWE Allowed with Review for Vulnerability Mapping',
      'A weakness may be mapped to a vulnerability after a review only.',
      'Have the mapping reviewed.',
    ],
    weaknessTest(({ usage }) => (usage === 'Allowed-with-Review' ? 'needs a review' : null)),
    ONLY_21,
  ),
  test(
    'csaf-unknown-ssvc-namespace',
    [
      '6.2.34',
      'Usage of Unknown SSVC Decision Point Base Namespace',
      'The base namespace of a decision point is not registered, or not known here.',
      'Use a registered namespace.',
    ],
    eachRegisteredOrNot('any', unknownBase),
    ONLY_21,
  ),
  test(
    'csaf-unregistered-ssvc-clear',
    [
      '6.2.35',
      'Usage of Unregistered SSVC Decision Point Base Namespace in TLP:CLEAR Document',
      'A public document uses decision points of an unregistered namespace.',
      'Use a registered namespace.',
    ],
    eachRegisteredOrNot('clear', unregistered),
    ONLY_21,
  ),
  test(
    'csaf-extended-ssvc-clear',
    [
      '6.2.36',
      'Usage of SSVC Decision Point Namespace with Extension in TLP:CLEAR Document',
      'A public document uses decision points of an extended namespace.',
      'Use the decision points of the base namespace.',
    ],
    eachRegisteredOrNot('clear', extended),
    ONLY_21,
  ),
  test(
    'csaf-ssvc-without-resource',
    [
      '6.2.37',
      'Usage of Unknown SSVC Decision Point Namespace without Resource',
      'A namespace that is not registered is explained by no resource.',
      'Add a decision_point_resources item whose summary names the namespace.',
    ],
    namespaceWithoutResource,
    ONLY_21,
  ),
] as const;
