/** Mandatory tests on tracking: versions, revision history, status. */
import { compareTimestamps } from '../../../core/timestamp.ts';
import type { CsafModel } from '../model/model.ts';
import { type Revision, revisionsOf } from '../model/revisions.ts';
import { textOf } from '../model/values.ts';
import { compareVersions, readVersion } from '../model/version.ts';
import { quote } from './mandatory-products.ts';
import { type Report, test } from './test.ts';

const HISTORY = '/document/tracking/revision_history';
const VERSION = '/document/tracking/version';

/** Oldest first; the lower number comes first where the times are equal. */
function sorted(model: CsafModel): readonly Revision[] {
  const byTime = (a: Revision, b: Revision) => compareTimestamps(a.date, b.date);
  const byNumber = (a: Revision, b: Revision) => compareVersions(a.number, b.number);
  return [...revisionsOf(model)].sort((a, b) => byTime(a, b) || byNumber(a, b));
}

/** 6.1.14: sorted by date, the numbers are in order. */
function sortedRevisionHistory(model: CsafModel, report: Report): void {
  const list = sorted(model);
  const wrong = list.find((revision, i) => {
    const before = list[i - 1];
    return before !== undefined && compareVersions(before.number, revision.number) > 0;
  });
  if (wrong === undefined) return;
  const message = `Sorted by date, the item with the number ${quote(wrong.number)} follows a higher number.`;
  report(HISTORY, message);
}

/** 6.1.16: the document's version is that of the newest item. */
function latestDocumentVersion(model: CsafModel, report: Report): void {
  const version = textOf(model.tracking.version);
  const newest = sorted(model).at(-1);
  if (version === undefined || newest === undefined) return;
  const draft = model.status === 'draft';
  if (comparable(version, draft) === comparable(newest.number, draft)) return;
  const message = `The newest item of the revision history has the number ${quote(newest.number)}, the document the version ${quote(version)}.`;
  report(VERSION, message);
}

/** Without build metadata; a draft's pre-release part does not count either. */
function comparable(version: string, draft: boolean): string {
  const { release, prerelease } = readVersion(version);
  return draft || prerelease.length === 0 ? release : `${release}-${prerelease.join('.')}`;
}

/** 6.1.17: a version 0 or a pre-release is a draft. */
function documentStatusDraft(model: CsafModel, report: Report): void {
  const version = textOf(model.tracking.version);
  if (version === undefined || model.status === 'draft' || model.status === '') return;
  const { major, prerelease } = readVersion(version);
  if (major !== '0' && prerelease.length === 0) return;
  const message = `The version ${quote(version)} is a draft's, the status is ${model.status}.`;
  report('/document/tracking/status', message);
}

/** 6.1.18: what is released has no version 0 in its history. */
function releasedRevisionHistory(model: CsafModel, report: Report): void {
  if (model.status !== 'final' && model.status !== 'interim') return;
  for (const { number, path } of revisionsOf(model)) {
    if (readVersion(number).major !== '0') continue;
    const message = `The document is ${model.status}; its history has the number ${quote(number)}.`;
    report(`${path}/number`, message);
  }
}

/** 6.1.19: no item of the history is a pre-release. */
function preReleaseRevisions(model: CsafModel, report: Report): void {
  for (const { number, path } of revisionsOf(model)) {
    if (readVersion(number).prerelease.length === 0) continue;
    report(`${path}/number`, `The number ${quote(number)} is that of a pre-release.`);
  }
}

/** 6.1.20: what is released has no pre-release version. */
function nonDraftDocumentVersion(model: CsafModel, report: Report): void {
  const version = textOf(model.tracking.version);
  if (version === undefined) return;
  if (model.status !== 'final' && model.status !== 'interim') return;
  if (readVersion(version).prerelease.length === 0) return;
  report(
    VERSION,
    `The document is ${model.status}; its version ${quote(version)} is a pre-release.`,
  );
}

/** 6.1.21: sorted by date, the history leaves out no version and begins with 0 or 1. */
function missingItemInRevisionHistory(model: CsafModel, report: Report): void {
  const list = sorted(model).filter(({ number }) => /^[0-9]{1,15}(?:$|\.)/.test(number));
  const first = list[0];
  if (first === undefined) return;
  const known = new Set(list.map(majorOf));
  const semantic = first.number.includes('.');
  const name = (major: number) => (semantic ? `${major}.0.0` : `${major}`);
  const gap = (from: number, to: number, place: string) => {
    for (let major = from; major < Math.min(to, from + MOST_GAPS); major++) {
      const where = known.has(major) ? place : 'at all';
      report(HISTORY, `The item with the number ${name(major)} is missing ${where}.`);
    }
  };
  let highest = majorOf(first);
  if (highest > 1) {
    const message = `Sorted by date, the history begins with ${quote(first.number)}, not with 0 or 1.`;
    report(HISTORY, message);
    gapsBefore(list, known, first, name, report);
  }
  for (const [i, revision] of list.entries()) {
    const major = majorOf(revision);
    const before = list[i - 1] ?? first;
    if (major > highest + 1) {
      gap(highest + 1, major, `between ${before.date} and ${revision.date}`);
    }
    highest = Math.max(highest, major);
  }
}

