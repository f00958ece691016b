/** One day of EPSS scores, kept in columns. */
import type { Issue, Severity } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { parseTimestamp } from '../../core/timestamp.ts';
import { EPSS_ISSUES } from './issues.table.ts';

export type EpssIssueCode = keyof typeof EPSS_ISSUES;

/** Probability of exploitation activity within 30 days: no severity, and no risk of one's own. */
export interface EpssScore {
  readonly cve: string;
  /** 0 to 1. */
  readonly score: number;
  /** Share of all scores of that day that are not higher, 0 to 1. */
  readonly percentile: number;
  /** Scores of different models do not compare. */
  readonly model: string;
  /** Day of the score, `YYYY-MM-DD`. */
  readonly date: string;
}

export type EpssRead =
  | {
      readonly ok: true;
      readonly value: EpssDay;
      readonly issues: readonly Issue<EpssIssueCode>[];
    }
  | { readonly ok: false; readonly issues: readonly Issue<EpssIssueCode>[] };

/** A number in the id may have 19 digits, of which a double keeps eleven beside the year. */
const NUMBERS = 1e11;

/** One row a place in all three. */
export interface EpssColumns {
  readonly ids: Float64Array;
  readonly scores: Float64Array;
  readonly percentiles: Float64Array;
}

/** All scores of one day: 24 bytes each, found by halving. */
export class EpssDay {
  readonly model: string;
  readonly date: string;
  readonly #ids: Float64Array;
  readonly #scores: Float64Array;
  readonly #percentiles: Float64Array;

  constructor(model: string, date: string, columns: EpssColumns) {
    this.model = model;
    this.date = date;
    this.#ids = columns.ids;
    this.#scores = columns.scores;
    this.#percentiles = columns.percentiles;
  }

  get size(): number {
    return this.#ids.length;
  }

  /** Ids as numbers in ascending order, with their scores and percentiles: what the constructor takes. */
  get columns(): EpssColumns {
    return { ids: this.#ids, scores: this.#scores, percentiles: this.#percentiles };
  }

  /** The score of that day, or null when the day has none: which is not 0. */
  get(cve: string): EpssScore | null {
    const id = idOf(cve);
    if (id === null) return null;
    let low = 0;
    let high = this.#ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#ids[middle] as number;
      if (found === id) return this.#at(middle);
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** All scores, in the order of the ids. */
  *[Symbol.iterator](): Generator<EpssScore> {
    for (let at = 0; at < this.size; at++) yield this.#at(at);
  }

  #at(at: number): EpssScore {
    return {
      cve: cveOf(this.#ids[at] as number),
      score: this.#scores[at] as number,
      percentile: this.#percentiles[at] as number,
      model: this.model,
      date: this.date,
    };
  }
}

/** Reads the CSV that is published once a day. Lines with errors are left out, the others stay. */
export function readEpss(csv: string): EpssRead {
  return new DayReading().read(csv);
}

/** Year and number as one number that orders like the ids; null for what is no CVE id. */
function idOf(cve: string): number | null {
  const match = /^CVE-([0-9]{4})-([0-9]{4,11})$/.exec(cve);
  if (match === null) return null;
  const [, year, number = ''] = match;
  if (number.length > 4 && number.startsWith('0')) return null;
  return Number(year) * NUMBERS + Number(number);
}

function cveOf(id: number): string {
  const year = Math.floor(id / NUMBERS);
  return `CVE-${String(year).padStart(4, '0')}-${String(id - year * NUMBERS).padStart(4, '0')}`;
}

const COLUMNS = ['cve', 'epss', 'percentile'] as const;

class DayReading {
  readonly #issues: Issue<EpssIssueCode>[] = [];
  #model = '';
  #date = '';

  read(csv: string): EpssRead {
    const lines = csv.split('\n');
    const columns = this.#head(lines[0] ?? '') ? this.#columns(lines[1] ?? '') : null;
    if (columns === null) return { ok: false, issues: this.#issues };
    const rows = this.#rows(lines, columns);
    const value = new EpssDay(this.#model, this.#date, rows);
    return { ok: true, value, issues: this.#issues };
  }

  #head(line: string): boolean {
    const match = /^\ufeff?#model_version:([^,]{1,64}),score_date:(\S{1,40})\s*$/.exec(line);
    // The offset is written +0000, which RFC 3339 writes +00:00.
    const stamp = match?.[2]?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') ?? '';
    const whole = stamp.length === 10 ? `${stamp}T00:00:00Z` : stamp;
    if (match === null || !parseTimestamp(whole, { offsets: true }).ok) {
      this.#add('epss-head', 'The first line has no model version and score date.', '/1');
      return false;
    }
    this.#model = match[1] ?? '';
    this.#date = stamp.slice(0, 10);
    return true;
  }

  #columns(line: string): { places: readonly number[]; count: number } | null {
    const names = line.trim().split(',');
    const places = COLUMNS.map((name) => names.indexOf(name));
    if (!places.includes(-1)) return { places, count: names.length };
    this.#add('epss-columns', 'The second line does not name cve, epss and percentile.', '/2');
    return null;
  }

  #rows(lines: readonly string[], { places, count }: { places: readonly number[]; count: number }) {
    const [cvePlace = 0, scorePlace = 0, percentilePlace = 0] = places;
    const found = new Map<number, readonly [score: number, percentile: number]>();
    for (let at = 2; at < lines.length; at++) {
      const line = (lines[at] as string).trimEnd();
      if (line === '') continue;
      const fields = line.split(',');
      const path = `/${at + 1}`;
      if (fields.length !== count) {
        this.#add('epss-line', `${fields.length} fields for ${count} columns.`, path);
        continue;
      }
      const id = idOf(fields[cvePlace] ?? '');
      const score = decimal(fields[scorePlace] ?? '');
      const percentile = decimal(fields[percentilePlace] ?? '');
      if (id === null)
        this.#add('epss-cve', `"${fields[cvePlace]?.slice(0, 30)}" is no CVE id.`, path);
      else if (score === null || percentile === null) {
        this.#add('epss-number', 'Score and percentile are decimals from 0 to 1.', path);
      } else {
        if (found.has(id))
          this.#add('epss-repeated', `${cveOf(id)} is there again.`, path, 'warning');
        found.set(id, [score, percentile]);
      }
    }
    return inOrder(found);
  }

  #add(code: EpssIssueCode, message: string, path: string, severity: Severity = 'error'): void {
    if (this.#issues.length >= LIMITS.json.issuesPerRecord) return;
    this.#issues.push({ code, severity, clause: EPSS_ISSUES[code].clause, path, message });
  }
}

function inOrder(found: ReadonlyMap<number, readonly [number, number]>) {
  const ids = Float64Array.from(found.keys()).sort();
  const rows = Array.from(ids, (id) => found.get(id) as readonly [number, number]);
  return {
    ids,
    scores: Float64Array.from(rows, ([score]) => score),
    percentiles: Float64Array.from(rows, ([, percentile]) => percentile),
  };
}

/** A decimal from 0 to 1; very small scores come with an exponent. */
function decimal(text: string): number | null {
  if (!/^[0-9]{1,3}(?:\.[0-9]{1,30})?(?:[eE]-[0-9]{1,3})?$/.test(text)) return null;
  const value = Number(text);
  return value <= 1 ? value : null;
}
