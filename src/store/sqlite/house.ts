/** A SQLite house behind the port, whatever thread its engines run in. */
import { randomUUID } from 'node:crypto';
import { assertAuthorised, authorise } from '../handle.ts';
import { Reservations } from '../ledger.ts';
import type {
  AuthorisedRecord,
  Chunk,
  Delivery,
  House,
  Operations,
  Reader,
  Relabel,
  Viewer,
  Writer,
} from '../port.ts';
import { copiedBytes } from './backup.ts';
import type { LongCall, ReadCall } from './engine.ts';
import type { FoundRecords } from './record-list.ts';
import type { FoundHandle } from './record-lookup.ts';
import type { Reoffered } from './reoffer.ts';
import type { Job } from './writer.ts';

/** Where jobs and calls run: in this thread or in workers. */
export interface Engines {
  write(job: Job): Promise<unknown>;
  read(call: ReadCall): Promise<unknown>;
  /** Runs beside readers and writers. */
  long(call: LongCall): Promise<unknown>;
  /** Bytes of the house file now. */
  fileBytes(): number;
  close(): Promise<void>;
}

/** Memberships that one job changes; more are split into several commits. */
const STEP = 1_000;
const PROGRESS_MS = 100;

export function houseOver(engines: Engines): House {
  return {
    kind: 'sqlite',
    readerFor: (viewer) => readerOver(engines, viewer),
    writer: writerOver(engines),
    operations: operationsOver(engines),
    close: () => engines.close(),
  };
}

function readerOver(engines: Engines, viewer: Viewer): Reader {
  const read = <Result>(call: ReadCall) => engines.read(call) as Promise<Result>;
  return {
    objects: (query) => read({ do: 'objects', viewer, query }),
    manifest: (query) => read({ do: 'manifest', viewer, query }),
    async records(query) {
      const found = await read<FoundRecords>({ do: 'records', viewer, query });
      const { organisation, records, ...rest } = found;
      return {
        ...rest,
        records: records.map(({ membership, own, ...record }) => ({
          ...record,
          handle: authorise(membership, organisation, own),
        })),
      };
    },
    async authorise(collection, id, match, format) {
      const call: ReadCall = { do: 'authorise', viewer, collection, format, id, match };
      const found = await read<FoundHandle[]>(call);
      return found.map((each) => authorise(each.membership, each.organisation, each.own));
    },
    counts: (collections) => read({ do: 'counts', viewer, collections }),
    conflicts: (limit) => read({ do: 'conflicts', viewer, limit }),
  };
}

function writerOver(engines: Engines): Writer {
  const write = <Result>(job: Job) => engines.write(job) as Promise<Result>;
  const reservations = new Reservations();
  return {
    receive: (head) => write({ do: 'receive', head }),
    append: (chunk: Chunk) => write({ do: 'append', chunk }),
    close: (parcel, digest, size, status) => write({ do: 'close', parcel, digest, size, status }),
    remove: (handles, entry) =>
      changeHandles(handles, (part) => write({ do: 'remove', handles: part, entry })),
    async erase(handles, entry) {
      const erase = (part: readonly FoundHandle[]) =>
        write<number>({ do: 'erase', handles: part, entry });
      const erased = await changeHandles(handles, erase);
      // In small steps, so that other writers are not held up.
      let steps = await write<number>({ do: 'purge', first: true });
      while (steps-- > 0 && (await write<number>({ do: 'purge', first: false })) > 0);
      return erased;
    },
    async relabel(changes, entry) {
      for (const part of steps(changes)) await write({ do: 'relabel', changes: part, entry });
    },
    release: (now, limit) => releaseInSteps(write, now, limit),
    async reoffer(organisation, before, after) {
      const about = { do: 'reoffer', organisation, before, after, limit: STEP } as const;
      let offered = 0;
      for (let until: number | undefined; ; ) {
        const job: Job = until === undefined ? about : { ...about, until };
        const step = await write<Reoffered>(job);
        offered += step.moved;
        until = step.until;
        if (step.moved < STEP) return offered;
      }
    },
    audit: (entry) => write({ do: 'audit', entry }),
    async deliver(delivery: Delivery) {
      if (reservations.covers(delivery)) return false;
      reservations.reserved(delivery, await write({ do: 'deliver', delivery }));
      return true;
    },
    saveStatus: (status) => write({ do: 'saveStatus', status }),
    retain: (now) => write({ do: 'retain', now }),
    takeOutbox: (limit) => write({ do: 'takeOutbox', limit }),
    doneOutbox: (ids) => write({ do: 'doneOutbox', ids }),
  };
}

