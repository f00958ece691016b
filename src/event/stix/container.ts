/** The deprecated observable container of Observed Data (STIX 2.1 §2.13). */
import type { Walk } from './extend.ts';
import { type Findings, isMap, type StixMap, shown } from './findings.ts';
import { isTypeName } from './formats/identifier.ts';
import { OBSERVABLE_TABLES } from './tables/observables.ts';

/** Checks the objects of a container; their references are keys of the same container. */
export function checkContainer(value: unknown, at: Findings, walk: Walk): void {
  if (!isMap(value)) {
    at.wrongType('a dictionary of observables', value);
    return;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) at.add('stix-empty-dictionary', '');
  at.container = value;
  at.observable = true;
  for (const key of keys) {
    at.enter(key);
    if (!/^(?:0|[1-9][0-9]{0,8})$/.test(key)) at.add('stix-container-key', shown(key));
    checkMember(value[key], at, walk);
    at.leave();
  }
  at.container = null;
  at.observable = false;
}

function checkMember(value: unknown, at: Findings, walk: Walk): void {
  if (!isMap(value)) {
    at.wrongType('an observable', value);
    return;
  }
  const type = value.type;
  if (typeof type !== 'string' || !isTypeName(type)) {
    at.add('stix-type', shown(type));
    return;
  }
  const table = OBSERVABLE_TABLES.get(type);
  if (table !== undefined) walk(table, value as StixMap, at);
  else if (at.profile.strictTypes) at.add('stix-custom-type', shown(type));
}
