/** Rules of the prose on a record as a whole. */
import type { JsonObject, JsonValue } from '../../core/json/value.ts';
import { entriesOf, objectsOf, textOf, textsOf } from '../../core/json/view.ts';
import { compareTimestamps, timestampKey } from '../../core/timestamp.ts';
import { parseCvss } from '../cvss/index.ts';
import { type OsvFindings, type Path, shown } from './issues.ts';
import { PREFIXES, UBUNTU_PRIORITIES } from './registries.table.ts';

export type RecordRule = (record: JsonObject, findings: OsvFindings) => void;

/** id: `<DB>-<ENTRYID>`, with a prefix of a known database. */
const idIsOfADatabase: RecordRule = (record, findings) => {
  const id = textOf(record, 'id');
  if (id === undefined || id === '') return;
  if (!/^[A-Za-z0-9][A-Za-z0-9_.:~+-]*-[^\s-][^\s]*$/.test(id))
    findings.add('osv-id-form', ['id'], shown(id));
  else if (!PREFIXES.some((prefix) => id.startsWith(`${prefix}-`))) {
    findings.add('osv-id-prefix', ['id'], shown(id));
  }
};

/** schema_version: absent counts as 1.0.0. */
const versionIsNamed: RecordRule = (record, findings) => {
  const version = textOf(record, 'schema_version');
  if (version === undefined) findings.add('osv-schema-version', []);
  else if (isLater(version)) findings.add('osv-version-later', ['schema_version'], shown(version));
};

/** True for a schema after 1.7. */
export function isLater(version: string): boolean {
  const parts = /^([0-9]{1,6})\.([0-9]{1,6})\./.exec(version);
  if (parts === null) return false;
  const [major, minor] = [Number(parts[1]), Number(parts[2])];
  return major > 1 || (major === 1 && minor > 7);
}

/** modified is the last time: published and withdrawn are not after it. */
const datesAreInOrder: RecordRule = (record, findings) => {
  const modified = textOf(record, 'modified') ?? '';
  for (const name of ['published', 'withdrawn']) {
    const time = textOf(record, name) ?? '';
    if (timestampKey(time) === '' || timestampKey(modified) === '') continue;
    if (compareTimestamps(time, modified) > 0) findings.add('osv-date-order', [name], shown(time));
  }
  const [published, withdrawn] = [textOf(record, 'published'), textOf(record, 'withdrawn')];
  if (published === undefined || withdrawn === undefined) return;
  if (timestampKey(published) === '' || timestampKey(withdrawn) === '') return;
  if (compareTimestamps(published, withdrawn) > 0) findings.add('osv-date-order', ['withdrawn']);
};

/** aliases: the same vulnerability; upstream and related: others. */
const aliasesAreTheSame: RecordRule = (record, findings) => {
  const id = textOf(record, 'id');
  const others = new Set([...textsOf(record, 'upstream'), ...textsOf(record, 'related')]);
  const cves: string[] = [];
  entriesOf(record, 'aliases').forEach((alias, i) => {
    if (typeof alias !== 'string') return;
    if (alias === id) findings.add('osv-alias-self', ['aliases', i], shown(alias));
    if (others.has(alias)) findings.add('osv-alias-upstream', ['aliases', i], shown(alias));
    if (alias.startsWith('CVE-')) cves.push(alias);
  });
  for (const name of ['upstream', 'related']) {
    entriesOf(record, name).forEach((other, i) => {
      if (other === id) findings.add('osv-alias-self', [name, i], shown(other ?? ''));
    });
  }
  const own = id?.startsWith('CVE-') === true ? 1 : 0;
  if (cves.length + own > 1)
    findings.add('osv-alias-many', ['aliases'], cves.slice(0, 5).join(', '));
  if (id !== undefined && DISTRIBUTIONS.test(id) && cves.length > 0) {
    findings.add('osv-alias-distribution', ['aliases'], cves.slice(0, 5).join(', '));
  }
};

/** Prefixes of records about what a distribution has packaged. */
const DISTRIBUTIONS =
  /^(?:ALPINE|ALSA|ALBA|ALEA|CGA|CLEANSTART|DEBIAN|DLA|DSA|DTSA|ECHO|ELA|MGASA|MINI|OESA|openSUSE-SU|PHSA|RHBA|RHEA|RHSA|RLSA|RXSA|SUSE-[FORS]U|UBUNTU|USN|LSN)-/;

/** True for ids of records that bundle or package the vulnerabilities of others. */
export function isDistribution(id: string): boolean {
  return DISTRIBUTIONS.test(id);
}

/** severity: the score is of its type; for the record or for packages. */
const severitiesAreVectors: RecordRule = (record, findings) => {
  checkSeverities(record, [], findings);
  const whole = entriesOf(record, 'severity').length > 0;
  entriesOf(record, 'affected').forEach((affected, i) => {
    const path = ['affected', i] as const;
    checkSeverities(affected, path, findings);
    if (whole && entriesOf(affected, 'severity').length > 0) {
      findings.add('osv-severity-twice', [...path, 'severity']);
    }
  });
};

const VERSIONS: Readonly<Record<string, RegExp>> = {
  CVSS_V2: /^2\.0$/,
  CVSS_V3: /^3\./,
  CVSS_V4: /^4\./,
};

function checkSeverities(value: JsonValue, path: Path, findings: OsvFindings): void {
  entriesOf(value, 'severity').forEach((severity, i) => {
    const type = textOf(severity, 'type') ?? '';
    const score = textOf(severity, 'score');
    if (score === undefined) return;
    const at = [...path, 'severity', i, 'score'];
    if (type === 'Ubuntu' && !UBUNTU_PRIORITIES.includes(score)) {
      findings.add('osv-priority', at, shown(score));
    }
    const wanted = Object.hasOwn(VERSIONS, type) ? VERSIONS[type] : undefined;
    if (wanted === undefined) return;
    const vector = parseCvss(score);
    if (!vector.ok) findings.add('osv-vector', at, vector.issues[0]?.message ?? shown(score));
    else if (!wanted.test(vector.value.version)) {
      findings.add('osv-vector', at, `CVSS ${vector.value.version} under ${type}`);
    }
  });
}

/** summary: one line, "no more than 120 characters". */
const summaryIsShort: RecordRule = (record, findings) => {
  const summary = textOf(record, 'summary') ?? '';
  if (summary.length > 120 || summary.includes('\n')) findings.add('osv-summary-long', ['summary']);
};

export const RECORD_RULES: readonly RecordRule[] = [
  idIsOfADatabase,
  versionIsNamed,
  datesAreInOrder,
  aliasesAreTheSame,
  severitiesAreVectors,
  summaryIsShort,
];

/** Entries of `affected` with their places. */
export function affectedOf(record: JsonObject): readonly JsonObject[] {
  return objectsOf(record, 'affected');
}

/** The ecosystem of an entry, without what follows the colon. */
export function baseOf(ecosystem: string): string {
  const colon = ecosystem.indexOf(':');
  return colon === -1 ? ecosystem : ecosystem.slice(0, colon);
}
