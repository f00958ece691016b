/** Shapes of the property tables: what a property takes, and what a table knows. */
import type { Rule } from '../findings.ts';
import type { EnumerationName, VocabularyName } from '../vocab.ts';

/** Small integers, so that the walker's switch stays one jump. */
export const OP = {
  any: 0,
  string: 1,
  boolean: 2,
  integer: 3,
  float: 4,
  timestamp: 5,
  reference: 6,
  list: 7,
  vocabulary: 8,
  enumeration: 9,
  hex: 10,
  binary: 11,
  hashes: 12,
  dictionary: 13,
  object: 14,
  language: 15,
  url: 16,
  extensions: 17,
  container: 18,
  languages: 19,
  reserved: 20,
} as const;

export type Op = (typeof OP)[keyof typeof OP];

/** What a reference may point at, and how binding the standard is about it. */
export interface Target {
  /** Type names, or null where any STIX Object may stand. */
  readonly types: readonly string[] | null;
  readonly classes: readonly ObjectClass[] | null;
  /** `must`: the prose says MUST; `note`: only the table of embedded relationships says so. */
  readonly level: 'must' | 'note';
  readonly meaning: string;
}

export type ObjectClass = 'sdo' | 'sro' | 'sco' | 'meta';

/** Dictionary rules beside the common ones of §2.3. */
export interface DictionaryRule {
  /** What every value must be. */
  readonly values: 'any' | 'string' | 'integer' | 'string-list' | 'integer-or-string';
  /** Keys keep the case of another standard, so lower case is not asked for. */
  readonly cased: boolean;
}

/** One shape for every kind keeps property access monomorphic in the walker. */
export interface Kind {
  readonly op: Op;
  readonly min: number;
  readonly max: number;
  readonly item: Kind | null;
  readonly table: Table | null;
  readonly target: Target | null;
  readonly vocabulary: VocabularyName | null;
  readonly enumeration: EnumerationName | null;
  readonly dictionary: DictionaryRule | null;
}

export interface Property {
  readonly kind: Kind;
  readonly required: boolean;
}

export interface Table {
  /** Type name, e.g. `indicator` or `windows-pe-section-type`. */
  readonly name: string;
  /** Clause of the property table. */
  readonly clause: string;
  readonly class: ObjectClass | null;
  readonly properties: ReadonlyMap<string, Property>;
  readonly required: readonly string[];
  /** Common properties that this type does not use (§3.2). */
  readonly notApplicable: ReadonlySet<string>;
  /** Properties of the type itself, without the common ones. */
  readonly own: readonly string[];
  /** At least one own property must be there (`all properties are optional, at least one …`). */
  readonly atLeastOne: boolean;
  /** The properties are the author's own: no prefix is asked of them. */
  readonly open: boolean;
  /** Prose rules, run after the properties. */
  readonly rules: readonly Rule[];
}
