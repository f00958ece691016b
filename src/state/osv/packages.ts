/** Rules on what is affected: packages, ranges, versions. */
import { hasErrors } from '../../core/issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { entriesOf, member, textOf } from '../../core/json/view.ts';
import { ecosystemOf, nameKey, packageOfPurl, parsePurl } from '../purl/index.ts';
import { compareVersions, versionScheme } from '../vers/index.ts';
import { type OsvFindings, type Path, shown } from './issues.ts';
import { schemeOfRange } from './range.ts';
import { ECOSYSTEM_NAMES, RELEASED } from './registries.table.ts';
import { baseOf } from './rules.ts';

/** Checks every entry of `affected`. */
export function checkAffected(record: JsonObject, findings: OsvFindings): void {
  entriesOf(record, 'affected').forEach((entry, i) => {
    if (!isJsonObject(entry)) return;
    const path: Path = ['affected', i];
    const ecosystem = textOf(member(entry, 'package'), 'ecosystem');
    checkPackage(entry, path, findings);
    checkExtent(entry, path, findings);
    entriesOf(entry, 'ranges').forEach((range, j) => {
      checkRange(range, ecosystem, [...path, 'ranges', j], findings);
    });
  });
}

function checkPackage(entry: JsonObject, path: Path, findings: OsvFindings): void {
  const named = member(entry, 'package');
  if (named === undefined) {
    const commits = entriesOf(entry, 'ranges').every((range) => textOf(range, 'type') === 'GIT');
    if (!commits || entriesOf(entry, 'ranges').length === 0)
      findings.add('osv-package-missing', path);
    return;
  }
  const at = [...path, 'package'];
  const ecosystem = textOf(named, 'ecosystem');
  if (ecosystem !== undefined && ecosystem !== '')
    checkEcosystem(ecosystem, [...at, 'ecosystem'], findings);
  const purl = textOf(named, 'purl');
  if (purl !== undefined && purl !== '') checkPurl(purl, named, [...at, 'purl'], findings);
}

function checkEcosystem(ecosystem: string, path: Path, findings: OsvFindings): void {
  const base = baseOf(ecosystem);
  if (!ECOSYSTEM_NAMES.includes(base)) {
    const near = ECOSYSTEM_NAMES.find((name) => name.toLowerCase() === base.toLowerCase());
    const hint = near === undefined ? '' : `, meant is perhaps ${near}`;
    findings.add('osv-ecosystem', path, `${shown(ecosystem)}${hint}`);
  } else if (RELEASED.has(base) && !/^[^:]+:./.test(ecosystem)) {
    findings.add('osv-ecosystem-release', path, shown(ecosystem));
  }
}

function checkPurl(text: string, named: JsonValue, path: Path, findings: OsvFindings): void {
  const purl = parsePurl(text);
  if (!purl.ok || hasErrors(purl.issues)) {
    findings.add('osv-purl', path, purl.issues[0]?.message ?? shown(text));
    return;
  }
  if (purl.value.version !== null) findings.add('osv-purl-version', path, shown(text));
  const [ecosystem, name] = [textOf(named, 'ecosystem'), textOf(named, 'name')];
  if (ecosystem === undefined || name === undefined) return;
  const row = ecosystemOf(ecosystem);
  const found = packageOfPurl(purl.value);
  if (row === null || found === null) return;
  // Distributions name binaries and sources, whose names differ.
  const differs = found.ecosystem.osv !== row.osv || found.key !== nameKey(row.names, name);
  if (differs && row.releases !== true) findings.add('osv-purl-other', path, shown(text));
}

/** affected[].versions: ranges or versions say what is affected. */
function checkExtent(entry: JsonObject, path: Path, findings: OsvFindings): void {
  const ranges = entriesOf(entry, 'ranges');
  if (entriesOf(entry, 'versions').length > 0) return;
  if (ranges.length === 0) findings.add('osv-versions-missing', path);
  else if (ranges.every((range) => textOf(range, 'type') === 'GIT')) {
    findings.add('osv-versions-listed', path);
  }
}

const COMMIT = /^(?:0|[0-9a-f]{40}|[0-9a-f]{64})$/i;
const KINDS = ['introduced', 'fixed', 'last_affected', 'limit'] as const;

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly version: string;
  readonly at: Path;
}

function checkRange(
  range: JsonValue,
  ecosystem: string | undefined,
  path: Path,
  findings: OsvFindings,
): void {
  const type = textOf(range, 'type');
  const steps = stepsOf(range, path);
  if (type === 'GIT') {
    for (const { version, at } of steps) {
      if (!COMMIT.test(version)) findings.add('osv-commit', at, shown(version));
    }
    return;
  }
  const scheme = schemeOfRange(type, ecosystem);
  if (scheme === null) return;
  const readable = steps.filter((step) => isReadable(step, scheme, type, findings));
  if (readable.length === steps.length) checkOrder(steps, scheme, path, findings);
}

function stepsOf(range: JsonValue, path: Path): Step[] {
  return entriesOf(range, 'events').flatMap((event, i) =>
    KINDS.flatMap((kind) => {
      const version = textOf(event, kind);
      return version === undefined ? [] : [{ kind, version, at: [...path, 'events', i, kind] }];
    }),
  );
}

function isReadable(
  { kind, version, at }: Step,
  scheme: string,
  type: string | undefined,
  findings: OsvFindings,
): boolean {
  if ((kind === 'introduced' && version === '0') || (kind === 'limit' && version.includes('*'))) {
    return true;
  }
  const found = versionScheme(scheme);
  const readable = found?.parse(version) != null;
  if (type === 'SEMVER' && found?.strict(version) !== true) {
    findings.add('osv-semver', at, shown(version));
  } else if (!readable) findings.add('osv-version', at, shown(version));
  return readable;
}

/** Events in ascending order; a range whose first fix is not above its introduction holds nothing. */
function checkOrder(
  steps: readonly Step[],
  scheme: string,
  path: Path,
  findings: OsvFindings,
): void {
  const line = steps.filter(({ kind }) => kind !== 'limit');
  let sorted = true;
  for (let i = 1; i < line.length; i++) {
    if (isAbove(line[i - 1] as Step, line[i] as Step, scheme)) sorted = false;
  }
  if (!sorted) findings.add('osv-events-order', [...path, 'events']);
  const introduced = line.filter(({ kind }) => kind === 'introduced');
  const closed = line.filter(({ kind }) => kind !== 'introduced');
  const [only] = introduced;
  if (introduced.length !== 1 || only === undefined || closed.length === 0) return;
  const empty = closed.some(
    (end) => isAbove(only, end, scheme) || (end.kind === 'fixed' && !isAbove(end, only, scheme)),
  );
  if (empty && closed.length === 1) findings.add('osv-range-empty', [...path, 'events']);
}

function isAbove(first: Step, second: Step, scheme: string): boolean {
  if (first.kind === 'introduced' && first.version === '0') return false;
  if (second.kind === 'introduced' && second.version === '0') return true;
  const order = compareVersions(scheme, first.version, second.version);
  return order.ok && order.value > 0;
}
