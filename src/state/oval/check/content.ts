/** Which elements may stand in an element, and in which order. */
import {
  type ContentItem,
  type ContentModel,
  compileContent,
  followContent,
} from '../../../core/xml/content.ts';
import { childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import { type Find, shown } from '../issues.ts';
import { COMMON, DEFINITIONS, SIGNATURE } from '../words.ts';

/** Steps of the children of an element, worked out together: a path costs its depth. */
const STEPS = new WeakMap<XmlElement, ReadonlyMap<XmlElement, string>>();

function stepsOf(parent: XmlElement): ReadonlyMap<XmlElement, string> {
  const known = STEPS.get(parent);
  if (known !== undefined) return known;
  const children = childrenOf(parent);
  const counts = new Map<string, number>();
  for (const { name } of children) counts.set(name, (counts.get(name) ?? 0) + 1);
  const met = new Map<string, number>();
  const steps = new Map<XmlElement, string>();
  for (const child of children) {
    const number = (met.get(child.name) ?? 0) + 1;
    met.set(child.name, number);
    steps.set(child, counts.get(child.name) === 1 ? child.name : `${child.name}[${number}]`);
  }
  STEPS.set(parent, steps);
  return steps;
}

/** Path of an element below another: `/criteria/criterion[2]`. */
export function below(root: XmlElement, element: XmlElement): string {
  const steps: string[] = [];
  for (let at = element; at !== root && at.parent !== null; at = at.parent) {
    steps.push(stepsOf(at.parent).get(at) ?? at.name);
  }
  return steps.reverse().reduce((path, step) => `${path}/${step}`, '');
}

/** Name of a child in a content model: what is not of the element's own namespace is marked. */
function nameIn(element: XmlElement, child: XmlElement): string | null {
  if (child.namespace === element.namespace) return child.local;
  if (child.namespace === DEFINITIONS) return child.local.toUpperCase();
  if (child.namespace === COMMON) return `oval.${child.local}`;
  return child.namespace === SIGNATURE ? 'ds.Signature' : null;
}

/** Signature and notes, which come first in whatever has an id. */
function bodyOf(element: XmlElement, children: readonly XmlElement[]): readonly XmlElement[] {
  let at = 0;
  if (children[at]?.namespace === SIGNATURE) at++;
  const next = children[at];
  const notes = next?.local === 'notes' && isNotes(next, element);
  return children.slice(notes ? at + 1 : at);
}

function isNotes({ namespace }: XmlElement, element: XmlElement): boolean {
  return namespace === COMMON || namespace === DEFINITIONS || namespace === element.namespace;
}

/** The element `notes` in the namespace of the definitions is deprecated since 5.11. */
export function checkNotes(root: XmlElement, find: Find): void {
  for (const child of childrenOf(root)) {
    if (child.local === 'notes' && child.namespace === DEFINITIONS) {
      find('oval-notes', below(root, child));
    }
  }
}

/** A child with the place of the model that it takes. */
export interface Taken {
  readonly child: XmlElement;
  readonly item: ContentItem;
}

/** Follows the children through a model; what cannot be there is told once. */
export function checkContent(
  root: XmlElement,
  element: XmlElement,
  model: ContentModel,
  find: Find,
  options: { readonly body?: boolean; readonly until?: string } = {},
): readonly Taken[] {
  let children: readonly XmlElement[] = childrenOf(element);
  if (options.body === true) children = bodyOf(element, children);
  if (options.until !== undefined) {
    const last = children.findIndex(({ local }) => local === options.until);
    if (last !== -1) children = children.slice(0, last + 1);
  }
  const names = children.map((child) => nameIn(element, child));
  const { taken, fault } = followContent(model, names);
  if (fault !== null) {
    const child = children[fault.at];
    const at = child ?? element;
    const wanted = fault.expected.join(', ') || 'nothing more';
    const found = child === undefined ? 'the end' : shown(child.name);
    find('oval-content', below(root, at), `${found} where ${wanted} belongs`);
  }
  return taken.flatMap((item, i) => {
    const child = children[i];
    return child === undefined ? [] : [{ child, item }];
  });
}

const compiled = new Map<string, ContentModel>();

/** A content model by its source, compiled once. */
export function model(source: string): ContentModel {
  let known = compiled.get(source);
  if (known === undefined) {
    known = compileContent(source);
    compiled.set(source, known);
  }
  return known;
}
