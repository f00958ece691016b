/** Rules on what identifies a product. */

import { hasErrors } from '../../../core/issue.ts';
import type { JsonValue } from '../../../core/json/value.ts';
import { entriesOf, textOf } from '../../../core/json/view.ts';
import { parsePurl } from '../../purl/index.ts';
import type { CveFindings } from '../issues.ts';
import { CPE, isWholeCpe } from '../schema/forms.ts';
import type { ContainerRule } from './rule.ts';

/** product.packageURL: a package URL without version (RFD 0002). */
export const packageUrlsHaveNoVersion: ContainerRule = ({ value, path }, findings) => {
  entriesOf(value, 'affected').forEach((product, i) => {
    const text = textOf(product, 'packageURL');
    if (text !== undefined) checkPackageUrl(text, [...path, 'affected', i, 'packageURL'], findings);
  });
};

function checkPackageUrl(
  text: string,
  path: readonly (string | number)[],
  findings: CveFindings,
): void {
  const purl = parsePurl(text);
  const shown = `"${text.slice(0, 60)}"`;
  if (!purl.ok || hasErrors(purl.issues)) {
    findings.add('cve-purl', path, purl.issues[0]?.message ?? shown);
  } else if (purl.value.version !== null || Object.hasOwn(purl.value.qualifiers, 'vers')) {
    findings.add('cve-purl-version', path, shown);
  } else if (purl.value.type === 'generic' || purl.value.type === 'swid') {
    findings.add('cve-purl-type', path, shown);
  }
}

/** product.cpes: the schema finds names anywhere in a text; the description wants a name. */
export const cpesAreNames: ContainerRule = ({ value, path }, findings) => {
  entriesOf(value, 'affected').forEach((product, i) => {
    entriesOf(product, 'cpes').forEach((cpe: JsonValue, j) => {
      if (typeof cpe !== 'string' || !CPE.test(cpe) || isWholeCpe(cpe)) return;
      findings.add('cve-cpe-text', [...path, 'affected', i, 'cpes', j], `"${cpe.slice(0, 60)}"`);
    });
  });
};
