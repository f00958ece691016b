/** The next version of a document: number, dates and the item of the revision history. */
import type { JsonObject } from '../../../core/json/index.ts';
import { compareTimestamps } from '../../../core/timestamp.ts';
import { compareVersions, readVersion } from '../model/version.ts';
import { type Draft, documentText, draftIn, draftOf, draftsOf } from './draft.ts';

/** What changed (§3.1.11): matching of products, information added, or mistakes mended. */
export type BumpLevel = 'major' | 'minor' | 'patch';

export interface BumpOptions {
  /** The time of the new version, RFC 3339. */
  readonly now: string;
  /** What the new version brings. */
  readonly summary: string;
  /** Counts for Semantic Versioning alone; default `minor`. Integers count up whatever changed. */
  readonly level?: BumpLevel;
  readonly status?: 'draft' | 'interim' | 'final';
}

export interface Bumped {
  readonly output: string;
  readonly version: string;
}

/**
 * The document with its next version. A draft that is released begins with 1 (1.0.0) and loses the
 * items of its drafts (6.1.18, 6.1.19); null where the document has no version that can be read.
 */
export function bumpCsaf(root: JsonObject, options: BumpOptions): Bumped | null {
  const draft = draftOf(root) as Draft;
  const tracking = draftIn(draftIn(draft.document).tracking);
  const before = tracking.version;
  if (typeof before !== 'string' || !/^[0-9]/.test(before)) return null;
  const wasDraft = tracking.status === 'draft';
  const status =
    options.status ?? (typeof tracking.status === 'string' ? tracking.status : 'draft');
  const released = status !== 'draft';
  const version = next(before, options.level ?? 'minor', released);
  const first = wasDraft && released && isEarly(before);
  const kept = draftsOf(tracking.revision_history).filter(
    ({ number }) => !released || typeof number !== 'string' || !isEarly(number),
  );
  const date = notBefore(options.now, kept);
  tracking.revision_history = [...kept, { date, number: version, summary: options.summary }];
  tracking.version = version;
  tracking.status = status;
  tracking.current_release_date = date;
  if (first && kept.length === 0) tracking.initial_release_date = date;
  return { output: documentText(draft), version };
}

/** 0, 0.y.z and pre-releases are versions of drafts alone. */
function isEarly(version: string): boolean {
  const { major, prerelease } = readVersion(version);
  return /^0+$/.test(major) || prerelease.length > 0;
}

function next(version: string, level: BumpLevel, released: boolean): string {
  const { release, prerelease } = readVersion(version);
  const [major = '0', minor, patch] = release.split('.');
  if (minor === undefined) return released && isEarly(version) ? '1' : `${BigInt(major) + 1n}`;
  // 1.0.0-2 is released as 1.0.0: the number was announced already.
  if (released && prerelease.length > 0 && !/^0+$/.test(major)) return release;
  if (released && isEarly(version)) return '1.0.0';
  if (level === 'major') return `${BigInt(major) + 1n}.0.0`;
  if (level === 'minor') return `${major}.${BigInt(minor) + 1n}.0`;
  return `${major}.${minor}.${BigInt(patch ?? '0') + 1n}`;
}

/** 6.1.14: the newest item has the newest date, whatever the clock here says. */
function notBefore(now: string, items: readonly Draft[]): string {
  let date = now;
  for (const item of items) {
    if (typeof item.date === 'string' && compareTimestamps(item.date, date) > 0) date = item.date;
  }
  return date;
}

/** Orders items by date, then by number. */
export function sortRevisions(items: readonly Draft[]): Draft[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return [...items].sort(
    (a, b) =>
      compareTimestamps(text(a.date), text(b.date)) ||
      compareVersions(text(a.number), text(b.number)),
  );
}
