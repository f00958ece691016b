/**
 * The guard on XML: a streaming reader that refuses document types, undefined entities and what is
 * over its bounds, and says where everything stands.
 */
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import type { ByteSource } from '../codec.ts';
import type { Issue } from '../issue.ts';
import { LIMITS } from '../limits.ts';
import { Decoding, PIECE_BYTES } from './decode.ts';
import type { XmlAttribute, XmlEvent } from './event.ts';
import { type XmlIssueCode, xmlIssue } from './issue.ts';
import type { XmlOptions } from './options.ts';
import { Places } from './place.ts';

type Parser = SaxesParser<{ xmlns: true }>;

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** What the parser's own sentences are about; the rest is syntax. */
const NAMESPACE_FAULT = /namespace|prefix/;
const ENTITY_FAULT = /entity/;

/** Raised inside the parser's handlers to leave it; never leaves this file. */
const STOP = Symbol('stop');

/**
 * Reads one document as its bytes come. A document that is not well-formed ends at its first
 * fault, as XML 1.0 §1.2 demands; the events before it stand.
 */
export class XmlReader {
  readonly issues: Issue<XmlIssueCode>[] = [];
  readonly #options: XmlOptions;
  readonly #decoding: Decoding;
  readonly #parser: Parser;
  #places: Places | null = null;
  #events: XmlEvent[] = [];
  #stopped = false;
  #units = 0;
  #bytes = 0;
  #depth = 0;
  #attributes = 0;
  /** Offset of the `<` of the start tag being read; -1 outside. */
  #tagStart = -1;
  /** Offset behind the last thing read whole. */
  #last = 0;

