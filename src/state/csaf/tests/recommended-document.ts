/** Recommended tests on the document, its tracking, sharing, notes and extensions. */
import { isJsonObject, type JsonValue } from '../../../core/json/index.ts';
import { escapeToken } from '../../../core/json/pointer.ts';
import { compareTimestamps, timestampKey, timestampToMicros } from '../../../core/timestamp.ts';
import { csafFilename } from '../filename.ts';
import { eachExtension } from '../model/extensions.ts';
import { eachMetric } from '../model/metrics.ts';
import type { CsafModel } from '../model/model.ts';
import { isReleased, newestRevision, oldestRevision, revisionsOf } from '../model/revisions.ts';
import { eachObject, objectOf, textOf } from '../model/values.ts';
import { readVersion } from '../model/version.ts';
import type { Ports } from '../ports.ts';
import { type ProfileName, profileOf } from '../profiles.ts';
import { classOf } from '../registers/extensions.ts';
import { idSystem } from '../registers/id-systems.ts';
import { isPrivateUse } from '../registers/languages.ts';
import { type LicenceStanding, readLicenceExpression, standingOf } from '../registers/licences.ts';
import { isEnglish, type Term, termOf } from '../registers/translations.ts';
import { sharingGroup } from './mandatory-document.ts';
import { namesProducts, quote } from './mandatory-products.ts';
import { exactlyOneNote, supersedingReference } from './mandatory-profiles.ts';
import { hasUnlistedLicence } from './mandatory-registers.ts';
import type { NotRun, Report, Run } from './test.ts';

/** 6.2.4. */
export function buildMetadata(model: CsafModel, report: Report): void {
  for (const { number, path } of revisionsOf(model)) {
    if (readVersion(number).build === '') continue;
    report(`${path}/number`, `The number ${quote(number)} contains build metadata.`);
  }
}

/** 6.2.5 and 6.2.6. */
export function olderDate(member: 'initial_release_date' | 'current_release_date'): Run {
  const bound = member === 'initial_release_date' ? oldestRevision : newestRevision;
  return (model, report) => {
    const date = textOf(model.tracking[member]);
    const revision = bound(model);
    if (date === undefined || revision === undefined || timestampKey(date) === '') return;
    if (compareTimestamps(date, revision) >= 0) return;
    report(
      `/document/tracking/${member}`,
      `${date} is older than ${revision} of the revision history.`,
    );
  };
}

/** 6.2.7. */
export function missingInvolvementDate(model: CsafModel, report: Report): void {
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.involvements, (item, i) => {
      if (item.date === undefined)
        report(`${path}/involvements/${i}`, 'The involvement has no date.');
    });
  }
}

/** 6.2.10: 2.1 asks the label in its schema. */
export function missingTlp(model: CsafModel, report: Report): void {
  if (model.tlp === '') report('/document/distribution/tlp/label', 'There is no TLP label.');
}

/** URL of a reference `self` with https and the right file name; undefined where none is. */
export function canonicalUrl(model: CsafModel): string | undefined {
  const id = textOf(model.tracking.id);
  if (id === undefined) return undefined;
  const file = `/${csafFilename(id)}`;
  let found: string | undefined;
  eachObject(model.document.references, ({ category, url }) => {
    const text = textOf(url) ?? '';
    if (category === 'self' && text.startsWith('https://') && text.endsWith(file)) found ??= text;
  });
  return found;
}

/** 6.2.11. */
export function missingCanonicalUrl(model: CsafModel, report: Report): void {
  if (canonicalUrl(model) !== undefined) return;
  const name = csafFilename(textOf(model.tracking.id) ?? '');
  report(
    '/document/references',
    `No reference of category self has an https URL that ends in ${name}.`,
  );
}

/** 6.2.12. */
export function missingLanguage(model: CsafModel, report: Report): void {
  if (model.document.lang === undefined) report('/document/lang', 'The language is not given.');
}

/** 6.2.13: keys stand in alphabetical order, whether or not case counts. */
export function sorting(model: CsafModel, report: Report): void {
  const found = unsortedKey(model.root, '');
  if (found !== undefined) report(found, 'The key does not stand in alphabetical order.');
}

