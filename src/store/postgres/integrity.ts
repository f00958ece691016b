/** What is wrong with a house, by code; every rule is a statement that finds offenders. */

import { LEAF_KINDS, leafHash } from '../log-leaf.ts';
import { CONTEST } from '../match.ts';
import { uuidBytes } from './commit.ts';
import { type Runner, rowOf, rowsOf, sql } from './connect.ts';

/** Finds up to ten offenders of each rule. */
const RULES: readonly (readonly [code: string, finder: ReturnType<typeof sql>])[] = [
  [
    'membership-without-record',
    sql(`SELECT m.id AS offender FROM membership m LEFT JOIN record r ON r.id = m.record
      WHERE r.id IS NULL OR r.erased OR r.bytes IS NULL LIMIT 10`),
  ],
  [
    'membership-without-label',
    sql(`SELECT m.id AS offender FROM membership m LEFT JOIN label l ON l.id = m.label
      WHERE l.id IS NULL LIMIT 10`),
  ],
  [
    'membership-without-source',
    sql(`SELECT id AS offender FROM membership WHERE cardinality(sources) = 0 LIMIT 10`),
  ],
  [
    'membership-of-other-object',
    sql(`SELECT m.id AS offender FROM membership m JOIN record r ON r.id = m.record
      JOIN object o ON o.id = m.object
      WHERE r.object <> m.object OR o.type <> m.type OR r.spec <> m.spec OR r.size <> m.size
      LIMIT 10`),
  ],
  [
    'position-ahead-of-sequencer',
    sql(`SELECT m.id AS offender FROM membership m, sequencer s
      WHERE m.position > s.last_position LIMIT 10`),
  ],
  [
    'place-taken-twice',
    sql(`SELECT min(id) AS offender FROM membership
      GROUP BY collection, position, tie HAVING count(*) > 1 LIMIT 10`),
  ],
  [
    'labels-miscounted',
    sql(`SELECT coalesce(p.id, 0) AS offender FROM pair p FULL JOIN (
        SELECT collection, label, count(*) AS rows FROM membership GROUP BY collection, label
      ) m USING (collection, label)
      WHERE coalesce(p.rows, 0) <> coalesce(m.rows, 0) LIMIT 10`),
  ],
  [
    'record-without-words',
    sql(`SELECT r.id AS offender FROM record r LEFT JOIN fact f ON f.record = r.id
      WHERE (f.record IS NULL) <> r.erased LIMIT 10`),
  ],
  [
    'delivery-of-nothing',
    sql(`SELECT v.parcel AS offender FROM provenance v LEFT JOIN record r ON r.id = v.record
      LEFT JOIN parcel_chunk c USING (parcel, sequence)
      WHERE r.id IS NULL OR c.parcel IS NULL LIMIT 10`),
  ],
  [
    'contest-of-one',
    sql(`SELECT min(id) AS offender FROM membership
      GROUP BY collection, object
      HAVING count(*) = 1 AND bit_or(contest) & ~${CONTEST.embargo} <> 0 LIMIT 10`),
  ],
  [
    'two-uncontested-last',
    sql(`SELECT min(id) AS offender FROM membership
      GROUP BY collection, object
      HAVING count(*) FILTER (WHERE contest & ${
        CONTEST.later | CONTEST.spec | CONTEST.variant
      } = 0) <> 1 LIMIT 10`),
  ],
];

const TOTALS = sql(
  `SELECT s.records - (SELECT count(*) FROM record WHERE NOT erased) AS records,
     s.memberships - (SELECT count(*) FROM membership) AS memberships,
     s.quarantined - (SELECT count(*) FROM refused) AS quarantined,
     s.bytes - (SELECT coalesce(sum(size), 0) FROM record WHERE NOT erased)::bigint AS bytes,
     s.leaves - (SELECT count(*) FROM leaf) AS leaves,
     s.leaves - (SELECT coalesce(max(index), -1) + 1 FROM leaf) AS gaps,
     s.audits - (SELECT coalesce(max(id), 0) FROM audit) AS audits,
     s.labels - (SELECT coalesce(max(id), 0) FROM label) AS labels,
     s.labels - h.labels + s.pairs - h.pairs + s.policy_epoch - h.policy_epoch AS shown
   FROM sequencer s, house h`,
);

/** Every rule on one snapshot; empty when the house is sound. */
export async function findings(runner: Runner): Promise<string[]> {
  const found: string[] = [];
  for (const [code, finder] of RULES) {
    const rows = await rowsOf<{ offender: number }>(runner, finder);
    found.push(...rows.map(({ offender }) => `${code} ${offender}`));
  }
  const totals = await rowOf<Record<string, number>>(runner, TOTALS);
  for (const [name, difference] of Object.entries(totals)) {
    if (difference !== 0) found.push(`total-wrong ${name} ${difference}`);
  }
  return [...found, ...(await falseLeaves(runner))];
}

const LEAVES = sql(
  `SELECT f.index, f.kind, f.hash, f.salt, f.policy, f.position, f.record,
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
async function falseLeaves(runner: Runner): Promise<string[]> {
  const found: string[] = [];
  let position = 0;
  for (let after = -1; ; ) {
    const rows = await rowsOf<LeafRow>(runner, LEAVES, after);
    for (const row of rows) {
      if (row.salt !== null && !row.hash.equals(hashOf(row, row.salt))) {
        found.push(`leaf-false ${row.index}`);
      }
      if (row.position < position) found.push(`leaf-out-of-order ${row.index}`);
      position = row.position;
    }
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.index;
  }
}

function hashOf(row: LeafRow, salt: Buffer): Uint8Array {
  const kind = LEAF_KINDS[row.kind] ?? 'record';
  return leafHash({
    kind,
    salt,
    policy: row.policy,
    position: row.position,
    ...(row.bytes_digest !== null && { bytesDigest: row.bytes_digest }),
    ...(row.content_digest !== null && { contentDigest: row.content_digest }),
    ...(row.collection !== null && { collection: uuidBytes(row.collection) }),
    ...(row.label_digest !== null && { labelDigest: row.label_digest }),
    ...(row.parcel !== null && { parcel: uuidBytes(row.parcel) }),
  });
}
