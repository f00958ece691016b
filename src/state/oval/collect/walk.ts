/** Finds the files that an object means by path and filename, or by filepath. */
import { LIMITS } from '../../../core/limits.ts';
import type { Comparison } from '../evaluate/state.ts';
import type { OvalEntity, OvalObject } from '../model.ts';
import { entityOf, exactValues, isMeant, Stopped } from './entity.ts';
import type { FileStatus, OvalHost, Refusal } from './host.ts';

export interface FoundFile {
  readonly directory: string;
  /** Null where the directory itself is meant. */
  readonly name: string | null;
  readonly status: FileStatus;
}

export interface Found {
  readonly files: readonly FoundFile[];
  /** Something that may be meant was outside what is allowed, or could not be read. */
  readonly partial: boolean;
}

/** Files of an object; `directories` also where a filename was asked for. */
export function findFiles(object: OvalObject, host: OvalHost, how: Comparison): Found {
  const walker = new Walker(host);
  if (object.entities.some(({ name }) => name === 'filepath')) {
    walker.filepath(entityOf(object, 'filepath', how), how);
  } else walker.pathAndName(object, how);
  return { files: walker.files, partial: walker.partial };
}

export function joined(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** `/etc/` is `/etc`; the root stays what it is. */
function trimmed(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
}

/** Directory that every match of an anchored pattern begins with: `/etc` of `^/etc/[a-z]+$`. */
export function literalDirectory(pattern: string): string {
  const found = /^\^((?:\/(?:[A-Za-z0-9_-]|\\\.)*)+)/.exec(pattern);
  if (found === null || pattern.includes('|')) return '/';
  const whole = (found[1] ?? '').replaceAll('\\', '');
  // The last step may go on: `^/etc/pass` is below /etc.
  const end = whole.lastIndexOf('/');
  return end <= 0 ? '/' : whole.slice(0, end);
}

class Walker {
  readonly files: FoundFile[] = [];
  partial = false;
  readonly #host: OvalHost;
  #visited = 0;

  constructor(host: OvalHost) {
    this.#host = host;
  }

  filepath(stated: OvalEntity, how: Comparison): void {
    const exact = exactValues(stated, how);
    if (exact !== null) {
      for (const path of exact) {
        const cut = path.lastIndexOf('/');
        this.#take(path.slice(0, Math.max(cut, 1)), path.slice(cut + 1));
      }
      return;
    }
    for (const directory of this.#search(stated, how)) {
      for (const name of this.#names(directory)) {
        if (isMeant(joined(directory, name), stated, how)) this.#take(directory, name);
      }
    }
  }

  pathAndName(object: OvalObject, how: Comparison): void {
    const path = entityOf(object, 'path', how);
    const filename = entityOf(object, 'filename', how);
    for (const directory of this.#directories(path, object, how)) {
      if (filename.nil) this.#take(directory, null);
      else {
        const exact = exactValues(filename, how);
        for (const name of exact ?? this.#names(directory)) {
          if (exact !== null || isMeant(name, filename, how)) this.#take(directory, name);
        }
      }
    }
  }

  /** Files are files: what is a directory is not one, unless it was asked for. */
  #take(directory: string, name: string | null): void {
    const path = name === null ? directory : joined(directory, name);
    const status = this.#host.status(path);
    if (typeof status === 'string') {
      this.#refused(status);
      return;
    }
    if (name === null ? status.type !== 'directory' : status.type === 'directory') return;
    if (this.files.length >= LIMITS.oval.itemsPerObject) {
      throw new Stopped('error', 'More files than the bound.');
    }
    this.files.push({ directory, name, status });
  }

  #refused(refusal: Refusal): void {
    if (refusal !== 'missing') this.partial = true;
  }

  #names(directory: string): readonly string[] {
    const names = this.#host.list(directory);
    if (typeof names !== 'string') return [...names].sort();
    this.#refused(names);
    return [];
  }

  #directories(path: OvalEntity, object: OvalObject, how: Comparison): Iterable<string> {
    const exact = exactValues(path, how);
    if (exact === null) {
      return [...this.#search(path, how)].filter((each) => isMeant(each, path, how));
    }
    const { behaviors } = object;
    const direction = behaviors.get('recurse_direction') ?? 'none';
    const given = Number(behaviors.get('max_depth') ?? '-1');
    const depth = given < 0 ? Number.POSITIVE_INFINITY : given;
    const made = new Set<string>();
    for (const each of exact) {
      const start = trimmed(each);
      if (direction === 'up') for (const up of parents(start, depth)) made.add(up);
      else if (direction === 'down') {
        for (const down of this.#below(start, depth, behaviors)) made.add(down);
      } else made.add(start);
    }
    return made;
  }

  /** Every directory that may match: below what is fixed of the pattern, within what is allowed. */
  *#search(stated: OvalEntity, how: Comparison): Generator<string> {
    const start =
      stated.operation === 'pattern match' && stated.varRef === ''
        ? literalDirectory(stated.value)
        : '/';
    void how;
    const roots = this.#host.allowed;
    const within = roots.some((root) => isBelow(start, root));
    const starts = within ? [start] : roots.filter((root) => isBelow(root, start));
    if (!within) this.partial = true;
    for (const each of starts) yield* this.#below(each, Number.POSITIVE_INFINITY, new Map());
  }

  /** A directory and those below it; links are followed where the behaviors say so. */
  *#below(start: string, depth: number, behaviors: ReadonlyMap<string, string>): Generator<string> {
    const first = this.#host.status(start);
    if (typeof first === 'string') {
      this.#refused(first);
      return;
    }
    const recurse = behaviors.get('recurse') ?? 'symlinks and directories';
    // A search by pattern follows no link: what a link leads to has a path of its own.
    const links = behaviors.size > 0 && recurse.includes('symlinks');
    const directories = recurse.includes('directories') || recurse === 'none';
    const defined = behaviors.get('recurse_file_system') === 'defined';
    const open: { path: string; depth: number }[] = [{ path: start, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (++this.#visited > LIMITS.oval.itemsPerObject) {
        this.partial = true;
        return;
      }
      yield next.path;
      if (next.depth >= depth) continue;
      for (const name of [...this.#names(next.path)].reverse()) {
        const path = joined(next.path, name);
        const status = this.#host.status(path);
        if (typeof status === 'string') this.#refused(status);
        else if (defined && status.device !== first.device) continue;
        else if (this.#leads(path, status, links, directories, next.depth)) {
          open.push({ path, depth: next.depth + 1 });
        }
      }
    }
  }

  #leads(
    path: string,
    { type }: FileStatus,
    links: boolean,
    directories: boolean,
    depth: number,
  ): boolean {
    if (type === 'directory') return directories;
    // A link may lead back up: rows of links have a bound.
    return type === 'symbolic link' && links && depth < LINKS && this.#host.leadsToDirectory(path);
  }
}

/** How deep links are followed. */
const LINKS = 16;

function isBelow(path: string, root: string): boolean {
  return path === root || root === '/' || path.startsWith(`${root}/`);
}

function* parents(start: string, depth: number): Generator<string> {
  let at = start;
  for (let i = 0; i <= depth; i++) {
    yield at;
    if (at === '/') return;
    at = at.slice(0, Math.max(at.lastIndexOf('/'), 1));
  }
}
