/** Which format a document is of, by what only that format has. */
import { isJsonObject, type JsonValue } from '../../core/json/value.ts';
import { member, textOf } from '../../core/json/view.ts';

/** Formats that conversions begin with. */
export type SourceFormat = 'cve' | 'osv' | 'csaf-2.0' | 'csaf-2.1' | 'openvex';

/** The format of a document; null where it is none of those. */
export function recognise(document: JsonValue): SourceFormat | null {
  if (!isJsonObject(document)) return null;
  if (isJsonObject(member(document, 'cveMetadata'))) return 'cve';
  const head = member(document, 'document');
  if (head !== undefined && isJsonObject(head)) return csafOf(head);
  if (textOf(document, '@context')?.startsWith('https://openvex.dev/ns') === true) return 'openvex';
  const isOsv = textOf(document, 'id') !== undefined && textOf(document, 'modified') !== undefined;
  return isOsv ? 'osv' : null;
}

/** A document of CSAF that does not say its version counts as 2.0, which demands it in the head. */
function csafOf(head: JsonValue): SourceFormat {
  return textOf(head, 'csaf_version') === '2.1' ? 'csaf-2.1' : 'csaf-2.0';
}
