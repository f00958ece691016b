/** The rows of one page: visible, matching, in order, cut where a page may end. */
import { LIMITS } from '../../core/limits.ts';
import type { LabelView } from '../label-view.ts';
import { CONTEST, type CompiledMatch, compileMatch, judgeByBits } from '../match.ts';
import { cutPage } from '../page.ts';
import type { Cursor, PageQuery } from '../port.ts';
import { type ContenderReader, Contest } from './contenders.ts';
import { type Head, type HeadReader, type HeadSource, LAST_TIE } from './heads.ts';
import type { Terms } from './interned.ts';
import { choosePlan } from './plan.ts';
import type { ViewedShelf } from './shelf.ts';

export interface Selection {
  readonly heads: readonly Head[];
  readonly more: boolean;
}

/** Everything that selects the rows of one page. */
export interface Selecting {
  readonly collection: number;
  readonly query: PageQuery;
  readonly shelf: ViewedShelf;
  readonly view: LabelView;
}

/** Most rows that are read at a time. */
const BATCH = 4_096;

export class Selector {
  readonly #heads: HeadReader;
  readonly #contenders: ContenderReader;
  readonly #terms: Terms;

  constructor(heads: HeadReader, contenders: ContenderReader, terms: Terms) {
    this.#heads = heads;
    this.#contenders = contenders;
    this.#terms = terms;
  }

  select(selecting: Selecting): Selection {
    const { collection, query, shelf, view } = selecting;
    const match = compileMatch(query.match);
    const filter = this.#filter(selecting, match);
    if (filter === null) return { heads: [], more: false };
    const contest = new Contest(this.#contenders, collection, view, match);
    const { limit, maxBytes = LIMITS.taxii.pageBytes } = query;
    const bounds = { limit, maxBytes, split: query.after !== undefined };
    const found: Head[] = [];
    let after = startOf(query);
    let count = Math.min(BATCH, expected(query.limit + 1, shelf));
    for (;;) {
      const batch = filter.source(after, count);
      found.push(...survivors(batch.heads, filter, match, contest));
      const cut = cutPage(found, batch.complete, bounds);
      if (cut !== null) return { heads: found.slice(0, cut.take), more: cut.more };
      after = batch.heads.at(-1) ?? after;
      count = Math.min(BATCH, count * 2);
    }
  }

  /** Null when nothing here can match. */
  #filter({ collection, query, shelf, view }: Selecting, match: CompiledMatch): Filter | null {
    const types = this.#numbers(match.types);
    const specs = this.#numbers(match.specVersions);
    const ids = match.ids;
    const plan = choosePlan(shelf, types === null ? null : [...types], query.limit + 1);
    const source: HeadSource =
      ids === null
        ? this.#heads.planned(collection, plan)
        : this.#heads.named(collection, [...ids]);
    const impossible = types?.size === 0 || specs?.size === 0 || shelf.labels.length === 0;
    return impossible ? null : { source, types, specs, view, whole: shelf.whole };
  }

  /** Names as numbers; what the house has never met matches nothing. */
  #numbers(names: ReadonlySet<string> | null): ReadonlySet<number> | null {
    if (names === null) return null;
    const numbers = [...names].map((name) => this.#terms.find(name));
    return new Set(numbers.filter((number) => number !== null));
  }
}

interface Filter {
  readonly source: HeadSource;
  readonly types: ReadonlySet<number> | null;
  readonly specs: ReadonlySet<number> | null;
  readonly view: LabelView;
  readonly whole: boolean;
}

/** In the order of the port: policy, type and spec version, version among the visible. */
function survivors(
  heads: readonly Head[],
  filter: Filter,
  match: CompiledMatch,
  contest: Contest,
): Head[] {
  const { types, specs, view, whole } = filter;
  const verdicts = heads.map((head) => {
    if (!whole && !view.admits(head.label, (head.contest & CONTEST.embargo) !== 0)) return 'fail';
    if (types !== null && !types.has(head.type)) return 'fail';
    if (specs !== null && !specs.has(head.spec)) return 'fail';
    return judgeByBits(head.contest, match, whole);
  });
  const contested = heads.filter((_, i) => verdicts[i] === 'check');
  if (contested.length === 0) return heads.filter((_, i) => verdicts[i] === 'pass');
  const winners = contest.winners(contested);
  return heads.filter((head, i) =>
    verdicts[i] === 'check' ? winners.has(head.membership) : verdicts[i] === 'pass',
  );
}

/** Where a page starts: behind the cursor, else behind everything at `addedAfter`. */
export function startOf({ after, addedAfter }: PageQuery): Cursor {
  const added = addedAfter === undefined ? START : { position: addedAfter, tie: LAST_TIE };
  if (after === undefined) return added;
  return after.position > added.position ? after : added;
}

const START: Cursor = { position: -1, tie: 0 };

/** Rows to read so that about this many are visible. */
function expected(wanted: number, shelf: ViewedShelf): number {
  return Math.ceil(wanted * Math.max(1, shelf.total / Math.max(1, shelf.visible)));
}