/** Place of the first key that comes too late. The depth is bounded by the JSON reader. */
function unsortedKey(value: JsonValue, path: string): string | undefined {
  if (Array.isArray(value)) {
    const list: readonly JsonValue[] = value;
    for (let i = 0; i < list.length; i++) {
      const item = list[i];
      if (typeof item !== 'object' || item === null) continue;
      const found = unsortedKey(item, `${path}/${i}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  let before: string | undefined;
  for (const name in value) {
    const place = `${path}/${escapeToken(name)}`;
    if (before !== undefined && before > name && before.toLowerCase() > name.toLowerCase()) {
      return place;
    }
    before = name;
    const member = value[name] as JsonValue;
    const found = typeof member === 'object' ? unsortedKey(member, place) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function eachLanguage(model: CsafModel, visit: (tag: string, path: string) => void): void {
  for (const name of ['lang', 'source_lang'] as const) {
    const tag = textOf(model.document[name]);
    if (tag !== undefined) visit(tag, `/document/${name}`);
  }
}

/** 6.2.14. */
export function privateLanguage(model: CsafModel, report: Report): void {
  eachLanguage(model, (tag, path) => {
    if (isPrivateUse(tag)) report(path, `${quote(tag)} has a subtag for private use.`);
  });
}

/** 6.2.15. */
export function defaultLanguage(model: CsafModel, report: Report): void {
  eachLanguage(model, (tag, path) => {
    if (tag.toLowerCase() === 'i-default') report(path, 'i-default is no language of its own.');
  });
}

/** 6.2.17. */
export function cveInIds(model: CsafModel, report: Report): void {
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.ids, ({ text }, i) => {
      if (!/^CVE-[0-9]{4}-[0-9]{4,}$/.test(textOf(text) ?? '')) return;
      report(`${path}/ids/${i}`, `${quote(textOf(text) ?? '')} is a CVE.`);
    });
  }
}

/** 6.2.20: what no schema defines. */
export function additionalProperties(model: CsafModel, report: Report): void {
  for (const { path, message } of model.schema.additional) report(path, message);
}

/** 6.2.21. */
export function sameTimestamps(model: CsafModel, report: Report): void {
  const seen = new Set<string>();
  for (const { date, path } of revisionsOf(model)) {
    const key = timestampKey(date);
    if (key !== '' && seen.has(key))
      report(`${path}/date`, `${date} is the time of another item too.`);
    seen.add(key);
  }
}

/** 6.2.22. */
export function trackingIdInTitle(model: CsafModel, report: Report): void {
  const id = textOf(model.tracking.id) ?? '';
  if (id === '' || !textOf(model.document.title)?.includes(id)) return;
  report('/document/title', `The title contains the tracking id ${quote(id)}.`);
}

/** 6.2.28 and 6.2.29. */
export function sharingGroupIs(id: string, name: string): Run {
  return (model, report) => {
    if (sharingGroup(model)?.id !== id) return;
    report('/document/distribution/sharing_group/id', `The sharing group has the ${name} UUID.`);
  };
}

/** 6.2.30. */
export function sharingGroupOnClear(model: CsafModel, report: Report): void {
  if (model.tlp !== 'CLEAR' || sharingGroup(model) === undefined) return;
  report('/document/distribution/sharing_group', 'What is TLP:CLEAR needs no sharing group.');
}

/** 6.2.33: a disclosure that has happened stands in a revision. */
export function disclosureAfterRevision(model: CsafModel, report: Report, { now }: Ports): NotRun {
  if (now === undefined) return 'The present time is not given.';
  const newest = newestRevision(model);
  for (const { value, path } of model.vulnerabilities) {
    const date = textOf(value.disclosure_date) ?? '';
    if (newest === undefined || timestampKey(date) === '') continue;
    if (compareTimestamps(date, now) >= 0 || compareTimestamps(date, newest) <= 0) continue;
    report(`${path}/disclosure_date`, `${date} has passed; the newest revision is of ${newest}.`);
  }
  return undefined;
}

export function forProfile(profile: ProfileName, run: Run): Run {
  return (model, report, ports) =>
    profileOf(model.category, model.version) === profile ? run(model, report, ports) : undefined;
}

/** Runs with the term in the document's language, which must be other than English. */
export function translated(
  term: Term,
  run: (words: string, model: CsafModel, report: Report) => void,
): Run {
  return (model, report) => {
    if (isEnglish(model)) return undefined;
    const words = termOf(model, term);
    if (words === undefined)
      return `No translation of the term is recorded for ${model.document.lang}.`;
    run(words, model, report);
    return undefined;
  };
}

export const ended = (words: string, model: CsafModel, report: Report) =>
  exactlyOneNote(model, words, 'description', report);

/** 6.2.39.5. */
export function endedWithExtension(model: CsafModel, report: Report): void {
  const profile = profileOf(model.category, model.version);
  if (profile !== 'csaf_withdrawn' && profile !== 'csaf_superseded') return;
  if (model.document.x_extensions !== undefined) {
    report('/document/x_extensions', `A document of the category ${profile} has no extensions.`);
  }
  if (model.root.x_extensions !== undefined) {
    report('/x_extensions', `A document of the category ${profile} has no extensions.`);
  }
}

/** 6.2.38. */
export function deprecatedProfile(model: CsafModel, report: Report): void {
  if (!model.category.startsWith('csaf_deprecated_')) return;
  report('/document/category', `The profile ${quote(model.category)} is deprecated.`);
}

/** 6.2.40. */
export function descriptionWithoutProduct(model: CsafModel, report: Report): NotRun {
  const words = termOf(model, 'product_description');
  if (words === undefined) {
    return `No translation of Product Description is recorded for ${model.document.lang}.`;
  }
  eachObject(model.document.notes, (note, i) => {
    if (note.category !== 'description' || namesProducts(note)) return;
    if (textOf(note.title)?.startsWith(words) !== true) return;
    report(`/document/notes/${i}`, 'The description of a product does not say of which.');
  });
  return undefined;
}

const FIFTEEN_DAYS = 15n * 86_400_000_000n;

/** 6.2.41: the youngest EPSS value of a vulnerability is not much older than the document. */
export function oldEpss(model: CsafModel, report: Report): void {
  const newest = newestRevision(model);
  if (!isReleased(model) || newest === undefined) return;
  const end = timestampToMicros(newest, 'floor');
  for (const vulnerability of model.vulnerabilities) {
    let youngest: string | undefined;
    let place = '';
    eachMetric(model, vulnerability, ({ content, contentPath }) => {
      const time = textOf(objectOf(content.epss).timestamp);
      if (time === undefined || timestampKey(time) === '') return;
      if (youngest !== undefined && compareTimestamps(time, youngest) <= 0) return;
      youngest = time;
      place = `${contentPath}/epss/timestamp`;
    });
    const start = youngest === undefined ? null : timestampToMicros(youngest, 'floor');
    if (start === null || end === null || BigInt(end) - BigInt(start) <= FIFTEEN_DAYS) continue;
    report(place, `${youngest} is more than 15 days older than ${newest}, the newest revision.`);
  }
}

const LICENCE = '/document/license_expression';

/** 6.2.43. */
export function missingLicence(model: CsafModel, report: Report): void {
  const value = model.document.license_expression;
  if (value === undefined) report(LICENCE, 'There is no license_expression.');
  else if (textOf(value)?.trim() === '') report(LICENCE, 'The license_expression is empty.');
}

/** 6.2.44, 6.2.45, 6.3.17. */
export function licenceStands(standing: readonly LicenceStanding[], what: string): Run {
  return (model, report) => {
    const text = textOf(model.document.license_expression);
    if (text === undefined) return;
    const { names, fault } = readLicenceExpression(text);
    if (fault !== null) return;
    for (const name of names) {
      if (standing.includes(standingOf(name))) report(LICENCE, `${quote(name.name)} ${what}.`);
    }
  };
}

/** 6.2.47. */
export function ratingByIssuer(model: CsafModel, report: Report): void {
  const own = canonicalUrl(model);
  for (const vulnerability of model.vulnerabilities) {
    eachMetric(model, vulnerability, ({ content, source, path }) => {
      if (content.qualitative_severity_rating === undefined) return;
      if (source !== '' && source !== own) return;
      report(path, 'The issuing party gives a qualitative severity rating.');
    });
  }
}

/** 6.2.53. */
export function registeredIdText(model: CsafModel, report: Report): void {
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.ids, (id, i) => {
      const system = idSystem(textOf(id.system_name) ?? '');
      const text = textOf(id.text);
      if (system === undefined || text === undefined || system.pattern.test(text)) return;
      report(`${path}/ids/${i}/text`, `${quote(text)} is no id of ${system.name}.`);
    });
  }
}

/** 6.2.54.1, 6.2.54.2, 6.2.54.4 and 6.3.21.2. */
export function extensionClass(
  wrong: readonly string[],
  label: 'any' | 'clear' | 'not-clear',
): Run {
  return (model, report) => {
    if (label !== 'any' && (model.tlp === 'CLEAR') !== (label === 'clear')) return;
    eachExtension(model, (extension, path) => {
      const schema = textOf(extension.$schema);
      if (schema === undefined || !wrong.includes(classOf(schema))) return;
      report(path, `${quote(schema)} is an extension of the class ${classOf(schema)}.`);
    });
  };
}

/** 6.2.54.3. */
export function criticalExtension(model: CsafModel, report: Report): void {
  eachExtension(model, ({ critical }, path) => {
    if (critical === true) report(`${path}/critical`, 'The extension is critical.');
  });
}

export const superseding = (words: string, model: CsafModel, report: Report) =>
  supersedingReference(model, words, report);

/** 6.2.46. */
export const translatedLicence = translated('license', (words, model, report) => {
  if (hasUnlistedLicence(model)) exactlyOneNote(model, words, 'legal_disclaimer', report);
});
