/** The report as CycloneDX 1.6 (ECMA-424): the components of the SBOM, and what hits them. */
import type { JsonObject, JsonValue } from '../../core/json/index.ts';
import { uuidV5 } from '../../core/uuid.ts';
import type { Component } from '../sbom/index.ts';
import { members } from './members.ts';
import type { AnyFinding, Rating, ScanReport } from './model.ts';
import { findingsOf } from './model.ts';

/** Namespace of the UUIDs (RFC 9562 §5.5) of documents made from reports. */
const DOCUMENTS = '0f2f3f5b-3f0c-5b0c-8d5e-6f3a2b9c7d11';

/**
 * A BOM of its own whose components keep the references of the SBOM, so that every `affects`
 * leads to one of them; a CycloneDX SBOM with a serial number is named by its BOM-Link.
 */
export function toCycloneDx(report: ScanReport): JsonObject {
  const { sbom, tool, time, file, sha256 } = report;
  const root = sbom.components.find(({ ref }) => ref === sbom.root);
  const parts = sbom.components.filter(({ ref }) => ref !== sbom.root);
  const link = bomLink(report);
  return members({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidV5(DOCUMENTS, JSON.stringify([file, sha256, time]))}`,
    version: 1,
    metadata: members({
      timestamp: time,
      tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] },
      component: root === undefined ? undefined : componentOf(root),
    }),
    components: parts.map(componentOf),
    dependencies: dependenciesOf(report),
    externalReferences: link === null ? undefined : [{ type: 'bom', url: link }],
    vulnerabilities: vulnerabilitiesOf(findingsOf(report)),
  });
}

/** `urn:cdx:serial/version`. */
function bomLink({ sbom: { format, identity } }: ScanReport): string | null {
  if (format !== 'cyclonedx' || identity === null) return null;
  const match = /^urn:uuid:([0-9a-f-]{36})\/([1-9][0-9]*)$/.exec(identity);
  return match === null ? null : `urn:cdx:${match[1]}/${match[2]}`;
}

const TYPES: ReadonlySet<string> = new Set([
  ...['application', 'framework', 'library', 'container', 'platform', 'operating-system'],
  ...['device', 'device-driver', 'firmware', 'file', 'machine-learning-model', 'data'],
  'cryptographic-asset',
]);

function componentOf(component: Component): JsonObject {
  const { ref, type, group, name, version, purl, cpes } = component;
  return members({
    type: TYPES.has(type) ? type : 'library',
    'bom-ref': ref,
    group,
    name,
    version,
    cpe: cpes[0],
    purl,
  });
}

function dependenciesOf({ sbom }: ScanReport): readonly JsonObject[] {
  const refs = new Set(sbom.components.map(({ ref }) => ref));
  const below = new Map<string, Set<string>>();
  for (const ref of sbom.dependenciesKnown) if (refs.has(ref)) below.set(ref, new Set());
  for (const { from, to, kind } of sbom.relations) {
    if (kind !== 'depends-on' || !refs.has(from) || !refs.has(to)) continue;
    const known = below.get(from) ?? new Set();
    below.set(from, known.add(to));
  }
  return [...below].map(([ref, dependsOn]) =>
    members({ ref, dependsOn: dependsOn.size === 0 ? undefined : [...dependsOn] }),
  );
}

/** One entry for each vulnerability and each judgement on it, with all components of that kind. */
function vulnerabilitiesOf(findings: readonly AnyFinding[]): readonly JsonObject[] {
  const groups = new Map<string, AnyFinding[]>();
  for (const finding of findings) {
    const by = 'by' in finding ? finding.by : '';
    const key = JSON.stringify([finding.vulnerability, finding.status, by, finding.fixedIn]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group, index) => {
    const [first] = group;
    return first === undefined ? [] : [vulnerabilityOf(first, group, index)];
  });
}

function vulnerabilityOf(
  first: AnyFinding,
  group: readonly AnyFinding[],
  index: number,
): JsonObject {
  const { vulnerability, aliases, summary, fixedIn, cwes, references } = first;
  const source = sourceOf(vulnerability);
  return members({
    'bom-ref': `vulnerability-${index + 1}-${vulnerability}`,
    id: vulnerability,
    source,
    references: listOf(aliases.map((id) => ({ id, source: sourceOf(id) }))),
    ratings: listOf(first.ratings.map(ratingOf)),
    cwes: listOf(cwes.map((id) => Number(id.slice('CWE-'.length)))),
    description: summary ?? undefined,
    recommendation: fixedIn.length > 0 ? `Upgrade to ${fixedIn.join(' or ')}.` : undefined,
    advisories: listOf(references.map((url) => ({ url }))),
    published: first.published ?? undefined,
    updated: first.modified ?? undefined,
    analysis: analysisOf(first),
    affects: group.map(({ component, status }) => affectOf(component, status)),
    properties: propertiesOf(first, group),
  });
}

function listOf<T extends JsonValue>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Whose numbering an id is of, as far as its prefix says it. */
function sourceOf(id: string): JsonObject {
  const prefix = /^[A-Za-z]+/.exec(id)?.[0] ?? 'unknown';
  return prefix === 'CVE'
    ? { name: 'CVE', url: `https://www.cve.org/CVERecord?id=${id}` }
    : { name: prefix };
}

const METHODS: Readonly<Record<string, string>> = {
  'CVSS 2.0': 'CVSSv2',
  'CVSS 3.0': 'CVSSv3',
  'CVSS 3.1': 'CVSSv31',
  'CVSS 4.0': 'CVSSv4',
};
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'none'];

