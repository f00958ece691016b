/** The kinds of lock files, by the names that package managers give them. */
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import { noParts } from '../parts.ts';
import { baseName } from '../text.ts';
import { CARGO_LOCK } from './cargo.ts';
import { GO_MOD } from './go-mod.ts';
import { NPM_LOCK } from './npm.ts';
import { REQUIREMENTS } from './requirements.ts';

export const LOCK_READERS: readonly PartsReader[] = [NPM_LOCK, CARGO_LOCK, GO_MOD, REQUIREMENTS];

/** The reader for a file of this name; undefined where it is no lock file. */
export function lockReaderOf(path: string): PartsReader | undefined {
  const name = baseName(path).toLowerCase();
  return LOCK_READERS.find(({ names }) => names.test(name));
}

const ALONE: Surroundings = { beside: () => undefined };

/**
 * Reads one lock file, which its name tells: packages, how they relate, and findings. Never throws;
 * `around` gives files of the same folder, which say more of some forms.
 */
export function readLockFile(
  path: string,
  input: string | Uint8Array,
  around: Surroundings = ALONE,
): Parts {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const file: SourceFile = { path, bytes };
  const reader = lockReaderOf(path);
  if (reader === undefined) return noParts(path, 'lock file', 'inventory-unrecognised', path);
  return reader.read(file, around);
}
