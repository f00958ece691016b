/** Mandatory tests on profiles (6.1.26 and 6.1.27.1 to 6.1.27.19). */
import type { JsonObject, JsonValue } from '../../../core/json/index.ts';
import { hasCounterpart } from '../model/families.ts';
import type { CsafModel } from '../model/model.ts';
import { eachObject, eachText, listOf, objectOf, textOf } from '../model/values.ts';
import { AFFECTED } from '../model/vulnerability.ts';
import { type ProfileName, plainName, profileOf, profilesOf } from '../profiles.ts';
import { isEnglish } from '../registers/translations.ts';
import { quote } from './mandatory-products.ts';
import type { Report, Run } from './test.ts';

/** 6.1.26: a document of the profile CSAF Base does not bear another profile's name. */
export function prohibitedCategoryName(model: CsafModel, report: Report): void {
  const { category } = model;
  if (category === '' || profilesOf(model.version).some(({ value }) => value === category)) return;
  const path = '/document/category';
  if (/^csaf_/i.test(category)) {
    report(path, `${quote(category)} uses the reserved prefix csaf_ and is no profile.`);
    return;
  }
  const plain = plainName(category);
  const other = profilesOf(model.version).find(
    ({ value, name }) =>
      value !== 'csaf_base' && (plain === plainName(name) || plain === plainName(value)),
  );
  if (other !== undefined)
    report(path, `${quote(category)} is the name of the profile ${other.name}.`);
}

/** Runs a test for documents of these profiles alone; for others it passes. */
export function forProfiles(
  profiles: readonly ProfileName[],
  run: (m: CsafModel, r: Report) => void,
): Run {
  return (model, report) => {
    if (profiles.includes(profileOf(model.category, model.version))) run(model, report);
  };
}

export const INFORMATION: readonly ProfileName[] = [
  'csaf_informational_advisory',
  'csaf_security_incident_response',
];
export const ADVISORY: readonly ProfileName[] = [
  'csaf_security_advisory',
  'csaf_deprecated_security_advisory',
];
export const ADVISORY_OR_VEX: readonly ProfileName[] = [...ADVISORY, 'csaf_vex'];
export const ENDED: readonly ProfileName[] = ['csaf_withdrawn', 'csaf_superseded'];

function hasNote(model: CsafModel, categories: readonly string[]): boolean {
  return some(model.document.notes, ({ category }) => categories.includes(textOf(category) ?? ''));
}

function some(value: JsonValue | undefined, holds: (item: JsonObject) => boolean): boolean {
  return listOf(value).some((item) => holds(objectOf(item)));
}

/** 6.1.27.1. */
export function documentNotes(model: CsafModel, report: Report): void {
  if (hasNote(model, ['description', 'details', 'general', 'summary'])) return;
  report('/document/notes', 'No note has the category description, details, general or summary.');
}

/** 6.1.27.2: `external` is the default of a reference's category. */
export function documentReferences(model: CsafModel, report: Report): void {
  const external = ({ category }: JsonObject) => category === undefined || category === 'external';
  if (some(model.document.references, external)) return;
  report('/document/references', 'No reference has the category external.');
}

/** 6.1.27.3. */
export function noVulnerabilities(model: CsafModel, report: Report): void {
  if (model.root.vulnerabilities === undefined) return;
  report(
    '/vulnerabilities',
    `A document of the category ${model.category} has no vulnerabilities.`,
  );
}

/** 6.1.27.4. */
export function productTree(model: CsafModel, report: Report): void {
  if (model.root.product_tree === undefined) report('/product_tree', 'There is no product_tree.');
}

export function eachHas(member: string) {
  return (model: CsafModel, report: Report): void => {
    for (const { value, path } of model.vulnerabilities) {
      if (value[member] === undefined) report(`${path}/${member}`, `There is no ${member}.`);
    }
  };
}

/** 6.1.27.7. */
export function vexProductStatus(model: CsafModel, report: Report): void {
  const names = ['fixed', 'known_affected', 'known_not_affected', 'under_investigation'];
  for (const { status, path } of model.vulnerabilities) {
    if (names.some((name) => status[name] !== undefined)) continue;
    report(`${path}/product_status`, `None of ${names.join(', ')} is there.`);
  }
}

/** 6.1.27.8: an id of the vulnerability; where ids are bound to products (2.1), one for each. */
export function vulnerabilityId(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    const { value, path } = vulnerability;
    if (value.cve !== undefined) continue;
    if (value.ids === undefined) {
      report(path, 'Neither cve nor ids is there.');
      continue;
    }
    const bound = new Set<string>();
    let general = false;
    eachObject(value.ids, (id) => {
      if (id.product_ids === undefined && id.group_ids === undefined) general = true;
      else model.productsOf(id, (product) => bound.add(product));
    });
    if (general || model.version === '2.0') continue;
    for (const [name, list] of Object.entries(vulnerability.status)) {
      eachText(list, (product, i) => {
        if (bound.has(product)) return;
        const place = `${path}/product_status/${name}/${i}`;
        report(
          place,
          `The product ${quote(product)} has no vulnerability id, and there is no general one.`,
        );
      });
    }
  }
}