function ratingOf({ scheme, score, severity, vector, source }: Rating): JsonObject {
  const method = Object.hasOwn(METHODS, scheme) ? METHODS[scheme] : 'other';
  return members({
    source: { name: source },
    score: score ?? undefined,
    severity: SEVERITIES.includes(severity) ? severity : 'unknown',
    method,
    vector: vector ?? undefined,
    justification: method === 'other' ? `${scheme}: ${severity}` : undefined,
  });
}

/**
 * What somebody judged. An ignore rule says that nobody acts on it, not that it does no harm: it
 * stays in triage, with its reason; what nobody has looked at has no analysis.
 */
function analysisOf(finding: AnyFinding): JsonObject | undefined {
  const detail = 'by' in finding ? finding.by : undefined;
  switch (finding.status) {
    case 'not_affected':
      return members({ state: 'not_affected', detail });
    case 'fixed':
      return members({ state: 'resolved', detail });
    case 'ignored':
      return members({ state: 'in_triage', response: ['will_not_fix'], detail });
    case 'under_investigation':
      return { state: 'in_triage' };
    default:
      return undefined;
  }
}

function affectOf({ ref, version }: Component, status: AnyFinding['status']): JsonObject {
  const said = {
    not_affected: 'unaffected',
    fixed: 'unaffected',
    undecidable: 'unknown',
    candidate: 'unknown',
  };
  const state = Object.hasOwn(said, status) ? said[status as keyof typeof said] : 'affected';
  return members({
    ref,
    versions: version === undefined || version === '' ? undefined : [{ version, status: state }],
  });
}

function propertiesOf(first: AnyFinding, group: readonly AnyFinding[]): readonly JsonObject[] {
  const { status, kev, epss, basis, confidence } = first;
  const property = (name: string, value: string) => ({ name: `cybex:${name}`, value });
  return [
    property('status', status),
    property('basis', basis),
    property('confidence', confidence),
    ...(kev ?? []).map(({ source, added }) => property('kev', `${source} ${added}`)),
    ...(epss === null
      ? []
      : [property('epss', `${epss.score} of ${epss.date}, model ${epss.model}`)]),
    ...group.flatMap(({ component, why, paths }) => [
      ...why.map((each) => property(`why:${component.ref}`, each)),
      ...paths.map((path) => property(`path:${component.ref}`, path.join(' > '))),
    ]),
  ];
}
