/** Fixes of the head of a document, and of words that the schema knows otherwise. */
import { type Draft, draftIn, draftsOf } from '../author/draft.ts';
import { plainName, profilesOf } from '../profiles.ts';
import { SCHEMA_21_URL } from '../schema/csaf.ts';
import { type FixContext, placeOf } from './context.ts';
import { hashAlgorithm } from './products.ts';
import { revisionDate, setDate, trackingOf } from './tracking.ts';

const T = '/document/tracking';
const D = '/document/distribution';

/** What the schema refuses and what it can only mean. */
export function schemaWords(context: FixContext): void {
  const { root, version, note } = context;
  if (version === '2.1' && root.$schema !== SCHEMA_21_URL) {
    root.$schema = SCHEMA_21_URL;
    note('/$schema', 'The address of the schema of 2.1 was set.');
  }
  tlpLabel(context);
  missingDates(context);
  lowerWords(context);
  upperIds(context);
  hashAlgorithm(context);
  if (version === '2.1') unknownMembers(context);
}

const LABELS: Readonly<Record<'2.0' | '2.1', readonly string[]>> = {
  '2.0': ['AMBER', 'GREEN', 'RED', 'WHITE'],
  '2.1': ['AMBER', 'AMBER+STRICT', 'CLEAR', 'GREEN', 'RED'],
};

/** TLP 1.0 in 2.0, TLP 2.0 in 2.1; a label that would reach more people is never set. */
function tlpLabel({ root, version, note }: FixContext): void {
  const tlp = draftIn(draftIn(draftIn(root.document).distribution).tlp);
  const before = tlp.label;
  if (typeof before !== 'string') return;
  const plain = before
    .trim()
    .toUpperCase()
    .replace(/^TLP:\s*/, '');
  const renamed = version === '2.0' ? [/^CLEAR$/, 'WHITE'] : [/^WHITE$/, 'CLEAR'];
  const label = plain.replace(renamed[0] as RegExp, renamed[1] as string);
  if (label === before || !LABELS[version].includes(label)) return;
  tlp.label = label;
  note(`${D}/tlp/label`, `${before} became ${label}.`);
}

/** Dates and version that are missing follow from the history. */
function missingDates({ root, note }: FixContext): void {
  const tracking = trackingOf(root);
  if (tracking.current_release_date === undefined) {
    setDate(tracking, 'current_release_date', 'newest', note);
  }
  if (tracking.initial_release_date === undefined) {
    setDate(tracking, 'initial_release_date', 'oldest', note);
  }
  const newest = revisionDate(tracking, 'newest');
  const last = draftsOf(tracking.revision_history).find(({ date }) => date === newest);
  if (tracking.version !== undefined || typeof last?.number !== 'string') return;
  tracking.version = last.number;
  note(`${T}/version`, `It became ${last.number}, that of the newest item of the history.`);
}

/** Members whose words are all in lower case. */
const LOWER: readonly RegExp[] = [
  /^\/document\/tracking\/status$/,
  /^\/document\/publisher\/category$/,
  /^\/document\/(?:notes|references)\/\d+\/category$/,
  /^\/vulnerabilities\/\d+\/(?:notes|references|remediations|threats)\/\d+\/category$/,
  /^\/vulnerabilities\/\d+\/flags\/\d+\/label$/,
  /^\/vulnerabilities\/\d+\/involvements\/\d+\/(?:party|status)$/,
  /^\/product_tree\/.*\/category$/,
];

/** `Final` and `Vendor Fix` for `final` and `vendor_fix`. */
function lowerWords({ root, issues, note }: FixContext): void {
  for (const { code, path } of issues) {
    if (code !== 'csaf-schema-enum' || !LOWER.some((pattern) => pattern.test(path))) continue;
    change(
      root,
      path,
      (text) =>
        text
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, '_'),
      note,
    );
  }
}

/** `cve-2024-1234` and `cwe-79` are written in capitals. */
function upperIds({ root, issues, note }: FixContext): void {
  for (const { path } of issues) {
    if (!/^\/vulnerabilities\/\d+\/(?:cve|cwe\/id|cwes\/\d+\/id)$/.test(path)) continue;
    change(root, path, (text) => text.trim().toUpperCase(), note);
  }
}

function change(
  root: Draft,
  path: string,
  edit: (text: string) => string,
  note: FixContext['note'],
): void {
  const place = placeOf(root, path);
  if (place === null || Array.isArray(place.owner)) return;
  const before = place.owner[place.name];
  if (typeof before !== 'string' || edit(before) === before) return;
  place.owner[place.name] = edit(before);
  note(path, `${before} became ${edit(before)}.`);
}

