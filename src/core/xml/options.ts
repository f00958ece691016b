/** How a document is read. */
export interface XmlOptions {
  /** Encoding that the transport names (RFC 7303 §3.2): stronger than the XML declaration. */
  readonly charset?: string;
  /** Most bytes of the document; none by default for streams, LIMITS.xml.documentBytes for trees. */
  readonly maxBytes?: number;
  /** Most elements, attributes and texts of a tree; default LIMITS.xml.nodes. */
  readonly nodes?: number;
  /** Prefixes bound outside, for a slice of a document; the empty one is the default namespace. */
  readonly namespaces?: Readonly<Record<string, string>>;
}
