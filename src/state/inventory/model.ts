/** What is read where, and what comes of it. */
import type { Issue } from '../../core/issue.ts';
import type { Component, Relation } from '../sbom/index.ts';
import type { InventoryIssueCode } from './issues.ts';

/** A file as the walk or the caller has it. */
export interface SourceFile {
  /** With slashes, as people shall see it; its last segment says what is in it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a reader may ask for beside the file itself. */
export interface Surroundings {
  /** A file in the same folder, by its name; undefined where there is none. */
  beside(name: string): Uint8Array | undefined;
}

/** What one file says: its project, its packages, how they relate. */
export interface Parts {
  /** The file or folder that was read. */
  readonly source: string;
  /** The form that was read, e.g. `npm package-lock 3`. */
  readonly form: string;
  /** The project, image or host that the file is about; null where it names none. */
  readonly root: string | null;
  readonly components: readonly Component[];
  readonly relations: readonly Relation[];
  readonly dependenciesKnown: ReadonlySet<string>;
  readonly issues: readonly Issue<InventoryIssueCode>[];
}

/** How a kind of file enters the inventory. */
export interface PartsReader {
  readonly kind: string;
  /** Whether a file of this name, in lower case and without folders, is of the kind. */
  readonly names: RegExp;
  /** Names of files beside it that say more, read first where they are there. */
  readonly beside: readonly string[];
  read(file: SourceFile, around: Surroundings): Parts;
}
