/** Mandatory tests on vulnerabilities: status, remediations, flags, involvements. */
import type { JsonValue } from '../../../core/json/index.ts';
import { timestampKey } from '../../../core/timestamp.ts';
import type { CsafModel } from '../model/model.ts';
import { combinationOf, contradict, REMEDIATION_BITS } from '../model/remediations.ts';
import { eachObject, eachText, listOf, textOf } from '../model/values.ts';
import { CONTRADICTING, GROUP_NAMES, STATUS_GROUPS } from '../model/vulnerability.ts';
import { namesProducts, quote } from './mandatory-products.ts';
import { ONLY_21, type Report, test } from './test.ts';

/** 6.1.6: no product is in two contradicting status groups. */
function contradictingProductStatus(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    if (!vulnerability.hasContradictions) continue;
    const before = new Map<string, number>();
    for (const [name, group] of STATUS_GROUPS) {
      if ((group & CONTRADICTING) === 0) continue;
      if (name === 'unknown' && model.version === '2.0') continue;
      eachText(vulnerability.status[name], (id, i) => {
        const other = (before.get(id) ?? 0) & ~group;
        before.set(id, (before.get(id) ?? 0) | group);
        if (other === 0) return;
        const groups = `${namesOf(other)} and ${namesOf(group)}`;
        const place = `${vulnerability.path}/product_status/${name}/${i}`;
        report(place, `The product ${quote(id)} is in the contradicting groups ${groups}.`);
      });
    }
  }
}

function namesOf(groups: number): string {
  return [...GROUP_NAMES].flatMap(([bit, name]) => ((groups & bit) === 0 ? [] : name)).join(', ');
}

/** 6.1.23: no CVE stands in two vulnerabilities. */
function multipleUseOfSameCve(model: CsafModel, report: Report): void {
  const seen = new Set<string>();
  for (const { value, path } of model.vulnerabilities) {
    const cve = textOf(value.cve);
    if (cve === undefined) continue;
    if (seen.has(cve)) report(`${path}/cve`, `${quote(cve)} is used in another vulnerability too.`);
    seen.add(cve);
  }
}

/** 6.1.24: a party is involved once at any date. */
function multipleDefinitionInInvolvements(model: CsafModel, report: Report): void {
  for (const { value, path } of model.vulnerabilities) {
    const seen = new Set<string>();
    eachObject(value.involvements, (item, i) => {
      const date = textOf(item.date) ?? '';
      const key = `${textOf(item.party) ?? ''}\n${timestampKey(date) || date}`;
      if (seen.has(key)) {
        const message = `The party ${textOf(item.party)} has another item of the same date.`;
        report(`${path}/involvements/${i}`, message);
      }
      seen.add(key);
    });
  }
}

/** 6.1.29: a remediation says to which products it applies. */
function remediationWithoutProduct(model: CsafModel, report: Report): void {
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.remediations, (item, i) => {
      if (namesProducts(item)) return;
      report(`${path}/remediations/${i}`, 'Neither group_ids nor product_ids is there.');
    });
  }
}

/** 6.1.32: a flag says to which products it applies. */
function flagWithoutProduct(model: CsafModel, report: Report): void {
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.flags, (item, i) => {
      if (namesProducts(item)) return;
      report(`${path}/flags/${i}`, 'Neither group_ids nor product_ids is there.');
    });
  }
}

const JUSTIFICATIONS: ReadonlySet<string> = new Set([
  'component_not_present',
  'inline_mitigations_already_exist',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_not_present',
]);

/** 6.1.33: a product has one justification why it is not affected. */
function multipleJustifications(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    if (listOf(vulnerability.value.flags).length < 2) continue;
    const first = new Map<string, number>();
    eachObject(vulnerability.value.flags, (flag, i) => {
      if (!JUSTIFICATIONS.has(textOf(flag.label) ?? '')) return;
      const again = new Set<string>();
      model.productsOf(flag, (id) => {
        const known = first.get(id);
        if (known === undefined) first.set(id, i);
        else if (known !== i) again.add(id);
      });
      for (const id of again) {
        const message = `The product ${quote(id)} has a justification by another flag too.`;
        report(`${vulnerability.path}/flags/${i}`, message);
      }
    });
  }
}

