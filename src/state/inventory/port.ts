/** What an inventory reads from: the leaf opens nothing itself. */

export interface FolderEntry {
  readonly name: string;
  /** Links are never followed: they may lead out of what is looked at, or around in it. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** Paths are relative to what is looked at, with slashes and without one at either end. */
export interface FilePort {
  /** Null where it is no folder or cannot be read. */
  list(path: string): Promise<readonly FolderEntry[] | null>;
  /** The whole file; null where it cannot be read or has more than `most` bytes. */
  read(path: string, most: number): Promise<Uint8Array | null>;
  /** Whether somebody may run the file; without, no program is looked into. */
  readonly executable?: (path: string) => Promise<boolean>;
  /** Raw DEFLATE (RFC 1951); null where it is damaged or unpacks to more than `most` bytes. */
  readonly inflate?: (bytes: Uint8Array, most: number) => Uint8Array | null;
  /** Rows of a query on the SQLite database in this file; null where it cannot be opened. */
  readonly rows?: (path: string, sql: string) => Promise<readonly (readonly unknown[])[] | null>;
}

/** A path below a folder; empty is what is looked at. */
export function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
