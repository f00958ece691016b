/** Fixes of versions, dates and revision history. */
import { compareTimestamps, timestampKey } from '../../../core/timestamp.ts';
import { sortRevisions } from '../author/bump.ts';
import { type Draft, draftIn, draftsOf } from '../author/draft.ts';
import { compareVersions, readVersion } from '../model/version.ts';
import { type FixContext, sameValue } from './context.ts';

const T = '/document/tracking';
const H = `${T}/revision_history`;

export function trackingOf(root: Draft): Draft {
  return draftIn(draftIn(root.document).tracking);
}

function textIn(object: Draft, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

/** 6.1.14: the items in the order of their dates; contradicting numbers are for a person. */
export function revisionOrder({ root, note }: FixContext): void {
  const tracking = trackingOf(root);
  const items = draftsOf(tracking.revision_history);
  const sorted = sortRevisions(items);
  if (sorted.length === 0 || sorted.every((item, i) => item === items[i])) return;
  tracking.revision_history = sorted;
  note(H, 'The items were sorted by date and number.');
}

/** 6.1.16: the version is that of the newest item. */
export function latestVersion({ root, note }: FixContext): void {
  const tracking = trackingOf(root);
  const number = textIn(sortRevisions(draftsOf(tracking.revision_history)).at(-1) ?? {}, 'number');
  const before = textIn(tracking, 'version');
  if (number === '' || before === number) return;
  // A history that stops before the version lacks an item; the version is not taken back for it.
  if (compareVersions(before, number) > 0) return;
  tracking.version = number;
  note(`${T}/version`, `The version ${before} became ${number}, the newest of the history.`);
}

/** 6.1.17: a version 0 or a pre-release is a draft. */
export function draftStatus({ root, note }: FixContext): void {
  const tracking = trackingOf(root);
  if (tracking.status === 'draft') return;
  note(`${T}/status`, `The status ${textIn(tracking, 'status')} became draft.`);
  tracking.status = 'draft';
}

/** 6.1.18, 6.1.19: items of drafts leave a history; the last one never does. */
export function earlyRevisions({ root, issues, note }: FixContext): void {
  const tracking = trackingOf(root);
  const items = draftsOf(tracking.revision_history);
  const wrong = new Set(issues.map(({ path }) => path));
  const kept = items.filter((_, i) => !wrong.has(`${H}/${i}/number`));
  if (kept.length === 0 || kept.length === items.length) return;
  items.forEach((item, i) => {
    if (!kept.includes(item)) note(`${H}/${i}`, `The item ${textIn(item, 'number')} was left out.`);
  });
  tracking.revision_history = kept;
}

/** 6.1.22: items that are equal in everything are one. */
export function repeatedRevisions({ root, note }: FixContext): void {
  const tracking = trackingOf(root);
  const items = draftsOf(tracking.revision_history);
  const kept = items.filter((item, i) => items.findIndex((other) => sameValue(other, item)) === i);
  if (kept.length === items.length) return;
  tracking.revision_history = kept;
  note(H, `${items.length - kept.length} equal items were left out.`);
}

/** 6.1.30: all numbers become integers, in their order; what was written is kept beside. */
export function integerVersions({ root, note }: FixContext): void {
  const tracking = trackingOf(root);
  const items = sortRevisions(draftsOf(tracking.revision_history));
  const first = items[0];
  if (first === undefined) return;
  let number = /^0+$/.test(readVersion(textIn(first, 'number')).major) ? 0 : 1;
  for (const item of items) {
    const before = textIn(item, 'number');
    const after = `${number++}`;
    if (before !== after && item.legacy_version === undefined) item.legacy_version = before;
    item.number = after;
  }
  tracking.revision_history = items;
  tracking.version = textIn(items.at(-1) ?? {}, 'number');
  note(H, 'All versions became integers; what was written stands in legacy_version.');
}

/** 6.2.4: build metadata tells no versions apart. */
export function buildMetadata({ root, note }: FixContext): void {
  draftsOf(trackingOf(root).revision_history).forEach((item, i) => {
    const before = textIn(item, 'number');
    const plus = before.indexOf('+');
    if (plus < 0) return;
    item.number = before.slice(0, plus);
    note(`${H}/${i}/number`, `${before} became ${before.slice(0, plus)}.`);
  });
}

/** The date of the first or the last item; empty where none can be read. */
export function revisionDate(tracking: Draft, which: 'oldest' | 'newest'): string {
  let found = '';
  for (const item of draftsOf(tracking.revision_history)) {
    const date = textIn(item, 'date');
    if (timestampKey(date) === '') continue;
    const order = found === '' ? -1 : compareTimestamps(date, found);
    if (found === '' || order === (which === 'oldest' ? -1 : 1)) found = date;
  }
  return found;
}

/** 6.2.5: the first release is that of the oldest item. */
export function initialReleaseDate({ root, note }: FixContext): void {
  setDate(trackingOf(root), 'initial_release_date', 'oldest', note);
}

/** 6.2.6: the current release is that of the newest item. */
export function currentReleaseDate({ root, note }: FixContext): void {
  setDate(trackingOf(root), 'current_release_date', 'newest', note);
}

export function setDate(
  tracking: Draft,
  name: 'initial_release_date' | 'current_release_date',
  which: 'oldest' | 'newest',
  note: FixContext['note'],
): void {
  const date = revisionDate(tracking, which);
  if (date === '' || tracking[name] === date) return;
  tracking[name] = date;
  note(`${T}/${name}`, `It became ${date}, the date of the ${which} item of the history.`);
}
