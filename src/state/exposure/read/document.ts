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
  return [...new Set(readStatements(document).flatMap(tellsOf))];
}

/** `ECOSYSTEM:RELEASE`, the release empty for all; kinds of names by the letters of keys. */
export function tellsOf({ head, covers, statements }: ReadRecord): readonly string[] {
  // Records that say nothing (any more) are data about products, too.
  const products = head.source === 'cve' || head.source === 'nvd' ? ['c', 'v'] : [];
  const releases = covers.map(({ ecosystem, release }) => `${ecosystem}:${release ?? ''}`);
  const kinds = statements.flatMap(({ keys }) => keys.map((key) => key.charAt(0)));
  return [...new Set([...releases, ...products, ...kinds])];
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
