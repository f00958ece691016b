/** XML as a tree, for documents and records that fit in memory. */
import type { Issue, Parsed } from '../issue.ts';
import { LIMITS } from '../limits.ts';
import { PIECE_BYTES } from './decode.ts';
import type { XmlAttribute, XmlEvent, XmlOpen } from './event.ts';
import { type XmlIssueCode, xmlIssue } from './issue.ts';
import type { XmlOptions } from './options.ts';
import type { XmlPlace } from './place.ts';
import { textPieces, XmlReader } from './reader.ts';

/** An element with all that it holds. */
export interface XmlElement {
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** Elements and texts in order; neighbouring texts are joined. */
  readonly children: readonly (XmlElement | string)[];
  readonly parent: XmlElement | null;
  /** Place of the `<` of its start tag. */
  readonly place: XmlPlace;
  /** Bytes before the end of its end tag. */
  readonly endByte: number;
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
  endByte: number;
}

/** Builds the tree of one element out of the events from its `open` to its `close`. */
export class TreeBuilder {
  readonly #most: number;
  #nodes = 0;
  #open: Growing | null = null;
  #root: XmlElement | null = null;

  constructor(nodes: number = LIMITS.xml.nodes) {
    this.#most = nodes;
  }

  /** The element, once it is closed. */
  get root(): XmlElement | null {
    return this.#root;
  }

  /** More nodes came than there may be: the tree is given up. */
  get overflowed(): boolean {
    return this.#nodes > this.#most;
  }

  add(event: XmlEvent): void {
    this.#nodes += event.kind === 'open' ? 1 + event.attributes.length : 1;
    if (this.overflowed) return;
    if (event.kind === 'open') this.#down(event);
    else if (event.kind === 'text') this.#text(event.text);
    else this.#up(event.place);
  }

  #down({ name, local, namespace, attributes, place }: XmlOpen): void {
    const parent = this.#open;
    const element: Growing = {
      name,
      local,
      namespace,
      attributes,
      children: [],
      parent,
      place,
      endByte: place.byte,
    };
    parent?.children.push(element);
    this.#open = element;
  }

  #text(text: string): void {
    const children = this.#open?.children;
    if (children === undefined) return;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }

  #up(place: XmlPlace): void {
    const element = this.#open;
    if (element === null) return;
    element.endByte = place.byte;
    this.#open = element.parent as Growing | null;
    if (this.#open === null) this.#root = element;
  }
}

/**
 * Reads one document whole. There is no value when it is not well-formed, has a document type, or
 * is over a bound; issues name line and column.
 */
export function readXml(
  input: string | Uint8Array,
  options: XmlOptions = {},
): Parsed<XmlElement, XmlIssueCode> {
  const maxBytes = options.maxBytes ?? LIMITS.xml.documentBytes;
  const reader = new XmlReader({ ...options, maxBytes });
  const builder = new TreeBuilder(options.nodes);
  for (const events of eventsOf(input, reader)) {
    for (const event of events) builder.add(event);
    if (builder.overflowed) break;
  }
  const issues: Issue<XmlIssueCode>[] = [...reader.issues];
  if (builder.overflowed) issues.push(xmlIssue('xml-nodes', '', ''));
  const failed = issues.some(({ severity }) => severity === 'error');
  if (failed || builder.root === null) return { ok: false, issues };
  return { ok: true, value: builder.root, issues };
}

function* eventsOf(input: string | Uint8Array, reader: XmlReader): Generator<XmlEvent[]> {
  // In pieces, so that the events of a large document are not all held beside its tree.
  if (typeof input === 'string') {
    for (const piece of textPieces(input)) {
      if (!reader.stopped) yield reader.pushText(piece);
    }
  } else {
    for (let at = 0; at < input.length && !reader.stopped; at += PIECE_BYTES) {
      yield reader.push(input.subarray(at, at + PIECE_BYTES));
    }
  }
  yield reader.end();
}

/** Value of an attribute by local name; undefined where there is none. */
export function attributeOf(
  element: XmlElement,
  local: string,
  namespace = '',
): string | undefined {
  return element.attributes.find(
    (attribute) => attribute.local === local && attribute.namespace === namespace,
  )?.value;
}

/** Child elements, all or those of a local name (in the namespace, or in that of the parent). */
export function childrenOf(
  element: XmlElement,
  local?: string,
  namespace: string = element.namespace,
): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (local === undefined || (child.local === local && child.namespace === namespace)) {
      found.push(child);
    }
  }
  return found;
}

/** First child element of a local name (in the namespace, or in that of the parent). */
export function childOf(
  element: XmlElement,
  local: string,
  namespace: string = element.namespace,
): XmlElement | undefined {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.local === local && child.namespace === namespace) return child;
  }
  return undefined;
}

/** All text within, in order. Recursion ends at the depth bound of the reader. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}

/** Path for issues: `/Root/Child[2]`, counted from 1 where several have one name. */
export function pathOf(element: XmlElement): string {
  const steps: string[] = [];
  for (let at: XmlElement | null = element; at !== null; at = at.parent) steps.push(stepOf(at));
  return `/${steps.reverse().join('/')}`;
}

function stepOf(element: XmlElement): string {
  const { parent, name } = element;
  if (parent === null) return name;
  const alike = childrenOf(parent).filter((child) => child.name === name);
  return alike.length === 1 ? name : `${name}[${alike.indexOf(element) + 1}]`;
}
