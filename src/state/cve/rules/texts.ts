/** Rules on texts: one English each, media that are what they say, weaknesses by id. */
import type { JsonValue } from '../../../core/json/value.ts';
import { entriesOf, member, textOf } from '../../../core/json/view.ts';
import type { CveFindings } from '../issues.ts';
import { ENGLISH } from '../schema/forms.ts';
import type { ContainerRule } from './rule.ts';

/** CVE Services, INVALID_JSON_SCHEMA: no two entries in the same English. */
export const oneTextPerEnglish: ContainerRule = ({ value, path }, findings) => {
  for (const name of ['descriptions', 'rejectedReasons']) {
    const seen = new Set<string>();
    entriesOf(value, name).forEach((entry, i) => {
      const lang = textOf(entry, 'lang')?.toLowerCase().replaceAll('_', '-');
      if (lang === undefined || !ENGLISH.test(lang)) return;
      if (seen.has(lang)) {
        findings.add('cve-language-repeated', [...path, name, i, 'lang'], `"${lang}"`);
      }
      seen.add(lang);
    });
  }
};

const TEXTS = [
  'descriptions',
  'rejectedReasons',
  'configurations',
  'workarounds',
  'solutions',
  'exploits',
];

const BASE64 = /^(?:[A-Za-z0-9+/\s]*)={0,2}\s*$/;

/** description.supportingMedia.base64: the value is then base64. */
export const mediaAreBase64: ContainerRule = ({ value, path }, findings) => {
  for (const name of TEXTS) {
    entriesOf(value, name).forEach((text, i) => {
      entriesOf(text, 'supportingMedia').forEach((media, j) => {
        const content = textOf(media, 'value');
        if (member(media, 'base64') !== true || content === undefined) return;
        if (BASE64.test(content) && content.replace(/\s/g, '').length % 4 === 0) return;
        findings.add('cve-base64', [...path, name, i, 'supportingMedia', j, 'value']);
      });
    });
  }
};

/** problemTypes: cweId, type and the text agree; a CWE belongs in cweId. */
export const weaknessesAreNamed: ContainerRule = ({ value, path }, findings) => {
  entriesOf(value, 'problemTypes').forEach((problem, i) => {
    entriesOf(problem, 'descriptions').forEach((entry, j) => {
      checkWeakness(entry, [...path, 'problemTypes', i, 'descriptions', j], findings);
    });
  });
};

function checkWeakness(
  entry: JsonValue,
  path: readonly (string | number)[],
  findings: CveFindings,
): void {
  const stated = textOf(entry, 'cweId');
  const type = textOf(entry, 'type');
  const named = /\bCWE-[1-9][0-9]{0,4}\b/.exec(textOf(entry, 'description') ?? '')?.[0];
  if (stated === undefined) {
    if (named !== undefined) findings.add('cve-cwe-text', path, named);
  } else if (named !== undefined && named !== stated) {
    findings.add('cve-cwe-type', [...path, 'cweId'], `${stated} beside ${named}`);
  } else if (type !== undefined && type.toUpperCase() !== 'CWE') {
    findings.add('cve-cwe-type', [...path, 'type'], `"${type.slice(0, 40)}" beside ${stated}`);
  }
}
