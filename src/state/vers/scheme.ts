/** What a version scheme is: how its versions are read and which of two comes first. */

export type Order = -1 | 0 | 1;

declare const key: unique symbol;

/** A version that was read once, so that it can be compared many times. Opaque; of its scheme. */
export interface VersionKey {
  readonly [key]: true;
}

export interface VersionScheme {
  /** Name in a vers string, e.g. `pypi`. */
  readonly name: string;
  /** Where its order is defined. */
  readonly clause: string;
  /** Null when the text is no version of the scheme, or is longer than the bound. */
  parse(version: string): VersionKey | null;
  compare(a: VersionKey, b: VersionKey): Order;
  /** Like `compare`, for a version against a bound of a range (pypi ignores local labels there). */
  compareToBound(version: VersionKey, bound: VersionKey): Order;
  /** False when the text was understood although the scheme asks for another form. */
  strict(version: string): boolean;
  /** The version as the scheme writes it, e.g. `1.0rc1` for the pypi version `1.0.RC1`. */
  normal(version: string): string;
}

export interface SchemeRules<K> {
  readonly name: string;
  readonly clause: string;
  readonly parse: (version: string) => K | null;
  readonly compare: (a: K, b: K) => number;
  readonly compareToBound?: (version: K, bound: K) => number;
  readonly strict?: (version: string) => boolean;
  readonly normal?: (version: string) => string;
}

/** Longest version that is read, in UTF-16 units: the bound of the CVE record format. */
export const VERSION_CHARS = 1024;

/** Makes a scheme of its rules; from here on its keys are opaque. */
export function defineScheme<K>(rules: SchemeRules<K>): VersionScheme {
  const { name, clause, parse, compare } = rules;
  const order = (a: VersionKey, b: VersionKey) => sign(compare(a as K, b as K));
  const toBound = rules.compareToBound;
  return {
    name,
    clause,
    parse: (version) =>
      version.length > VERSION_CHARS ? null : (parse(version) as VersionKey | null),
    compare: order,
    compareToBound:
      toBound === undefined ? order : (version, bound) => sign(toBound(version as K, bound as K)),
    strict: rules.strict ?? (() => true),
    normal: rules.normal ?? ((version) => version),
  };
}

export function sign(difference: number): Order {
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}