/** 6.1.26: a name that is nearly that of a profile is meant to be it. */
export function categoryName({ root, version, note }: FixContext): void {
  const document = draftIn(root.document);
  const before = document.category;
  if (typeof before !== 'string') return;
  const plain = plainName(before);
  const profile = profilesOf(version).find(
    ({ value, name }) => plain === plainName(name) || plain === plainName(value),
  );
  if (profile === undefined || profile.value === before) return;
  document.category = profile.value;
  note('/document/category', `${before} became ${profile.value}.`);
}

/** 6.1.27: what the profile asks for is not there; the profile CSAF Base asks for nothing. */
export function toBase({ root, note }: FixContext): void {
  const document = draftIn(root.document);
  if (document.category === 'csaf_base') return;
  note('/document/category', `${String(document.category)} became csaf_base.`);
  document.category = 'csaf_base';
}

/** 6.1.28: a document is no translation into its own language. */
export function translation({ root, note }: FixContext): void {
  const document = draftIn(root.document);
  if (document.source_lang === undefined) return;
  delete document.source_lang;
  note('/document/source_lang', 'It was left out: it was the language of the document.');
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['ffffffff-ffff-ffff-ffff-ffffffffffff', 'Public'],
  ['00000000-0000-0000-0000-000000000000', 'No sharing allowed'],
]);

/** 6.1.40, 6.1.41: two names are reserved for two UUIDs, and these have no other. */
export function sharingGroupName({ root, note }: FixContext): void {
  const group = draftIn(draftIn(draftIn(root.document).distribution).sharing_group);
  const right = typeof group.id === 'string' ? NAMES.get(group.id) : undefined;
  const path = `${D}/sharing_group/name`;
  if (right !== undefined && group.name !== right) {
    group.name = right;
    note(path, `It became ${right}.`);
  } else if (right === undefined && [...NAMES.values()].includes(String(group.name))) {
    note(path, `${String(group.name)} was left out: it is reserved for another UUID.`);
    delete group.name;
  }
}

/** 6.2.15: i-default names no language. */
export function defaultLanguage({ root, issues, note }: FixContext): void {
  for (const { path } of issues) remove(root, path, 'It was left out: it names no language.', note);
}

/** 6.2.20, and the schema of 2.1: members that no schema defines. */
export function unknownMembers({ root, issues, note }: FixContext): void {
  for (const { code, path } of issues) {
    if (code !== 'csaf-schema-additional' && code !== 'csaf-additional-properties') continue;
    remove(root, path, 'It was left out: no schema defines it.', note);
  }
}

function remove(root: Draft, path: string, what: string, note: FixContext['note']): void {
  const place = placeOf(root, path);
  if (place === null || Array.isArray(place.owner)) return;
  if (!Object.hasOwn(place.owner, place.name)) return;
  delete place.owner[place.name];
  note(path, what);
}

/** 6.2.22: viewers show the id beside the title. */
export function idInTitle({ root, note }: FixContext): void {
  const document = draftIn(root.document);
  const { id } = trackingOf(root);
  const { title } = document;
  if (typeof title !== 'string' || typeof id !== 'string' || id === '') return;
  const rest = title
    .replaceAll(id, ' ')
    .replace(/^[\s:()[\]{}\-–—]+|[\s:()[\]{}\-–—]+$/g, '')
    .replace(/\s{2,}/g, ' ');
  if (rest === '' || rest === title) return;
  document.title = rest;
  note('/document/title', `The tracking id ${id} was taken out.`);
}

/** 6.2.30: what is public needs no group. */
export function publicSharingGroup({ root, note }: FixContext): void {
  const distribution = draftIn(draftIn(root.document).distribution);
  const group = draftIn(distribution.sharing_group);
  // Another UUID beside CLEAR (6.1.39) is a contradiction that a person has to solve.
  if (group.id !== 'ffffffff-ffff-ffff-ffff-ffffffffffff') return;
  delete distribution.sharing_group;
  note(`${D}/sharing_group`, 'It was left out: the document is public.');
}

const GNU = /\b((?:A|L)?GPL-\d\.\d|GFDL-\d\.\d)(\+?)(?![-\w.])/g;

/** 6.2.44: the licences of GNU say since 2018 whether later versions count. */
export function deprecatedLicence({ root, note }: FixContext): void {
  const document = draftIn(root.document);
  const before = document.license_expression;
  if (typeof before !== 'string') return;
  const after = before.replaceAll(GNU, (_, name: string, later: string) =>
    later === '' ? `${name}-only` : `${name}-or-later`,
  );
  if (after === before) return;
  document.license_expression = after;
  note('/document/license_expression', `${before} became ${after}.`);
}
