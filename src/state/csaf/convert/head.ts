/** Converts /document (CSAF 2.1 §9.1.18). */
import type { JsonObject, JsonValue } from '../../../core/json/index.ts';
import { eachObject, objectOf, textOf } from '../model/values.ts';
import { readLicenceExpression, standingOf } from '../registers/licences.ts';
import { type Ledger, mapObject } from './ledger.ts';

export function convertHead(document: JsonObject, root: JsonObject, ledger: Ledger): JsonObject {
  const id = textOf(objectOf(document.tracking).id) ?? '';
  const licence = licenceOf(document, ledger);
  return {
    ...mapObject(document, {
      category: (value) => convertCategory(value, root, ledger),
      csaf_version: () => '2.1',
      title: (value) => (typeof value === 'string' ? withoutId(value, id, ledger) : value),
    }),
    distribution: convertDistribution(document.distribution, ledger),
    ...(licence === undefined ? {} : { license_expression: licence }),
  };
}

/** A security advisory of 2.1 asks affected products in every vulnerability. */
function convertCategory(value: JsonValue, root: JsonObject, ledger: Ledger): JsonValue {
  if (value !== 'csaf_security_advisory') return value;
  let complete = true;
  eachObject(root.vulnerabilities, ({ product_status: status }) => {
    const { known_affected: affected } = objectOf(status);
    if (affected === undefined) complete = false;
  });
  if (complete) return value;
  const reason = 'A vulnerability lists no affected product; the deprecated profile is used.';
  ledger.note('/document/category', reason);
  return 'csaf_deprecated_security_advisory';
}

const STATED = /TLP v2\.0: TLP:(AMBER\+STRICT|AMBER|CLEAR|GREEN|RED)\b/;

/** TLP 1 to TLP 2; a label of TLP 2 that the text states is named and not taken unasked. */
function convertDistribution(value: JsonValue | undefined, ledger: Ledger): JsonObject {
  const distribution = objectOf(value);
  const tlp = objectOf(distribution.tlp);
  const old = textOf(tlp.label);
  const label = old === undefined || old === 'WHITE' ? 'CLEAR' : old;
  if (old === undefined) {
    ledger.note('/document/distribution/tlp/label', 'No TLP label was given; CLEAR was set.');
  }
  const stated = STATED.exec(textOf(distribution.text) ?? '')?.[1];
  if (stated !== undefined && stated !== label) {
    const reason = `The text states TLP:${stated}; the label gives TLP:${label}, which was kept.`;
    ledger.note('/document/distribution/text', reason);
  }
  return { ...distribution, tlp: { ...tlp, label } };
}

/** 2.1 keeps the tracking id out of the title. */
function withoutId(title: string, id: string, ledger: Ledger): string {
  if (id === '' || !title.includes(id)) return title;
  const rest = title
    .replaceAll(id, ' ')
    .replace(/^[\s:()[\]{}\-–—]+|[\s:()[\]{}\-–—]+$/g, '')
    .replace(/\s{2,}/g, ' ');
  if (rest === '') return title;
  ledger.note('/document/title', `The tracking id ${id} was taken out of the title.`);
  return rest;
}

/** A legal disclaimer that is a licence expression becomes the licence of the document. */
function licenceOf(document: JsonObject, ledger: Ledger): string | undefined {
  const found: string[] = [];
  eachObject(document.notes, (note) => {
    const text = textOf(note.text)?.trim();
    if (note.category !== 'legal_disclaimer' || text === undefined) return;
    const { names, fault } = readLicenceExpression(text);
    if (fault === null && names.every((name) => standingOf(name) !== 'missing')) found.push(text);
  });
  const [only] = found;
  if (only === undefined) return undefined;
  if (found.length > 1) {
    ledger.note('/document/notes', `Several licence expressions were found: ${found.join('; ')}.`);
    return undefined;
  }
  ledger.note('/document/notes', `The licence expression ${only} of a note was set.`);
  return only;
}
