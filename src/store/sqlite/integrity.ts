/** Whether a house is sound: what the engine knows, and what only the house knows of itself. */
import { sha256 } from '../../core/digest.ts';
import { uuidBytes } from '../../core/uuid.ts';
import { LEAF_KINDS, leafHash } from '../log-leaf.ts';
import { CONTEST, type Contender, contestBits } from '../match.ts';
import { collectionOf } from '../shelf-name.ts';
import type { Database } from './driver.ts';
import type { Inspection } from './inspection.ts';
import { eachRow } from './rows.ts';
import { isHead } from './stock.ts';

/** At most this many findings of one kind are named. */
const NAMED = 20;

/** What is wrong, each finding as `code: detail`; empty when all is well. */
export function integrityOf(database: Database, inspection: Inspection): string[] {
  return [
    ...engineFindings(database),
    ...firstOf(recordFindings(database)),
    ...firstOf(leafFindings(database)),
    ...firstOf(contestFindings(database)),
    ...firstOf(countFindings(database)),
    ...firstOf(parcelFindings(database, inspection)),
  ];
}

function firstOf(findings: Iterable<string>): string[] {
  const named: string[] = [];
  for (const finding of findings) {
    if (named.length === NAMED) return [...named, 'more: and further findings of this kind'];
    named.push(finding);
  }
  return named;
}

function* rows<Row extends readonly unknown[]>(database: Database, sql: string): Iterable<Row> {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  yield* eachRow<Row>(statement);
}

function engineFindings(database: Database): string[] {
  const pages = [...rows<[string]>(database, 'PRAGMA integrity_check')].map(([text]) => text);
  const keys = [...rows<[string, number]>(database, 'PRAGMA foreign_key_check')];
  return [
    ...pages.filter((text) => text !== 'ok').map((text) => `database-damaged: ${text}`),
    ...keys.slice(0, NAMED).map(([table, row]) => `reference-broken: ${table} row ${row}`),
  ];
}

/** Bytes that are no longer those that came. */
function* recordFindings(database: Database): Iterable<string> {
  const sql = 'SELECT id, bytes_digest, bytes FROM record WHERE bytes IS NOT NULL';
  for (const [id, digest, bytes] of rows<[number, Uint8Array, Uint8Array]>(database, sql)) {
    if (Buffer.compare(sha256(bytes), digest) !== 0) yield `record-altered: record ${id}`;
  }
}

type LeafRow = [
  leaf: number,
  kind: number,
  hash: Uint8Array,
  salt: Uint8Array | null,
  bytesDigest: Uint8Array | null,
  contentDigest: Uint8Array | null,
  collection: string | null,
  label: Uint8Array | null,
  policy: number,
  parcel: string | null,
  position: number,
];

function* leafFindings(database: Database): Iterable<string> {
  const sql = `SELECT g.leaf, g.kind, g.hash, g.salt, coalesce(g.bytes_digest, r.bytes_digest),
      r.content_digest, c.uuid, l.digest, g.policy, p.uuid, g.position
    FROM log g LEFT JOIN record r ON r.id = g.record LEFT JOIN collection c ON c.id = g.collection
    LEFT JOIN label l ON l.id = g.label LEFT JOIN parcel p ON p.id = g.parcel ORDER BY g.leaf`;
  let next = 0;
  let position = 0;
  for (const row of rows<LeafRow>(database, sql)) {
    const leaf = row[0];
    if (leaf !== next) yield `leaf-missing: leaves ${next} to ${leaf - 1}`;
    next = leaf + 1;
    if (row[10] < position) yield `leaf-disordered: leaf ${leaf}`;
    position = row[10];
    const salt = row[3];
    // Without its salt a leaf is of something erased: its hash stands and tells nothing.
    if (salt !== null && Buffer.compare(recomputed(row, salt), row[2]) !== 0) {
      yield `leaf-altered: leaf ${leaf}`;
    }
  }
  const [expected] = [...rows<[number]>(database, 'SELECT next_leaf FROM house')][0] ?? [0];
  if (expected !== next) yield `leaf-missing: leaves ${next} to ${expected - 1}`;
}

function recomputed(row: LeafRow, salt: Uint8Array): Uint8Array {
  const [, kind, , , bytesDigest, contentDigest, collection, label, policy, parcel, position] = row;
  return leafHash({
    kind: LEAF_KINDS[kind] ?? 'record',
    salt,
    ...(bytesDigest === null ? {} : { bytesDigest }),
    ...(contentDigest === null ? {} : { contentDigest }),
    ...(collection === null ? {} : { collection: uuidBytes(collectionOf(collection)) }),
    ...(label === null ? {} : { labelDigest: label }),
    policy,
    ...(parcel === null ? {} : { parcel: uuidBytes(parcel) }),
    position,
  });
}

type ContestRow = [
  collection: number,
  object: number,
  id: number,
  contest: number,
  preference: number,
  since: number,
  spec: string,
  version: string,
  versionKey: string,
  due: number | null,
];

