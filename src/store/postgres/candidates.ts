/**
 * Rows that may stand on a page: visible, of the types and spec versions asked for, after a place,
 * in order. Two ways to find them: walk the collection in its order and look at each row's label,
 * or walk each visible label on its own and merge; which one is cheaper depends on how much of the
 * collection the viewer sees.
 */
import type { Cursor } from '../port.ts';
import { type Runner, rowsOf, type Sql, sql } from './connect.ts';
import { type ViewBits, visibleRow } from './view-bits.ts';
import { int4s, texts } from './wire.ts';

export interface Candidate extends Cursor {
  /** Membership. */
  readonly id: number;
  readonly object: number;
  readonly record: number;
  readonly contest: number;
  /** Bytes of the record. */
  readonly size: number;
}

/** What a candidate must be; empty lists are not filters. */
export interface Wanted {
  /** Number of the collection. */
  readonly collection: number;
  readonly after: Cursor;
  readonly bits: ViewBits;
  readonly types: readonly number[] | null;
  readonly specs: readonly number[] | null;
  /** Versions as written or as sort key; null when versions are chosen by order. */
  readonly versions: readonly string[] | null;
  /** Visible labels of the collection, when they are to be walked one by one. */
  readonly labels: readonly number[] | null;
  /** Contest bits of which a row must have none. */
  readonly without?: number;
  /** From the newest to the oldest; `after` is then the place to stay before. */
  readonly descending?: boolean;
}

/** Types that are walked one by one; more are looked for along the collection. */
const TYPE_LANES = 8;
/** Rows that a merge of many lanes reads at most at one time. */
const MERGED_ROWS = 4_000;

/** Collects the parameters of a statement that is put together. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

const prepared = new Map<string, Sql>();

/** The prepared form of a text that was put together: there are few, one for each shape. */
export function preparedSql(text: string): Sql {
  const known = prepared.get(text);
  if (known !== undefined) return known;
  const made = sql(text);
  prepared.set(text, made);
  return made;
}

interface Lanes {
  readonly column: 'label' | 'type';
  readonly values: readonly number[];
}

function lanesOf(wanted: Wanted): Lanes | null {
  if (wanted.labels !== null) return { column: 'label', values: wanted.labels };
  const { types } = wanted;
  if (types === null || types.length > TYPE_LANES) return null;
  return { column: 'type', values: types };
}

/** Rows of `membership` in order, at most `limit`, as the text of a subquery and its parameters. */
export function orderedRows(wanted: Wanted, limit: number, parameters: Parameters): string {
  const lanes = lanesOf(wanted);
  const collection = parameters.add(wanted.collection, 'integer');
  const position = parameters.add(wanted.after.position, 'bigint');
  const tie = parameters.add(wanted.after.tie, 'bigint');
  const conditions = [
    `m.collection = ${collection}`,
    `(m.position, m.tie) ${wanted.descending === true ? '<' : '>'} (${position}, ${tie})`,
    ...rowConditions(wanted, lanes, parameters),
  ];
  const most = parameters.add(limit, 'bigint');
  const order = orderOf(wanted);
  if (lanes === null) {
    return `SELECT m.* FROM membership m WHERE ${conditions.join(' AND ')}
      ORDER BY ${order} LIMIT ${most}`;
  }
  const values = parameters.add(int4s(lanes.values), 'integer[]');
  const each = parameters.add(laneLimit(lanes, limit), 'bigint');
  return `SELECT m.* FROM unnest(${values}) AS lane (value) CROSS JOIN LATERAL (
      SELECT m.* FROM membership m
      WHERE m.${lanes.column} = lane.value AND ${conditions.join(' AND ')}
      ORDER BY ${order} LIMIT ${each}
    ) m ORDER BY ${order} LIMIT ${most}`;
}

function orderOf(wanted: Wanted): string {
  return wanted.descending === true ? 'm.position DESC, m.tie DESC' : 'm.position, m.tie';
}

function rowConditions(wanted: Wanted, lanes: Lanes | null, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (!wanted.bits.seesEverything) {
    const visible = parameters.add(wanted.bits.visible, 'bytea');
    const owned = parameters.add(wanted.bits.owned, 'bytea');
    conditions.push(visibleRow('m', visible, owned));
  }
  if (wanted.types !== null && lanes?.column !== 'type') {
    conditions.push(`m.type = ANY (${parameters.add(int4s(wanted.types), 'integer[]')})`);
  }
  if (wanted.specs !== null) {
    conditions.push(`m.spec = ANY (${parameters.add(int4s(wanted.specs), 'integer[]')})`);
  }
  if (wanted.without !== undefined) {
    conditions.push(`m.contest & ${parameters.add(wanted.without, 'smallint')} = 0`);
  }
  if (wanted.versions !== null) conditions.push(versionCondition(wanted.versions, parameters));
  return conditions;
}

/** A version asked for by value; a record without one shows its first position (see version.ts). */
function versionCondition(versions: readonly string[], parameters: Parameters): string {
  const list = parameters.add(texts(versions), 'text[]');
  return `EXISTS (SELECT FROM record v WHERE v.id = m.record
    AND (v.version = ANY (${list}) OR v.version_key = ANY (${list}) OR v.version = ''))`;
}

function laneLimit(lanes: Lanes, limit: number): number {
  const share = Math.ceil(MERGED_ROWS / Math.max(1, lanes.values.length));
  return Math.min(limit, Math.max(8, share));
}

interface CandidateRow extends Candidate {
  readonly lane: number;
}

/** `complete` when nothing stands behind the rows. */
export interface Batch {
  readonly rows: readonly Candidate[];
  readonly complete: boolean;
}

export async function readCandidates(
  runner: Runner,
  wanted: Wanted,
  limit: number,
): Promise<Batch> {
  const lanes = lanesOf(wanted);
  if (lanes !== null && lanes.values.length === 0) return { rows: [], complete: true };
  const parameters = new Parameters();
  const text = `SELECT m.id, m.object, m.record, m.position, m.tie, m.contest, m.size,
      m.${lanes?.column ?? 'label'} AS lane
    FROM (${orderedRows(wanted, limit, parameters)}) m`;
  const rows = await rowsOf<CandidateRow>(runner, preparedSql(text), ...parameters.values);
  if (lanes === null) return { rows, complete: rows.length < limit };
  return mergedBatch(rows, laneLimit(lanes, limit), limit);
}

/**
 * A lane that gave as many rows as it may can have more, before rows of other lanes: only what
 * stands up to the end of the shortest such lane is sure.
 */
function mergedBatch(rows: readonly CandidateRow[], each: number, limit: number): Batch {
  if (each >= limit) return { rows, complete: rows.length < limit };
  const counts = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    const count = (counts.get(row.lane) ?? 0) + 1;
    counts.set(row.lane, count);
    if (count === each) return { rows: rows.slice(0, index + 1), complete: false };
  }
  return { rows, complete: rows.length < limit };
}
