/** CycloneDX in XML against the schema of its version: attributes, order, words and forms. */
import type { Issue } from '../../../core/issue.ts';
import { LIMITS } from '../../../core/limits.ts';
import { SHAPE_ISSUES, type ShapeIssueCode } from '../../../core/shape/issues.ts';
import { quoted } from '../../../core/shape/shape.ts';
import { type ContentModel, compileContent, followContent } from '../../../core/xml/content.ts';
import { childrenOf, pathOf, textOf, type XmlElement } from '../../../core/xml/tree.ts';
import { SPDX_LICENSE_IDS } from '../spdx/licenses.table.ts';
import { wordsFor } from './notation.ts';
import { atLeast, type CycloneDxVersion } from './version.ts';
import { WORDS } from './words.table.ts';
import { XML_FORMS } from './xml-forms.ts';
import { XML_TYPES } from './xml-types.table.ts';
import { XML_WORDS } from './xml-words.table.ts';

interface AttributeRule {
  readonly name: string;
  readonly required: boolean;
  /** `#words`, `:form`, or `=value`. */
  readonly type: string;
}

interface XmlType {
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  readonly otherAttributes: boolean;
  /** Children, or what the text within must be. */
  readonly content: ContentModel | null;
  readonly text: string | null;
}

/** Checks a whole document; `bom` is its root. */
export function checkBomXml(
  bom: XmlElement,
  version: CycloneDxVersion,
): readonly Issue<ShapeIssueCode>[] {
  return new XmlChecker(version).check(bom);
}

class XmlChecker {
  readonly #version: CycloneDxVersion;
  readonly #types = new Map<string, XmlType>();
  readonly #words = new Map<string, ReadonlySet<string>>();
  readonly #issues: Issue<ShapeIssueCode>[] = [];

  constructor(version: CycloneDxVersion) {
    this.#version = version;
  }

  check(bom: XmlElement): readonly Issue<ShapeIssueCode>[] {
    // A stack of work: documents nest as deep as they like.
    const work = [{ element: bom, type: '@bom' }];
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      if (this.#issues.length >= LIMITS.shape.issues) break;
      const { element, type } = next;
      if (!type.startsWith('@')) this.#simple(element, type);
      else work.push(...this.#complex(element, this.#type(type.slice(1))).reverse());
    }
    return this.#issues;
  }

  #complex(element: XmlElement, type: XmlType): { element: XmlElement; type: string }[] {
    this.#attributes(element, type);
    if (type.text !== null) {
      this.#value(element, textOf(element), type.text);
      return [];
    }
    const children = childrenOf(element);
    const { namespace } = element;
    const names = children.map((child) => (child.namespace === namespace ? child.local : null));
    if (type.content === null) return [];
    const { taken, fault } = followContent(type.content, names);
    if (fault !== null) this.#misplaced(element, children[fault.at], fault.expected);
    return taken.flatMap((item, i) => {
      const child = children[i];
      return child === undefined || item.name === '~' ? [] : [{ element: child, type: item.type }];
    });
  }

