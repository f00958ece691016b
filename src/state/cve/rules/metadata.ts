/** Rules on the record as a whole. */
import type { JsonObject } from '../../../core/json/value.ts';
import { entriesOf, member, textOf } from '../../../core/json/view.ts';
import { compareTimestamps, timestampKey } from '../../../core/timestamp.ts';
import type { CveFindings } from '../issues.ts';
import { zoned } from '../schema/forms.ts';

/** cveMetadata: an id is reserved, then published, then updated. */
export function datesAreInOrder(record: JsonObject, findings: CveFindings): void {
  const metadata = member(record, 'cveMetadata');
  const order = ['dateReserved', 'datePublished', 'dateUpdated'];
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) {
      const [earlier, later] = [order[i] as string, order[j] as string];
      if (isAfter(textOf(metadata, earlier), textOf(metadata, later))) {
        findings.add('cve-date-order', ['cveMetadata', later], `${later} lies before ${earlier}`);
      }
    }
  }
}

function isAfter(earlier: string | undefined, later: string | undefined): boolean {
  if (earlier === undefined || later === undefined) return false;
  const [a, b] = [zoned(earlier), zoned(later)];
  if (timestampKey(a) === '' || timestampKey(b) === '') return false;
  return compareTimestamps(a, b) > 0;
}

/** cnaRejectedContainer.replacedBy: ids that are to be used instead of this one. */
export function replacementIsAnother(record: JsonObject, findings: CveFindings): void {
  const id = textOf(member(record, 'cveMetadata'), 'cveId');
  const cna = member(member(record, 'containers'), 'cna');
  entriesOf(cna, 'replacedBy').forEach((other, i) => {
    if (other === id) {
      findings.add('cve-replaced-self', ['containers', 'cna', 'replacedBy', i]);
    }
  });
}

/** dataVersion: a later minor version may have members that are not known here. */
export function versionIsKnown(record: JsonObject, findings: CveFindings): void {
  const version = textOf(record, 'dataVersion') ?? '';
  const minor = /^5\.([0-9]{1,6})(?:\.|$)/.exec(version)?.[1];
  if (minor !== undefined && Number(minor) > 2) {
    findings.add('cve-version-later', ['dataVersion'], `"${version}"`);
  }
}
