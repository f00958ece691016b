/**
 * The second part of storing chunks, under the sequencer's lock: what each item becomes, seen from
 * everything that committed before. The transaction writes it in one go for all chunks of a group.
 */
import { sha256 } from '../../core/digest.ts';
import type { InternedLabel } from '../label-book.ts';
import type { ItemOutcome, PlacedRecord } from '../port.ts';
import { shelfName } from '../shelf-name.ts';
import { writeChunks } from './chunk-rows.ts';
import type { Commit } from './commit.ts';
import { execute, rowsOf, sql } from './connect.ts';
import type { Current } from './current.ts';
import { type Holding, Holdings } from './holdings.ts';
import {
  isPlain,
  type Load,
  type PlacedItem,
  placedOf,
  type StoredRecord,
  type TakenIn,
} from './intake.ts';
import { raiseUncovered } from './members.ts';
import type { Names } from './names.ts';
import type { Terms } from './terms.ts';
import { int4s, int8s, texts } from './wire.ts';
import { factTokens, lexemes, vector } from './words.ts';

const TOMBSTONES = sql(
  `SELECT collection, record, organisation FROM tombstone WHERE record = ANY ($1::bigint[])`,
);
const DROP_TOMBSTONES = sql(
  `DELETE FROM tombstone t
   USING unnest($1::integer[], $2::bigint[], $3::integer[]) AS u (collection, record, organisation)
   WHERE t.collection = u.collection AND t.record = u.record AND t.organisation = u.organisation`,
);
const ERASED = sql('SELECT id FROM record WHERE id = ANY ($1::bigint[]) AND erased');
const REVIVE = sql(
  `UPDATE record SET bytes = $2, bytes_digest = $3, size = $4, plain = $5, title = $6,
     creator = $7, defines = $8, erased = false WHERE id = $1 AND erased`,
);
const REVIVE_FACT = sql(
  `INSERT INTO fact (record, words) VALUES ($1, ${vector('$2')})
   ON CONFLICT (record) DO NOTHING`,
);
const ADD_CONFLICTS = sql(
  `INSERT INTO conflict (object, version_key, at)
   SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[])
   ON CONFLICT (object, version_key) DO UPDATE SET at = excluded.at`,
);

interface Tombstone {
  readonly collection: number;
  readonly record: number;
  readonly organisation: number;
}

/** An item's outcome before its position is known. */
type Decision =
  | { readonly kind: 'duplicate' | 'refused' }
  | {
      readonly kind: 'stored' | 'relabelled' | 'restored';
      readonly holding: Holding;
      readonly conflict: boolean;
      /** It joined a membership that was there, and took no new place. */
      readonly joined?: boolean;
    };

/** One placed item with everything that its decision rests on. */
interface Placing {
  readonly load: Load;
  readonly item: PlacedRecord;
  readonly record: StoredRecord;
  readonly label: InternedLabel;
  readonly collection: number;
  readonly organisation: number;
}

export class Storing {
  readonly #commit: Commit;
  readonly #current: Current;
  readonly #terms: Terms;
  readonly #names: Names;
  readonly #records: ReadonlyMap<PlacedItem, StoredRecord>;
  /** Bytes that the chunks add to the house. */
  readonly #bytes: number;
  readonly #holdings: Holdings;
  readonly #tombstones = new Map<string, Tombstone>();
  readonly #restored: Tombstone[] = [];
  /** Size and digest of records that came back after their erasure, with the bytes of now. */
  readonly #revived = new Map<number, Pick<StoredRecord, 'size' | 'bytesDigest'>>();
  readonly #conflicts = new Map<string, { object: number; versionKey: string; at: number }>();

  constructor(
    commit: Commit,
    current: Current,
    names: Names,
    slotSecret: Uint8Array,
    { records, bytes }: TakenIn,
  ) {
    this.#commit = commit;
    this.#current = current;
    this.#terms = current.terms;
    this.#names = names;
    this.#records = records;
    this.#bytes = bytes;
    this.#holdings = new Holdings(commit, current.terms, slotSecret);
  }

