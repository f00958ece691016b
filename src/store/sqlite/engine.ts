/** What a reading connection answers, as data that can cross to another thread. */
import type { Micros } from '../../core/clock.ts';
import type { PageQuery, RecordQuery, Sees, Viewer } from '../port.ts';
import { backupInto } from './backup.ts';
import type { Database } from './driver.ts';
import { Inspection } from './inspection.ts';
import { integrityOf } from './integrity.ts';
import { SqliteReader } from './reader.ts';
import type { Asked } from './record-lookup.ts';

export type ReadCall =
  | { readonly do: 'objects' | 'manifest'; readonly viewer: Viewer; readonly query: PageQuery }
  | { readonly do: 'records'; readonly viewer: Viewer; readonly query: RecordQuery }
  | ({
      readonly do: 'authorise';
      readonly viewer: Viewer;
    } & Asked)
  | { readonly do: 'counts'; readonly viewer: Viewer; readonly collections: readonly string[] }
  | { readonly do: 'conflicts'; readonly viewer: Viewer; readonly limit: number }
  | { readonly do: 'directory' | 'policyEpoch' | 'state' }
  | { readonly do: 'status' | 'parcel'; readonly id: string }
  | { readonly do: 'chunk'; readonly parcel: string; readonly sequence: number }
  | { readonly do: 'quarantine' | 'auditTrail'; readonly after: number; readonly limit: number }
  | {
      readonly do: 'definitions';
      readonly ids: readonly string[];
      readonly organisations: readonly string[];
    }
  | {
      readonly do: 'referrers' | 'members';
      readonly subject: string;
      readonly after: number;
      readonly limit: number;
    }
  | {
      readonly do: 'ofObject';
      readonly collection: string;
      readonly format: string;
      readonly id: string;
    }
  | { readonly do: 'kept'; readonly prefix: string }
  | LongCall;

/** Calls that take long: they get a thread of their own. */
export type LongCall =
  | { readonly do: 'integrity' }
  | { readonly do: 'backup'; readonly file: string };

export class ReadEngine {
  readonly #database: Database;
  readonly #reader: SqliteReader;
  readonly #inspection: Inspection;

  constructor(database: Database, sees: Sees) {
    this.#database = database;
    this.#reader = new SqliteReader(database, sees);
    this.#inspection = new Inspection(database, this.#reader.snapshots);
  }

  run(call: ReadCall, now: Micros): unknown {
    switch (call.do) {
      case 'objects':
        return this.#reader.objects(call.viewer, call.query, now);
      case 'manifest':
        return this.#reader.manifest(call.viewer, call.query, now);
      case 'records':
        return this.#reader.records(call.viewer, call.query, now);
      case 'authorise':
        return this.#reader.authorise(call.viewer, call, now);
      case 'counts':
        return this.#reader.counts(call.viewer, call.collections, now);
      case 'conflicts':
        return this.#reader.conflicts(call.viewer, call.limit, now);
      default:
        return this.#inspect(call);
    }
  }

  #inspect(call: Exclude<ReadCall, { readonly viewer: Viewer }>): unknown {
    switch (call.do) {
      case 'directory':
        return this.#inspection.directory();
      case 'policyEpoch':
        return this.#inspection.policyEpoch();
      case 'state':
        return this.#inspection.state();
      case 'status':
        return this.#inspection.status(call.id);
      case 'parcel':
        return this.#inspection.parcel(call.id);
      case 'chunk':
        return this.#inspection.chunk(call.parcel, call.sequence);
      case 'quarantine':
        return this.#inspection.quarantine(call.limit, call.after);
      case 'auditTrail':
        return this.#inspection.auditTrail(call.after, call.limit);
      case 'definitions':
        return this.#inspection.definitions(call.ids, call.organisations);
      case 'referrers':
        return this.#inspection.referrers(call.subject, call.after, call.limit);
      case 'members':
        return this.#inspection.members(call.subject, call.after, call.limit);
      case 'ofObject':
        return this.#inspection.ofObject(call.collection, call.format, call.id);
      case 'kept':
        return this.#inspection.kept(call.prefix);
      case 'integrity':
        return this.#reader.snapshots.take(0, () => integrityOf(this.#database, this.#inspection));
      case 'backup':
        return backupInto(this.#database, call.file);
    }
  }
}
