/** The informative tests, clause 6.3. */
import { type ExtensionLocation, eachExtension, eachExtensionList } from '../model/extensions.ts';
import { CVSS_MEMBERS, eachCvss, eachMetric } from '../model/metrics.ts';
import type { CsafModel } from '../model/model.ts';
import { eachObject, textOf } from '../model/values.ts';
import { AFFECTED } from '../model/vulnerability.ts';
import { idSystem } from '../registers/id-systems.ts';
import { quote } from './mandatory-products.ts';
import { proseFaults, unresolvedUrls } from './outside.ts';

import type { Report, Run } from './test.ts';

/** 6.3.1: CVSS v2 is not all that a product has. */
export function cvss2Only(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    const better = new Set<unknown>();
    eachMetric(model, vulnerability, ({ content, products }) => {
      const other = Object.keys(content).some((name) => name !== 'cvss_v2' && name !== 'products');
      if (other) for (const id of products) better.add(id);
    });
    eachMetric(model, vulnerability, ({ content, path, products }) => {
      if (content.cvss_v2 === undefined) return;
      const id = products.find((product) => !better.has(product));
      if (id !== undefined) report(path, `CVSS v2 is the only score of ${quote(String(id))}.`);
    });
  }
}

/** 6.3.2. */
export function cvss30(model: CsafModel, report: Report): void {
  eachCvss(model, ({ value, path, vector }) => {
    if (!path.endsWith('cvss_v3')) return;
    if (value.version === '3.0') report(`${path}/version`, 'CVSS v3.0 is used.');
    else if (vector?.startsWith('CVSS:3.0/')) report(`${path}/vectorString`, 'CVSS v3.0 is used.');
  });
}

/** 6.3.3 and 6.3.4. */
export function missing(member20: string, member21: string): Run {
  return (model, report) => {
    const member = model.version === '2.0' ? member20 : member21;
    for (const { value, path } of model.vulnerabilities) {
      if (value[member] === undefined) report(`${path}/${member}`, `There is no ${member}.`);
    }
  };
}

/** 6.3.5. */
export function shortHash(model: CsafModel, report: Report): void {
  for (const product of model.tree.products) {
    eachObject(product.helper.hashes, (hash, i) => {
      eachObject(hash.file_hashes, ({ value }, j) => {
        const text = textOf(value);
        if (text === undefined || text.length >= 64) return;
        const place = `${product.path}/product_identification_helper/hashes/${i}/file_hashes/${j}/value`;
        report(place, `The hash value has ${text.length} characters; 64 are recommended.`);
      });
    });
  }
}

const WAY = ['vendor', 'product_name', 'product_version'] as const;

/** 6.3.9: along the path to a product there are vendor, name and version, in this order. */
export function branchCategories(model: CsafModel, report: Report): void {
  for (const product of model.tree.products) {
    if (product.branch === null) continue;
    let step = 0;
    for (const { category } of product.branch.line) if (category === WAY[step]) step++;
    if (step === WAY.length) continue;
    report(product.path, `${quote(product.id)} has no branch ${WAY[step]} in its place.`);
  }
}

/** 6.3.10. */
export function versionRange(model: CsafModel, report: Report): void {
  for (const branch of model.tree.branches) {
    if (branch.category !== 'product_version_range') continue;
    report(`${branch.path}/category`, `${quote(branch.name)} is a range of versions.`);
  }
}

/** 6.3.11. */
export function vAsIndicator(model: CsafModel, report: Report): void {
  for (const branch of model.tree.branches) {
    if (branch.category !== 'product_version' || !/^[vV][0-9]/.test(branch.name)) continue;
    report(`${branch.path}/name`, `The version ${quote(branch.name)} begins with a v.`);
  }
}

/** 6.3.12: what has a CVSS score has one of v4.0. */
export function missingCvss4(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    const scored = new Set<unknown>();
    let scores = 0;
    eachMetric(model, vulnerability, ({ content, contentPath, products }) => {
      if (!CVSS_MEMBERS.some((name) => content[name] !== undefined)) return;
      scores++;
      for (const id of products) scored.add(id);
      if (content.cvss_v4 === undefined) report(contentPath, 'There is no CVSS v4.0.');
    });
    for (const [id, groups] of vulnerability.groups) {
      if ((groups & AFFECTED) === 0 || scored.has(id)) continue;
      const what = scores > 0 ? 'No CVSS covers' : 'There is no CVSS for';
      report(`${vulnerability.path}/metrics`, `${what} the affected product ${quote(id)}.`);
    }
  }
}

/** 6.3.18. */
export function qualitativeRating(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    eachMetric(model, vulnerability, ({ content, path }) => {
      if (content.qualitative_severity_rating === undefined) return;
      report(path, 'A qualitative severity rating says nothing of how it was found.');
    });
  }
}

/** 6.3.20. */
export function unregisteredIdSystem(model: CsafModel, report: Report): void {
  for (const { value, path } of model.vulnerabilities) {
    eachObject(value.ids, ({ system_name: name }, i) => {
      const text = textOf(name);
      if (text === undefined || idSystem(text) !== undefined) return;
      report(`${path}/ids/${i}/system_name`, `${quote(text)} is not registered in RVISC.`);
    });
  }
}

/** 6.3.21.1. */
export function essentialExtension(model: CsafModel, report: Report): void {
  eachExtension(model, ({ category }, path) => {
    if (category === 'essential') report(`${path}/category`, 'The extension is essential.');
  });
}

/** 6.3.21.3 to 6.3.21.9. */
export function extensionAt(wanted: ExtensionLocation): Run {
  return (model, report) =>
    eachExtensionList(model, ({ location, path }) => {
      if (location === wanted) report(path, 'Extensions are used here.');
    });
}

/** 6.3.22. */
export function nestedProductPath(model: CsafModel, report: Report): void {
  const made = new Set(model.tree.combined.map(({ product }) => product?.id));
  for (const { parts } of model.tree.combined) {
    for (const { id, path } of parts) {
      if (made.has(id)) report(path, `${quote(id)} is formed by a product path itself.`);
    }
  }
}

/** 6.3.6. */
export const unresolvedOtherUrls: Run = (model, report, ports) =>
  unresolvedUrls(model, report, ports, false);

/** 6.3.7. */
export const unresolvedSelfUrls: Run = (model, report, ports) =>
  unresolvedUrls(model, report, ports, true);

/** 6.3.8. */
export const spelling: Run = (model, report, ports) =>
  proseFaults(model, report, ports.misspelled, 'spell');

/** 6.3.16. */
export const grammar: Run = (model, report, ports) =>
  proseFaults(model, report, ports.grammar, 'grammar');