/** 6.1.27.9. */
export function impactStatement(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    const { value, status, path } = vulnerability;
    if (status.known_not_affected === undefined) continue;
    const stated = new Set<string>();
    eachObject(value.flags, (flag) => model.productsOf(flag, (id) => stated.add(id)));
    eachObject(value.threats, (threat) => {
      if (threat.category === 'impact') model.productsOf(threat, (id) => stated.add(id));
    });
    eachText(status.known_not_affected, (id, i) => {
      if (stated.has(id)) return;
      const place = `${path}/product_status/known_not_affected/${i}`;
      report(place, `The product ${quote(id)} has neither a flag nor a threat of category impact.`);
    });
  }
}

/** 6.1.27.10. */
export function actionStatement(model: CsafModel, report: Report): void {
  for (const { value, status, path } of model.vulnerabilities) {
    if (status.known_affected === undefined) continue;
    const stated = new Set<string>();
    eachObject(value.remediations, (item) => model.productsOf(item, (id) => stated.add(id)));
    eachText(status.known_affected, (id, i) => {
      if (stated.has(id)) return;
      const place = `${path}/product_status/known_affected/${i}`;
      report(place, `The product ${quote(id)} has no remediation.`);
    });
  }
}

/** 6.1.27.11. */
export function vulnerabilitiesExist(model: CsafModel, report: Report): void {
  if (model.root.vulnerabilities === undefined) report('/vulnerabilities', 'There are none.');
}

/** 6.1.27.12. */
export function affectedProducts(model: CsafModel, report: Report): void {
  for (const { status, path } of model.vulnerabilities) {
    if (status.known_affected !== undefined) continue;
    report(`${path}/product_status/known_affected`, 'There is no known_affected.');
  }
}

/** 6.1.27.13: what is fixed was affected in another version. */
export function correspondingAffectedProducts(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    const counterpart = hasCounterpart(model, vulnerability, AFFECTED);
    for (const name of ['first_fixed', 'fixed']) {
      eachText(vulnerability.status[name], (id, i) => {
        // What is not defined has no family; test 6.1.1 reports it.
        if (!model.products.has(id) || counterpart(id)) return;
        const place = `${vulnerability.path}/product_status/${name}/${i}`;
        report(
          place,
          `No version that corresponds to the product ${quote(id)} is listed as affected.`,
        );
      });
    }
  }
}

/** 6.1.27.14. */
export function endedNotes(model: CsafModel, report: Report): void {
  if (hasNote(model, ['description'])) return;
  report('/document/notes', 'No note has the category description.');
}

/** 6.1.27.15. */
export function noProductTree(model: CsafModel, report: Report): void {
  if (model.root.product_tree === undefined) return;
  report('/product_tree', `A document of the category ${model.category} has no product_tree.`);
}

/** 6.1.27.16. */
export function endedHistory(model: CsafModel, report: Report): void {
  if (listOf(model.tracking.revision_history).length >= 2) return;
  report('/document/tracking/revision_history', 'The history has fewer than two items.');
}

/** Exactly one note has the title, and its category is the one asked. */
export function exactlyOneNote(
  model: CsafModel,
  title: string,
  category: string,
  report: Report,
): void {
  const titled = listOf(model.document.notes)
    .map(objectOf)
    .filter((note) => note.title === title);
  const path = '/document/notes';
  if (titled.length !== 1) {
    report(path, `${titled.length} notes have the title ${quote(title)}; exactly one is needed.`);
  } else if (titled[0]?.category !== category) {
    report(path, `The note ${quote(title)} does not have the category ${category}.`);
  }
}

export function reasoning(title: string) {
  return (model: CsafModel, report: Report): void => {
    if (isEnglish(model)) exactlyOneNote(model, title, 'description', report);
  };
}

/** A reference begins so, and is external. */
export function supersedingReference(model: CsafModel, words: string, report: Report): void {
  const found = some(
    model.document.references,
    ({ summary, category }) =>
      textOf(summary)?.startsWith(words) === true &&
      (category === undefined || category === 'external'),
  );
  if (found) return;
  const message = `No reference of category external has a summary that begins with ${quote(words)}.`;
  report('/document/references', message);
}

/** 6.1.27.19. */
export function supersedingDocument(model: CsafModel, report: Report): void {
  if (isEnglish(model)) supersedingReference(model, 'Superseding Document', report);
}
