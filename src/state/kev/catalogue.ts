/** Catalogues of exploited vulnerabilities: CISA's form in JSON and CSV, as others use it too. */
import type { Issue, Severity } from '../../core/issue.ts';
import { isJsonObject, type JsonValue } from '../../core/json/value.ts';
import { LIMITS } from '../../core/limits.ts';
import {
  checkShape,
  DATE,
  DATE_TIME,
  integer,
  list,
  object,
  pattern,
  required,
  type ShapeIssueCode,
  text,
} from '../../core/shape/index.ts';
import { readCsv } from '../../core/text/csv.ts';
import { KEV_ISSUES } from './issues.table.ts';

export type KevIssueCode = keyof typeof KEV_ISSUES;
export type KevIssue = Issue<KevIssueCode | ShapeIssueCode>;

/** One vulnerability that somebody has seen exploited. Dates are days, without time or zone. */
export interface KevEntry {
  readonly cve: string;
  readonly vendor: string;
  readonly product: string;
  readonly name: string;
  readonly added: string;
  readonly description: string;
  readonly action: string;
  /** What it binds to changed with BOD 26-04, which decides by a table instead (SSVC). */
  readonly due: string;
  /** `unknown` is not `no`. */
  readonly ransomware: 'known' | 'unknown';
  readonly notes: string;
  /** Addresses among the notes. */
  readonly references: readonly string[];
  readonly cwes: readonly string[];
}

export interface KevCatalogue {
  /** Whose catalogue it is, as the caller says, e.g. `CISA`. */
  readonly source: string;
  /** Empty in the CSV form, which does not say it. */
  readonly version: string;
  /** RFC 3339; empty in the CSV form. */
  readonly released: string;
  readonly entries: ReadonlyMap<string, KevEntry>;
}

/** What could be read, and the findings; entries with errors are left out, the others stay. */
export interface KevReading {
  readonly catalogue: KevCatalogue;
  readonly issues: readonly KevIssue[];
}

const CVE = pattern('CVE id', /^CVE-[0-9]{4}-[0-9]{4,19}$/, 'CVE-2026-12345');
const CWE = pattern('CWE id', /^CWE-[0-9]+$/, 'CWE-79');

const ENTRY = object({
  cveID: required(text({ form: CVE })),
  vendorProject: required(text()),
  product: required(text()),
  vulnerabilityName: required(text()),
  dateAdded: required(text({ form: DATE })),
  shortDescription: required(text()),
  requiredAction: required(text()),
  dueDate: required(text({ form: DATE })),
  knownRansomwareCampaignUse: text(),
  notes: text(),
  cwes: list(text({ form: CWE })),
});

const CATALOGUE = object({
  catalogVersion: required(text()),
  dateReleased: required(text({ form: DATE_TIME })),
  count: required(integer()),
  vulnerabilities: required(list(() => {})),
});

/** The same without the list, which is read entry by entry. */
const HEAD = object({
  catalogVersion: required(text()),
  dateReleased: required(text({ form: DATE_TIME })),
  count: required(integer()),
  vulnerabilities: list(() => {}),
});

const CLAUSE = 'KEV schema';

/** Reads the JSON form. */
export function readKev(value: JsonValue, source: string): KevReading {
  const reading = new Reading();
  reading.issues.push(...checkShape(CATALOGUE, value, CLAUSE));
  const { catalogVersion, dateReleased, count, vulnerabilities } = isJsonObject(value) ? value : {};
  const rows: readonly JsonValue[] = Array.isArray(vulnerabilities) ? vulnerabilities : [];
  for (const [at, row] of rows.entries()) reading.entry(row, `/vulnerabilities/${at}`);
  if (typeof count === 'number' && count !== rows.length) {
    reading.add('kev-count', `count is ${count}; there are ${rows.length} entries.`, '/count');
  }
  return reading.done({
    source,
    version: typeof catalogVersion === 'string' ? catalogVersion : '',
    released: typeof dateReleased === 'string' ? dateReleased : '',
  });
}

/** Findings on one entry, paths from its own root. */
export function checkKevEntry(value: JsonValue): readonly KevIssue[] {
  const reading = new Reading();
  reading.entry(value, '');
  return reading.issues;
}

