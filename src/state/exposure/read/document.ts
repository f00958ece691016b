/** Any record of a vulnerability format, as statements. */
import type { JsonObject } from '../../../core/json/index.ts';
import { member, objectsOf } from '../../../core/json/view.ts';
import type { ReadRecord } from '../statement.ts';
import { isCsafDocument, readCsaf } from './csaf.ts';
import { isCveRecord, readCve } from './cve.ts';
import { nvdItemOf, readNvd } from './nvd.ts';
import { isOsv, readOsv } from './osv.ts';

/** The records of a document; none where it is of no such format (VEX of other forms, say). */
export function readStatements(document: JsonObject): readonly ReadRecord[] {
  if (isCveRecord(document)) return [readCve(document)];
  if (isCsafDocument(document)) return [readCsaf(document)];
  const item = nvdItemOf(document);
  if (item !== null) return [readNvd(item)];
  if (isOsv(document)) return [readOsv(document)];
  // A page of NVD's API.
  return member(document, 'vulnerabilities') === undefined
    ? []
    : objectsOf(document, 'vulnerabilities').flatMap((each) => {
        const inner = nvdItemOf(each);
        return inner === null ? [] : [readNvd(inner)];
      });
}