/** Bits that do not say what the other memberships of the object say. */
function* contestFindings(database: Database): Iterable<string> {
  const sql = `SELECT m.collection, m.object, m.id, m.contest, m.preference, m.since, t.text,
      r.version, r.version_key, e.due
    FROM membership m JOIN record r ON r.id = m.record JOIN term t ON t.id = m.spec
    LEFT JOIN embargo e ON e.membership = m.id ORDER BY m.object, m.collection`;
  let group: (Contender & { readonly contest: number })[] = [];
  let key = '';
  for (const row of rows<ContestRow>(database, sql)) {
    const [collection, object, id, contest, preference, since] = row;
    const [specVersion, version, versionKey, due] = row.slice(6) as [
      string,
      string,
      string,
      number | null,
    ];
    if ((due !== null) !== ((contest & CONTEST.embargo) !== 0)) {
      yield `embargo-wrong: membership ${id}`;
    }
    if (key !== `${object}/${collection}`) {
      yield* wrongBits(group);
      group = [];
      key = `${object}/${collection}`;
    }
    group.push({ id, contest, preference, since, specVersion, version, versionKey });
  }
  yield* wrongBits(group);
}

function* wrongBits(
  group: readonly (Contender & { readonly contest: number })[],
): Iterable<string> {
  const bits = contestBits(group);
  for (const { id, contest } of group) {
    if ((contest & ~CONTEST.embargo) !== bits.get(id)) yield `contest-wrong: membership ${id}`;
  }
}

/** Counts that are kept, against the rows that they count. */
function* countFindings(database: Database): Iterable<string> {
  const counted = new Map<string, { members: number; heads: number }>();
  const sql = 'SELECT collection, label, type, contest FROM membership';
  for (const [collection, label, type, contest] of rows<[number, number, number, number]>(
    database,
    sql,
  )) {
    count(counted, `${collection}/0/${label}`, isHead(contest) ? 1 : 0);
    count(counted, `${collection}/1/${type}`, 0);
  }
  const stock = 'SELECT collection, axis, key, members, heads FROM stock';
  for (const row of rows<[number, number, number, number, number]>(database, stock)) {
    const [collection, axis, key, members, heads] = row;
    const name = `${collection}/${axis}/${key}`;
    const found = counted.get(name) ?? { members: 0, heads: 0 };
    counted.delete(name);
    if (found.members !== members || found.heads !== heads) yield `count-wrong: stock ${name}`;
  }
  for (const name of counted.keys()) yield `count-wrong: stock ${name} is missing`;
  yield* oddRows(database);
}

function count(
  into: Map<string, { members: number; heads: number }>,
  name: string,
  heads: number,
): void {
  const known = into.get(name) ?? { members: 0, heads: 0 };
  into.set(name, { members: known.members + 1, heads: known.heads + heads });
}

/** Queries that give a row for each thing that must not be. */
const ODD: Readonly<Record<string, string>> = {
  'count-wrong: records': `SELECT 1 FROM house WHERE records <>
    (SELECT count(*) FROM record WHERE bytes IS NOT NULL)`,
  'count-wrong: bytes': `SELECT 1 FROM house WHERE bytes <>
    (SELECT coalesce(sum(length(bytes)), 0) FROM record) +
    (SELECT coalesce(sum(length(bytes)), 0) FROM provenance) +
    (SELECT coalesce(sum(length(bytes)), 0) FROM refused)`,
  'count-wrong: labels': 'SELECT 1 FROM house WHERE labels <> (SELECT count(*) FROM label)',
  'source-missing: membership': `SELECT id FROM membership m WHERE NOT EXISTS
    (SELECT 1 FROM contribution c WHERE c.membership = m.id)`,
  'bytes-missing: membership': `SELECT m.id FROM membership m JOIN record r ON r.id = m.record
    WHERE r.bytes IS NULL OR length(r.bytes) <> m.size`,
  'position-wrong: membership': `SELECT id FROM membership
    WHERE position > (SELECT last_position FROM house)`,
  'shelf-wrong: membership': `SELECT m.id FROM membership m JOIN collection c ON c.id = m.collection
    JOIN object o ON o.id = m.object JOIN term t ON t.id = o.format
    WHERE CASE instr(c.uuid, ' ') WHEN 0 THEN 'stix'
      ELSE substr(c.uuid, instr(c.uuid, ' ') + 1) END <> t.text`,
  'words-missing: membership': `SELECT m.id FROM membership m
    WHERE NOT EXISTS (SELECT 1 FROM search_docsize d WHERE d.id = m.id)`,
};

function* oddRows(database: Database): Iterable<string> {
  for (const [name, sql] of Object.entries(ODD)) {
    for (const [id] of rows<[number]>(database, sql)) yield `${name} ${id}`;
  }
}

/** Deliveries that no longer reassemble to their digest; those with erased parts cannot. */
function* parcelFindings(database: Database, inspection: Inspection): Iterable<string> {
  const sql = `SELECT uuid, chunks, digest, size FROM parcel p WHERE digest IS NOT NULL
    AND failed = (SELECT count(*) FROM refused q WHERE q.parcel = p.id)
    AND NOT EXISTS (SELECT 1 FROM provenance v JOIN record r ON r.id = v.record
      WHERE v.parcel = p.id AND coalesce(v.bytes, r.bytes, x'') = x'')`;
  for (const [uuid, chunks, digest, size] of rows<[string, number, Uint8Array, number]>(
    database,
    sql,
  )) {
    const parts: Uint8Array[] = [];
    for (let sequence = 0; sequence < chunks; sequence++) {
      const part = inspection.chunk(uuid, sequence);
      if (part === null) yield `chunk-missing: chunk ${sequence} of parcel ${uuid}`;
      else parts.push(part);
    }
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length !== size || Buffer.compare(sha256(...parts), digest) !== 0) {
      yield `parcel-altered: parcel ${uuid}`;
    }
  }
}
