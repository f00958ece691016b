/** What becomes of memberships after they were stored, each in a transaction of its own. */
import type { Clock, Micros } from '../../core/clock.ts';
import type { Principal } from '../../core/principal.ts';
import { assertAuthorised } from '../handle.ts';
import type { InternedLabel } from '../label-book.ts';
import { LEAF_KINDS } from '../log-leaf.ts';
import type { AuditEntry, AuthorisedRecord, Relabel, Sees } from '../port.ts';
import type { Commit } from './commit.ts';
import { type Connections, execute, reading, rowOf, rowsOf, sql } from './connect.ts';
import { type Holding, Holdings } from './holdings.ts';
import { type Member, memberLeaf, moveMember, raiseUncovered, readMembers } from './members.ts';
import type { WriteQueue } from './queue.ts';
import { SHELF_OF } from './shelves.ts';
import { int4s, int8s } from './wire.ts';

/** Memberships that one transaction moves; well below the slots of its interval. */
const BATCH = 1_000;

const ADD_TOMBSTONES = sql(
  `INSERT INTO tombstone (collection, record, organisation, at)
   SELECT collection, record, organisation, $4
   FROM unnest($1::integer[], $2::bigint[], $3::integer[]) AS u (collection, record, organisation)
   ON CONFLICT (record, collection, organisation) DO UPDATE SET at = excluded.at`,
);
const DUE = sql(
  `SELECT m.id FROM membership m JOIN label l ON l.id = m.label
   WHERE m.contest & 16 <> 0 AND l.starts <= $1 ORDER BY l.starts, m.id LIMIT $2`,
);
const NEXT_DUE = sql(
  `SELECT min(l.starts) AS next FROM membership m JOIN label l ON l.id = m.label
   WHERE m.contest & 16 <> 0`,
);
const FOLLOWED = sql(
  `SELECT s.id AS shelf, f.through FROM (
     SELECT c.text AS collection, max(l.through) AS through
     FROM ledger l JOIN term c ON c.id = l.collection
     WHERE l.principal = ANY ($1::text[]) GROUP BY c.text
   ) f JOIN term s ON ${SHELF_OF('f.collection')}`,
);
const PASSED = sql(
  `SELECT m.id FROM unnest($2::integer[]) AS u (label) CROSS JOIN LATERAL (
     SELECT m.id, m.position FROM membership m
     WHERE m.collection = $1 AND m.label = u.label AND m.position <= $3
     ORDER BY m.position LIMIT $4
   ) m LIMIT $4`,
);
const LAST_RULE = sql(
  `SELECT position FROM leaf WHERE kind = ${LEAF_KINDS.indexOf('rule')} ORDER BY index DESC LIMIT 1`,
);
const RECORD_MEMBERS = sql('SELECT id FROM membership WHERE record = ANY ($1::bigint[])');
const ERASE = [
  sql('DELETE FROM fact WHERE record = ANY ($1::bigint[])'),
  sql('UPDATE leaf SET salt = NULL WHERE record = ANY ($1::bigint[]) AND salt IS NOT NULL'),
];
/**
 * A delivery's bytes that were erased are empty, as no record is: were they only gone, the bytes of
 * a later delivery of the same content would stand for them.
 */
const ERASE_COPIES = sql(
  `WITH copies AS (
     SELECT parcel, sequence, ordinal, coalesce(length(bytes), 0) AS size FROM provenance
     WHERE record = ANY ($1::bigint[]) AND bytes IS DISTINCT FROM ''
   ), erased AS (
     UPDATE provenance p SET bytes = '' FROM copies c
     WHERE (p.parcel, p.sequence, p.ordinal) = (c.parcel, c.sequence, c.ordinal)
   ) SELECT size FROM copies`,
);
const ERASE_RECORDS = sql(
  `UPDATE record SET bytes = NULL, title = '', creator = '', defines = NULL,
     erased = true
   WHERE id = ANY ($1::bigint[]) AND NOT erased RETURNING size`,
);

interface Touched {
  readonly member: Member;
  readonly holding: Holding;
}

export class Changes {
  readonly #queue: WriteQueue;
  readonly #connections: Connections;
  readonly #clock: Clock;
  readonly #sees: Sees;

  constructor(queue: WriteQueue, connections: Connections, clock: Clock, sees: Sees) {
    this.#queue = queue;
    this.#connections = connections;
    this.#clock = clock;
    this.#sees = sees;
  }

