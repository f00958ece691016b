/** What a trace of system calls (`strace -f -y`) tells of requests and their acknowledgements. */

export interface Acknowledged {
  readonly path: string;
  /** Between reading the request and writing its acknowledgement. */
  readonly logWrites: number;
  readonly syncs: number;
  /** A page that holds the mark was written to the log, and the log was synced after that. */
  readonly durable: boolean;
}

interface Open {
  readonly path: string;
  readonly mark: string;
  logWrites: number;
  syncs: number;
  /** A page with the mark lies in the log; nobody knows whether it is on the disk. */
  written: boolean;
  durable: boolean;
}

const REQUEST = /\bread(?:\(| resumed).*"POST (\S+) HTTP/;
/** The status of TAXII; the line of an import that tells what was stored. */
const ACKNOWLEDGED = /\b(?:write|writev|sendto|sendmsg)\(.*(?:"HTTP\/1\.1 202|\{\\"report\\")/;
const LOG_WRITE = /\bpwrite(?:64|v)\([0-9]+<[^>]*-wal>/;
const SYNC_BEGUN = /^(\d+) .*\b(?:fsync|fdatasync)\([0-9]+<[^>]*-wal>/;
const SYNC_RESUMED = /^(\d+) .*<\.\.\. (?:fsync|fdatasync) resumed>.*= 0$/;

/**
 * Requests one after the other: of several at once nobody could say which call serves which. Each
 * brings a text of its own, the mark, which is looked for in the pages of the log: other commits of
 * the hub's own go on meanwhile, and their syncs prove nothing.
 */
export function acknowledgements(
  lines: readonly string[],
  marks: readonly string[],
): Acknowledged[] {
  const found: Acknowledged[] = [];
  const syncing = new Set<string>();
  let open: Open | null = null;
  for (const line of lines) {
    const path = REQUEST.exec(line)?.[1];
    const mark = marks[found.length];
    if (path !== undefined && mark !== undefined) open = opened(path, mark);
    const synced = syncEnded(line, syncing);
    if (open === null) continue;
    if (LOG_WRITE.test(line)) {
      open.logWrites++;
      open.written ||= line.includes(open.mark);
    }
    if (synced) {
      open.syncs++;
      open.durable ||= open.written;
    }
    if (!ACKNOWLEDGED.test(line)) continue;
    const { logWrites, syncs, durable } = open;
    found.push({ path: open.path, logWrites, syncs, durable });
    open = null;
  }
  return found;
}

function opened(path: string, mark: string): Open {
  return { path, mark, logWrites: 0, syncs: 0, written: false, durable: false };
}

/** A sync counts when the kernel has answered it; a call may be told in two lines. */
function syncEnded(line: string, syncing: Set<string>): boolean {
  const begun = SYNC_BEGUN.exec(line)?.[1];
  if (begun !== undefined) {
    if (!line.includes('<unfinished')) return line.endsWith('= 0');
    syncing.add(begun);
    return false;
  }
  const resumed = SYNC_RESUMED.exec(line)?.[1];
  return resumed !== undefined && syncing.delete(resumed);
}
