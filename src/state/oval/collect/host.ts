/** What a collector is given of a host. The reader opens nothing itself: whoever runs it does. */
import type { OvalSystemInfo } from '../characteristics.ts';

/** Why something of a host was not given. */
export type Refusal =
  /** It is not there. */
  | 'missing'
  /** It is outside what was allowed to be read. */
  | 'refused'
  /** It is there and could not be read. */
  | 'unreadable';

export type FileType =
  | 'regular'
  | 'directory'
  | 'symbolic link'
  | 'block special'
  | 'character special'
  | 'fifo'
  | 'socket';

export interface FileStatus {
  readonly type: FileType;
  readonly userId: number;
  readonly groupId: number;
  /** Seconds since 1970. */
  readonly accessed: number;
  readonly changed: number;
  readonly modified: number;
  readonly size: number;
  /** Permissions as of chmod(1), with the bits of suid, sgid and sticky. */
  readonly mode: number;
  readonly device: number;
}

export interface Uname {
  readonly machineClass: string;
  readonly nodeName: string;
  readonly osName: string;
  readonly osRelease: string;
  readonly osVersion: string;
  readonly processorType: string;
}

/** The parts of a host that can be collected. */
export interface OvalHost {
  readonly system: OvalSystemInfo;
  readonly uname: Uname;
  /** A word of FamilyEnumeration. */
  readonly family: string;
  readonly environment: ReadonlyMap<string, string>;
  /** The file of dpkg that says what is installed. */
  dpkgStatus(): Uint8Array | Refusal;
  /**
   * Installed packages of rpm, one line each: name, epoch, version, release, architecture, id of
   * the signing key, between bars.
   */
  rpmPackages(): Uint8Array | Refusal;
  /** Of the file itself, not of what a link leads to. */
  status(path: string): FileStatus | Refusal;
  /** Whether a link leads to a directory. */
  leadsToDirectory(path: string): boolean;
  /** Names in a directory, in any order. */
  list(directory: string): readonly string[] | Refusal;
  read(path: string): Uint8Array | Refusal;
  /** Directories below which files may be read, absolute and without a slash in the end. */
  readonly allowed: readonly string[];
}
