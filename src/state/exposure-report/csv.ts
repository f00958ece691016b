/** The report as CSV (RFC 4180), safe to open in a spreadsheet. */
import type { AnyFinding, ScanReport } from './model.ts';
import { findingsOf } from './model.ts';
import { worstRating } from './rank.ts';

const COLUMNS = [
  'status',
  'vulnerability',
  'aliases',
  'component',
  'version',
  'purl',
  'fixed_in',
  'severity',
  'severity_scheme',
  'score',
  'vector',
  'kev',
  'epss',
  'epss_date',
  'path',
  'basis',
  'confidence',
  'sources',
  'why',
  'closed_by',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Lines end with CRLF (RFC 4180 §2); every field is quoted. */
export function toCsv(report: ScanReport): string {
  const rows = [...findingsOf(report).map(rowOf), ...report.unidentified.map(gapOf)];
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * One quoted cell. Spreadsheets take a cell that begins with one of these for a formula, in full
 * width too, and blanks before it do not stop them: an apostrophe makes it text. Names in an SBOM
 * are chosen by whoever publishes a package.
 */
export function csvCell(text: string): string {
  const flat = text.replace(/[\r\n\t\v\f\0\u0085\u2028\u2029]+/g, ' ');
  const safe = /^\s*[=+\-@|%＝＋－＠]/u.test(flat) ? `'${flat}` : flat;
  return `"${safe.replaceAll('"', '""')}"`;
}

const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Row;
const many = (texts: readonly string[]) => texts.join(' ');

function rowOf(finding: AnyFinding): Row {
  const { component, kev, epss, paths } = finding;
  const worst = worstRating(finding.ratings);
  return {
    status: finding.status,
    vulnerability: finding.vulnerability,
    aliases: many(finding.aliases),
    component: component.name,
    version: component.version ?? '',
    purl: component.purl ?? '',
    fixed_in: many(finding.fixedIn),
    severity: worst?.severity ?? '',
    severity_scheme: worst?.scheme ?? '',
    score: worst?.score?.toFixed(1) ?? '',
    vector: worst?.vector ?? '',
    kev: kev === null ? '' : kev.length > 0 ? many(kev.map(({ source }) => source)) : 'not listed',
    epss: epss === null ? '' : String(epss.score),
    epss_date: epss?.date ?? '',
    path: (paths[0] ?? []).join(' > '),
    basis: finding.basis,
    confidence: finding.confidence,
    sources: many(finding.sources),
    why: finding.why.join('; '),
    closed_by: 'by' in finding ? finding.by : '',
  };
}

function gapOf({ component, reason, message }: ScanReport['unidentified'][number]): Row {
  const { name, version = '', purl = '' } = component;
  return { ...EMPTY, status: reason, component: name, version, purl, why: message };
}
