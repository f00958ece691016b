/** What is affected: products, versions, applicability (definitions product, cpeApplicability). */
import { isJsonObject } from '../../../core/json/value.ts';
import {
  every,
  flag,
  list,
  object,
  required,
  type Shape,
  text,
  under,
  word,
} from '../../../core/shape/index.ts';
import { clause } from '../clause.ts';
import { CPE, CPE_FS } from './forms.ts';
import { status, uri, uuid, version } from './parts.ts';

const closed = { closed: true } as const;
const name = text({ min: 1, max: 4_096 });
const unique = { unique: true } as const;

/**
 * §product.versions.items oneOf: a single version has no more than version, status and versionType;
 * a range has versionType and exactly one upper end.
 */
const versionForm: Shape = (value, walk) => {
  if (!isJsonObject(value)) return;
  const ends = ['lessThan', 'lessThanOrEqual'].filter((end) => Object.hasOwn(value, end));
  if (ends.length === 2) {
    walk.find('shape-alternative', 'Only one of "lessThan" and "lessThanOrEqual" may be given.');
  } else if (ends.length === 1 && !Object.hasOwn(value, 'versionType')) {
    walk.find('shape-missing', `"versionType" must be given where "${ends[0]}" is.`);
  } else if (ends.length === 0 && Object.hasOwn(value, 'changes')) {
    walk.find('shape-alternative', 'Only a range ("lessThan" …) may have "changes".');
  }
};

const versionEntry = every(
  object(
    {
      version: required(version),
      status: required(status),
      versionType: text({ min: 1, max: 128 }),
      lessThan: version,
      lessThanOrEqual: version,
      changes: list(object({ at: required(version), status: required(status) }, closed), {
        min: 1,
        unique: true,
      }),
    },
    closed,
  ),
  versionForm,
);

const has = (value: object, ...names: readonly string[]) =>
  names.every((member) => Object.hasOwn(value, member));

/** product.allOf: who it is, and something about its versions. */
function productForm(packageUrls: boolean): Shape {
  const known = ['"vendor" and "product"', '"collectionURL" and "packageName"'];
  const names = packageUrls ? [...known, '"packageURL"'] : known;
  return (value, walk) => {
    if (!isJsonObject(value)) return;
    const identified =
      has(value, 'vendor', 'product') ||
      has(value, 'collectionURL', 'packageName') ||
      (packageUrls && has(value, 'packageURL'));
    if (!identified) walk.find('shape-missing', `Needed is ${names.join(' or ')}.`);
    if (!has(value, 'versions') && !has(value, 'defaultStatus')) {
      walk.find('shape-missing', 'Needed is "versions" or "defaultStatus".');
    }
    const both = has(value, 'collectionURL') || has(value, 'packageName');
    if (packageUrls && has(value, 'packageURL') && both) {
      const message = 'A "packageURL" stands alone: without "collectionURL" and "packageName".';
      walk.find('shape-alternative', message);
    }
  };
}

const members = {
  vendor: text({ min: 1, max: 512 }),
  product: text({ min: 1, max: 2_048 }),
  collectionURL: uri,
  packageName: text({ min: 1, max: 2_048 }),
  cpes: list(text({ min: 1, max: 2_048, form: CPE }), unique),
  modules: list(name, unique),
  programFiles: list(text({ min: 1, max: 1_024 }), unique),
  programRoutines: list(object({ name: required(name) }, closed), unique),
  platforms: list(text({ max: 1_024 }), { min: 1, unique: true }),
  repo: uri,
  defaultStatus: status,
  versions: list(versionEntry, { min: 1, unique: true }),
};

/** Until 5.1 a product may have members that nobody knows; 5.2 closes it and adds packageURL. */
const openProduct = every(object(members), productForm(false));
const closedProduct = every(
  object({ ...members, packageURL: text({ min: 1, max: 2_048 }) }, closed),
  productForm(true),
);

export function affected(packageUrls: boolean): Shape {
  const product = packageUrls ? closedProduct : openProduct;
  return under(clause('product'), list(product, { min: 1 }));
}

const operator = word(['AND', 'OR']);

const cpeMatch = object(
  {
    vulnerable: required(flag),
    criteria: required(text({ min: 1, max: 2_048, form: CPE_FS })),
    matchCriteriaId: uuid,
    versionStartExcluding: version,
    versionStartIncluding: version,
    versionEndExcluding: version,
    versionEndIncluding: version,
  },
  closed,
);

const cpeNode = object(
  { operator: required(operator), negate: flag, cpeMatch: required(list(cpeMatch)) },
  closed,
);

export const cpeApplicability = under(
  clause('cpeApplicability'),
  list(object({ operator, negate: flag, nodes: required(list(cpeNode)) }, closed)),
);
