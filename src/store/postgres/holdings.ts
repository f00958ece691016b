/**
 * The memberships of the objects that a transaction touches, as they will be when it commits: read
 * under the sequencer's lock, changed in memory, and written back in one go.
 */
import type { Micros } from '../../core/clock.ts';
import type { InternedLabel } from '../label-book.ts';
import { CONTEST, type Contender, contestBits } from '../match.ts';
import { keyedSlot, type Slot } from '../position.ts';
import type { Commit } from './commit.ts';
import { execute, rowsOf, sql } from './connect.ts';
import type { Terms } from './terms.ts';
import { int4s, int8s, texts } from './wire.ts';
import { labelToken, lexemes, vector } from './words.ts';

/** One membership, changeable until the transaction writes it. */
export interface Holding extends Contender {
  readonly collection: number;
  readonly object: number;
  readonly record: number;
  readonly type: number;
  readonly spec: number;
  /** Bytes of the record. */
  readonly size: number;
  readonly creator: string;
  /** Content digest in hexadecimal. */
  readonly content: string;
  /** SHA-256 of the record's bytes. */
  readonly bytesDigest: Uint8Array;
  since: Micros;
  preference: number;
  label: number;
  position: Micros;
  tie: number;
  contest: number;
  sources: readonly number[];
  /** What has to be written. */
  state: 'kept' | 'changed' | 'new' | 'gone';
}

interface Row extends Omit<Holding, 'specVersion' | 'versionKey' | 'state'> {
  readonly version_key: string;
}

const FIND = sql(
  `SELECT m.id, m.collection, m.object, m.record, m.type, m.spec, m.label, m.size, m.position, m.tie,
     m.since, m.preference, m.contest, m.sources, r.version, r.version_key, r.creator,
     encode(r.content_digest, 'hex') AS content, r.bytes_digest AS "bytesDigest"
   FROM unnest($1::bigint[]) AS u (object) JOIN membership m ON m.object = u.object
     JOIN record r ON r.id = m.record`,
);
const ADD = sql(
  `INSERT INTO membership (id, collection, object, record, type, spec, label, size, position, tie,
     since, preference, contest, sources)
   SELECT id, collection, object, record, type, spec, label, size, position, tie, since, preference,
     contest, string_to_array(sources, ',')::integer[]
   FROM unnest($1::bigint[], $2::integer[], $3::bigint[], $4::bigint[], $5::integer[], $6::integer[],
     $7::integer[], $8::integer[], $9::bigint[], $10::bigint[], $11::bigint[], $12::integer[],
     $13::integer[], $14::text[]) AS u (id, collection, object, record, type, spec, label, size,
     position, tie, since, preference, contest, sources)`,
);
const CHANGE = sql(
  `UPDATE membership SET label = u.label, position = u.position, tie = u.tie, contest = u.contest,
     preference = u.preference, sources = string_to_array(u.sources, ',')::integer[]
   FROM unnest($1::bigint[], $2::integer[], $3::bigint[], $4::bigint[], $5::integer[],
     $6::integer[], $7::text[]) AS u (id, label, position, tie, contest, preference, sources)
   WHERE membership.id = u.id`,
);
const REMOVE = sql('DELETE FROM membership WHERE id = ANY ($1::bigint[])');
const MARK = sql(
  `UPDATE fact SET words = fact.words || ${vector('u.words')}
   FROM unnest($1::bigint[], $2::text[]) AS u (record, words)
   WHERE fact.record = u.record`,
);

/** Bits of what does not stand above all others of its object. */
const BELOW = CONTEST.later | CONTEST.variant | CONTEST.spec | CONTEST.embargo;

