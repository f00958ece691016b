/** What the streaming reader says, in document order. */
import type { XmlPlace } from './place.ts';

/** One attribute; namespace declarations (`xmlns`, `xmlns:x`) are not among them. */
export interface XmlAttribute {
  /** As written, e.g. `xlink:href`. */
  readonly name: string;
  readonly local: string;
  /** Empty without a prefix: a default namespace does not apply to attributes. */
  readonly namespace: string;
  /** Normalised and with references resolved (XML 1.0 §3.3.3). */
  readonly value: string;
}

/** A start tag. An empty element gives `open` and `close`. */
export interface XmlOpen {
  readonly kind: 'open';
  /** As written, e.g. `cwe:Weakness`. */
  readonly name: string;
  readonly local: string;
  /** Empty for none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** 1 for the root. */
  readonly depth: number;
  /** Place of the `<`. */
  readonly place: XmlPlace;
}

/** An end tag, or the end of an empty element. */
export interface XmlClose {
  readonly kind: 'close';
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly depth: number;
  /** Place behind the `>`. */
  readonly place: XmlPlace;
}

/** Characters within the root, references resolved, line ends as LF; neighbours may come apart. */
export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

export type XmlEvent = XmlOpen | XmlClose | XmlText;