  constructor(options: XmlOptions = {}) {
    this.#options = options;
    this.#decoding = new Decoding(options.charset, (code, detail) => this.#note(code, detail));
    const additionalNamespaces = { ...options.namespaces };
    this.#parser = new SaxesParser({
      xmlns: true,
      position: false,
      additionalNamespaces,
      defaultXMLVersion: '1.0',
      forceXMLVersion: true,
    }) as Parser;
    this.#listen();
  }

  /** True after the first error: no event comes any more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** No event to come begins before this byte. */
  get settledByte(): number {
    const inTag = this.#tagStart >= 0;
    return this.#places?.at(inTag ? this.#tagStart : this.#last).byte ?? 0;
  }

  /** The events that are whole with these bytes. */
  push(bytes: Uint8Array): XmlEvent[] {
    const most = this.#options.maxBytes ?? Number.POSITIVE_INFINITY;
    this.#bytes += bytes.length;
    return this.#collect(() => {
      if (this.#bytes > most) this.#note('xml-size', `More than ${most} bytes`);
      for (const piece of this.#decoding.push(bytes)) {
        this.#write(piece.text, piece.bytes, piece.byteStart);
      }
    });
  }

  /** The events of a text, whose encoding is settled; not together with bytes. */
  pushText(text: string): XmlEvent[] {
    const most = this.#options.maxBytes ?? Number.POSITIVE_INFINITY;
    return this.#collect(() => {
      // A code unit takes at least one byte.
      if (this.#units + text.length > most) this.#note('xml-size', `More than ${most} bytes`);
      if (!text.isWellFormed()) this.#note('xml-encoding', 'Half of a surrogate pair');
      const marked = this.#units === 0 && text.charCodeAt(0) === 0xfeff;
      for (const piece of textPieces(marked ? text.slice(1) : text)) this.#write(piece, null, 0);
    });
  }

  /** The last events; finds what is missing. */
  end(): XmlEvent[] {
    return this.#collect(() => {
      if (this.#bytes > 0) {
        for (const { text, bytes, byteStart } of this.#decoding.end()) {
          this.#write(text, bytes, byteStart);
        }
      }
      this.#parser.close();
    });
  }

  #collect(work: () => void): XmlEvent[] {
    try {
      if (!this.#stopped) work();
    } catch (thrown) {
      if (thrown !== STOP) throw thrown;
      this.#stopped = true;
    }
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #write(text: string, bytes: Uint8Array | null, byteStart: number): void {
    const { encoding, mark } = this.#decoding;
    this.#places ??= new Places(encoding ?? 'utf-8', mark);
    this.#places.push(text, this.#units, bytes, byteStart);
    this.#units += text.length;
    this.#parser.write(text);
    this.#boundToken();
    // Lets the text go that nothing will be asked about.
    this.#places.at(this.#tagStart >= 0 ? this.#tagStart : this.#last);
  }

  /** What is not yet whole is bounded too, or one token could take all memory. */
  #boundToken(): void {
    const { tagChars, textChars } = LIMITS.xml;
    const inTag = this.#tagStart >= 0;
    const length = this.#parser.position - (inTag ? this.#tagStart : this.#last);
    if (length > (inTag ? tagChars : textChars)) this.#note('xml-token', '');
  }

  #listen(): void {
    const parser = this.#parser;
    parser.on('error', (error) => this.#fault(error.message));
    parser.on('doctype', () => this.#note('xml-doctype', ''));
    parser.on('comment', () => this.#done());
    parser.on('processinginstruction', () => this.#done());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    parser.on('opentagstart', ({ name }) => this.#start(name));
    parser.on('attribute', ({ name }) => this.#attribute(name));
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', (tag) => this.#close(tag));
  }

  #done(): void {
    this.#last = this.#parser.position;
  }

  #text(text: string): void {
    this.#done();
    // A text is over when the next `<` has been seen, which belongs to what follows.
    if (this.#places?.codeAt(this.#last - 1) === 0x3c) this.#last--;
    if (this.#depth > 0) this.#events.push({ kind: 'text', text });
  }

  #start(name: string): void {
    const behind = this.#parser.position;
    // The name is followed by one character, or by CR LF, which count as one.
    const feed = this.#places?.codeAt(behind - 1) === 0x0a;
    const delimiter = feed && this.#places?.codeAt(behind - 2) === 0x0d ? 2 : 1;
    this.#tagStart = behind - delimiter - name.length - 1;
    this.#attributes = 0;
    this.#depth++;
    if (this.#depth > LIMITS.xml.depth) this.#note('xml-depth', '');
    this.#boundName(name);
  }

  #attribute(name: string): void {
    this.#attributes++;
    if (this.#attributes > LIMITS.xml.attributesPerElement) this.#note('xml-attributes', '');
    this.#boundName(name);
  }

  #boundName(name: string): void {
    if (name.length > LIMITS.xml.nameChars) this.#note('xml-name', '');
  }

  #open(tag: SaxesTagNS): void {
    const place = (this.#places as Places).at(this.#tagStart);
    this.#tagStart = -1;
    this.#done();
    const { name, local, uri: namespace } = tag;
    const attributes = attributesOf(tag.attributes);
    this.#events.push({
      kind: 'open',
      name,
      local,
      namespace,
      attributes,
      depth: this.#depth,
      place,
    });
  }

  #close({ name, local, uri: namespace }: SaxesTagNS): void {
    this.#done();
    const place = (this.#places as Places).at(this.#last);
    this.#events.push({ kind: 'close', name, local, namespace, depth: this.#depth, place });
    this.#depth--;
  }

  #fault(sentence: string): void {
    const code = ENTITY_FAULT.test(sentence)
      ? 'xml-entity'
      : NAMESPACE_FAULT.test(sentence)
        ? 'xml-namespace'
        : 'xml-syntax';
    // The sentence may quote the input, at any length.
    const said = sentence.replace(/\.$/, '');
    this.#note(code, said.length > 120 ? `${said.slice(0, 119)}…` : said);
  }

  /** Adds a finding; an error leaves the parser. */
  #note(code: XmlIssueCode, detail: string): void {
    const offset = this.#parser.position;
    const place = this.#places?.at(offset);
    const issue = xmlIssue(code, '', detail, place);
    this.issues.push(issue);
    if (issue.severity === 'error') throw STOP;
  }
}

/** Pieces of a text that end neither within a surrogate pair nor within CR LF. */
export function* textPieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PIECE_BYTES, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && (last === 0x0d || (last >= 0xd800 && last <= 0xdbff))) end--;
    yield text.slice(at, end);
    at = end;
  }
}

function attributesOf(given: Readonly<Record<string, SaxesAttributeNS>>): XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  for (const key in given) {
    const { name, local, uri: namespace, value } = given[key] as SaxesAttributeNS;
    if (namespace !== XMLNS) attributes.push({ name, local, namespace, value });
  }
  return attributes;
}

/** The events of a stream; its findings are in `reader.issues` when the stream has ended. */
export async function* readXmlEvents(
  source: ByteSource,
  reader: XmlReader,
): AsyncGenerator<XmlEvent, void, undefined> {
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length && !reader.stopped; at += PIECE_BYTES) {
      yield* reader.push(chunk.subarray(at, at + PIECE_BYTES));
    }
    if (reader.stopped) return;
  }
  yield* reader.end();
}
