/** This host as OVAL is given it: files only below the folders that the operator allowed. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import {
  arch,
  hostname,
  machine,
  networkInterfaces,
  platform,
  release,
  type,
  version,
} from 'node:os';
import { dirname, isAbsolute, resolve } from 'node:path';
import { CybexError } from '../core/error.ts';
import { LIMITS } from '../core/limits.ts';
import type {
  FileStatus,
  FileType,
  OvalHost,
  OvalSystemInfo,
  Refusal,
} from '../state/oval/index.ts';

export interface LocalHostOptions {
  /** Folders below which files may be read. */
  readonly paths: readonly string[];
  readonly dpkg: string | undefined;
  readonly rpm: string | undefined;
}

const DPKG_STATUS = '/var/lib/dpkg/status';

/** Throws CybexError `invalid-argument` where a folder that is allowed is not there. */
export function localHost({ paths, dpkg, rpm }: LocalHostOptions): OvalHost {
  const allowed = paths.map(allowedFolder);
  const isAllowed = (path: string) =>
    allowed.some((root) => path === root || root === '/' || path.startsWith(`${root}/`));
  return {
    allowed: [...new Set([...paths.map((path) => resolve(path)), ...allowed])],
    system: systemInfo(),
    uname: {
      machineClass: machine(),
      nodeName: hostname(),
      osName: type(),
      osRelease: release(),
      osVersion: version(),
      processorType: machine(),
    },
    family: familyOf(),
    environment: new Map(
      Object.entries(process.env).map(([name, value]) => [name, value ?? ''] as const),
    ),
    dpkgStatus: () => readWhole(dpkg ?? DPKG_STATUS),
    rpmPackages: () => (rpm === undefined ? 'missing' : readWhole(rpm)),
    status: (path) => guarded(path, isAllowed, () => statusOf(lstatSync(path))),
    leadsToDirectory: (path) => attempt(() => statSync(path).isDirectory()) === true,
    list: (path) => guarded(path, isAllowed, () => listed(path, isAllowed)),
    read: (path) => guarded(path, isAllowed, () => readAllowed(path, isAllowed)),
  };
}

function allowedFolder(path: string): string {
  try {
    return realpathSync(resolve(path));
  } catch (cause) {
    throw new CybexError('invalid-argument', `There is no folder ${path}.`, { cause });
  }
}

/** A path is judged by where it really lies: a link out of what is allowed leads nowhere. */
function guarded<Value>(
  path: string,
  isAllowed: (path: string) => boolean,
  work: () => Value | Refusal,
): Value | Refusal {
  if (!isAbsolute(path) || path.includes('\u0000')) return 'missing';
  const folder = attempt(() => realpathSync(dirname(path)));
  const itself = attempt(() => realpathSync(path));
  if (folder === null && itself === null) return isAllowed(resolve(path)) ? 'missing' : 'refused';
  const within = (folder !== null && isAllowed(folder)) || (itself !== null && isAllowed(itself));
  if (!within) return 'refused';
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
  }
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function listed(path: string, isAllowed: (path: string) => boolean): readonly string[] | Refusal {
  if (!isAllowed(realpathSync(path))) return 'refused';
  return readdirSync(path);
}

/** The file that the path really is, if it is one: a pipe or a device would not end. */
function readAllowed(path: string, isAllowed: (path: string) => boolean): Uint8Array | Refusal {
  const real = realpathSync(path);
  return isAllowed(real) ? readRegular(real) : 'refused';
}

function readRegular(path: string): Uint8Array | Refusal {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = fstatSync(file);
    const fits = status.isFile() && status.size <= LIMITS.inflate.bytes;
    return fits ? readFileSync(file) : 'unreadable';
  } finally {
    closeSync(file);
  }
}

function readWhole(path: string): Uint8Array | Refusal {
  try {
    return readFileSync(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

const TYPES: readonly (readonly [is: (stats: Stats) => boolean, type: FileType])[] = [
  [(stats) => stats.isDirectory(), 'directory'],
  [(stats) => stats.isSymbolicLink(), 'symbolic link'],
  [(stats) => stats.isBlockDevice(), 'block special'],
  [(stats) => stats.isCharacterDevice(), 'character special'],
  [(stats) => stats.isFIFO(), 'fifo'],
  [(stats) => stats.isSocket(), 'socket'],
];

function statusOf(stats: Stats): FileStatus {
  const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
  return {
    type: TYPES.find(([is]) => is(stats))?.[1] ?? 'regular',
    userId: stats.uid,
    groupId: stats.gid,
    accessed: seconds(stats.atimeMs),
    changed: seconds(stats.ctimeMs),
    modified: seconds(stats.mtimeMs),
    size: stats.size,
    mode: stats.mode & 0o7777,
    device: stats.dev,
  };
}

function familyOf(): string {
  const name = platform();
  if (name === 'win32') return 'windows';
  return name === 'darwin' ? 'macos' : 'unix';
}

function systemInfo(): OvalSystemInfo {
  const said = osRelease();
  const interfaces = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).map(({ address, mac }) => ({
      name,
      ip: address,
      mac: mac.toUpperCase().replaceAll(':', '-'),
    })),
  );
  return {
    osName: said.get('NAME') ?? type(),
    osVersion: said.get('VERSION') ?? release(),
    architecture: machine() || arch(),
    hostName: hostname(),
    interfaces,
  };
}

/** os-release(5): what the distribution calls itself. */
function osRelease(): ReadonlyMap<string, string> {
  const file = readWhole('/etc/os-release');
  const lines = typeof file === 'string' ? [] : new TextDecoder().decode(file).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const found = /^([A-Z_]+)="?(.*?)"?$/.exec(line);
      return found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const];
    }),
  );
}
