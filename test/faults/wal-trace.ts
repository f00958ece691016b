/**
 * What a trace of system calls (`strace -f -y -ttt`) of a PostgreSQL server tells of a commit: whether
 * its answer left after the write-ahead log that holds it was on the disk.
 */

export interface CommitSeen {
  /** Seconds since 1970, as the kernel's clock had them. */
  readonly asked: number;
  readonly answered: number;
  /** The mark was written to the log before a sync that began after COMMIT was asked, and ended. */
  readonly durable: boolean;
}

interface OpenCommit {
  readonly asked: number;
  durable: boolean;
}

interface Sync {
  readonly begun: number;
  /** The mark lay in the log when the sync began. */
  readonly covers: boolean;
}

const LINE = /^(\d+) +(\d+\.\d+) (.*)$/;
const LOG_WRITE = /^pwrite(?:64|v)\(\d+<[^>]*\/pg_wal\//;
const SYNC_BEGUN = /^(?:fsync|fdatasync)\(\d+<[^>]*\/pg_wal\//;
const SYNC_RESUMED = /^<\.\.\. (?:fsync|fdatasync) resumed>/;
const COMMIT_ASKED =
  /^(?:recvfrom|read|<\.\.\. (?:recvfrom|read) resumed>).*"Q\\0\\0\\0\\(?:v|13)COMMIT\\0"/;
const COMMIT_ANSWERED = /^(?:sendto|write)\(.*C\\0\\0\\0\\(?:v|13)COMMIT\\0/;

/** Every COMMIT of the trace, with what it says of the mark. */
export function commits(lines: readonly string[], mark: string): CommitSeen[] {
  const found: CommitSeen[] = [];
  const open = new Map<string, OpenCommit>();
  const syncs = new Map<string, Sync>();
  let written = false;
  for (const line of lines) {
    const [, process = '', at = '', call = ''] = LINE.exec(line) ?? [];
    const time = Number(at);
    if (LOG_WRITE.test(call)) written ||= call.includes(mark);
    else if (SYNC_BEGUN.test(call)) {
      const sync = { begun: time, covers: written };
      if (call.includes('<unfinished')) syncs.set(process, sync);
      else if (call.endsWith(' = 0')) ended(sync, open);
    } else if (SYNC_RESUMED.test(call)) {
      const sync = syncs.get(process);
      syncs.delete(process);
      if (sync !== undefined && call.endsWith(' = 0')) ended(sync, open);
    } else if (COMMIT_ASKED.test(call)) open.set(process, { asked: time, durable: false });
    else if (COMMIT_ANSWERED.test(call)) {
      const commit = open.get(process);
      open.delete(process);
      if (commit !== undefined) found.push({ ...commit, answered: time });
    }
  }
  return found;
}

/** Whoever syncs the log, a backend or the log's own writer, does it for every commit before it. */
function ended(sync: Sync, open: ReadonlyMap<string, OpenCommit>): void {
  for (const commit of open.values()) commit.durable ||= sync.covers && sync.begun >= commit.asked;
}
