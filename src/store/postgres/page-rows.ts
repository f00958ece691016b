/** Which rows stand on a page, by all filters in the order of the port, in one snapshot. */
import type { Clock } from '../../core/clock.ts';
import { type CompiledMatch, chosen, judgeByBits } from '../match.ts';
import { cutPage } from '../page.ts';
import type { Cursor, PageQuery } from '../port.ts';
import { compareCursors } from '../position.ts';
import { type Candidate, readCandidates, type Wanted } from './candidates.ts';
import { type Runner, rowsOf, sql } from './connect.ts';
import { grouped, visibleRows } from './contenders.ts';
import type { Access, Current, Epochs } from './current.ts';
import { laneLabels } from './lanes.ts';
import { texts } from './wire.ts';

const OBJECTS_NAMED = sql('SELECT id FROM object WHERE name = ANY ($1::text[])');

/** Behind every tie of a position. */
export const LAST_TIE = 2 ** 33;
/** Rows that are read at one time when many of them do not pass. */
const MOST_ROWS = 8_000;

export interface Snapshot {
  readonly runner: Runner;
  readonly current: Current;
  readonly clock: Clock;
  readonly epochs: Epochs;
  readonly access: Access;
}

export interface Cut {
  readonly rows: readonly Candidate[];
  readonly more: boolean;
}

/** The rows of a page of a collection that the viewer may read. */
export async function pageRows(
  snapshot: Snapshot,
  collection: number,
  query: PageQuery,
  match: CompiledMatch,
): Promise<Cut> {
  const { current, runner } = snapshot;
  await current.terms.find(runner, [...(match.types ?? []), ...(match.specVersions ?? [])]);
  const wanted = wantedRows(snapshot.access, current, collection, query, match);
  return match.ids === null
    ? walked(snapshot, wanted, query, match)
    : named(snapshot, wanted, query, match, match.ids);
}

/** What candidates must be, from words that are known; an unknown word finds nothing. */
export function wantedRows(
  access: Access,
  current: Current,
  collection: number,
  query: PageQuery,
  match: CompiledMatch,
): Wanted {
  const numbers = (words: ReadonlySet<string> | null) =>
    words === null ? null : [...words].map((word) => current.terms.id(word) ?? -1);
  const byValue = match.versions.size > 0 && !match.all && !match.first && !match.last;
  return {
    collection,
    after: startOf(query),
    bits: access.bits,
    types: numbers(match.types),
    specs: numbers(match.specVersions),
    versions: byValue ? [...match.versions] : null,
    labels: null,
  };
}

/** The later of the two places that a query may name. */
function startOf(query: PageQuery): Cursor {
  const added = { position: query.addedAfter ?? -1, tie: LAST_TIE };
  const { after } = query;
  return after !== undefined && compareCursors(after, added) > 0 ? after : added;
}

export function boundsOf(query: PageQuery) {
  const { limit, maxBytes } = query;
  const split = query.after !== undefined;
  return maxBytes === undefined ? { limit, split } : { limit, maxBytes, split };
}

/** Walks the collection, or the viewer's labels in it, until the page is full. */
async function walked(
  snapshot: Snapshot,
  wanted: Wanted,
  query: PageQuery,
  match: CompiledMatch,
): Promise<Cut> {
  const { runner, clock, access, epochs } = snapshot;
  const { collection } = wanted;
  const labels = await laneLabels(
    runner,
    clock,
    access.bits,
    collection,
    epochs.pairs,
    query.limit,
  );
  const judge = new Judge(snapshot, collection, match);
  const rows: Candidate[] = [];
  let after = wanted.after;
  for (let size = Math.max(1, query.limit) + 1; ; size = Math.min(size * 2, MOST_ROWS)) {
    const batch = await readCandidates(runner, { ...wanted, labels, after }, size);
    rows.push(...(await judge.passing(batch.rows)));
    const cut = cutPage(rows, batch.complete, boundsOf(query));
    if (cut !== null) return { rows: rows.slice(0, cut.take), more: cut.more };
    after = batch.rows.at(-1) ?? after;
  }
}

/** Tells which candidates a match means, looking at the other rows of contested objects. */
class Judge {
  readonly #snapshot: Snapshot;
  readonly #collection: number;
  readonly #match: CompiledMatch;
  /** Chosen memberships of the objects that were looked at. */
  readonly #chosen = new Map<number, ReadonlySet<number>>();

  constructor(snapshot: Snapshot, collection: number, match: CompiledMatch) {
    this.#snapshot = snapshot;
    this.#collection = collection;
    this.#match = match;
  }

  async passing(rows: readonly Candidate[]): Promise<Candidate[]> {
    const exact = this.#snapshot.access.bits.seesEverything;
    const verdicts = rows.map((row) => judgeByBits(row.contest, this.#match, exact));
    await this.#look(rows.filter((_, index) => verdicts[index] === 'check'));
    return rows.filter((row, index) =>
      verdicts[index] === 'check'
        ? this.#chosen.get(row.object)?.has(row.id) === true
        : verdicts[index] === 'pass',
    );
  }

  async #look(rows: readonly Candidate[]): Promise<void> {
    const unknown = new Set(rows.map((row) => row.object).filter((id) => !this.#chosen.has(id)));
    if (unknown.size === 0) return;
    const { runner, current, access } = this.#snapshot;
    const all = await visibleRows(
      runner,
      current.terms,
      access.bits,
      [this.#collection],
      [...unknown],
    );
    for (const group of grouped(all).values()) {
      this.#chosen.set(group[0]?.object ?? 0, chosen(group, this.#match));
    }
  }
}

/** Objects by id: all their visible rows are looked at, there are few of them. */
async function named(
  snapshot: Snapshot,
  wanted: Wanted,
  query: PageQuery,
  match: CompiledMatch,
  ids: ReadonlySet<string>,
): Promise<Cut> {
  const all = await chosenOf(snapshot, wanted.collection, ids, match, 'preferred');
  const rows = all
    .filter((row) => wanted.types === null || wanted.types.includes(row.type))
    .filter((row) => compareCursors(row, wanted.after) > 0)
    .sort(compareCursors);
  const cut = cutPage(rows, true, boundsOf(query));
  return { rows: rows.slice(0, cut?.take), more: cut?.more ?? false };
}

/** Visible rows of named objects that a match means. */
export async function chosenOf(
  { runner, current, access }: Snapshot,
  collection: number,
  ids: ReadonlySet<string>,
  match: CompiledMatch,
  variants: 'preferred' | 'every',
) {
  const objects = await rowsOf<{ id: number }>(runner, OBJECTS_NAMED, texts([...ids]));
  const numbers = objects.map(({ id }) => id);
  const all = await visibleRows(runner, current.terms, access.bits, [collection], numbers);
  return [...grouped(all).values()].flatMap((group) => {
    const ofGroup = chosen(group, match, variants);
    return group.filter((row) => ofGroup.has(row.id));
  });
}
