/** The components of a package URL, percent-decoded. */

export interface Purl {
  /** Lower case. */
  readonly type: string;
  /** Segments joined by slashes; null when there is none. */
  readonly namespace: string | null;
  readonly name: string;
  readonly version: string | null;
  /** In the order of their keys; no value is empty. */
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly subpath: string | null;
}

/** What `buildPurl` takes: null, undefined and the empty text all mean "none". */
export interface PurlComponents {
  readonly type?: string | null | undefined;
  readonly namespace?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly version?: string | null | undefined;
  readonly qualifiers?: Readonly<Record<string, unknown>> | null | undefined;
  readonly subpath?: string | null | undefined;
}

/** Components before the rules of the type are applied to them. */
export interface RawPurl {
  readonly type: string;
  readonly namespace: readonly string[];
  readonly name: string;
  readonly version: string;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly subpath: readonly string[];
}
