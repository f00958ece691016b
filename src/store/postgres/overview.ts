/** What a viewer may know of a whole: counts of his collections, conflicts that he can see. */
import type { CollectionCount } from '../port.ts';
import { readCandidates } from './candidates.ts';
import { type Runner, rowOf, rowsOf, sql } from './connect.ts';
import { type VisibleRow, visibleRows } from './contenders.ts';
import { laneLabels } from './lanes.ts';
import { LAST_TIE, type Snapshot } from './page-rows.ts';
import { readableShelves } from './search.ts';
import { visibleRow } from './view-bits.ts';
import { int8s } from './wire.ts';

const BY_LABEL = (row: string) =>
  `CASE WHEN ${row}.label < 8 * length($2::bytea) THEN get_bit($2::bytea, ${row}.label) = 1
   ELSE false END`;

/**
 * Objects that a viewer sees. The rows of his labels are counted by the store as they come; only
 * the rows that stand beside others of their object (contest is not 0) are looked at. A row with
 * contest 0 can still be the preferred one of several variants, so contested rows count only where
 * no such row of the same object is visible.
 */
const OBJECTS = sql(
  `SELECT (
     (SELECT coalesce(sum(p.rows), 0) FROM pair p WHERE p.collection = $1 AND ${BY_LABEL('p')})
     - (SELECT count(*) FROM membership m
        WHERE m.collection = $1 AND m.contest <> 0 AND ${BY_LABEL('m')})
     + (SELECT count(DISTINCT m.object) FROM membership m
        WHERE m.collection = $1 AND m.contest <> 0 AND ${visibleRow('m', '$2::bytea', '$3::bytea')}
          AND NOT EXISTS (SELECT FROM membership o WHERE o.object = m.object
            AND o.collection = m.collection AND o.contest = 0
            AND ${visibleRow('o', '$2::bytea', '$3::bytea')}))
   )::bigint AS objects`,
);

export async function countOf(snapshot: Snapshot, collection: string): Promise<CollectionCount> {
  const formats: Record<string, number> = {};
  let [objects, newest] = [0, -1];
  for (const shelf of await readableShelves(snapshot, { collections: [collection] })) {
    const found = await countShelf(snapshot, shelf.id);
    if (found.objects === 0) continue;
    formats[shelf.format] = found.objects;
    objects += found.objects;
    newest = Math.max(newest, found.newest);
  }
  return { collection, objects, formats, ...(newest >= 0 && { newest }) };
}

async function countShelf(snapshot: Snapshot, number: number) {
  const { runner, access, clock, epochs } = snapshot;
  const { bits } = access;
  const { objects } = await rowOf<{ objects: number }>(
    runner,
    OBJECTS,
    number,
    bits.visible,
    bits.owned,
  );
  if (objects === 0) return { objects, newest: -1 };
  const labels = await laneLabels(runner, clock, bits, number, epochs.pairs, 1);
  const after = { position: Number.MAX_SAFE_INTEGER, tie: LAST_TIE };
  const any = { types: null, specs: null, versions: null, labels, descending: true };
  const newest = await readCandidates(runner, { collection: number, after, bits, ...any }, 1);
  return { objects, newest: newest.rows[0]?.position ?? -1 };
}

const CONFLICTS = sql(
  `SELECT c.object, c.version_key, c.at, o.name FROM conflict c JOIN object o ON o.id = c.object
   WHERE c.at < $1 ORDER BY c.at DESC LIMIT 200`,
);
const CONTENTS = sql(
  `SELECT id, creator, encode(content_digest, 'hex') AS content
   FROM record WHERE id = ANY ($1::bigint[])`,
);

interface ConflictRow {
  readonly object: number;
  readonly version_key: string;
  readonly at: number;
  readonly name: string;
}

interface Content {
  readonly id: number;
  readonly creator: string;
  readonly content: string;
}

/** Conflicts of which this viewer sees at least two sides, the newest first. */
export async function conflictsOf(snapshot: Snapshot, limit: number) {
  const { runner, current, access } = snapshot;
  const shelves = await readableShelves(snapshot, { collections: [] });
  const collections = shelves.map(({ id }) => id);
  const found: { readonly id: string; readonly version: string; readonly variants: number }[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; found.length < limit; ) {
    const rows = await rowsOf<ConflictRow>(runner, CONFLICTS, before);
    const objects = [...new Set(rows.map((row) => row.object))];
    const visible = await visibleRows(runner, current.terms, access.bits, collections, objects);
    const contents = await contentsOf(runner, visible);
    for (const { object, version_key: key, name } of rows) {
      const sides = visible.filter((row) => row.object === object && row.versionKey === key);
      const variants = contradictions(snapshot, sides, contents);
      const version = sides[0]?.version ?? '';
      if (variants > 1) found.push({ id: name, version, variants });
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    before = last.at;
  }
  return found.slice(0, limit);
}

async function contentsOf(runner: Runner, rows: readonly VisibleRow[]) {
  const records = int8s([...new Set(rows.map((row) => row.record))]);
  const contents = await rowsOf<Content>(runner, CONTENTS, records);
  return new Map(contents.map((content) => [content.id, content]));
}

/** How many contents one creator, or one source, gives to the same version. */
function contradictions(
  { current }: Snapshot,
  sides: readonly VisibleRow[],
  contents: ReadonlyMap<number, Content>,
): number {
  const byVoice = new Map<string, Set<string>>();
  for (const row of sides) {
    const content = contents.get(row.record);
    const owner = current.book.get(row.label)?.label.owner ?? '';
    for (const voice of [`creator ${content?.creator ?? ''}`, `owner ${owner}`]) {
      if (content === undefined || voice.endsWith(' ')) continue;
      byVoice.set(voice, (byVoice.get(voice) ?? new Set()).add(content.content));
    }
  }
  return Math.max(0, ...[...byVoice.values()].map((different) => different.size));
}