/** How many missing numbers of one gap are named. */
const MOST_GAPS = 20;

function gapsBefore(
  list: readonly Revision[],
  known: ReadonlySet<number>,
  first: Revision,
  name: (major: number) => string,
  report: Report,
): void {
  const begin = list.some((revision) => majorOf(revision) === 0) ? 0 : 1;
  for (let major = begin; major < Math.min(majorOf(first), begin + MOST_GAPS); major++) {
    const where = known.has(major) ? `before ${first.date}` : 'at all';
    report(HISTORY, `The item with the number ${name(major)} is missing ${where}.`);
  }
}

function majorOf({ number }: Revision): number {
  return Number.parseInt(number, 10);
}

/** 6.1.22: no number stands twice in the history. */
function multipleDefinitionInRevisionHistory(model: CsafModel, report: Report): void {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { number } of revisionsOf(model)) {
    if (seen.has(number)) twice.add(number);
    seen.add(number);
  }
  for (const number of twice) {
    report(HISTORY, `The number ${quote(number)} stands in the history more than once.`);
  }
}

/** 6.1.30: all versions are integers, or all are semantic. */
function mixedVersioning(model: CsafModel, report: Report): void {
  const numbers = revisionsOf(model).map(({ number }) => number);
  const version = textOf(model.tracking.version);
  const semantic = (text: string) => text.includes('.');
  const kinds = new Set(numbers.map(semantic));
  const message = 'Integer and semantic versioning are mixed in one document.';
  if (kinds.size > 1) report(HISTORY, message);
  const last = numbers.at(-1);
  if (version === undefined || last === undefined) return;
  if (semantic(version) !== semantic(last)) report(VERSION, message);
}

export const MANDATORY_TRACKING_TESTS = [
  test(
    'csaf-sorted-revision-history',
    [
      '6.1.14',
      'Sorted Revision History',
      'Sorted by date, the numbers of the revision history are not in order.',
      'Correct the dates or the numbers.',
    ],
    sortedRevisionHistory,
  ),
  test(
    'csaf-latest-document-version',
    [
      '6.1.16',
      'Latest Document Version',
      'The version of the document is not that of the newest item of its history.',
      'Set /document/tracking/version to the newest number, or add the item.',
    ],
    latestDocumentVersion,
  ),
  test(
    'csaf-document-status-draft',
    [
      '6.1.17',
      'Document Status Draft',
      'A version 0, 0.y.z or with a pre-release part is not marked as draft.',
      'Set the status to draft, or the version to a released one.',
    ],
    documentStatusDraft,
  ),
  test(
    'csaf-released-revision-history',
    [
      '6.1.18',
      'Released Revision History',
      'The history of a final or interim document has a version 0 or 0.y.z.',
      'Remove the items of the time before the first release.',
    ],
    releasedRevisionHistory,
  ),
  test(
    'csaf-pre-release-in-revision-history',
    [
      '6.1.19',
      'Revision History Entries for Pre-release Versions',
      'An item of the revision history has a pre-release number.',
      'Remove the item, or its pre-release part.',
    ],
    preReleaseRevisions,
  ),
  test(
    'csaf-non-draft-document-version',
    [
      '6.1.20',
      'Non-draft Document Version',
      'A final or interim document has a version with a pre-release part.',
      'Remove the pre-release part, or set the status to draft.',
    ],
    nonDraftDocumentVersion,
  ),
  test(
    'csaf-missing-item-in-revision-history',
    [
      '6.1.21',
      'Missing Item in Revision History',
      'The revision history leaves out a version, or does not begin with 0 or 1.',
      'Add one item for each release.',
    ],
    missingItemInRevisionHistory,
  ),
  test(
    'csaf-multiple-definition-in-revision-history',
    [
      '6.1.22',
      'Multiple Definition in Revision History',
      'A version number stands in the revision history more than once.',
      'Give each item a number of its own.',
    ],
    multipleDefinitionInRevisionHistory,
  ),
  test(
    'csaf-mixed-versioning',
    [
      '6.1.30',
      'Mixed Integer and Semantic Versioning',
      'Integer and semantic versioning are mixed.',
      'Use one of them throughout; keep old numbers in legacy_version.',
    ],
    mixedVersioning,
  ),
] as const;
