/**
 * STIX 2.0 objects: read, reported as such, and checked in what both versions share, so that old
 * content can be kept, guarded by its markings, and served as it came. Its own property tables are
 * not looked at.
 */
import { timestampFault } from '../../core/timestamp.ts';
import { type Findings, has, type StixMap, shown, textOf } from './findings.ts';
import { uuidStart } from './formats/identifier.ts';
import { modifiedNotBeforeCreated } from './rules/order.ts';
import { MARKINGS } from './tables/general.ts';
import { TABLES } from './tables/index.ts';
import { checkValue } from './walk.ts';

/** Checks id, times and markings of an object of STIX 2.0. */
export function checkObject20(object: StixMap, type: string, at: Findings): void {
  at.add('stix-version-2-0', type);
  if (!TABLES.has(type) && at.profile.strictTypes) {
    at.add('stix-custom-type', shown(type), { key: 'type' });
  }
  checkId20(object, type, at);
  const times = type === 'marking-definition' ? ['created'] : ['created', 'modified'];
  for (const name of times) checkTime20(object, name, type, at);
  modifiedNotBeforeCreated(object, at);
  checkMarkings20(object, at);
}

/** A marking that cannot be read must not pass for none. */
function checkMarkings20(object: StixMap, at: Findings): void {
  for (const [name, kind] of Object.entries(MARKINGS)) {
    if (!has(object, name)) continue;
    at.enter(name);
    checkValue(kind, object[name], at);
    at.leave();
  }
}

function checkId20(object: StixMap, type: string, at: Findings): void {
  const id = textOf(object, 'id');
  if (id === undefined) at.add('stix-required', `${type} has no id`);
  else if (uuidStart(id) < 0) at.add('stix-identifier', shown(id), { key: 'id' });
  else if (!id.startsWith(`${type}--`)) {
    at.add('stix-identifier-type', `${shown(id)} on ${type}`, { key: 'id' });
  }
}

function checkTime20(object: StixMap, name: string, type: string, at: Findings): void {
  if (!has(object, name)) {
    at.add('stix-required', `${type} has no ${name}`);
    return;
  }
  const value = object[name];
  if (typeof value !== 'string' || timestampFault(value) !== null) {
    at.add('stix-timestamp', shown(value), { key: name });
  }
}
