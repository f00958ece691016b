/** The words that the property tables are written in: kinds of values. */
import type { EnumerationName, VocabularyName } from '../vocab.ts';
import {
  type DictionaryRule,
  type Kind,
  type ObjectClass,
  OP,
  type Op,
  type Table,
} from './shape.ts';

const BLANK: Kind = {
  op: OP.any,
  min: Number.NEGATIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
  item: null,
  table: null,
  target: null,
  vocabulary: null,
  enumeration: null,
  dictionary: null,
};

function kind(op: Op, more: Partial<Kind> = {}): Kind {
  return { ...BLANK, op, ...more };
}

export const STRING = kind(OP.string);
export const BOOLEAN = kind(OP.boolean);
export const INTEGER = integer(-(2 ** 53) + 1, 2 ** 53 - 1);
export const COUNT = integer(0, 2 ** 53 - 1);
export const FLOAT = kind(OP.float);
export const TIMESTAMP = kind(OP.timestamp);
/** `created` and `modified`: at least three digits of a second. */
export const TIMESTAMP_MS = kind(OP.timestamp, { min: 3 });
export const HEX = kind(OP.hex);
export const BINARY = kind(OP.binary);
export const HASHES = kind(OP.hashes);
export const LANGUAGE = kind(OP.language);
export const URL = kind(OP.url);
export const EXTENSIONS = kind(OP.extensions);
export const CONTAINER = kind(OP.container);
/** Contents of a language-content object: language tag → translated properties. */
export const LANGUAGES = kind(OP.languages);
export const RESERVED = kind(OP.reserved);
export const STRINGS = list(STRING);

export function integer(min: number, max: number): Kind {
  return kind(OP.integer, { min, max });
}

export function float(min: number, max: number): Kind {
  return kind(OP.float, { min, max });
}

export function list(item: Kind): Kind {
  return kind(OP.list, { item });
}

export function vocabulary(name: VocabularyName): Kind {
  return kind(OP.vocabulary, { vocabulary: name });
}

export function enumeration(name: EnumerationName): Kind {
  return kind(OP.enumeration, { enumeration: name });
}

export function object(table: Table): Kind {
  return kind(OP.object, { table });
}

export function dictionary(
  values: DictionaryRule['values'] = 'any',
  keys: 'lower' | 'cased' = 'lower',
): Kind {
  return kind(OP.dictionary, { dictionary: { values, cased: keys === 'cased' } });
}

/** A reference to any STIX Object. */
export const REFERENCE = kind(OP.reference);

/** A reference that MUST point at one of the types. */
export function reference(...types: string[]): Kind {
  return kind(OP.reference, {
    target: { types, classes: null, level: 'must', meaning: types.join(' or ') },
  });
}

/** A reference whose type only the table of embedded relationships gives, without a MUST. */
export function suggestedReference(...types: string[]): Kind {
  return kind(OP.reference, {
    target: { types, classes: null, level: 'note', meaning: types.join(' or ') },
  });
}

/** A reference that MUST point at an object of one of the classes; custom types pass. */
export function classReference(meaning: string, ...classes: ObjectClass[]): Kind {
  return kind(OP.reference, { target: { types: null, classes, level: 'must', meaning } });
}
