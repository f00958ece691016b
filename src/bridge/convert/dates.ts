/** Times of a document, for who converts without saying what time it is. */
import type { JsonObject } from '../../core/json/value.ts';
import { member, textOf } from '../../core/json/view.ts';
import { compareTimestamps } from '../../core/timestamp.ts';
import { stixTime } from '../projection/index.ts';

/** When the document was first published and when it changed last. */
export interface DocumentTimes {
  readonly created: string;
  readonly modified: string;
}

/** Before any document: where one has no time at all. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** The times that a document of any of our formats states. */
export function timesOf(document: JsonObject): DocumentTimes {
  const metadata = member(document, 'cveMetadata');
  const tracking = member(member(document, 'document'), 'tracking');
  const modified = first([
    textOf(metadata, 'dateUpdated'),
    textOf(metadata, 'dateRejected'),
    textOf(metadata, 'datePublished'),
    textOf(tracking, 'current_release_date'),
    textOf(document, 'modified'),
    textOf(document, 'last_updated'),
    textOf(document, 'timestamp'),
  ]);
  const created = first([
    textOf(metadata, 'datePublished'),
    textOf(tracking, 'initial_release_date'),
    textOf(document, 'published'),
    textOf(document, 'timestamp'),
  ]);
  const last = modified ?? created ?? NEVER;
  const begin = created ?? last;
  return { created: compareTimestamps(begin, last) > 0 ? last : begin, modified: last };
}

function first(texts: readonly (string | undefined)[]): string | undefined {
  for (const text of texts) {
    const time = text === undefined ? undefined : (stixTime(text) ?? stixTime(`${text}Z`));
    if (time !== undefined) return time;
  }
  return undefined;
}