/** By what carries the same label in the same collection. */
function groupsOf(holdings: readonly Holding[]): Map<string, Holding[]> {
  const groups = new Map<string, Holding[]>();
  for (const each of holdings) {
    const key = `${each.collection}/${each.label}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

function isHead(bits: number | undefined, { contest }: Holding): boolean {
  return (((bits ?? 0) | (contest & CONTEST.embargo)) & BELOW) === 0;
}

/** A holding that waits for its place in the order. */
interface Move {
  readonly holding: Holding;
  readonly wish: Slot;
}

export class Holdings {
  readonly #commit: Commit;
  readonly #terms: Terms;
  readonly #slotSecret: Uint8Array;
  readonly #byObject = new Map<number, Holding[]>();
  /** What an object held before the first change that could uncover something. */
  readonly #before = new Map<number, readonly Holding[]>();
  readonly #moves: Move[] = [];
  /** Objects whose contest bits may have changed. */
  readonly #contested = new Set<number>();
  /** Labels under which a stored record newly stands: its words must name them. */
  readonly #marks = new Map<number, Set<number>>();

  constructor(commit: Commit, terms: Terms, slotSecret: Uint8Array) {
    this.#commit = commit;
    this.#terms = terms;
    this.#slotSecret = slotSecret;
  }

  /** Reads the memberships of these objects in every collection. */
  async load(objects: Iterable<number>): Promise<void> {
    const missing = [...new Set(objects)].filter((object) => !this.#byObject.has(object));
    if (missing.length === 0) return;
    for (const object of missing) this.#byObject.set(object, []);
    const rows = await rowsOf<Row>(this.#commit.client, FIND, int8s(missing));
    await this.#terms.name(
      this.#commit.client,
      rows.map((row) => row.spec),
    );
    for (const { version_key: versionKey, ...row } of rows.sort((a, b) => a.id - b.id)) {
      const specVersion = this.#terms.text(row.spec);
      this.#byObject.get(row.object)?.push({ ...row, versionKey, specVersion, state: 'kept' });
    }
  }

  /** Memberships of an object that are there (removed ones are not). */
  of(object: number): readonly Holding[] {
    return (this.#byObject.get(object) ?? []).filter(({ state }) => state !== 'gone');
  }

  find(object: number, membership: number): Holding | undefined {
    return this.of(object).find(({ id }) => id === membership);
  }

  /** A new membership; it gets its place with `settle`. */
  add(
    draft: Omit<Holding, 'id' | 'since' | 'position' | 'tie' | 'contest' | 'state' | 'label'>,
    label: InternedLabel,
  ): Holding {
    const holding: Holding = {
      ...draft,
      id: this.#commit.nextMembership(),
      label: label.id,
      since: 0,
      position: 0,
      tie: 0,
      contest: this.#embargo(label),
      state: 'new',
    };
    const siblings = this.#byObject.get(draft.object) ?? [];
    this.#byObject.set(draft.object, siblings);
    siblings.push(holding);
    this.#commit.count(holding.collection, holding.label, 1);
    this.#mark(holding);
    this.#contested.add(holding.object);
    this.#commit.changedShelf(holding);
    return holding;
  }

  /** Another label for a membership that stays; it gets a new place with `move`. */
  relabel(holding: Holding, label: InternedLabel): void {
    this.#remember(holding);
    this.#commit.count(holding.collection, holding.label, -1);
    this.#commit.count(holding.collection, label.id, 1);
    holding.label = label.id;
    holding.contest = (holding.contest & ~CONTEST.embargo) | this.#embargo(label);
    this.changed(holding);
    this.#mark(holding);
    this.#commit.changedShelf(holding);
  }

  /** The end of an embargo. */
  release(holding: Holding): void {
    holding.contest &= ~CONTEST.embargo;
    this.changed(holding);
  }

  changed(holding: Holding): void {
    if (holding.state === 'kept') holding.state = 'changed';
  }

  addSource(holding: Holding, organisation: number): void {
    if (holding.sources.includes(organisation)) return;
    holding.sources = [...holding.sources, organisation];
    this.changed(holding);
  }

  /** Takes away a source; without any the membership goes. True when it was a source. */
  withdraw(holding: Holding, organisation: number): boolean {
    if (!holding.sources.includes(organisation)) return false;
    holding.sources = holding.sources.filter((each) => each !== organisation);
    if (holding.sources.length === 0) this.remove(holding);
    else this.changed(holding);
    return true;
  }

  remove(holding: Holding, why: 'source' | 'erasure' = 'source'): void {
    this.#remember(holding);
    this.#commit.count(holding.collection, holding.label, -1);
    // One that this transaction made itself would never be written.
    holding.state = 'gone';
    this.#contested.add(holding.object);
    this.#commit.changedShelf(holding, why);
  }

  /** A better entitled source brought the same content under the same label. */
  prefer(holding: Holding, preference: number): void {
    if (preference >= holding.preference) return;
    this.#remember(holding);
    holding.preference = preference;
    this.changed(holding);
    this.#contested.add(holding.object);
  }

  #remember({ object }: Holding): void {
    if (this.#before.has(object)) return;
    const kept = this.of(object).filter(({ state }) => state !== 'new');
    this.#before.set(
      object,
      kept.map((each) => ({ ...each })),
    );
  }

  /**
   * What stands above all others of its object now and did not before this transaction; asked when
   * what is new has its place. Compared is what carries the same label and nothing else: whoever
   * sees one of those sees all of them, so that what rises, and with it a new position, tells
   * nothing of versions under other labels.
   */
  risen(): Holding[] {
    return [...this.#before].flatMap(([object, before]) => {
      const now = groupsOf(this.of(object));
      return [...groupsOf(before)].flatMap(([key, were]) => {
        const are = now.get(key) ?? [];
        const [then, after] = [contestBits(were), contestBits(are)];
        return are.filter((each) => {
          const bits = then.get(each.id);
          return bits !== undefined && isHead(after.get(each.id), each) && !isHead(bits, each);
        });
      });
    });
  }

  /** Asks for a new place in the order. */
  move(
    holding: Holding,
    identity: Omit<Parameters<typeof keyedSlot>[1], 'version' | 'contentDigest'>,
  ): void {
    const contentDigest = Buffer.from(holding.content, 'hex');
    const wish = keyedSlot(this.#slotSecret, {
      ...identity,
      version: holding.version,
      contentDigest,
    });
    this.#moves.push({ holding, wish });
    this.changed(holding);
  }

  /** Gives the places that were asked for, in an order that does not depend on who asked first. */
  settle(): void {
    const moves = this.#moves.splice(0);
    moves.sort((a, b) => a.wish.slot - b.wish.slot || a.wish.tie - b.wish.tie);
    for (const { holding, wish } of moves) {
      if (holding.state === 'gone') continue;
      const place = this.#commit.place(holding.collection, holding.label, wish);
      if (holding.state === 'new' && holding.since === 0) holding.since = place.position;
      holding.position = place.position;
      holding.tie = place.tie;
    }
  }

  /** Brings the contest bits up to date and writes everything. */
  async write(): Promise<void> {
    this.#contest();
    const all = [...this.#byObject.values()].flat();
    await this.#writeNew(all.filter(({ state }) => state === 'new'));
    await this.#writeChanged(all.filter(({ state }) => state === 'changed'));
    const gone = all.filter(({ state }) => state === 'gone').map(({ id }) => id);
    if (gone.length > 0) await execute(this.#commit.client, REMOVE, int8s(gone));
    await this.#writeMarks();
  }

  #contest(): void {
    for (const object of this.#contested) {
      const collections = new Map<number, Holding[]>();
      for (const holding of this.of(object)) {
        const siblings = collections.get(holding.collection) ?? [];
        collections.set(holding.collection, siblings);
        siblings.push(holding);
      }
      for (const siblings of collections.values()) {
        const bits = siblings.length === 1 ? null : contestBits(siblings);
        for (const holding of siblings) {
          const contest = (bits?.get(holding.id) ?? 0) | (holding.contest & CONTEST.embargo);
          if (contest === holding.contest) continue;
          holding.contest = contest;
          this.changed(holding);
        }
      }
    }
  }

  async #writeNew(holdings: readonly Holding[]): Promise<void> {
    if (holdings.length === 0) return;
    await execute(
      this.#commit.client,
      ADD,
      int8s(holdings.map((each) => each.id)),
      int4s(holdings.map((each) => each.collection)),
      int8s(holdings.map((each) => each.object)),
      int8s(holdings.map((each) => each.record)),
      int4s(holdings.map((each) => each.type)),
      int4s(holdings.map((each) => each.spec)),
      int4s(holdings.map((each) => each.label)),
      int4s(holdings.map((each) => each.size)),
      int8s(holdings.map((each) => each.position)),
      int8s(holdings.map((each) => each.tie)),
      int8s(holdings.map((each) => each.since)),
      int4s(holdings.map((each) => each.preference)),
      int4s(holdings.map((each) => each.contest)),
      texts(holdings.map((each) => each.sources.join(','))),
    );
  }

  async #writeChanged(holdings: readonly Holding[]): Promise<void> {
    if (holdings.length === 0) return;
    await execute(
      this.#commit.client,
      CHANGE,
      int8s(holdings.map((each) => each.id)),
      int4s(holdings.map((each) => each.label)),
      int8s(holdings.map((each) => each.position)),
      int8s(holdings.map((each) => each.tie)),
      int4s(holdings.map((each) => each.contest)),
      int4s(holdings.map((each) => each.preference)),
      texts(holdings.map((each) => each.sources.join(','))),
    );
  }

  /** Notes that the words of a record must name a label under which it now stands. */
  #mark(holding: Holding): void {
    const labels = this.#marks.get(holding.record) ?? new Set();
    this.#marks.set(holding.record, labels.add(holding.label));
  }

  /** Records whose words were written with their labels in this transaction. */
  forgetMarks(records: Iterable<number>): void {
    for (const record of records) this.#marks.delete(record);
  }

  async #writeMarks(): Promise<void> {
    const marks = [...this.#marks];
    if (marks.length === 0) return;
    await execute(
      this.#commit.client,
      MARK,
      int8s(marks.map(([record]) => record)),
      texts(marks.map(([, labels]) => lexemes([...labels].map(labelToken)))),
    );
  }

  #embargo(label: InternedLabel): number {
    return label.from !== null && label.from > this.#commit.now ? CONTEST.embargo : 0;
  }
}
