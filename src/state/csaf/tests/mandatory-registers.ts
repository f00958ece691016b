/** Mandatory tests against registers: CWE, languages, package URLs, licences. */
import type { CsafModel } from '../model/model.ts';
import { eachObject, eachText, listOf, textOf } from '../model/values.ts';
import type { CwePort, Ports } from '../ports.ts';
import { languageFault } from '../registers/languages.ts';
import { readLicenceExpression, standingOf } from '../registers/licences.ts';
import { isEnglish } from '../registers/translations.ts';
import { isLanguageTag } from '../schema/patterns.ts';
import { quote } from './mandatory-products.ts';
import { exactlyOneNote } from './mandatory-profiles.ts';
import { type NotRun, ONLY_21, type Report, test } from './test.ts';

/** 6.1.11: the weakness exists and bears its name (2.1: in the version given). */
function cwe(model: CsafModel, report: Report, { cwe: list }: Ports): NotRun {
  if (list === undefined) return 'No CWE list is at hand.';
  for (const { value, path } of model.vulnerabilities) {
    if (model.version === '2.0') {
      if (value.cwe !== undefined)
        eachObject([value.cwe], (item) => checkOld(item, path, list, report));
      continue;
    }
    eachObject(value.cwes, (item, i) => {
      const id = textOf(item.id);
      const version = textOf(item.version);
      if (id === undefined || version === undefined) return;
      const place = `${path}/cwes/${i}`;
      const entry = list.weakness(id, version);
      if (entry !== null) checkName(entry.name, textOf(item.name), id, place, report);
      else report(place, `${id} is no weakness of CWE ${version}.`);
    });
  }
  return undefined;
}

/** 2.0 names no release: any that has the id with the name will do. */
function checkOld(
  item: Readonly<Record<string, unknown>>,
  path: string,
  list: CwePort,
  report: Report,
): void {
  const { id, name } = item;
  if (typeof id !== 'string' || typeof name !== 'string') return;
  const entries = list.releases.flatMap(({ version }) => list.weakness(id, version) ?? []);
  const newest = entries.at(-1);
  if (newest === undefined) report(`${path}/cwe`, `${id} is no weakness of CWE.`);
  else if (!entries.some((entry) => entry.name === name)) {
    checkName(newest.name, name, id, `${path}/cwe`, report);
  }
}

function checkName(
  right: string,
  stated: string | undefined,
  id: string,
  path: string,
  report: Report,
): void {
  if (stated === undefined || stated === right) return;
  report(path, `The name of ${id} is ${quote(right)}, not ${quote(stated)}.`);
}

/** 6.1.12: every subtag of a language exists. */
function language(model: CsafModel, report: Report): void {
  for (const name of ['lang', 'source_lang'] as const) {
    const tag = textOf(model.document[name]);
    if (tag === undefined || !isLanguageTag(tag)) continue;
    const fault = languageFault(tag);
    if (fault !== null)
      report(`/document/${name}`, `${quote(tag)} is no valid language: ${fault}.`);
  }
}

/** Package URLs of a product with their places: `purl` in 2.0, `purls` in 2.1. */
export function eachPurl(model: CsafModel, visit: (purl: string, path: string) => void): void {
  for (const product of model.tree.products) {
    const { helper } = product;
    if (helper.purl === undefined && helper.purls === undefined) continue;
    const place = `${product.path}/product_identification_helper`;
    const single = textOf(helper.purl);
    if (model.version === '2.0') {
      if (single !== undefined) visit(single, `${place}/purl`);
    } else eachText(helper.purls, (purl, i) => visit(purl, `${place}/purls/${i}`));
  }
}

const NO_PURL = 'No reader of package URLs is at hand.';

/** 6.1.13: a package URL follows its specification. */
function purl(model: CsafModel, report: Report, { purl: reader }: Ports): NotRun {
  if (reader === undefined) return NO_PURL;
  eachPurl(model, (text, path) => {
    const fault = text.startsWith('pkg://') ? 'pkg:// is not canonical' : reader.fault(text);
    if (fault !== null) report(path, `${quote(text)} is no valid package URL: ${fault}.`);
  });
  return undefined;
}

/** 6.1.42: package URLs of one product differ in their qualifiers alone. */
function purlQualifiers(model: CsafModel, report: Report, { purl: reader }: Ports): NotRun {
  if (reader === undefined) return NO_PURL;
  for (const product of model.tree.products) {
    if (listOf(product.helper.purls).length < 2) continue;
    let first: string | undefined;
    eachText(product.helper.purls, (text, i) => {
      const plain = reader.withoutQualifiers(text);
      if (plain === null) return;
      first ??= plain;
      if (plain === first) return;
      const place = `${product.path}/product_identification_helper/purls/${i}`;
      report(
        place,
        `${quote(text)} differs from the first package URL in more than its qualifiers.`,
      );
    });
  }
  return undefined;
}

const LICENCE = '/document/license_expression';

/** 6.1.54: a licence expression follows the grammar. */
function licenseExpression(model: CsafModel, report: Report): void {
  const text = textOf(model.document.license_expression);
  if (text === undefined) return;
  const { fault } = readLicenceExpression(text);
  if (fault !== null) report(LICENCE, `${quote(text)} is no licence expression. ${fault}`);
}

/** True when the expression names a licence of an inventory other than SPDX and the LicenseDB. */
export function hasUnlistedLicence(model: CsafModel): boolean {
  const text = textOf(model.document.license_expression);
  if (text === undefined) return false;
  const { names, fault } = readLicenceExpression(text);
  return fault === null && names.some((name) => standingOf(name) === 'own');
}

/** 6.1.55: the text of a licence that nobody lists stands in a note. */
function licenseText(model: CsafModel, report: Report): void {
  if (!isEnglish(model) || !hasUnlistedLicence(model)) return;
  exactlyOneNote(model, 'License', 'legal_disclaimer', report);
}

export const MANDATORY_REGISTER_TESTS = [
  test(
    'csaf-cwe',
    [
      '6.1.11',
      'CWE',
      'A weakness does not exist, or has another name.',
      'Write id and name as the CWE list of the version has them.',
    ],
    cwe,
  ),
  test(
    'csaf-language',
    [
      '6.1.12',
      'Language',
      'A language tag has a subtag that the IANA registry does not know.',
      'Write a tag like en, de-AT or zh-Hans.',
    ],
    language,
  ),
  test(
    'csaf-purl',
    [
      '6.1.13',
      'PURL',
      'A package URL does not follow its specification.',
      'Write it as pkg:type/namespace/name@version.',
    ],
    purl,
  ),
  test(
    'csaf-purl-qualifiers',
    [
      '6.1.42',
      'PURL Qualifiers',
      'Package URLs of one product differ in more than their qualifiers.',
      'Use a product of its own for each package.',
    ],
    purlQualifiers,
    ONLY_21,
  ),
  test(
    'csaf-license-expression',
    [
      '6.1.54',
      'License Expression',
      'The licence is no SPDX licence expression.',
      'Write an expression like CC-BY-4.0 or LicenseRef-example.org-My-License-1.0.',
    ],
    licenseExpression,
    ONLY_21,
  ),
  test(
    'csaf-license-text',
    [
      '6.1.55',
      'License Text',
      'The text of a licence that no list has does not stand in exactly one note.',
      'Add a note of category legal_disclaimer with the title "License".',
    ],
    licenseText,
    ONLY_21,
  ),
] as const;
