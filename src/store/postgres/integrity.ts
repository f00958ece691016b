/** What is wrong with a house, by code: rules as statements that find offenders, and sums redone. */
import { createHash } from 'node:crypto';
import { LEAF_KINDS, leafHash } from '../log-leaf.ts';
import { CONTEST, type Contender, contestBits } from '../match.ts';
import { collectionOf } from '../shelf-name.ts';
import { uuidBytes } from './commit.ts';
import { type Runner, rowOf, rowsOf, type Sql, sql } from './connect.ts';
import { parcelPieces } from './parcel-bytes.ts';

/** Finds up to ten offenders of each rule. */
const RULES: Readonly<Record<string, Sql>> = {
  'bytes-missing: membership': sql(`SELECT m.id AS offender
    FROM membership m LEFT JOIN record r ON r.id = m.record
    WHERE r.id IS NULL OR r.erased OR r.bytes IS NULL OR length(r.bytes) <> m.size LIMIT 10`),
  'label-missing: membership': sql(`SELECT m.id AS offender
    FROM membership m LEFT JOIN label l ON l.id = m.label WHERE l.id IS NULL LIMIT 10`),
  'source-missing: membership': sql(
    `SELECT id AS offender FROM membership WHERE cardinality(sources) = 0 LIMIT 10`,
  ),
  'object-wrong: membership': sql(`SELECT m.id AS offender
    FROM membership m JOIN record r ON r.id = m.record JOIN object o ON o.id = m.object
    WHERE r.object <> m.object OR o.type <> m.type OR r.spec <> m.spec LIMIT 10`),
  'shelf-wrong: membership': sql(`SELECT m.id AS offender
    FROM membership m JOIN term c ON c.id = m.collection JOIN object o ON o.id = m.object
      JOIN term f ON f.id = o.format
    WHERE f.text <> CASE strpos(c.text, ' ') WHEN 0 THEN 'stix'
      ELSE substr(c.text, strpos(c.text, ' ') + 1) END LIMIT 10`),
  'position-wrong: membership': sql(`SELECT m.id AS offender FROM membership m, sequencer s
    WHERE m.position > s.last_position LIMIT 10`),
  'place-taken-twice: membership': sql(`SELECT min(id) AS offender FROM membership
    GROUP BY collection, position, tie HAVING count(*) > 1 LIMIT 10`),
  'count-wrong: pair': sql(`SELECT coalesce(p.id, 0) AS offender
    FROM pair p FULL JOIN (
      SELECT collection, label, count(*) AS rows FROM membership GROUP BY collection, label
    ) m USING (collection, label)
    WHERE coalesce(p.rows, 0) <> coalesce(m.rows, 0) LIMIT 10`),
  'words-missing: record': sql(`SELECT r.id AS offender
    FROM record r LEFT JOIN fact f ON f.record = r.id
    WHERE (f.record IS NULL) <> r.erased LIMIT 10`),
  'label-unfound: membership': sql(`SELECT m.id AS offender
    FROM membership m JOIN fact f ON f.record = m.record
    WHERE NOT f.words @@ (E'\\x04' || m.label)::tsquery LIMIT 10`),
  'chunk-missing: parcel': sql(`SELECT v.parcel AS offender
    FROM provenance v LEFT JOIN record r ON r.id = v.record
      LEFT JOIN parcel_chunk c USING (parcel, sequence)
    WHERE r.id IS NULL OR c.parcel IS NULL LIMIT 10`),
};

const TOTALS = sql(
  `SELECT s.records - (SELECT count(*) FROM record WHERE NOT erased) AS records,
     s.memberships - (SELECT count(*) FROM membership) AS memberships,
     s.quarantined - (SELECT count(*) FROM refused) AS quarantined,
     (s.bytes - (SELECT coalesce(sum(length(bytes)), 0) FROM record)
       - (SELECT coalesce(sum(length(bytes)), 0) FROM provenance)
       - (SELECT coalesce(sum(length(bytes)), 0) FROM refused))::bigint AS bytes,
     s.leaves - (SELECT count(*) FROM leaf) AS leaves,
     s.leaves - (SELECT coalesce(max(index), -1) + 1 FROM leaf) AS "gaps in the log",
     s.audits - (SELECT coalesce(max(id), 0) FROM audit) AS audits,
     s.labels - (SELECT coalesce(max(id), 0) FROM label) AS labels,
     abs(s.labels - h.labels) + abs(s.pairs - h.pairs)
       + abs(s.policy_epoch - h.policy_epoch) AS epochs
   FROM sequencer s, house h`,
);

/** Everything on one snapshot; empty when the house is sound. */
export async function findings(runner: Runner): Promise<string[]> {
  const found: string[] = [];
  for (const [code, finder] of Object.entries(RULES)) {
    const rows = await rowsOf<{ offender: number }>(runner, finder);
    found.push(...rows.map(({ offender }) => `${code} ${offender}`));
  }
  const totals = await rowOf<Record<string, number>>(runner, TOTALS);
  for (const [name, difference] of Object.entries(totals)) {
    if (difference !== 0) found.push(`count-wrong: ${name}`);
  }
  found.push(...(await contestFindings(runner)), ...(await leafFindings(runner)));
  return [...found, ...(await parcelFindings(runner))];
}

