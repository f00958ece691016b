/** Which document it is, which version of it, and whether it still holds. */
import type { JsonObject } from '../../../core/json/index.ts';
import type { RecordIdentity } from '../../../core/record.ts';
import { timestampKey } from '../../../core/timestamp.ts';
import { objectOf, textOf } from '../model/values.ts';
import { profileOf } from '../profiles.ts';
import { CSAF_SIGN } from '../sniff.ts';
import { versionKeyOf } from './version-key.ts';

/**
 * §3.2.1.12.4: a publisher gives each tracking id to one document, and the namespace tells
 * publishers apart. No URI has a space, so that the two cannot run into each other.
 */
export function csafRecordId(namespace: string, trackingId: string): string {
  return `${namespace} ${trackingId}`;
}

/** Identity of a document; null where namespace, tracking id, version or date is missing. */
export function csafIdentity(root: JsonObject): RecordIdentity | null {
  const document = objectOf(root.document);
  const tracking = objectOf(document.tracking);
  const namespace = textOf(objectOf(document.publisher).namespace);
  const id = textOf(tracking.id);
  const version = textOf(tracking.version);
  const released = textOf(tracking.current_release_date);
  if (!namespace || !id || !version || !released || timestampKey(released) === '') return null;
  const stated = textOf(document.csaf_version) === '2.0' ? '2.0' : '2.1';
  const profile = profileOf(textOf(document.category) ?? '', stated);
  const created = textOf(tracking.initial_release_date);
  return {
    format: CSAF_SIGN.format,
    id: csafRecordId(namespace, id),
    type: profile,
    specVersion: stated,
    version: `${version} ${released}`,
    versionKey: versionKeyOf(released, version, textOf(tracking.status) === 'draft'),
    creator: namespace,
    ...(created === undefined ? {} : { created }),
    // 2.1 §4.7, §4.8: nothing in it holds any more; what replaces it is an edge.
    withdrawn: profile === 'csaf_withdrawn' || profile === 'csaf_superseded',
  };
}
