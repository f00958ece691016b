/** Walks one object by its table: every property once, paths only where something is wrong. */
import { timestampFault } from '../../core/timestamp.ts';
import { checkContainer } from './container.ts';
import { checkDictionary, checkHashes, checkLanguages } from './dictionaries.ts';
import { checkExtensions, checkUnknownProperty } from './extend.ts';
import { type Findings, isMap, type StixMap, shown } from './findings.ts';
import { isBase64, isHex } from './formats/encodings.ts';
import { hasUpperCase, isTerm } from './formats/names.ts';
import { isUri } from './formats/text.ts';
import { checkLanguageTag } from './language.ts';
import { checkReference } from './reference.ts';
import { type Kind, OP, type Table } from './tables/shape.ts';
import { ENUMERATIONS, type EnumerationName, VOCABULARIES, type VocabularyName } from './vocab.ts';

/** Checks an object against its table and then runs the prose rules of the table. */
export function checkTable(table: Table, object: StixMap, at: Findings): void {
  let missing = table.required.length;
  let own = table.atLeastOne ? 0 : 1;
  for (const key of Object.keys(object)) {
    const property = table.properties.get(key);
    const value = object[key];
    at.path[at.depth++] = key;
    if (property === undefined) {
      checkUnknownProperty(table, key, value, at);
    } else {
      if (property.required) missing--;
      if (own === 0 && table.own.includes(key)) own = 1;
      checkValue(property.kind, value, at);
    }
    at.depth--;
  }
  if (missing > 0) reportMissing(table, object, at);
  if (own === 0) checkOwn(table, object, at);
  for (const rule of table.rules) rule(object, at);
}

function reportMissing(table: Table, object: StixMap, at: Findings): void {
  for (const name of table.required) {
    // Within a container the key is the id (§2.13).
    if (!Object.hasOwn(object, name) && (at.container === null || name !== 'id')) {
      at.add('stix-required', `${table.name} has no ${name}`, { clause: table.clause });
    }
  }
}

/** `As all properties are optional, at least one …`: an extension counts for the objects. */
function checkOwn(table: Table, object: StixMap, at: Findings): void {
  if (table.class === null) {
    at.add('stix-extension-own', table.name, { clause: table.clause });
  } else if (!Object.hasOwn(object, 'extensions')) {
    at.add('stix-object-own', table.name, { clause: table.clause });
  }
}

/** Checks one value against its kind. */
export function checkValue(kind: Kind, value: unknown, at: Findings): void {
  switch (kind.op) {
    case OP.string:
      if (typeof value !== 'string') at.wrongType('a string', value);
      return;
    case OP.timestamp:
      checkTimestamp(kind, value, at);
      return;
    case OP.reference:
      checkReference(kind, value, at);
      return;
    case OP.list:
      checkList(kind, value, at);
      return;
    case OP.object:
      checkNested(kind.table as Table, value, at);
      return;
    case OP.vocabulary:
      checkVocabulary(kind.vocabulary as VocabularyName, value, at);
      return;
    case OP.boolean:
      if (typeof value !== 'boolean') at.wrongType('true or false', value);
      return;
    case OP.integer:
    case OP.float:
      checkNumber(kind, value, at);
      return;
    default:
      checkRareValue(kind, value, at);
  }
}

function checkRareValue(kind: Kind, value: unknown, at: Findings): void {
  switch (kind.op) {
    case OP.enumeration:
      checkEnumeration(kind.enumeration as EnumerationName, value, at);
      return;
    case OP.hex:
      checkHex(value, at);
      return;
    case OP.binary:
      if (typeof value !== 'string') at.wrongType('a base64 string', value);
      else if (!isBase64(value)) at.add('stix-binary', shown(value));
      return;
    case OP.language:
      checkLanguageTag(value, at);
      return;
    case OP.url:
      if (typeof value !== 'string') at.wrongType('a URL', value);
      else if (!isUri(value)) at.add('stix-url', shown(value));
      return;
    case OP.hashes:
      checkHashes(value, at);
      return;
    case OP.dictionary:
      checkDictionary(kind, value, at);
      return;
    case OP.languages:
      checkLanguages(value, at);
      return;
    case OP.extensions:
      checkExtensions(value, at, checkTable);
      return;
    case OP.container:
      checkContainer(value, at, checkTable);
      return;
    case OP.reserved:
      at.add('stix-property-reserved', '');
  }
}

function checkNested(table: Table, value: unknown, at: Findings): void {
  if (!isMap(value)) at.wrongType('an object', value);
  else checkTable(table, value, at);
}

/** §2.12 */
function checkList(kind: Kind, value: unknown, at: Findings): void {
  if (!Array.isArray(value)) {
    at.wrongType('a list', value);
    return;
  }
  if (value.length === 0) at.add('stix-empty-list', '');
  const item = kind.item as Kind;
  for (let i = 0; i < value.length; i++) {
    at.path[at.depth++] = i;
    checkValue(item, value[i], at);
    at.depth--;
  }
}

/** §2.16.1; for created and modified also the precision of §3.2. */
function checkTimestamp(kind: Kind, value: unknown, at: Findings): void {
  if (typeof value !== 'string') {
    at.wrongType('a timestamp', value);
  } else if (timestampFault(value) !== null) {
    at.add('stix-timestamp', shown(value));
  } else if (kind.min > 0 && value.length - 21 < kind.min) {
    at.add('stix-timestamp-precision', shown(value));
  }
}

/** §2.6, §2.10 */
function checkNumber(kind: Kind, value: unknown, at: Findings): void {
  const integer = kind.op === OP.integer;
  if (typeof value !== 'number' || (integer && !Number.isInteger(value))) {
    at.wrongType(integer ? 'an integer' : 'a number', value);
  } else if (value < kind.min || value > kind.max) {
    at.add('stix-number-range', `${value} is not between ${kind.min} and ${kind.max}`);
  }
}

/** §2.8: upper case is common in old content and means the same bytes. */
function checkHex(value: unknown, at: Findings): void {
  if (typeof value !== 'string') at.wrongType('a hex string', value);
  else if (!isHex(value)) at.add('stix-hex', shown(value));
  else if (hasUpperCase(value)) at.add('stix-hex-case', shown(value));
}

/** §2.14 */
function checkVocabulary(name: VocabularyName, value: unknown, at: Findings): void {
  if (typeof value !== 'string') {
    at.wrongType('a term', value);
    return;
  }
  const vocabulary = VOCABULARIES[name];
  if (vocabulary.values.has(value)) return;
  const { clause, check } = vocabulary;
  at.add('stix-vocabulary', `${shown(value)} is not in ${name}`, { clause, check });
  if (!isTerm(value)) at.add('stix-vocabulary-form', shown(value));
}

/** §2.4 */
function checkEnumeration(name: EnumerationName, value: unknown, at: Findings): void {
  const { clause, values } = ENUMERATIONS[name];
  if (typeof value !== 'string') at.wrongType('a term', value);
  else if (!values.has(value)) {
    at.add('stix-enumeration', `${shown(value)} is not in ${name}`, { clause });
  }
}
