/** Memberships by number, with what a change of them has to know. */
import type { Label } from '../../core/label.ts';
import type { Relabelling } from '../port.ts';
import { collectionOf } from '../shelf-name.ts';
import type { Commit, PendingLeaf } from './commit.ts';
import { type Runner, rowsOf, sql } from './connect.ts';
import type { Current } from './current.ts';
import type { Holding, Holdings } from './holdings.ts';
import { shelvesOf } from './shelves.ts';
import { int4s, int8s, storable } from './wire.ts';

export interface Member {
  readonly id: number;
  readonly object: number;
  readonly record: number;
  /** Name of its shelf. */
  readonly shelf: string;
  readonly name: string;
  readonly format: string;
  readonly type: string;
}

const MEMBERS = sql(
  `SELECT m.id, m.object, m.record, c.text AS shelf, o.name, f.text AS format,
     t.text AS type
   FROM unnest($1::bigint[]) AS u (id) JOIN membership m USING (id)
     JOIN object o ON o.id = m.object JOIN term c ON c.id = m.collection
     JOIN term f ON f.id = o.format JOIN term t ON t.id = o.type`,
);

/** Those of these memberships that are there, earliest first. */
export async function readMembers(runner: Runner, ids: readonly number[]): Promise<Member[]> {
  const members = await rowsOf<Member>(runner, MEMBERS, int8s([...new Set(ids)]));
  return members.sort((a, b) => a.id - b.id);
}

/** Asks for a new place for a membership, under the label that it now has. */
export function moveMember(
  holdings: Holdings,
  current: Current,
  member: Member,
  holding: Holding,
): void {
  const { format, type, name: id } = member;
  const collection = collectionOf(member.shelf);
  const labelDigest = current.book.get(holding.label)?.digest;
  if (labelDigest === undefined) throw new RangeError('the label of a membership is not known');
  holdings.move(holding, { collection, format, type, id, labelDigest });
}

/** The leaf that witnesses what was done with a membership. */
export function memberLeaf(
  kind: PendingLeaf['kind'],
  commit: Commit,
  current: Current,
  member: Member,
  holding: Holding,
): PendingLeaf {
  const label = current.book.get(holding.label);
  return {
    kind,
    position: kind === 'removal' || kind === 'erasure' ? commit.end : holding.position,
    record: holding.record,
    bytesDigest: holding.bytesDigest,
    contentDigest: Buffer.from(holding.content, 'hex'),
    collection: { number: holding.collection, id: collectionOf(member.shelf) },
    ...(label && { label: { id: label.id, digest: label.digest } }),
  };
}

/** What was uncovered is news to those who saw what stood above it: it gets a new place. */
export async function raiseUncovered(
  commit: Commit,
  holdings: Holdings,
  current: Current,
): Promise<void> {
  const risen = holdings.risen();
  if (risen.length === 0) return;
  const ids = risen.map(({ id }) => id);
  const members = new Map((await readMembers(commit.client, ids)).map((each) => [each.id, each]));
  const pairs = risen.flatMap((holding) => {
    const member = members.get(holding.id);
    return member === undefined ? [] : [{ member, holding }];
  });
  for (const { member, holding } of pairs) moveMember(holdings, current, member, holding);
  holdings.settle();
  for (const { member, holding } of pairs) {
    commit.leaf(memberLeaf('relabel', commit, current, member, holding));
  }
}

/** What relabelling asks of a membership \`m\` and its record \`r\`. */
const RELABELLING = `m.id AS membership, c.text AS shelf, m.label, m.preference, r.bytes,
  f.text AS format, (SELECT json_agg(s.text ORDER BY u.place)::text
   FROM unnest(m.sources) WITH ORDINALITY AS u (id, place) JOIN term s USING (id)) AS sources`;
const RELABELLED = `JOIN record r ON r.id = m.record JOIN object o ON o.id = m.object
  JOIN term c ON c.id = m.collection JOIN term f ON f.id = o.format`;

/** Memberships that are looked at one by one before the index is asked. */
const WALKED = 5_000;
const WALKED_REFERRERS = sql(
  `SELECT ${RELABELLING}
   FROM (SELECT * FROM membership WHERE id > $2 ORDER BY id LIMIT ${WALKED}) m
     JOIN fact w ON w.record = m.record AND w.words @@ $1::tsquery ${RELABELLED}
   ORDER BY m.id LIMIT $3`,
);
const INDEXED_REFERRERS = sql(
  `WITH hits AS MATERIALIZED (SELECT record FROM fact WHERE words @@ $1::tsquery),
     members AS MATERIALIZED (SELECT m.* FROM hits h JOIN membership m ON m.record = h.record),
     next AS MATERIALIZED (SELECT * FROM members WHERE id > $2 ORDER BY id LIMIT $3)
   SELECT ${RELABELLING} FROM next m ${RELABELLED} ORDER BY m.id`,
);
const MEMBERS_OF = sql(
  `SELECT ${RELABELLING} FROM membership m ${RELABELLED}
   WHERE m.collection = ANY ($1::integer[]) AND m.id > $2 ORDER BY m.id LIMIT $3`,
);

interface RelabellingRow extends Omit<Relabelling, 'label' | 'owner' | 'collection' | 'sources'> {
  readonly label: number;
  readonly shelf: string;
  readonly sources: string | null;
}

/** Memberships whose record points at something, in the order of their numbers. */
export async function referrersOf(
  runner: Runner,
  current: Current,
  asked: string,
  after: number,
  limit: number,
): Promise<Relabelling[]> {
  // Soon where most records point there, as at a common marking; else the index is asked.
  const walked = await rowsOf<RelabellingRow>(runner, WALKED_REFERRERS, asked, after, limit);
  if (walked.length === limit) return relabellings(current, walked);
  return relabellings(
    current,
    await rowsOf<RelabellingRow>(runner, INDEXED_REFERRERS, asked, after, limit),
  );
}

const OF_OBJECT = sql(
  `SELECT ${RELABELLING} FROM object n JOIN membership m ON m.object = n.id ${RELABELLED}
   WHERE n.name = $2 AND m.collection = ANY ($1::integer[]) ORDER BY m.id`,
);

/** Memberships of one object in a collection. */
export async function ofObject(
  runner: Runner,
  current: Current,
  { collection, format, id }: { collection: string; format: string; id: string },
): Promise<Relabelling[]> {
  const shelves = (await shelvesOf(runner, [collection], [format])).map((shelf) => shelf.id);
  const rows = await rowsOf<RelabellingRow>(runner, OF_OBJECT, int4s(shelves), storable(id));
  return relabellings(current, rows);
}

/** Memberships of a collection, in the order of their numbers. */
export async function membersOf(
  runner: Runner,
  current: Current,
  collection: string,
  after: number,
  limit: number,
): Promise<Relabelling[]> {
  const shelves = (await shelvesOf(runner, [collection])).map(({ id }) => id);
  return relabellings(
    current,
    await rowsOf<RelabellingRow>(runner, MEMBERS_OF, int4s(shelves), after, limit),
  );
}

function relabellings(current: Current, rows: readonly RelabellingRow[]): Relabelling[] {
  return rows.map(({ shelf, sources: said, ...row }) => {
    const label: Label | undefined = current.book.get(row.label)?.label;
    if (label === undefined) throw new RangeError('the label of a membership is not known');
    // What everyone may see names no owner: one of its sources answers for it.
    const sources = JSON.parse(said ?? '[]') as string[];
    const owner = label.owner === '' ? (sources[0] ?? '') : label.owner;
    return { ...row, collection: collectionOf(shelf), label, owner, sources };
  });
}
