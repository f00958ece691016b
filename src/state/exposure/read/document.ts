/** Any record of a vulnerability format, as statements. */
import type { JsonObject } from '../../../core/json/index.ts';
import { member, objectsOf } from '../../../core/json/view.ts';
import type { ReadRecord } from '../statement.ts';
import { isCsafDocument, readCsaf } from './csaf.ts';
import { isCveRecord, readCve } from './cve.ts';
import { nvdItemOf, readNvd } from './nvd.ts';
import { isOsv, readOsv } from './osv.ts';

/**
 * What a document tells beside its statements: of which ecosystems and releases, and of which kinds of
 * names, there are data at all. Documents that tell the same may stand for each other.
 */
export function coverageOf(document: JsonObject): readonly string[] {
  const told = readStatements(document).flatMap((record) => [
    ...record.covers.map(({ ecosystem, release }) => `${ecosystem}:${release ?? ''}`),
    ...kindsOf(record),
  ]);
  return [...new Set(told)];
}

/** Kinds of names, by the letters of keys; records that say nothing (any more) are data, too. */
export function kindsOf({ head, statements }: ReadRecord): readonly string[] {
  const products = head.source === 'cve' || head.source === 'nvd' ? ['c', 'v'] : [];
  return [...products, ...statements.flatMap(({ keys }) => keys.map((key) => key.charAt(0)))];
}

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
