/** Prose rules of section 5: relationship objects. */
import { type Rule, shown, textOf } from '../findings.ts';
import { typeOf } from '../formats/identifier.ts';
import { classOf } from '../tables/classes.ts';
import { COMMON_RELATIONSHIPS, DEFINED_RELATIONSHIPS } from '../tables/relationships.ts';

/** §5.1.2: a–z, 0–9 and hyphen. */
export const relationshipName: Rule = (object, at) => {
  const name = textOf(object, 'relationship_type');
  if (name === undefined) return;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if ((code < 97 || code > 122) && (code < 48 || code > 57) && code !== 45) {
      at.add('stix-relationship-name', shown(name), { key: 'relationship_type' });
      return;
    }
  }
  if (name === '') at.add('stix-relationship-name', '""', { key: 'relationship_type' });
};

/**
 * §5.1.2: the name should be one that the standard lists for these two types. Relationships of
 * custom types are their authors' own, so nothing is said of them.
 */
export const relationshipIsDefined: Rule = (object, at) => {
  const name = textOf(object, 'relationship_type');
  const sourceId = textOf(object, 'source_ref');
  const targetId = textOf(object, 'target_ref');
  if (name === undefined || sourceId === undefined || targetId === undefined) return;
  const source = typeOf(sourceId);
  const target = typeOf(targetId);
  if (classOf(source) === null || classOf(target) === null) return;
  if (isDefined(source, name, target)) return;
  at.add('stix-relationship-suggested', `${source} ${name} ${target}`, {
    key: 'relationship_type',
  });
};

function isDefined(source: string, name: string, target: string): boolean {
  if (COMMON_RELATIONSHIPS.has(name)) return name === 'related-to' || source === target;
  const targets = DEFINED_RELATIONSHIPS.get(`${source} ${name}`);
  if (targets === undefined) return false;
  return targets.has(target) || (targets.has('<sco>') && classOf(target) === 'sco');
}

/** §5.1: source and target are two objects. */
export const relationshipTwoEnds: Rule = (object, at) => {
  const source = textOf(object, 'source_ref');
  if (source !== undefined && source === textOf(object, 'target_ref')) {
    at.add('stix-relationship-self', shown(source), { key: 'target_ref' });
  }
};