/** Findings on what stands around `elements` entries. */
export function checkKevHead(
  members: ReadonlyMap<string, JsonValue>,
  elements: number,
): readonly KevIssue[] {
  const reading = new Reading();
  reading.issues.push(...checkShape(HEAD, Object.fromEntries(members), CLAUSE));
  const count = members.get('count');
  if (typeof count === 'number' && count !== elements) {
    reading.add('kev-count', `count is ${count}; there are ${elements} entries.`, '/count');
  }
  return reading.issues;
}

/** Reads the CSV form; the columns are named in the first line, in any order. */
export function readKevCsv(csv: string, source: string): KevReading {
  const reading = new Reading();
  let names: readonly string[] | null = null;
  for (const { line, fields, broken } of readCsv(csv)) {
    const path = `/${line}`;
    if (names === null) names = fields;
    else if (broken || fields.length !== names.length) {
      const what = broken
        ? 'a quotation is broken'
        : `${fields.length} fields for ${names.length} columns`;
      reading.add('kev-csv', `Line ${line}: ${what}.`, path);
    } else reading.entry(fromFields(names, fields), path);
  }
  if (!names?.includes('cveID')) reading.add('kev-csv', 'There is no column cveID.', '');
  return reading.done({ source, version: '', released: '' });
}

function fromFields(names: readonly string[], fields: readonly string[]): JsonValue {
  const row: Record<string, JsonValue> = {};
  for (const [at, name] of names.entries()) {
    const field = fields[at] ?? '';
    // A list in JSON is one field here.
    if (name === 'cwes')
      row.cwes = field
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '');
    else if (name !== '__proto__') row[name] = field;
  }
  return row;
}

class Reading {
  readonly issues: KevIssue[] = [];
  readonly #entries = new Map<string, KevEntry>();

  add(code: KevIssueCode, message: string, path: string, severity: Severity = 'error'): void {
    if (this.issues.length >= LIMITS.json.issuesPerRecord) return;
    this.issues.push({ code, severity, clause: KEV_ISSUES[code].clause, path, message });
  }

  entry(value: JsonValue, path: string): void {
    const found = checkShape(ENTRY, value, CLAUSE);
    if (found.length > 0 || !isJsonObject(value)) {
      const room = Math.max(0, LIMITS.json.issuesPerRecord - this.issues.length);
      this.issues.push(...found.slice(0, room).map((row) => ({ ...row, path: path + row.path })));
      return;
    }
    const word = (name: string) => String(value[name] ?? '');
    const cve = word('cveID');
    if (this.#entries.has(cve)) {
      this.add('kev-repeated', `${cve} has more than one entry.`, path, 'warning');
      return;
    }
    const [added, due] = [word('dateAdded'), word('dueDate')];
    if (due < added)
      this.add('kev-due-date', `Due ${due}, added ${added}.`, `${path}/dueDate`, 'warning');
    const notes = word('notes');
    this.#entries.set(cve, {
      cve,
      vendor: word('vendorProject'),
      product: word('product'),
      name: word('vulnerabilityName'),
      added,
      description: word('shortDescription'),
      action: word('requiredAction'),
      due,
      ransomware: this.#ransomware(value.knownRansomwareCampaignUse, path),
      notes,
      references: referencesIn(notes),
      cwes: (value.cwes ?? []) as readonly string[],
    });
  }

  #ransomware(stated: JsonValue | undefined, path: string): 'known' | 'unknown' {
    if (stated === 'Known') return 'known';
    if (stated !== undefined && stated !== 'Unknown') {
      const place = `${path}/knownRansomwareCampaignUse`;
      this.add(
        'kev-ransomware',
        `${JSON.stringify(stated).slice(0, 40)} counts as Unknown.`,
        place,
        'warning',
      );
    }
    return 'unknown';
  }

  done(head: Omit<KevCatalogue, 'entries'>): KevReading {
    return { catalogue: { ...head, entries: this.#entries }, issues: this.issues };
  }
}

/** Notes are sentences and addresses, separated by semicolons. */
function referencesIn(notes: string): readonly string[] {
  return notes
    .split(/[;\s]+/)
    .filter((piece) => /^https?:\/\/[^/]/.test(piece))
    .map((piece) => piece.replace(/[.,]$/, ''));
}
