/** Mandatory tests on languages, sharing and dates of the document. */
import { compareTimestamps, timestampFault, timestampKey } from '../../../core/timestamp.ts';
import { eachMetric } from '../model/metrics.ts';
import type { CsafModel } from '../model/model.ts';
import { isReleased, newestRevision } from '../model/revisions.ts';
import { eachObject, objectOf, textOf } from '../model/values.ts';
import { quote } from './mandatory-products.ts';
import { ONLY_21, type Report, test } from './test.ts';

export const MAX_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
export const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** 6.1.15: a translation names the language that it was translated from. */
function translator(model: CsafModel, report: Report): void {
  if (objectOf(model.document.publisher).category !== 'translator') return;
  if (textOf(model.document.source_lang)) return;
  report('/document/source_lang', 'The publisher is a translator; source_lang is not set.');
}

/** 6.1.28: a translation is of another language. */
function translation(model: CsafModel, report: Report): void {
  const lang = textOf(model.document.lang);
  const source = textOf(model.document.source_lang);
  if (lang === undefined || source === undefined) return;
  // Subtags are compared without case (RFC 5646 §2.1.1).
  if (lang.toLowerCase() !== source.toLowerCase()) return;
  report('/document/lang', `lang and source_lang are both ${quote(lang)}.`);
}

