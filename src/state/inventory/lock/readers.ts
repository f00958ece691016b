/** The kinds of lock files, by the names that package managers give them. */
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import { noParts } from '../parts.ts';
import { baseName } from '../text.ts';
import { CARGO_LOCK } from './cargo.ts';
import { COMPOSER_LOCK } from './composer.ts';
import { GEMFILE_LOCK } from './gemfile.ts';
import { GO_MOD } from './go-mod.ts';
import { GRADLE_LOCK } from './gradle.ts';
import { NPM_LOCK } from './npm.ts';
import { NUGET_LOCK } from './nuget.ts';
import { PIPFILE_LOCK } from './pipfile.ts';
import { PNPM_LOCK } from './pnpm.ts';
import { POETRY_LOCK } from './poetry.ts';
import { PYLOCK } from './pylock.ts';
import { REQUIREMENTS } from './requirements.ts';
import { UV_LOCK } from './uv.ts';
import { YARN_LOCK } from './yarn.ts';

export const LOCK_READERS: readonly PartsReader[] = [
  NPM_LOCK,
  YARN_LOCK,
  PNPM_LOCK,
  POETRY_LOCK,
  UV_LOCK,
  PYLOCK,
  PIPFILE_LOCK,
  REQUIREMENTS,
  CARGO_LOCK,
  GO_MOD,
  GEMFILE_LOCK,
  COMPOSER_LOCK,
  NUGET_LOCK,
  GRADLE_LOCK,
];

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