const CONTESTED = sql(
  `SELECT m.object, m.collection, m.id, m.contest, m.preference, m.since,
     t.text AS "specVersion", r.version, r.version_key AS "versionKey", l.starts
   FROM (SELECT DISTINCT object FROM membership WHERE object > $1 ORDER BY object LIMIT 2000) o
     JOIN membership m USING (object) JOIN record r ON r.id = m.record
     JOIN term t ON t.id = m.spec JOIN label l ON l.id = m.label
   ORDER BY m.object, m.collection`,
);

interface ContestRow extends Contender {
  readonly object: number;
  readonly collection: number;
  readonly contest: number;
  readonly starts: number | null;
}

/** Bits that do not say what the other memberships of the object say. */
async function contestFindings(runner: Runner): Promise<string[]> {
  const found: string[] = [];
  for (let after = -1; ; ) {
    const rows = await rowsOf<ContestRow>(runner, CONTESTED, after);
    const groups = new Map<string, ContestRow[]>();
    for (const row of rows) {
      const key = `${row.object}/${row.collection}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
      if (row.starts === null && (row.contest & CONTEST.embargo) !== 0) {
        found.push(`embargo-wrong: membership ${row.id}`);
      }
    }
    for (const group of groups.values()) {
      const bits = contestBits(group);
      const wrong = group.filter(
        ({ id, contest }) => (contest & ~CONTEST.embargo) !== bits.get(id),
      );
      found.push(...wrong.map(({ id }) => `contest-wrong: membership ${id}`));
    }
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.object;
  }
}

const LEAVES = sql(
  `SELECT f.index, f.kind, f.hash, f.salt, f.policy, f.position,
     coalesce(f.digest, r.bytes_digest) AS bytes_digest, r.content_digest,
     c.text AS collection, l.digest AS label_digest, p.uuid AS parcel
   FROM leaf f LEFT JOIN record r ON r.id = f.record LEFT JOIN term c ON c.id = f.collection
     LEFT JOIN label l ON l.id = f.label LEFT JOIN parcel p ON p.id = f.parcel
   WHERE f.index > $1 ORDER BY f.index LIMIT 5000`,
);

interface LeafRow {
  readonly index: number;
  readonly kind: number;
  readonly hash: Buffer;
  readonly salt: Buffer | null;
  readonly policy: number;
  readonly position: number;
  readonly bytes_digest: Buffer | null;
  readonly content_digest: Buffer | null;
  readonly collection: string | null;
  readonly label_digest: Buffer | null;
  readonly parcel: string | null;
}

/** Leaves that do not commit to what stands beside them; of erased ones nothing can be said. */
async function leafFindings(runner: Runner): Promise<string[]> {
  const found: string[] = [];
  let position = 0;
  for (let after = -1; ; ) {
    const rows = await rowsOf<LeafRow>(runner, LEAVES, after);
    for (const row of rows) {
      if (row.salt !== null && !row.hash.equals(hashOf(row, row.salt))) {
        found.push(`leaf-altered: leaf ${row.index}`);
      }
      if (row.position < position) found.push(`leaf-disordered: leaf ${row.index}`);
      position = row.position;
    }
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.index;
  }
}

function hashOf(row: LeafRow, salt: Buffer): Uint8Array {
  return leafHash({
    kind: LEAF_KINDS[row.kind] ?? 'record',
    salt,
    policy: row.policy,
    position: row.position,
    ...(row.bytes_digest !== null && { bytesDigest: row.bytes_digest }),
    ...(row.content_digest !== null && { contentDigest: row.content_digest }),
    ...(row.collection !== null && { collection: uuidBytes(collectionOf(row.collection)) }),
    ...(row.label_digest !== null && { labelDigest: row.label_digest }),
    ...(row.parcel !== null && { parcel: uuidBytes(row.parcel) }),
  });
}

/** Closed parcels of which every piece is still kept. */
const PARCELS = sql(
  `SELECT p.id, p.uuid, p.digest, p.size FROM parcel p
   WHERE p.id > $1 AND p.digest IS NOT NULL
     AND p.failed = (SELECT count(*) FROM refused f WHERE f.parcel = p.id)
     AND NOT EXISTS (SELECT FROM provenance v JOIN record r ON r.id = v.record
       WHERE v.parcel = p.id AND coalesce(v.bytes, r.bytes, '') = '')
   ORDER BY p.id LIMIT 500`,
);

/** Deliveries that no longer reassemble to their digest. */
async function parcelFindings(runner: Runner): Promise<string[]> {
  const found: string[] = [];
  for (let after = -1; ; ) {
    const rows = await rowsOf<{ id: number; uuid: string; digest: Buffer; size: number }>(
      runner,
      PARCELS,
      after,
    );
    for (const { uuid, digest, size } of rows) {
      const hash = createHash('sha256');
      let length = 0;
      for await (const piece of parcelPieces((work) => work(runner), uuid)) {
        hash.update(piece);
        length += piece.length;
      }
      if (length !== size || !hash.digest().equals(digest)) found.push(`parcel-altered: ${uuid}`);
    }
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.id;
  }
}