interface SharingGroup {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

export function sharingGroup(model: CsafModel): SharingGroup | undefined {
  const distribution = objectOf(model.document.distribution);
  if (distribution.sharing_group === undefined) return undefined;
  const group = objectOf(distribution.sharing_group);
  return { id: textOf(group.id)?.toLowerCase(), name: textOf(group.name) };
}

/** 6.1.38: the Max UUID is for what is public. */
function nonPublicMaxUuid(model: CsafModel, report: Report): void {
  if (sharingGroup(model)?.id !== MAX_UUID || model.tlp === 'CLEAR') return;
  const message = `The sharing group has the Max UUID, the document is TLP:${model.tlp}.`;
  report('/document/distribution/tlp/label', message);
}

/** 6.1.39: what is public has no other group than that of the Max UUID. */
function publicOtherUuid(model: CsafModel, report: Report): void {
  const id = sharingGroup(model)?.id;
  if (model.tlp !== 'CLEAR' || id === undefined || id === MAX_UUID) return;
  if (id === NIL_UUID && model.status === 'draft') return;
  const message = `The document is TLP:CLEAR, its sharing group is ${id}.`;
  report('/document/distribution/sharing_group/id', message);
}

const RESERVED: readonly (readonly [name: string, id: string])[] = [
  ['Public', MAX_UUID],
  ['No sharing allowed', NIL_UUID],
];
const GROUP_NAME = '/document/distribution/sharing_group/name';

/** 6.1.40: reserved names are for their UUIDs. */
function invalidSharingGroupName(model: CsafModel, report: Report): void {
  const group = sharingGroup(model);
  for (const [name, id] of RESERVED) {
    if (group?.name !== name || group.id === id) continue;
    report(GROUP_NAME, `The name ${quote(name)} is reserved for the group ${id}.`);
  }
}

/** 6.1.41: the Max and the Nil UUID have their names. */
function missingSharingGroupName(model: CsafModel, report: Report): void {
  const group = sharingGroup(model);
  for (const [name, id] of RESERVED) {
    if (group?.id !== id || group.name === name) continue;
    report(GROUP_NAME, `The group ${id} must have the name ${quote(name)}.`);
  }
}

type VisitTime = (text: string, path: string) => void;

/** Every member of format date-time. */
export function eachDateTime(model: CsafModel, visit: VisitTime): void {
  const see = (value: unknown, path: string) => {
    if (typeof value === 'string') visit(value, path);
  };
  const { tracking } = model;
  see(tracking.current_release_date, '/document/tracking/current_release_date');
  see(objectOf(tracking.generator).date, '/document/tracking/generator/date');
  see(tracking.initial_release_date, '/document/tracking/initial_release_date');
  eachObject(tracking.revision_history, (item, i) =>
    see(item.date, `/document/tracking/revision_history/${i}/date`),
  );
  for (const vulnerability of model.vulnerabilities) {
    const { value, path } = vulnerability;
    for (const name of ['disclosure_date', 'discovery_date']) see(value[name], `${path}/${name}`);
    for (const list of ['flags', 'involvements', 'remediations', 'threats']) {
      eachObject(value[list], (item, i) => see(item.date, `${path}/${list}/${i}/date`));
    }
    eachObject(value.first_known_exploitation_dates, (item, i) => {
      const place = `${path}/first_known_exploitation_dates/${i}`;
      see(item.date, `${place}/date`);
      see(item.exploitation_date, `${place}/exploitation_date`);
    });
    eachMetric(model, vulnerability, ({ content, contentPath }) => {
      for (const name of ['epss', 'ssvc_v2']) {
        see(objectOf(content[name]).timestamp, `${contentPath}/${name}/timestamp`);
      }
    });
  }
}

/** 6.1.37: §2.2 asks capital letters and a zone, and allows no leap second. */
function dateAndTime(model: CsafModel, report: Report): void {
  eachDateTime(model, (text, path) => {
    const fault = dateTimeFault(text);
    if (fault !== null) report(path, `${quote(text)} is no date and time of CSAF: ${fault}.`);
  });
}

function dateTimeFault(text: string): string | null {
  if (/^.{10}t/.test(text) || text.endsWith('z')) return 'T and Z are capital letters';
  if (/^.{17}60/.test(text)) return 'leap seconds are not allowed';
  const fault = timestampFault(text, { offsets: true });
  if (fault === null) return null;
  if (fault === 'timestamp-no-such-day') return 'the day does not exist';
  if (fault === 'timestamp-no-such-time') return 'the time does not exist';
  return 'the form is YYYY-MM-DDThh:mm:ssZ or with an offset like +02:00';
}

/** True when the time lies after the newest revision; times that cannot be read are of 6.1.37. */
function isAfterNewest(model: CsafModel, time: string): boolean {
  const newest = newestRevision(model);
  if (newest === undefined || timestampKey(time) === '') return false;
  return compareTimestamps(time, newest) > 0;
}

const NEWER = 'lies after the newest item of the revision history';

/** 6.1.45: what is public and released was disclosed before. */
function inconsistentDisclosureDate(model: CsafModel, report: Report): void {
  if (model.tlp !== 'CLEAR' || !isReleased(model)) return;
  for (const { value, path } of model.vulnerabilities) {
    const date = textOf(value.disclosure_date);
    if (date === undefined || !isAfterNewest(model, date)) continue;
    report(`${path}/disclosure_date`, `${date} ${NEWER} of a public document.`);
  }
}

/** 6.1.49 and 6.1.51. */
function inconsistentMetricTime(member: 'ssvc_v2' | 'epss') {
  return (model: CsafModel, report: Report): void => {
    if (!isReleased(model)) return;
    for (const vulnerability of model.vulnerabilities) {
      eachMetric(model, vulnerability, ({ content, contentPath }) => {
        const time = textOf(objectOf(content[member]).timestamp);
        if (time === undefined || !isAfterNewest(model, time)) return;
        report(`${contentPath}/${member}/timestamp`, `${time} ${NEWER}.`);
      });
    }
  };
}

/** 6.1.52. */
function inconsistentExploitationDates(model: CsafModel, report: Report): void {
  if (!isReleased(model)) return;
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.first_known_exploitation_dates, (item, i) => {
      for (const name of ['date', 'exploitation_date']) {
        const time = textOf(item[name]);
        if (time === undefined || !isAfterNewest(model, time)) continue;
        report(`${path}/first_known_exploitation_dates/${i}/${name}`, `${time} ${NEWER}.`);
      }
    });
  }
}

