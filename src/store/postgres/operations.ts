/** What the operator may do; nothing here reads a record for its content but the quarantine. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Micros } from '../../core/clock.ts';
import type { Issue } from '../../core/issue.ts';
import { ArchiveWriter } from '../archive.ts';
import { authorise } from '../handle.ts';
import type {
  AuditEntry,
  AuditRow,
  AuthorisedRecord,
  Directory,
  DirectoryChange,
  HouseState,
  Operations,
  Parcel,
  QuarantineRow,
  Relabelling,
  StatusRecord,
} from '../port.ts';
import { transfer } from '../transfer.ts';
import { type Connections, execute, reading, rowOf, rowsOf, sql, withSnapshot } from './connect.ts';
import { changeDirectory } from './directory-change.ts';
import { durabilityFindings } from './durability.ts';
import { findings } from './integrity.ts';
import { membersOf, ofObject, referrersOf } from './members.ts';
import { outgoingHouse } from './outgoing.ts';
import { parcelBytes } from './parcel-bytes.ts';
import { showParcel } from './parcels.ts';
import type { WriteQueue } from './queue.ts';
import { storable, texts } from './wire.ts';
import { keyToken, tsquery } from './words.ts';

const POLICY_EPOCH = sql('SELECT policy_epoch FROM house');
const STATE = sql(
  `SELECT h.id, h.schema, h.feed_epoch, h.policy_epoch, s.last_position, s.records,
     s.memberships, s.quarantined, s.leaves, s.bytes
   FROM house h, sequencer s`,
);
const STATUS = sql('SELECT body FROM status WHERE id = $1');
const QUARANTINE = sql(
  `SELECT f.id AS row, p.uuid AS parcel, p.received, p.organisation, f.path, f.name AS id,
     f.bytes, f.issues
   FROM refused f JOIN parcel p ON p.id = f.parcel WHERE f.id > $1 ORDER BY f.id LIMIT $2`,
);
const AUDIT = sql(
  `SELECT id, at, principal, organisation, action, subject, outcome, detail
   FROM audit WHERE id > $1 ORDER BY id LIMIT $2`,
);
const DEFINITIONS = sql(
  `SELECT DISTINCT ON (r.defines) r.defines AS marking, r.bytes
   FROM record r JOIN provenance v ON v.record = r.id JOIN parcel p ON p.id = v.parcel
   WHERE r.defines = ANY ($1::text[]) AND p.organisation = ANY ($2::text[]) AND NOT r.erased
   ORDER BY r.defines, array_position($2::text[], p.organisation), v.parcel DESC, v.sequence DESC,
     v.ordinal DESC`,
);
const KEEP = sql(
  `INSERT INTO kept (name, value) VALUES ($1, $2)
   ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
);
const FORGET = sql('DELETE FROM kept WHERE name = $1');
const KEPT = sql('SELECT name, value FROM kept WHERE starts_with(name, $1) ORDER BY name');
const SECRET = sql('SELECT bytes FROM secret WHERE name = $1');
const ADD_SECRET = sql(
  'INSERT INTO secret (name, bytes) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
);
const FEED_EPOCH = sql('UPDATE house SET feed_epoch = $1');

export class PostgresOperations implements Operations {
  readonly #connections: Connections;
  readonly #queue: WriteQueue;

  constructor(connections: Connections, queue: WriteQueue) {
    this.#connections = connections;
    this.#queue = queue;
  }

  directory(): Promise<Directory> {
    return this.#reading((runner) => this.#queue.tools.current.loadDirectory(runner));
  }

  async policyEpoch(): Promise<number> {
    const row = await this.#reading((runner) =>
      rowOf<{ policy_epoch: number }>(runner, POLICY_EPOCH),
    );
    return row.policy_epoch;
  }

  change(changes: readonly DirectoryChange[], entry: AuditEntry): Promise<number> {
    return changeDirectory(this.#queue, changes, entry);
  }

  async state(): Promise<HouseState> {
    interface Row extends Omit<HouseState, 'feedEpoch' | 'policyEpoch' | 'lastPosition'> {
      readonly feed_epoch: string;
      readonly policy_epoch: number;
      readonly last_position: Micros;
    }
    const row = await this.#reading((runner) => rowOf<Row>(runner, STATE));
    const { feed_epoch: feedEpoch, policy_epoch: policyEpoch, last_position: last, ...rest } = row;
    return { ...rest, feedEpoch, policyEpoch, lastPosition: last };
  }

  async status(id: string): Promise<StatusRecord | null> {
    const rows = await this.#reading((runner) => rowsOf<{ body: string }>(runner, STATUS, id));
    return rows[0] === undefined ? null : (JSON.parse(rows[0].body) as StatusRecord);
  }

  parcel(id: string): Promise<Parcel | null> {
    return this.#reading((runner) => showParcel(runner, id));
  }

  reassemble(parcel: string): AsyncIterable<Uint8Array> {
    return parcelBytes(this.#connections, parcel);
  }

  async quarantine(limit: number, after = 0): Promise<readonly QuarantineRow[]> {
    type Row = Omit<QuarantineRow, 'issues'> & { readonly issues: string };
    const rows = await this.#reading((runner) => rowsOf<Row>(runner, QUARANTINE, after, limit));
    return rows.map((row) => ({ ...row, issues: JSON.parse(row.issues) as Issue[] }));
  }

  async auditTrail(after: number, limit: number): Promise<readonly AuditRow[]> {
    type Row = Omit<AuditRow, 'detail'> & { readonly detail: string };
    const rows = await this.#reading((runner) => rowsOf<Row>(runner, AUDIT, after, limit));
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as AuditRow['detail'] }));
  }

  async definitions(ids: readonly string[], organisations: readonly string[]) {
    const rows = await this.#reading((runner) =>
      rowsOf<{ marking: string; bytes: Uint8Array }>(
        runner,
        DEFINITIONS,
        texts(ids),
        texts(organisations),
      ),
    );
    return new Map(rows.map(({ marking, bytes }) => [marking, bytes]));
  }

  referrers(marking: string, after: number, limit: number): Promise<readonly Relabelling[]> {
    const { current } = this.#queue.tools;
    const asked = tsquery([keyToken('pointsAt', marking)], null);
    return this.#reading(async (runner) => {
      await current.bringUpTo(runner);
      return referrersOf(runner, current, asked, after, limit);
    });
  }

  members(collection: string, after: number, limit: number): Promise<readonly Relabelling[]> {
    const { current } = this.#queue.tools;
    return this.#reading(async (runner) => {
      await current.bringUpTo(runner);
      return membersOf(runner, current, collection, after, limit);
    });
  }

  ofObject(collection: string, format: string, id: string): Promise<readonly Relabelling[]> {
    const { current } = this.#queue.tools;
    return this.#reading(async (runner) => {
      await current.bringUpTo(runner);
      return ofObject(runner, current, { collection, format, id });
    });
  }

  handles(memberships: readonly number[], organisation: string): readonly AuthorisedRecord[] {
    return memberships.map((membership) => authorise(membership, organisation, true));
  }

  async keep(name: string, value: unknown): Promise<void> {
    const body = JSON.stringify(value);
    await this.#queue.early((client) => execute(client, KEEP, storable(name), body));
  }

  async forget(name: string): Promise<void> {
    await this.#queue.early((client) => execute(client, FORGET, storable(name)));
  }

  async kept(prefix: string): Promise<ReadonlyMap<string, unknown>> {
    const rows = await this.#reading((runner) =>
      rowsOf<{ name: string; value: string }>(runner, KEPT, storable(prefix)),
    );
    return new Map(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  }

  /** Made on first use; two processes that ask at once get the same. */
  async secret(name: string): Promise<Uint8Array> {
    const find = () =>
      this.#reading((runner) => rowsOf<{ bytes: Uint8Array }>(runner, SECRET, name));
    const [known] = await find();
    if (known !== undefined) return known.bytes;
    const bytes = randomBytes(32);
    await this.#queue.early((client) => execute(client, ADD_SECRET, name, bytes));
    const [made] = await find();
    return made?.bytes ?? bytes;
  }

  integrity(): Promise<readonly string[]> {
    return withSnapshot(this.#connections, async (client) => [
      ...(await durabilityFindings(client)),
      ...(await findings(client)),
    ]);
  }

  /** One snapshot while writers go on; its form is that of archive.ts. */
  backup(file: string, progress?: (done: number, total: number) => void): Promise<number> {
    return withSnapshot(this.#connections, async (client) => {
      const archive = new ArchiveWriter(file);
      await transfer(outgoingHouse(client), archive, progress);
      return archive.size;
    });
  }

  async startFeedEpoch(): Promise<string> {
    const epoch = randomUUID();
    await this.#queue.early((client) => execute(client, FEED_EPOCH, epoch));
    return epoch;
  }

  #reading<T>(work: Parameters<typeof reading<T>>[1]): Promise<T> {
    return reading(this.#connections.work, work);
  }
}