/** 6.1.35: the categories of a product's remediations do not contradict each other. */
function contradictingRemediations(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    if (!mayContradict(vulnerability.value.remediations)) continue;
    const given = new Map<string, number>();
    eachObject(vulnerability.value.remediations, (item, i) => {
      const category = textOf(item.category) ?? '';
      const bit = REMEDIATION_BITS.get(category);
      if (bit === undefined) return;
      const wrong = new Map<string, string>();
      model.productsOf(item, (id) => {
        const before = given.get(id) ?? 0;
        given.set(id, before | bit);
        const other = contradict(category, before);
        if (other !== undefined) wrong.set(id, other);
      });
      for (const [id, other] of wrong) {
        const message = `For the product ${quote(id)}, ${category} contradicts ${other}.`;
        report(`${vulnerability.path}/remediations/${i}`, message);
      }
    });
  }
}

/** True when two categories of the list contradict each other, whatever their products. */
function mayContradict(remediations: JsonValue | undefined): boolean {
  const categories = new Set<string>();
  eachObject(remediations, (item) => categories.add(textOf(item.category) ?? ''));
  let all = 0;
  for (const category of categories) all |= REMEDIATION_BITS.get(category) ?? 0;
  return [...categories].some((category) => contradict(category, all) !== undefined);
}

/** 6.1.36 and 6.2.27: the category of a remediation fits the status of the product. */
export function statusRemediation(kind: 'prohibited' | 'discouraged') {
  return (model: CsafModel, report: Report): void => {
    for (const vulnerability of model.vulnerabilities) {
      const { groups, path } = vulnerability;
      eachObject(vulnerability.value.remediations, (item, i) => {
        const category = textOf(item.category) ?? '';
        let wrong: Map<string, number> | undefined;
        model.productsOf(item, (id) => {
          const found = combinationOf(category, groups.get(id) ?? 0, kind);
          if (found === 0) return;
          wrong ??= new Map();
          wrong.set(id, found);
        });
        for (const [id, found] of wrong ?? []) {
          const message = `The product ${quote(id)} is in the status group ${namesOf(found)}, for which ${category} is ${kind}.`;
          report(`${path}/remediations/${i}`, message);
        }
      });
    }
  };
}

export const MANDATORY_VULNERABILITY_TESTS = [
  test(
    'csaf-contradicting-product-status',
    [
      '6.1.6',
      'Contradicting Product Status',
      'A product is in two status groups of one vulnerability that contradict each other.',
      'Keep it in the group that is true.',
    ],
    contradictingProductStatus,
  ),
  test(
    'csaf-multiple-use-of-same-cve',
    [
      '6.1.23',
      'Multiple Use of Same CVE',
      'A CVE stands in more than one vulnerability of the document.',
      'Join the items, or correct the CVE.',
    ],
    multipleUseOfSameCve,
  ),
  test(
    'csaf-multiple-definition-in-involvements',
    [
      '6.1.24',
      'Multiple Definition in Involvements',
      'A party has several involvements of the same date.',
      'Keep one item per party and date.',
    ],
    multipleDefinitionInInvolvements,
  ),
  test(
    'csaf-remediation-without-product-reference',
    [
      '6.1.29',
      'Remediation without Product Reference',
      'A remediation does not say to which products it applies.',
      'Add product_ids or group_ids.',
    ],
    remediationWithoutProduct,
  ),
  test(
    'csaf-flag-without-product-reference',
    [
      '6.1.32',
      'Flag without Product Reference',
      'A flag does not say to which products it applies.',
      'Add product_ids or group_ids.',
    ],
    flagWithoutProduct,
  ),
  test(
    'csaf-multiple-flags-per-product',
    [
      '6.1.33',
      'Multiple Flags with VEX Justification Codes per Product',
      'A product has several flags with a VEX justification.',
      'Keep the justification that is true.',
    ],
    multipleJustifications,
  ),
  test(
    'csaf-contradicting-remediations',
    [
      '6.1.35',
      'Contradicting Remediations',
      'A product has remediations whose categories contradict each other.',
      'Remove the product from the remediation of lower priority.',
    ],
    contradictingRemediations,
    ONLY_21,
  ),
  test(
    'csaf-contradicting-status-remediation',
    [
      '6.1.36',
      'Contradicting Product Status Remediation Combination',
      'A remediation names a product whose status it contradicts.',
      'Correct the status or the category; the standard has a table of both.',
    ],
    statusRemediation('prohibited'),
    ONLY_21,
  ),
] as const;