/** 6.1.53. */
function inconsistentExploitationDate(model: CsafModel, report: Report): void {
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.first_known_exploitation_dates, (item, i) => {
      const known = textOf(item.date) ?? '';
      const happened = textOf(item.exploitation_date) ?? '';
      if (timestampKey(known) === '' || timestampKey(happened) === '') return;
      if (compareTimestamps(happened, known) <= 0) return;
      const place = `${path}/first_known_exploitation_dates/${i}/exploitation_date`;
      report(place, `${happened} lies after ${known}, when it was known.`);
    });
  }
}

export const MANDATORY_DOCUMENT_TESTS = [
  test(
    'csaf-translator',
    [
      '6.1.15',
      'Translator',
      'A translated document does not name its source language.',
      'Set /document/source_lang.',
    ],
    translator,
  ),
  test(
    'csaf-translation',
    [
      '6.1.28',
      'Translation',
      'The source language is the language of the document.',
      'Remove source_lang, or correct one of the two.',
    ],
    translation,
  ),
  test(
    'csaf-date-and-time',
    [
      '6.1.37',
      'Date and Time',
      'A time does not follow the rules of CSAF.',
      'Write it like 2026-11-21T09:30:00.000Z.',
    ],
    dateAndTime,
    ONLY_21,
  ),
  test(
    'csaf-non-public-max-uuid',
    [
      '6.1.38',
      'Non-Public Sharing Group with Max UUID',
      'The sharing group is that of public documents; the document is not public.',
      'Remove the sharing group, or use a UUID of its own.',
    ],
    nonPublicMaxUuid,
    ONLY_21,
  ),
  test(
    'csaf-public-other-uuid',
    [
      '6.1.39',
      'Public Sharing Group with No Max UUID',
      'A public document has a sharing group of its own.',
      'Remove the sharing group.',
    ],
    publicOtherUuid,
    ONLY_21,
  ),
  test(
    'csaf-invalid-sharing-group-name',
    [
      '6.1.40',
      'Invalid Sharing Group Name',
      'The sharing group bears a reserved name without its UUID.',
      'Use another name.',
    ],
    invalidSharingGroupName,
    ONLY_21,
  ),
  test(
    'csaf-missing-sharing-group-name',
    [
      '6.1.41',
      'Missing Sharing Group Name',
      'A sharing group of the Max or Nil UUID does not bear its reserved name.',
      'Set the name to "Public" or "No sharing allowed".',
    ],
    missingSharingGroupName,
    ONLY_21,
  ),
  test(
    'csaf-inconsistent-disclosure-date',
    [
      '6.1.45',
      'Inconsistent Disclosure Date',
      'A public, released document has a disclosure date after its newest revision.',
      'Correct the date, or add the revision.',
    ],
    inconsistentDisclosureDate,
    ONLY_21,
  ),
  test(
    'csaf-inconsistent-ssvc-timestamp',
    [
      '6.1.49',
      'Inconsistent SSVC Timestamp',
      'An SSVC decision is newer than the newest revision of a released document.',
      'Correct the time, or add the revision.',
    ],
    inconsistentMetricTime('ssvc_v2'),
    ONLY_21,
  ),
  test(
    'csaf-inconsistent-epss-timestamp',
    [
      '6.1.51',
      'Inconsistent EPSS Timestamp',
      'An EPSS value is newer than the newest revision of a released document.',
      'Correct the time, or add the revision.',
    ],
    inconsistentMetricTime('epss'),
    ONLY_21,
  ),
  test(
    'csaf-inconsistent-exploitation-dates',
    [
      '6.1.52',
      'Inconsistent First Known Exploitation Dates',
      'A date of exploitation is newer than the newest revision of a released document.',
      'Correct the date, or add the revision.',
    ],
    inconsistentExploitationDates,
    ONLY_21,
  ),
  test(
    'csaf-inconsistent-exploitation-date',
    [
      '6.1.53',
      'Inconsistent Exploitation Date',
      'An exploitation is said to be known before it happened.',
      'Correct one of the two dates.',
    ],
    inconsistentExploitationDate,
    ONLY_21,
  ),
] as const;