  /** Decides and writes all items of these chunks; gives the outcomes chunk by chunk. */
  async store(loads: readonly Load[]): Promise<ItemOutcome[][]> {
    const records = [...new Set(this.#records.values())];
    await this.#holdings.load(
      records.filter(({ objectIsNew }) => !objectIsNew).map(({ object }) => object),
    );
    const known = records.filter(({ isNew }) => !isNew);
    if (known.length > 0) {
      await this.#loadTombstones(known);
      await this.#revive(known);
    }
    const decisions = loads.map((load) => this.#decideChunk(load));
    this.#holdings.settle();
    await raiseUncovered(this.#commit, this.#holdings, this.#current);
    this.#holdings.forgetMarks(records.filter(({ isNew }) => isNew).map(({ id }) => id));
    await this.#holdings.write();
    await this.#writeConflicts();
    await this.#dropTombstones();
    const outcomes = decisions.map((chunk) => chunk.map(outcomeOf));
    this.#witness(loads, decisions);
    await writeChunks(this.#commit.client, loads, outcomes);
    this.#commit.totals.records += records.filter(({ isNew }) => isNew).length;
    this.#commit.totals.bytes += this.#bytes;
    return outcomes;
  }

  #decideChunk(load: Load): Decision[] {
    const organisation = this.#terms.id(load.parcel.organisation) ?? -1;
    return load.chunk.items.map((item) => {
      if (item.kind === 'refused') {
        this.#commit.totals.quarantined += 1;
        return { kind: 'refused' };
      }
      const record = this.#records.get(item);
      if (record === undefined) throw new RangeError('an item was not taken in');
      const label = this.#names.label(item.label);
      const shelf = shelfName(load.parcel.collection, item.record.identity.format);
      const collection = this.#terms.id(shelf) ?? -1;
      return this.#decide({ load, item, record, label, collection, organisation });
    });
  }

  /** What becomes of one item: see STORE in docs/adr/0002 and the contract suite. */
  #decide(placing: Placing): Decision {
    const { item, record, collection, organisation, label } = placing;
    const same = this.#holdings
      .of(record.object)
      .filter((each) => each.record === record.id && each.collection === collection);
    const equal = same.find((each) => each.label === label.id);
    const mine = same.find((each) => each !== equal && each.sources.includes(organisation));
    if (equal !== undefined) {
      this.#holdings.addSource(equal, organisation);
      this.#holdings.prefer(equal, item.preference);
      if (mine === undefined) return { kind: 'duplicate' };
      // What a source says last of its record holds: an older label of its own goes.
      this.#holdings.withdraw(mine, organisation);
      return { kind: 'relabelled', holding: equal, conflict: false, joined: true };
    }
    if (mine === undefined) return this.#place(placing);
    if (mine.sources.length === 1) {
      this.#holdings.relabel(mine, label);
      this.#holdings.prefer(mine, item.preference);
      this.#move(mine, placing);
      return { kind: 'relabelled', holding: mine, conflict: false };
    }
    // Others brought it under the old label: theirs stays as it is.
    this.#holdings.withdraw(mine, organisation);
    return { ...this.#place(placing), kind: 'relabelled' };
  }

  #place(placing: Placing): Extract<Decision, { readonly holding: Holding }> {
    const { item, record, collection, organisation, label } = placing;
    const { identity } = record.decoded;
    const holding = this.#holdings.add(
      {
        collection,
        object: record.object,
        record: record.id,
        type: record.type,
        spec: record.spec,
        size: this.#bytesOf(record).size,
        creator: identity.creator ?? '',
        content: record.contentKey,
        bytesDigest: this.#bytesOf(record).bytesDigest,
        specVersion: identity.specVersion,
        version: identity.version,
        versionKey: identity.versionKey,
        preference: item.preference,
        sources: [organisation],
      },
      label,
    );
    this.#move(holding, placing);
    const conflict = this.#contradicts(holding, label);
    const tombstone = this.#tombstones.get(`${collection}/${record.id}/${organisation}`);
    if (tombstone === undefined) return { kind: 'stored', holding, conflict };
    this.#tombstones.delete(`${collection}/${record.id}/${organisation}`);
    this.#restored.push(tombstone);
    return { kind: 'restored', holding, conflict };
  }

  #bytesOf(record: StoredRecord): Pick<StoredRecord, 'size' | 'bytesDigest'> {
    return this.#revived.get(record.id) ?? record;
  }

