/** Who and which version a STIX Object is. */
import type { RecordIdentity } from '../../core/record.ts';
import { timestampKey } from '../../core/timestamp.ts';
import { has, type StixMap, textOf } from './findings.ts';
import { specVersionOf } from './version.ts';

/** Name of the format in records. */
export const STIX_FORMAT = 'stix';

/** Identity of an object, or null where it has no id or no type and so cannot be a record. */
export function identityOf(object: StixMap): RecordIdentity | null {
  const id = textOf(object, 'id');
  const type = textOf(object, 'type');
  if (id === undefined || type === undefined || id === '' || type === '' || type === 'bundle') {
    return null;
  }
  const created = textOf(object, 'created');
  const version = textOf(object, 'modified') ?? created ?? '';
  const creator = textOf(object, 'created_by_ref');
  return {
    format: STIX_FORMAT,
    id,
    type,
    specVersion: specVersionOf(object),
    version,
    versionKey: version === '' ? '' : timestampKey(version),
    ...(creator === undefined ? {} : { creator }),
    ...(created === undefined ? {} : { created }),
    withdrawn: has(object, 'revoked') && object.revoked === true,
  };
}
