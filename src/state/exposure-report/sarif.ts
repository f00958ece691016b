/** The report as SARIF 2.1.0 (OASIS, Errata 01), for code scanning and dashboards. */
import type { JsonObject, JsonValue } from '../../core/json/index.ts';
import { uuidV5 } from '../../core/uuid.ts';
import { members } from './members.ts';
import type { AnyFinding, Gap, ScanReport } from './model.ts';
import { componentName, findingsOf } from './model.ts';
import { worstRating } from './rank.ts';

export interface SarifOptions {
  /** Line and column, from 1, of what stands at a path of the SBOM; null where it is not known. */
  readonly placeOf?: (path: string) => { readonly line: number; readonly column: number } | null;
}

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Namespace of the UUIDs (RFC 9562 §5.5) that fingerprints are. */
const FINGERPRINTS = '5d0d5f6e-7c58-4b60-9c0e-2b6c5e1f7a31';

/** One run; closed findings are results with `suppressions`, undecidable ones of kind `open`. */
export function toSarif(report: ScanReport, options: SarifOptions = {}): JsonObject {
  const rules = rulesOf(report);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const uri = uriOf(report.file);
  const results = findingsOf(report).map((finding) =>
    resultOf(finding, indexes.get(finding.vulnerability) ?? -1, uri, options),
  );
  return members({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      members({
        tool: members({ driver: driverOf(report, rules) }),
        invocations: [invocationOf(report)],
        artifacts: [artifactOf(report, uri)],
        columnKind: 'utf16CodeUnits',
        results,
        properties: members({ sources: report.sources as unknown as JsonValue }),
      }),
    ],
  });
}

function driverOf({ tool }: ScanReport, rules: readonly JsonObject[]): JsonObject {
  return members({
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    rules,
    notifications: NOTIFICATIONS,
  });
}

/** §3.49: one rule for each vulnerability, whatever number of components has it. */
function rulesOf(report: ScanReport): readonly (JsonObject & { readonly id: string })[] {
  const first = new Map<string, AnyFinding>();
  for (const finding of findingsOf(report)) {
    if (!first.has(finding.vulnerability)) first.set(finding.vulnerability, finding);
  }
  return [...first.values()].map((finding) => ({ ...ruleOf(finding), id: finding.vulnerability }));
}

function ruleOf(finding: AnyFinding): JsonObject {
  const { vulnerability, aliases, summary, references, cwes, kev, epss } = finding;
  const text = summary ?? vulnerability;
  const worst = worstRating(finding.ratings);
  return members({
    id: vulnerability,
    shortDescription: message(text),
    fullDescription: message(text),
    helpUri: references[0],
    help: message([text, ...references.slice(0, 10)].join('\n')),
    defaultConfiguration: members({ level: levelOf(finding) }),
    properties: members({
      tags: ['security', 'vulnerability', ...cwes],
      // The members that code scanning sorts by; a number as text.
      'security-severity': worst?.score?.toFixed(1),
      precision: 'very-high',
      aliases,
      ratings: finding.ratings as unknown as JsonValue,
      kev: kev as unknown as JsonValue,
      epss: epss as unknown as JsonValue,
    }),
  });
}

/** The level follows the word that the scheme of the rating has for its score. */
function levelOf({ ratings }: AnyFinding): 'error' | 'warning' | 'note' {
  const severity = worstRating(ratings)?.severity;
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'low' || severity === 'none' ? 'note' : 'warning';
}

/** §3.27.9: what could not be decided is open; what upstream says is for people to look at. */
const KINDS: Readonly<Record<string, string>> = { undecidable: 'open', candidate: 'review' };

