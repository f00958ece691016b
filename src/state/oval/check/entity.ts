/** Rules on the entities of objects and states (OVAL Definitions Schema, EntityAttributeGroup). */
import { attributeOf, childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import { type Find, shown } from '../issues.ts';
import { ownText } from '../read/attributes.ts';
import { readEntity } from '../read/part.ts';
import { regexFinding } from '../regex/finding.ts';
import { datatypesOf, type OvalType, valuesOf } from '../schema/component.ts';
import { DEFINITIONS, INSTANCE, OPERATIONS, type OvalDatatype, readBoolean } from '../words.ts';
import { DEFINITION_ATTRIBUTES as ATTRIBUTES, checkAttributes } from './attributes.ts';
import { below, type Taken } from './content.ts';
import { hasForm } from './value.ts';

interface Subject {
  readonly root: XmlElement;
  readonly entity: XmlElement;
  readonly at: string;
  readonly type: OvalType | undefined;
  /** Datatypes that the schema allows; empty where it does not say. */
  readonly allowed: readonly OvalDatatype[];
  readonly find: Find;
}

type Rule = (subject: Subject) => void;

const datatypeOf = ({ entity }: Subject) => attributeOf(entity, 'datatype');
const isNil = ({ entity }: Subject) =>
  readBoolean(attributeOf(entity, 'nil', INSTANCE) ?? '') ?? false;
const hasVariable = ({ entity }: Subject) => attributeOf(entity, 'var_ref') !== undefined;

/** Entity types: the datatype is fixed, or one of a few; string is the only one that may be left out. */
const datatypeIsAllowed: Rule = (subject) => {
  const { allowed, find, at } = subject;
  if (allowed.length === 0) return;
  const datatype = datatypeOf(subject);
  if (datatype === undefined) {
    if (!allowed.includes('string')) {
      find('oval-entity-datatype', `${at}/@datatype`, `one of ${allowed.join(', ')}`);
    }
  } else if (!allowed.includes(datatype as OvalDatatype)) {
    find('oval-entity-datatype', `${at}/@datatype`, shown(datatype));
  }
};

/** EntityAttributeGroup: each datatype has its operations. */
const operationIsOfDatatype: Rule = ({ entity, at, find }) => {
  const operation = attributeOf(entity, 'operation');
  if (operation === undefined) return;
  const { datatype } = readEntity(entity);
  if (datatype === 'record') return;
  if (!OPERATIONS[datatype].some((each) => each === operation)) {
    find('oval-entity-operation', `${at}/@operation`, `${shown(operation)} of ${datatype}`);
  }
};

/** EntityAttributeGroup: a var_ref stands instead of a value, and says how many must hold. */
const variableStandsForValue: Rule = (subject) => {
  const { entity, at, find } = subject;
  const check = attributeOf(entity, 'var_check');
  if (!hasVariable(subject)) {
    if (check !== undefined) find('oval-var-check-alone', `${at}/@var_check`);
    return;
  }
  if (ownText(entity) !== '') find('oval-var-value', at, shown(ownText(entity).trim()));
  if (check === undefined) find('oval-var-check', at);
};

/** Entity types: int, boolean, binary and float hold values of theirs. */
const valueIsOfDatatype: Rule = (subject) => {
  const { entity, allowed, at, find } = subject;
  if (hasVariable(subject) || isNil(subject)) return;
  const { value, datatype, operation } = readEntity(entity);
  if (datatype === 'record' || operation === 'pattern match') return;
  if (hasForm(value, datatype)) return;
  const certain = allowed.length === 1 && ['int', 'boolean', 'binary', 'float'].includes(datatype);
  const code = certain ? 'oval-entity-value' : 'oval-entity-value-doubtful';
  find(code, at, `${shown(value.trim())} as ${datatype}`);
};

/** Enumerations of the component schemas. */
const valueIsListed: Rule = (subject) => {
  const { entity, type, at, find } = subject;
  if (type === undefined || hasVariable(subject)) return;
  const list = valuesOf(type.component, type.name, entity.local);
  const value = ownText(entity);
  if (list === undefined || value === '' || list.includes(value)) return;
  find('oval-entity-value', at, `${shown(value)} is none of ${list.slice(0, 12).join(', ')}`);
};

/** Regular expressions of OVAL 5.11.1: a pattern must be one. */
const patternIsPattern: Rule = (subject) => {
  const { entity, at, find } = subject;
  const { value, operation } = readEntity(entity);
  if (operation !== 'pattern match' || hasVariable(subject)) return;
  const finding = regexFinding(value);
  if (finding !== null) find(finding.code, at, finding.reason);
};

/** EntityStateRecordType: equals only, no variable, fields with names of their own. */
const recordIsRecord: Rule = (subject) => {
  const { root, entity, at, find } = subject;
  if (datatypeOf(subject) !== 'record') return;
  const operation = attributeOf(entity, 'operation') ?? 'equals';
  if (operation !== 'equals' || hasVariable(subject)) find('oval-record', at);
  const names = new Set<string>();
  for (const field of childrenOf(entity, 'field', DEFINITIONS)) {
    const place = below(root, field);
    const name = attributeOf(field, 'name') ?? '';
    if (!/^[^A-Z]+$/.test(name) || names.has(name)) find('oval-record', place, shown(name));
    names.add(name);
    checkAttributes(field, ATTRIBUTES.field, place, find);
    const inner = { ...subject, entity: field, at: place, type: undefined, allowed: [] };
    for (const rule of FIELD_RULES) rule(inner);
  }
};

const FIELD_RULES: readonly Rule[] = [
  operationIsOfDatatype,
  variableStandsForValue,
  valueIsOfDatatype,
  patternIsPattern,
];

const RULES: readonly Rule[] = [datatypeIsAllowed, valueIsListed, ...FIELD_RULES, recordIsRecord];

/** Findings on one entity; `taken` says how the schema types it, where it is known. */
export function checkEntity(
  root: XmlElement,
  { child, item }: Taken,
  type: OvalType | undefined,
  find: Find,
): void {
  const at = below(root, child);
  const state = root.local.endsWith('_state');
  checkAttributes(child, state ? ATTRIBUTES.stateEntity : ATTRIBUTES.objectEntity, at, find);
  const allowed = item.type.startsWith('@') ? datatypesOf(item.type.slice(1)) : [];
  for (const rule of RULES) rule({ root, entity: child, at, type, allowed, find });
}
