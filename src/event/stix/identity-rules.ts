/** What `type` and `id` say of an object, before its table is looked at (§2.9, §3.2, §3.3). */
import { type Findings, has, type StixMap, shown, textOf } from './findings.ts';
import { isTypeName, uuidStart } from './formats/identifier.ts';
import { contributes, stixId } from './id.ts';
import { classOf } from './tables/classes.ts';

const RESERVED_TYPES: ReadonlySet<string> = new Set(['action']);

/** Checks `type`; its text where it can be one, else null. */
export function checkType(object: StixMap, at: Findings): string | null {
  const type = textOf(object, 'type');
  if (type === undefined) {
    if (has(object, 'type')) at.add('stix-type', shown(object.type), { key: 'type' });
    else at.add('stix-type', 'No type');
    return null;
  }
  if (type.length < 3 || type.length > 250 || !isTypeName(type)) {
    at.add('stix-type', shown(type), { key: 'type' });
    return null;
  }
  if (RESERVED_TYPES.has(type)) at.add('stix-type-reserved', shown(type), { key: 'type' });
  return type;
}

/** Checks the form of `id`, its type, and the UUID version that the class asks for. */
export function checkId(object: StixMap, type: string, observable: boolean, at: Findings): void {
  const id = textOf(object, 'id');
  if (id === undefined) return;
  const start = uuidStart(id);
  if (start < 0) {
    at.add('stix-identifier', shown(id), { key: 'id' });
    return;
  }
  if (start !== type.length + 2 || !id.startsWith(type)) {
    at.add('stix-identifier-type', `${shown(id)} on ${type}`, { key: 'id' });
  }
  const version = id.charCodeAt(start + 14) - 48;
  if (observable) checkObservableId(object, id, version, type, at);
  else if (version !== 4 && !isOfficial(type)) {
    at.add('stix-identifier-version', shown(id), { key: 'id' });
  }
}

/** Marking definitions of the standard and of FIRST have ids of several versions. */
function isOfficial(type: string): boolean {
  return type === 'marking-definition' || type === 'extension-definition';
}

/** §2.9 on observables: UUIDv5 from the contributing properties, or v4. */
function checkObservableId(
  object: StixMap,
  id: string,
  version: number,
  type: string,
  at: Findings,
): void {
  if (classOf(type) === null) return;
  if (!contributes(object)) {
    if (version !== 4) at.add('stix-identifier-random', shown(id), { key: 'id' });
  } else if (version !== 5) {
    at.add('stix-identifier-version', shown(id), { key: 'id' });
  } else if (at.wants('deterministic-id')) {
    const computed = stixId(object);
    if (computed.ok && computed.value !== id.toLowerCase()) {
      at.add('stix-identifier-deterministic', `${computed.value} is expected`, { key: 'id' });
    }
  }
}