function resultOf(
  finding: AnyFinding,
  ruleIndex: number,
  uri: string,
  options: SarifOptions,
): JsonObject {
  const { component, vulnerability, status, paths, why, basis, confidence } = finding;
  const kind = Object.hasOwn(KINDS, status) ? KINDS[status] : 'fail';
  return members({
    ruleId: vulnerability,
    ruleIndex,
    kind,
    // §3.27.10: a result that is no failure has the level "none".
    level: kind === 'fail' ? levelOf(finding) : 'none',
    message: message(sentenceOf(finding)),
    locations: [locationOf(finding, uri, options)],
    fingerprints: members({
      'cybexFinding/v1': fingerprint(vulnerability, component.ref, nameOf(finding)),
    }),
    partialFingerprints: members({
      'cybexPackage/v1': fingerprint(vulnerability, nameOf(finding).replace(/@[^@/?#]*/, '')),
    }),
    suppressions: 'by' in finding ? [suppressionOf(finding.by, finding.status)] : [],
    properties: members({
      status,
      basis,
      confidence,
      fixedIn: finding.fixedIn,
      remediation: finding.remediation,
      sources: finding.sources,
      why,
      paths: paths as unknown as JsonValue,
    }),
  });
}

function nameOf({ component }: AnyFinding): string {
  return componentName(component);
}

function fingerprint(...parts: readonly string[]): string {
  return uuidV5(FINGERPRINTS, JSON.stringify(parts));
}

function sentenceOf(finding: AnyFinding): string {
  const { vulnerability, status, fixedIn, summary, why } = finding;
  const said =
    status === 'undecidable' || status === 'candidate' ? 'may be affected by' : 'is affected by';
  const closed = 'by' in finding ? ` Closed (${status}): ${finding.by}.` : '';
  const fix =
    fixedIn.length > 0 ? ` Fixed in ${fixedIn.join(', ')}.` : ' No fixed version is known.';
  const words = summary === null ? '' : ` (${summary})`;
  const reason = why[0] === undefined ? '' : ` ${why[0]}`;
  return `${nameOf(finding)} ${said} ${vulnerability}${words}.${fix}${closed}${reason}`;
}

/** §3.28: the place in the SBOM, and the component by name and package URL. */
function locationOf({ component }: AnyFinding, uri: string, { placeOf }: SarifOptions): JsonObject {
  const place = placeOf?.(component.path) ?? null;
  return members({
    physicalLocation: members({
      artifactLocation: members({ uri, index: 0 }),
      region:
        place === null ? undefined : members({ startLine: place.line, startColumn: place.column }),
    }),
    logicalLocations: [
      members({
        name: component.name,
        fullyQualifiedName: component.purl ?? component.ref,
        kind: 'module',
      }),
    ],
  });
}

/** §3.35: who closed it has looked at it already. */
function suppressionOf(by: string, status: string): JsonObject {
  return members({ kind: 'external', status: 'accepted', justification: `${status}: ${by}` });
}

function artifactOf({ sha256 }: ScanReport, uri: string): JsonObject {
  return members({
    location: members({ uri }),
    roles: ['analysisTarget'],
    hashes: sha256 === null ? undefined : members({ 'sha-256': sha256 }),
  });
}

const GAP_MEANINGS: Readonly<Record<Gap['code'], string>> = {
  'data-missing': 'There is no data for the ecosystem of a component.',
  'data-empty': 'A source that the answer rests on holds nothing.',
  'data-stale': 'A source that the answer rests on is too old.',
  'data-undated': 'A source that the answer rests on has no date.',
  'data-unreadable': 'A document could not be read.',
  undecidable: 'A statement could not be decided.',
  unidentified: 'A component cannot be looked up.',
  'subject-incomplete': 'Not everything of what was scanned could be read.',
  'policy-unknown': 'The policy asks for what is not known.',
};

const NOTIFICATIONS: readonly JsonObject[] = Object.entries(GAP_MEANINGS).map(([id, text]) =>
  members({ id, shortDescription: message(text) }),
);

/** §3.20: what could not be known is said as notifications, for a run without results is no proof. */
function invocationOf({ gaps, exit, time }: ScanReport): JsonObject {
  const ids = Object.keys(GAP_MEANINGS);
  return members({
    executionSuccessful: exit !== 3,
    exitCode: exit,
    endTimeUtc: utc(time),
    toolExecutionNotifications: gaps.map((gap) =>
      members({
        descriptor: members({ id: gap.code, index: ids.indexOf(gap.code) }),
        level: 'warning',
        message: message(gap.message),
      }),
    ),
  });
}

/** §3.9: UTC with `Z`, at most three digits of a second in what most readers take. */
function utc(time: string): string {
  return time.replace(/(\.\d{3})\d+Z$/, '$1Z');
}

/** §3.11.5 and §3.11.6: braces and brackets that mean themselves are escaped. */
function message(text: string): JsonObject {
  const escaped = text
    .replace(/[\\[\]]/g, '\\$&')
    .replaceAll('{', '{{')
    .replaceAll('}', '}}');
  return { text: escaped === '' ? '-' : escaped };
}

/** A URI reference (RFC 3986) for a file as the operator named it. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  const slashes = file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const encoded = slashes
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
  return encoded.startsWith('/') ? `file://${encoded}` : encoded === '' ? '.' : encoded;
}