/** Runs a change of handles in steps; returns the sum of what each step reports. */
async function changeHandles(
  handles: readonly AuthorisedRecord[],
  change: (part: readonly FoundHandle[]) => Promise<number>,
): Promise<number> {
  assertAuthorised(handles);
  let changed = 0;
  for (const part of steps(handles)) {
    const plain = part.map(({ membership, organisation, own }) => ({
      membership,
      organisation,
      own,
    }));
    changed += await change(plain);
  }
  return changed;
}

/** At least one step, so that a change of nothing still leaves its audit row. */
function steps<Item extends Relabel | AuthorisedRecord>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at === 0 || at < items.length; at += STEP) {
    parts.push(items.slice(at, at + STEP));
  }
  return parts;
}

async function releaseInSteps(
  write: <Result>(job: Job) => Promise<Result>,
  now: number,
  limit: number,
): Promise<{ readonly released: number; readonly nextDue?: number }> {
  let released = 0;
  for (;;) {
    const step = Math.min(STEP, limit - released);
    const done = await write<{ released: number; nextDue?: number }>({
      do: 'release',
      now,
      limit: step,
    });
    released += done.released;
    if (done.released < step || released >= limit) return { ...done, released };
  }
}

function operationsOver(engines: Engines): Operations {
  const read = <Result>(call: ReadCall) => engines.read(call) as Promise<Result>;
  const write = <Result>(job: Job) => engines.write(job) as Promise<Result>;
  const epochs = policyEpochs(read);
  return {
    directory: () => read({ do: 'directory' }),
    policyEpoch: () => epochs.current(),
    change: (changes, entry) => epochs.raised(write({ do: 'change', changes, entry })),
    state: () => read({ do: 'state' }),
    status: (id) => read({ do: 'status', id }),
    parcel: (id) => read({ do: 'parcel', id }),
    async *reassemble(parcel) {
      for (let sequence = 0; ; sequence++) {
        const bytes = await read<Uint8Array | null>({ do: 'chunk', parcel, sequence });
        if (bytes === null) return;
        if (bytes.length > 0) yield bytes;
      }
    },
    quarantine: (limit, after = 0) => read({ do: 'quarantine', after, limit }),
    auditTrail: (after, limit) => read({ do: 'auditTrail', after, limit }),
    definitions: (ids, organisations) => read({ do: 'definitions', ids, organisations }),
    referrers: (subject, after, limit) => read({ do: 'referrers', subject, after, limit }),
    members: (subject, after, limit) => read({ do: 'members', subject, after, limit }),
    ofObject: (collection, format, id) => read({ do: 'ofObject', collection, format, id }),
    handles: (memberships, organisation) =>
      memberships.map((membership) => authorise(membership, organisation, true)),
    keep: (name, value) => write({ do: 'keep', name, value }),
    forget: (name) => write({ do: 'forget', name }),
    kept: (prefix) => read({ do: 'kept', prefix }),
    secret: (name) => write({ do: 'secret', name }),
    integrity: () => engines.long({ do: 'integrity' }) as Promise<readonly string[]>,
    backup: (file, progress) => backup(engines, file, progress),
    startFeedEpoch: () => write({ do: 'startFeedEpoch', epoch: randomUUID() }),
  };
}

/**
 * The file is locked to this process, so nobody else can raise the epoch: it is asked for once.
 * After a failure it is asked for again, because a change may have been made all the same.
 */
function policyEpochs(read: (call: ReadCall) => Promise<number>) {
  let known: Promise<number> | null = null;
  const remember = (epoch: Promise<number>) => {
    known = epoch;
    epoch.catch(() => {
      if (known === epoch) known = null;
    });
    return epoch;
  };
  return {
    current: () => known ?? remember(read({ do: 'policyEpoch' })),
    async raised(change: Promise<number>) {
      // What is asked for meanwhile must not be remembered over the change.
      known = null;
      const epoch = await change.finally(() => {
        known = null;
      });
      return remember(Promise.resolve(epoch));
    },
  };
}

/** The engine reports nothing while it copies: the growing file tells how far it is. */
async function backup(
  engines: Engines,
  file: string,
  progress: ((done: number, total: number) => void) | undefined,
): Promise<number> {
  const total = engines.fileBytes();
  const report = () => progress?.(Math.min(copiedBytes(file), total), total);
  const timer = setInterval(report, PROGRESS_MS);
  try {
    const size = (await engines.long({ do: 'backup', file })) as number;
    progress?.(total, total);
    return size;
  } finally {
    clearInterval(timer);
  }
}
