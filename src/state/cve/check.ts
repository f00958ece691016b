/** Every rule of CVE Record Format 5.0, 5.1 and 5.2 on a record or a container. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { member, textOf } from '../../core/json/view.ts';
import { checkShape, type Shape } from '../../core/shape/index.ts';
import { clause } from './clause.ts';
import { type CveContainer, containersOf } from './containers.ts';
import { CveFindings, type CveIssue } from './issues.ts';
import { datesAreInOrder, replacementIsAnother, versionIsKnown } from './rules/metadata.ts';
import { scoresAreRight } from './rules/metrics.ts';
import { cpesAreNames, packageUrlsHaveNoVersion } from './rules/products.ts';
import type { ContainerRule } from './rules/rule.ts';
import { mediaAreBase64, oneTextPerEnglish, weaknessesAreNamed } from './rules/texts.ts';
import { singlesHaveNoType, versionsAreDecidable } from './rules/versions.ts';
import { adp, cnaPublished, cnaRejected, recordShape } from './schema/record.ts';
import { ecosystemOrder } from './status/ecosystems.ts';
import type { VersionOrder } from './status/order.ts';

export interface CveCheckOptions {
  /** How versions of a scheme are ordered; by default as their ecosystems do. */
  readonly order?: VersionOrder;
}

const RULES: readonly ContainerRule[] = [
  oneTextPerEnglish,
  mediaAreBase64,
  weaknessesAreNamed,
  packageUrlsHaveNoVersion,
  cpesAreNames,
  versionsAreDecidable,
  scoresAreRight,
];

/** Checks a whole record as the version of the format that it names. */
export function checkCve(value: JsonValue, options: CveCheckOptions = {}): readonly CveIssue[] {
  const minor = minorOf(value);
  const shape = checkShape(recordShape(value, minor >= 2), value, clause('root'));
  const findings = new CveFindings();
  if (isJsonObject(value)) {
    datesAreInOrder(value, findings);
    replacementIsAnother(value, findings);
    versionIsKnown(value, findings);
    const rules = minor === 0 ? [...RULES, singlesHaveNoType] : RULES;
    for (const container of containersOf(value)) apply(rules, container, findings, options);
  }
  return [...shape, ...findings.issues];
}

/** What CNAs and ADPs send to the CVE Services: a container without its provider. */
export type CveBodyKind = 'cna' | 'cna-rejected' | 'adp';

const BODY = { packageUrls: true, body: true } as const;

const BODIES: Readonly<Record<CveBodyKind, { readonly name: string; readonly shape: Shape }>> = {
  cna: { name: 'cnaContainer', shape: cnaPublished(BODY) },
  'cna-rejected': { name: 'cnaContainer', shape: cnaRejected(BODY) },
  adp: { name: 'adpContainer', shape: adp(BODY) },
};

/** Checks a request body of the CVE Services, `{"cnaContainer": {…}}` or `{"adpContainer": {…}}`. */
export function checkCveBody(
  kind: CveBodyKind,
  body: JsonValue,
  options: CveCheckOptions = {},
): readonly CveIssue[] {
  const { name, shape } = BODIES[kind];
  const value = member(body, name);
  if (value === undefined || !isJsonObject(value)) {
    const message = `The body has no object "${name}".`;
    return [{ code: 'shape-missing', severity: 'error', clause: clause(name), path: '', message }];
  }
  const found = checkShape(shape, value, clause(name)).map((issue) => ({
    ...issue,
    path: `/${name}${issue.path}`,
  }));
  const findings = new CveFindings();
  const container: CveContainer = {
    kind: kind === 'adp' ? 'adp' : 'cna',
    source: kind === 'adp' ? 'adp:' : 'cna',
    orgId: '',
    shortName: '',
    path: [name],
    value,
  };
  apply(RULES, container, findings, options);
  return [...found, ...findings.issues];
}

function apply(
  rules: readonly ContainerRule[],
  container: CveContainer,
  findings: CveFindings,
  { order = ecosystemOrder }: CveCheckOptions,
): void {
  for (const rule of rules) rule(container, findings, { order });
}

/** The minor version that a record names; 2 where it names none that can be read. */
function minorOf(value: JsonValue): number {
  const version = isJsonObject(value) ? versionOf(value) : '';
  const minor = /^5\.([0-9]{1,3})(?:\.|$)/.exec(version)?.[1];
  return minor === undefined ? 2 : Number(minor);
}

export function versionOf(record: JsonObject): string {
  return textOf(record, 'dataVersion') ?? '';
}
