/** Dictionaries (§2.3), hashes (§2.7), translated contents (§7.1.1) and custom values. */
import { LIMITS } from '../../core/limits.ts';
import { type Findings, isMap, type StixMap, shown } from './findings.ts';
import { isBase64, isHashValue, isHex } from './formats/encodings.ts';
import { hasUpperCase, isDictionaryKey } from './formats/names.ts';
import { checkLanguageTag } from './language.ts';
import type { DictionaryRule, Kind } from './tables/shape.ts';
import { HASH_ALGORITHMS } from './vocab.ts';

/** §2.3 and the rule of the property: type of the values, case of the keys. */
export function checkDictionary(kind: Kind, value: unknown, at: Findings): void {
  if (!isMap(value)) {
    at.wrongType('a dictionary', value);
    return;
  }
  const rule = kind.dictionary as DictionaryRule;
  const keys = Object.keys(value);
  if (keys.length === 0) at.add('stix-empty-dictionary', '');
  for (const key of keys) {
    at.enter(key);
    checkKey(key, rule.cased, at);
    checkDictionaryValue(rule, value[key], at);
    at.leave();
  }
}

function checkKey(key: string, cased: boolean, at: Findings): void {
  if (!isDictionaryKey(key)) at.add('stix-dictionary-key', shown(key));
  else if (!cased && hasUpperCase(key)) at.add('stix-dictionary-key-case', shown(key));
}

function checkDictionaryValue(rule: DictionaryRule, value: unknown, at: Findings): void {
  switch (rule.values) {
    case 'any':
      checkAnyValue(value, at);
      return;
    case 'string':
      if (typeof value !== 'string') at.add('stix-dictionary-value', 'Not a string');
      return;
    case 'integer':
      if (!Number.isInteger(value)) at.add('stix-dictionary-value', 'Not an integer');
      return;
    case 'integer-or-string':
      if (typeof value !== 'string' && !Number.isInteger(value)) {
        at.add('stix-dictionary-value', 'Neither an integer nor a string');
      }
      return;
    case 'string-list':
      if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
        at.add('stix-dictionary-value', 'Not a list of strings');
      } else if (value.length === 0) {
        at.add('stix-empty-list', '');
      }
  }
}

/**
 * Values that the standard does not describe (custom properties, extensions): of a STIX data type,
 * so not null, and no empty list or dictionary (§2, §2.3, §2.12). Within them the author's own
 * structure begins, of which the same is only asked as a SHOULD.
 */
export function checkAnyValue(value: unknown, at: Findings): void {
  if (typeof value !== 'object') return;
  if (value === null) at.add('stix-null', '');
  else if (Array.isArray(value)) {
    if (value.length === 0) at.add('stix-empty-list', '');
    checkListWithin(value, at);
  } else {
    const keys = Object.keys(value);
    if (keys.length === 0) at.add('stix-empty-dictionary', '');
    checkMapWithin(value as StixMap, keys, at);
  }
}

function checkListWithin(list: readonly unknown[], at: Findings): void {
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (typeof item !== 'object') continue;
    at.enter(i);
    checkWithin(item, at);
    at.leave();
  }
}

function checkMapWithin(map: StixMap, keys: readonly string[], at: Findings): void {
  for (const key of keys) {
    const item = map[key];
    at.enter(key);
    checkKey(key, false, at);
    if (typeof item === 'object') checkWithin(item, at);
    at.leave();
  }
}

function checkWithin(value: object | null, at: Findings): void {
  if (value === null) {
    at.add('stix-custom-value', 'null');
  } else if (at.depth >= LIMITS.json.depth) {
    at.add('stix-too-deep', '');
  } else if (Array.isArray(value)) {
    if (value.length === 0) at.add('stix-custom-value', 'empty list');
    checkListWithin(value, at);
  } else {
    const keys = Object.keys(value);
    if (keys.length === 0) at.add('stix-custom-value', 'empty dictionary');
    checkMapWithin(value as StixMap, keys, at);
  }
}

/** §2.7 and §10.7 */
export function checkHashes(value: unknown, at: Findings): void {
  if (!isMap(value)) {
    at.wrongType('a dictionary of hashes', value);
    return;
  }
  const names = Object.keys(value);
  if (names.length === 0) at.add('stix-empty-dictionary', '');
  for (const name of names) {
    at.enter(name);
    checkHash(name, value[name], at);
    at.leave();
  }
  if (names.length > 0 && !Object.hasOwn(value, 'SHA-256')) at.add('stix-hash-sha256', '');
}

function checkHash(name: string, value: unknown, at: Findings): void {
  if (name.length < 3 || !isDictionaryKey(name)) at.add('stix-hash-name', shown(name));
  else if (!HASH_ALGORITHMS.has(name)) at.add('stix-hash-algorithm', shown(name));
  if (typeof value !== 'string') at.wrongType('a hash value', value);
  else if (!isHashValue(name, value)) at.add('stix-hash-value', `${name} ${shown(value)}`);
}

/** §2.1, §2.8: what a property's suffix says of its value, for custom properties. */
export function checkSuffix(name: string, value: unknown, at: Findings): void {
  if (name.endsWith('_hex')) {
    if (typeof value !== 'string' || !isHex(value)) at.add('stix-hex', shown(value));
  } else if (name.endsWith('_bin') && (typeof value !== 'string' || !isBase64(value))) {
    at.add('stix-binary', shown(value));
  }
}

/** §7.1.1: language tags, each with a dictionary of properties. */
export function checkLanguages(value: unknown, at: Findings): void {
  if (!isMap(value)) {
    at.wrongType('a dictionary of languages', value);
    return;
  }
  const tags = Object.keys(value);
  if (tags.length === 0) at.add('stix-empty-dictionary', '');
  for (const tag of tags) {
    at.enter(tag);
    checkLanguageTag(tag, at, 'STIX 2.1 §7.1.1');
    const translated = value[tag];
    if (!isMap(translated)) at.add('stix-language-contents', shown(translated));
    else checkAnyValue(translated, at);
    at.leave();
  }
}