  /** Takes away what the caller's organisation added; what nobody else added goes. */
  async remove(handles: readonly AuthorisedRecord[], entry: AuditEntry): Promise<number> {
    assertAuthorised(handles);
    const own = new Map(handles.filter((each) => each.own).map((each) => [each.membership, each]));
    return this.#queue.alone(async (commit) => {
      const { holdings, touched } = await this.#touch(commit, [...own.keys()]);
      const tombstones: Tombstone[] = [];
      let removed = 0;
      for (const { member, holding } of touched) {
        const { terms } = this.#queue.tools.current;
        const organisation = terms.id(own.get(member.id)?.organisation ?? '') ?? -1;
        if (!holdings.withdraw(holding, organisation)) continue;
        removed += 1;
        commit.leaf(memberLeaf('removal', commit, this.#queue.tools.current, member, holding));
        if (holding.state !== 'gone') continue;
        tombstones.push({ collection: holding.collection, record: holding.record, organisation });
      }
      await raiseUncovered(commit, holdings, this.#queue.tools.current);
      await this.#bury(commit, tombstones);
      await holdings.write();
      commit.audit(entry);
      return removed;
    });
  }

  async relabel(changes: readonly Relabel[], entry: AuditEntry): Promise<void> {
    for (let from = 0; from === 0 || from < changes.length; from += BATCH) {
      await this.#relabelBatch(changes.slice(from, from + BATCH), entry);
    }
  }

  #relabelBatch(changes: readonly Relabel[], entry: AuditEntry): Promise<void> {
    const { names, current } = this.#queue.tools;
    const labels = new Map(changes.map(({ handle, label }) => [handle, label]));
    return this.#queue.alone(
      async (commit) => {
        const { holdings, touched } = await this.#touch(commit, [...labels.keys()]);
        const moved: Touched[] = [];
        for (const { member, holding } of touched) {
          const label = labels.get(member.id);
          if (label === undefined) continue;
          const interned = names.label(label);
          if (holding.label === interned.id) continue;
          const stays = this.#relabelOne(holdings, holding, interned);
          moveMember(holdings, current, member, stays);
          moved.push({ member, holding: stays });
        }
        holdings.settle();
        for (const { member, holding } of moved) {
          commit.leaf(memberLeaf('relabel', commit, current, member, holding));
        }
        await raiseUncovered(commit, holdings, current);
        await holdings.write();
        const reasons = [...new Set(changes.map(({ reason }) => reason))];
        commit.audit({ ...entry, detail: { ...entry.detail, reasons, count: touched.length } });
      },
      async (client) => {
        const members = await readMembers(client, [...labels.keys()]);
        const placed = members.flatMap(({ id, shelf }) => {
          const label = labels.get(id);
          return label === undefined ? [] : [{ shelf, label }];
        });
        await names.ensure(client, [], placed);
      },
    );
  }

  /** The membership that then carries the label: where the same content does already, that one. */
  #relabelOne(holdings: Holdings, holding: Holding, label: InternedLabel): Holding {
    const same = holdings
      .of(holding.object)
      .find(
        (each) =>
          each.record === holding.record &&
          each.collection === holding.collection &&
          each.label === label.id,
      );
    if (same === undefined) {
      holdings.relabel(holding, label);
      return holding;
    }
    for (const source of holding.sources) holdings.addSource(same, source);
    holdings.prefer(same, holding.preference);
    holdings.remove(holding);
    return same;
  }

  /** Ends the embargoes that are due; each gets a new place, so that followers come by it. */
  release(now: Micros, limit: number) {
    return this.#queue.alone(async (commit) => {
      const most = Math.max(0, Math.min(limit, BATCH));
      const due = await rowsOf<{ id: number }>(commit.client, DUE, now, most);
      const released = await this.#offerAnew(
        commit,
        due.map(({ id }) => id),
        'release',
      );
      const { next } = await rowOf<{ next: Micros | null }>(commit.client, NEXT_DUE);
      return { released, ...(next !== null && { nextDue: next }) };
    });
  }

  /**
   * Offers anew, where the organisation follows, what it sees now and did not see before. What comes
   * after the change of the rules is seen where it stands: the offer ends there.
   */
  async reoffer(organisation: string, before: Principal, after: Principal): Promise<number> {
    const { followed, end } = await this.#followed(organisation, before, after);
    const labels = this.#newlySeen(before, after);
    if (labels.length === 0) return 0;
    let offered = 0;
    for (const { shelf, through } of followed) {
      for (let moved = BATCH; moved === BATCH; offered += moved) {
        moved = await this.#queue.alone(async (commit) => {
          const passed = await rowsOf<{ id: number }>(
            commit.client,
            PASSED,
            shelf,
            int4s(labels),
            Math.min(through, end),
            BATCH,
          );
          return this.#offerAnew(
            commit,
            passed.map(({ id }) => id),
            'release',
          );
        });
      }
    }
    return offered;
  }

  /** Where its persons follow, through where by the ledger; and the last change of the rules. */
  #followed(organisation: string, before: Principal, after: Principal) {
    const { current } = this.#queue.tools;
    return reading(this.#connections.work, async (runner) => {
      await current.bringUpTo(runner);
      const persons = current.directory?.persons ?? [];
      const own = persons.filter((each) => each.organisation === organisation);
      const ids = new Set([organisation, before.id, after.id, ...own.map(({ id }) => id)]);
      const followed = await rowsOf<{ shelf: number; through: Micros }>(runner, FOLLOWED, [...ids]);
      const [rule] = await rowsOf<{ position: Micros }>(runner, LAST_RULE);
      return { followed, end: rule?.position ?? Number.MAX_SAFE_INTEGER };
    });
  }

  #newlySeen(before: Principal, after: Principal): number[] {
    const { book } = this.#queue.tools.current;
    const labels: number[] = [];
    for (let id = 1; id <= book.highest; id++) {
      const label = book.get(id)?.label;
      if (label === undefined || this.#sees(before, label, 'feed')) continue;
      if (this.#sees(after, label, 'feed')) labels.push(id);
    }
    return labels;
  }

  async #offerAnew(commit: Commit, ids: readonly number[], kind: 'release'): Promise<number> {
    const { current } = this.#queue.tools;
    const { holdings, touched } = await this.#touch(commit, ids);
    for (const { member, holding } of touched) {
      const from = current.book.get(holding.label)?.from ?? null;
      if (from === null || from <= this.#clock.now()) holdings.release(holding);
      moveMember(holdings, current, member, holding);
    }
    holdings.settle();
    for (const { member, holding } of touched) {
      commit.leaf(memberLeaf(kind, commit, current, member, holding));
    }
    await holdings.write();
    return touched.length;
  }

  /** Erases bytes, facts, words and salts of the records behind these handles, everywhere. */
  async erase(handles: readonly AuthorisedRecord[], entry: AuditEntry): Promise<number> {
    assertAuthorised(handles);
    const { current } = this.#queue.tools;
    return this.#queue.alone(async (commit) => {
      const { client, totals } = commit;
      const named = await readMembers(
        client,
        handles.map((each) => each.membership),
      );
      const records = int8s([...new Set(named.map(({ record }) => record))]);
      const ids = await rowsOf<{ id: number }>(client, RECORD_MEMBERS, records);
      const { holdings, touched } = await this.#touch(
        commit,
        ids.map(({ id }) => id),
      );
      const tombstones: Tombstone[] = [];
      for (const { member, holding } of touched) {
        const { collection, record, sources } = holding;
        tombstones.push(...sources.map((organisation) => ({ collection, record, organisation })));
        holdings.remove(holding, 'erasure');
        commit.leaf(memberLeaf('erasure', commit, current, member, holding));
      }
      await raiseUncovered(commit, holdings, current);
      await this.#bury(commit, tombstones);
      await holdings.write();
      for (const statement of ERASE) await execute(client, statement, records);
      const erased = await rowsOf<{ size: number }>(client, ERASE_RECORDS, records);
      totals.records -= erased.length;
      const copies = await rowsOf<{ size: number }>(client, ERASE_COPIES, records);
      totals.bytes -= [...erased, ...copies].reduce((sum, { size }) => sum + size, 0);
      commit.audit(entry);
      return touched.length;
    });
  }

  /** The holdings of these memberships, with all their siblings, in a commit. */
  async #touch(commit: Commit, ids: readonly number[]) {
    const { current, slotSecret } = this.#queue.tools;
    const holdings = new Holdings(commit, current.terms, slotSecret);
    if (ids.length === 0) return { holdings, touched: [] };
    const members = await readMembers(commit.client, ids);
    await holdings.load(members.map(({ object }) => object));
    const touched = members.flatMap((member): Touched[] => {
      const holding = holdings.find(member.object, member.id);
      return holding === undefined ? [] : [{ member, holding }];
    });
    return { holdings, touched };
  }

  async #bury(commit: Commit, tombstones: readonly Tombstone[]): Promise<void> {
    if (tombstones.length === 0) return;
    await execute(
      commit.client,
      ADD_TOMBSTONES,
      int4s(tombstones.map((each) => each.collection)),
      int8s(tombstones.map((each) => each.record)),
      int4s(tombstones.map((each) => each.organisation)),
      commit.now,
    );
  }
}

interface Tombstone {
  readonly collection: number;
  readonly record: number;
  readonly organisation: number;
}