  #move(holding: Holding, { load, record, label }: Placing): void {
    const { format, type, id } = record.decoded.identity;
    const { collection } = load.parcel;
    this.#holdings.move(holding, { collection, format, type, id, labelDigest: label.digest });
  }

  /** One creator, or one source, that says something else in the same version. */
  #contradicts(holding: Holding, label: InternedLabel): boolean {
    if (holding.versionKey === '') return false;
    const { owner } = label.label;
    const conflict = this.#holdings.of(holding.object).some((other) => {
      if (other.id === holding.id || other.content === holding.content) return false;
      if (other.versionKey !== holding.versionKey) return false;
      const creator = other.creator !== '' && other.creator === holding.creator;
      return creator || (owner !== '' && this.#names.ownerOf(other.label) === owner);
    });
    if (conflict) {
      const { object, versionKey, id: at } = holding;
      this.#conflicts.set(`${object}\n${versionKey}`, { object, versionKey, at });
    }
    return conflict;
  }

  /** Log leaves, audit row and outbox rows of each chunk. */
  #witness(loads: readonly Load[], decisions: readonly (readonly Decision[])[]): void {
    for (const [index, load] of loads.entries()) {
      const { chunk, parcel } = load;
      const chosen = decisions[index] ?? [];
      for (const [ordinal, item] of chunk.items.entries()) {
        const decision = chosen[ordinal];
        if (item.kind !== 'placed' || decision === undefined) continue;
        if ('holding' in decision) this.#leaf(load, item, decision);
        const { defines } = item.record.markings;
        if (defines !== undefined) {
          const { organisation } = parcel;
          this.#commit.outbox({ kind: 'definition', subject: defines.id, organisation });
        }
      }
      const stored = chosen.some((decision) => 'holding' in decision);
      if (stored)
        this.#commit.outbox({
          kind: 'stored',
          subject: parcel.uuid,
          organisation: parcel.organisation,
        });
      this.#commit.audit({
        principal: parcel.principal,
        organisation: parcel.organisation,
        action: 'chunk.store',
        subject: parcel.uuid,
        outcome: 'done',
        detail: {
          sequence: chunk.sequence,
          outcomes: tally(chosen.map(({ kind }) => kind)),
          rules: tally(placedOf(chunk).flatMap(({ rules }) => rules)),
        },
      });
    }
  }

  #leaf(
    { parcel }: Load,
    item: PlacedItem,
    { kind, holding, joined }: Extract<Decision, { readonly holding: Holding }>,
  ): void {
    const label = this.#names.label(item.label);
    const record = this.#records.get(item);
    if (record === undefined) throw new RangeError('an item was not taken in');
    this.#commit.leaf({
      kind: kind === 'relabelled' ? 'relabel' : 'record',
      position: joined ? this.#commit.end : holding.position,
      record: holding.record,
      bytesDigest: this.#bytesOf(record).bytesDigest,
      contentDigest: item.record.contentDigest,
      collection: { number: holding.collection, id: parcel.collection },
      label: { id: label.id, digest: label.digest },
      parcel: { number: parcel.number, uuid: parcel.uuid },
    });
  }

  async #loadTombstones(records: readonly StoredRecord[]): Promise<void> {
    const ids = int8s(records.map(({ id }) => id));
    for (const row of await rowsOf<Tombstone>(this.#commit.client, TOMBSTONES, ids)) {
      this.#tombstones.set(`${row.collection}/${row.record}/${row.organisation}`, row);
    }
  }

  async #dropTombstones(): Promise<void> {
    const rows = this.#restored;
    if (rows.length === 0) return;
    await execute(
      this.#commit.client,
      DROP_TOMBSTONES,
      int4s(rows.map((row) => row.collection)),
      int8s(rows.map((row) => row.record)),
      int4s(rows.map((row) => row.organisation)),
    );
  }

  /** A record that was erased and is posted again has its bytes and facts again. */
  async #revive(records: readonly StoredRecord[]): Promise<void> {
    const { client, totals } = this.#commit;
    const ids = int8s(records.map(({ id }) => id));
    const erased = new Set((await rowsOf<{ id: number }>(client, ERASED, ids)).map(({ id }) => id));
    for (const { id, decoded } of records) {
      if (!erased.has(id)) continue;
      const { bytes, facts, identity, markings } = decoded;
      const defines = markings.defines?.id ?? null;
      const digest = sha256(bytes);
      const size = bytes.length;
      const creator = identity.creator ?? '';
      await execute(
        client,
        REVIVE,
        id,
        bytes,
        digest,
        size,
        isPlain(bytes),
        facts.title,
        creator,
        defines,
      );
      await execute(client, REVIVE_FACT, id, lexemes(factTokens(facts)));
      this.#revived.set(id, { size, bytesDigest: digest });
      totals.records += 1;
      totals.bytes += size;
    }
  }

  async #writeConflicts(): Promise<void> {
    const rows = [...this.#conflicts.values()];
    if (rows.length === 0) return;
    await execute(
      this.#commit.client,
      ADD_CONFLICTS,
      int8s(rows.map((row) => row.object)),
      texts(rows.map((row) => row.versionKey)),
      int8s(rows.map((row) => row.at)),
    );
  }
}

function outcomeOf(decision: Decision): ItemOutcome {
  if (!('holding' in decision)) return { kind: decision.kind };
  const { kind, conflict, holding } = decision;
  const { position } = holding;
  return kind === 'stored' ? { kind, position, conflict } : { kind, position };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
