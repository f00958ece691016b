/** References by id (STIX 2.1 §2.9, §3.3) and, within an observable container, by key (§2.13). */
import { type Findings, shown } from './findings.ts';
import { typeOf, uuidStart } from './formats/identifier.ts';
import { classOf } from './tables/classes.ts';
import type { Kind, Target } from './tables/shape.ts';

/** Checks one reference: its form, then the type that it points at. */
export function checkReference(kind: Kind, value: unknown, at: Findings): void {
  if (typeof value !== 'string') {
    at.wrongType('an identifier', value);
    return;
  }
  if (at.container !== null && kind.target?.types?.[0] !== 'marking-definition') {
    checkContainerReference(kind, value, at);
    return;
  }
  if (uuidStart(value) < 0) {
    reportForm(kind, value, at);
    return;
  }
  if (kind.target !== null && !reaches(kind.target, value)) reportTarget(kind.target, value, at);
}

/** True when the id's type is one that the reference takes. */
function reaches(target: Target, id: string): boolean {
  const { types, classes } = target;
  if (types !== null) {
    for (const type of types) {
      if (id.length === type.length + 38 && id.startsWith(type)) return true;
    }
    return false;
  }
  const found = classOf(typeOf(id));
  // Custom types are of a class that only their extension definition knows.
  return found === null || (classes?.includes(found) ?? true);
}

/**
 * A reference that is no identifier. Within observables a right type with a malformed UUID is a
 * warning (an error when strict): producers truncate these, and a reference that resolves to
 * nothing harms nobody. Anywhere else it is an error.
 */
function reportForm(kind: Kind, value: string, at: Findings): void {
  const typed = kind.target?.types?.some((type) => value.startsWith(`${type}--`)) ?? false;
  at.add(at.observable && typed ? 'stix-reference-uuid' : 'stix-identifier', shown(value));
}

function reportTarget(target: Target, value: string, at: Findings): void {
  const code = target.level === 'must' ? 'stix-reference-type' : 'stix-reference-suggested';
  at.add(code, `${shown(value)} is not ${target.meaning}`);
}

/** §2.13: local keys name an object of the same container; ids of this version are read too. */
function checkContainerReference(kind: Kind, value: string, at: Findings): void {
  const container = at.container;
  if (container === null) return;
  if (!Object.hasOwn(container, value)) {
    at.add('stix-container-reference', shown(value));
    return;
  }
  const found = container[value];
  const type =
    typeof found === 'object' && found !== null ? (found as { type?: unknown }).type : '';
  const target = kind.target;
  if (target?.types && typeof type === 'string' && !target.types.includes(type)) {
    at.add('stix-reference-type', `${shown(value)} is a ${type}, not ${target.meaning}`);
  }
}