  #misplaced(
    element: XmlElement,
    child: XmlElement | undefined,
    expected: readonly string[],
  ): void {
    const wanted = expected.length === 0 ? 'nothing more' : expected.join(', ');
    if (child === undefined) {
      this.#find(
        'shape-missing',
        element,
        `<${element.local}> ends too early: ${wanted} belongs here.`,
      );
    } else {
      const message = `<${child.local}> does not belong here; expected: ${wanted}.`;
      this.#find('shape-unknown', child, message);
    }
  }

  #attributes(element: XmlElement, type: XmlType): void {
    for (const { name, local, namespace, value } of element.attributes) {
      const rule = namespace === '' ? type.attributes.get(local) : undefined;
      if (rule !== undefined) this.#value(element, value, rule.type, `@${name}`);
      else if (!type.otherAttributes || namespace === '') {
        if (namespace !== XSI && !type.otherAttributes) {
          this.#find('shape-unknown', element, `There is no attribute ${name} here.`, `@${name}`);
        }
      }
    }
    for (const { name, required } of type.attributes.values()) {
      const given = element.attributes.some((each) => each.local === name && each.namespace === '');
      if (required && !given)
        this.#find('shape-missing', element, `The attribute ${name} is missing.`);
    }
  }

  /** An element that holds text only. */
  #simple(element: XmlElement, type: string): void {
    if (type === ':any') return;
    const [child] = childrenOf(element);
    if (child !== undefined) this.#misplaced(element, child, []);
    else this.#value(element, textOf(element), type);
  }

  #value(element: XmlElement, raw: string, type: string, member = ''): void {
    const text = type.startsWith(':text') ? raw : raw.trim().replace(/\s+/g, ' ');
    if (type.startsWith('#')) {
      if (this.#wordsOf(type.slice(1)).has(text)) return;
      this.#find(
        'shape-word',
        element,
        `${quoted(text)} is not in the list ${type.slice(1)}.`,
        member,
      );
      return;
    }
    if (type.startsWith('=')) {
      if (text !== type.slice(1))
        this.#find('shape-word', element, `Only ${type.slice(1)} may stand here.`, member);
      return;
    }
    const [, name = 'text', range] = /^:([\w.-]+)(?:\{(.*)\})?$/.exec(type) ?? [];
    const form = XML_FORMS[name];
    if (form !== undefined && !form.test(text)) {
      const message = `${quoted(text)} is no ${form.name}. Write it like ${form.example}.`;
      this.#find('shape-form', element, message, member);
    } else if (range !== undefined) this.#range(element, text, name, range, member);
  }

  #range(element: XmlElement, text: string, name: string, range: string, member: string): void {
    const [low = '', high = ''] = range.split('..');
    const measure = name === 'text' ? [...text].length : Number(text);
    if (low !== '' && measure < Number(low)) {
      this.#find('shape-range', element, `At least ${low} belongs here.`, member);
    } else if (high !== '' && measure > Number(high)) {
      this.#find('shape-range', element, `At most ${high} belongs here.`, member);
    }
  }

  #type(name: string): XmlType {
    const known = this.#types.get(name) ?? parseType(lineFor(name, this.#version));
    this.#types.set(name, known);
    return known;
  }

  #wordsOf(name: string): ReadonlySet<string> {
    if (name === 'license') return SPDX_LICENSE_IDS;
    const line = XML_WORDS[name] ?? WORDS[name];
    if (line === undefined) throw new Error(`The tables have no words ${name}.`);
    const known = this.#words.get(name) ?? new Set(wordsFor(line, this.#version));
    this.#words.set(name, known);
    return known;
  }

  #find(code: ShapeIssueCode, element: XmlElement, message: string, member = ''): void {
    const { line, column } = element.place;
    this.#issues.push({
      code,
      severity: SHAPE_ISSUES[code].severity,
      clause: `CycloneDX ${this.#version}`,
      path: `${pathOf(element)}${member === '' ? '' : `/${member}`}`,
      message: `${message} (line ${line}, column ${column})`,
    });
  }
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** The line of a type that holds for this version. */
function lineFor(name: string, version: CycloneDxVersion): string {
  const lines = XML_TYPES[name];
  if (lines === undefined) throw new Error(`The table has no type ${name}.`);
  let current = lines[0] ?? '';
  for (const line of lines.slice(1)) {
    const since = line.slice(0, 3);
    if (atLeast(version, since as CycloneDxVersion)) current = line.slice(5);
  }
  return current;
}

function parseType(line: string): XmlType {
  const bracket = /^\[([^\]]*)\] ?/.exec(line);
  const attributes = new Map<string, AttributeRule>();
  let otherAttributes = false;
  for (const word of (bracket?.[1] ?? '').split(' ')) {
    const [, name, required, type] = /^([\w-]+)(!?)([:#=].*)$/.exec(word) ?? [];
    if (word === '*') otherAttributes = true;
    else if (name !== undefined) {
      attributes.set(name, { name, required: required === '!', type: type ?? ':text' });
    }
  }
  const within = line.slice(bracket?.[0].length ?? 0);
  if (within.startsWith('=')) {
    return { attributes, otherAttributes, content: null, text: within.slice(1) };
  }
  return { attributes, otherAttributes, content: compileContent(within), text: null };
}
