/** The applicability language in XML (NISTIR 7698 §5). */
import type { Issue } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  pathOf,
  readXml,
  textOf,
  type XmlElement,
  type XmlIssueCode,
} from '../../core/xml/index.ts';
import type { Applicability } from './applicability.ts';
import { type CpeIssue, type CpeIssueCode, cpeIssue, excerpt } from './issues.ts';
import { parseCpe } from './parse.ts';

export const LANGUAGE_NAMESPACE = 'http://cpe.mitre.org/language/2.0';

export interface Platform {
  readonly id: string;
  readonly title: string;
  readonly test: Applicability;
}

export interface PlatformSpecification {
  readonly platforms: readonly Platform[];
  readonly issues: readonly Issue<CpeIssueCode | XmlIssueCode>[];
}

/** Reads a platform-specification, or one platform or logical test by itself. */
export function readPlatforms(xml: string | Uint8Array): PlatformSpecification {
  const read = readXml(xml);
  if (!read.ok) return { platforms: [], issues: read.issues };
  const reader = new LanguageReader();
  const platforms = reader.root(read.value);
  return { platforms, issues: [...read.issues, ...reader.issues] };
}

class LanguageReader {
  readonly issues: CpeIssue[] = [];
  #nodes = 0;

  root(element: XmlElement): Platform[] {
    if (element.namespace === LANGUAGE_NAMESPACE) {
      if (element.local === 'platform-specification') {
        return childrenOf(element, 'platform').map((platform) => this.#platform(platform));
      }
      if (element.local === 'platform') return [this.#platform(element)];
      if (element.local === 'logical-test') {
        return [{ id: '', title: '', test: this.#test(element, 1) }];
      }
    }
    const message = `The root ${element.name} is no platform-specification.`;
    this.issues.push(cpeIssue('cpe-expression', message, pathOf(element)));
    return [];
  }

  #platform(element: XmlElement): Platform {
    const test = childOf(element, 'logical-test');
    const title = childOf(element, 'title');
    return {
      id: attributeOf(element, 'id') ?? '',
      title: title === undefined ? '' : textOf(title),
      test:
        test === undefined
          ? this.#broken('cpe-expression', 'A platform has no logical test.', element)
          : this.#test(test, 1),
    };
  }

  #test(element: XmlElement, depth: number): Applicability {
    if (++this.#nodes > LIMITS.cpe.nodes || depth > LIMITS.cpe.depth) {
      return this.#broken('cpe-too-large', 'The statement is too large or too deep.', element);
    }
    const operator = attributeOf(element, 'operator');
    const kind = operator === 'AND' ? 'and' : operator === 'OR' ? 'or' : null;
    const negate = truth(attributeOf(element, 'negate'));
    if (kind === null || negate === null) {
      const message = 'operator is AND or OR, and negate is true or false.';
      return this.#broken('cpe-operator', message, element);
    }
    const tests = childrenOf(element).flatMap((child) => this.#member(child, depth));
    if (tests.length === 0) {
      return this.#broken('cpe-test-empty', 'The logical test tests nothing.', element);
    }
    return { kind, negate, tests };
  }

  #member(element: XmlElement, depth: number): Applicability[] {
    if (element.namespace !== LANGUAGE_NAMESPACE) return [];
    switch (element.local) {
      case 'logical-test':
        return [this.#test(element, depth + 1)];
      case 'fact-ref':
        return [this.#fact(element)];
      case 'check-fact-ref':
        return [
          {
            kind: 'check',
            system: attributeOf(element, 'system') ?? '',
            href: attributeOf(element, 'href') ?? '',
            idRef: attributeOf(element, 'id-ref') ?? '',
          },
        ];
      default: {
        const message = `${element.name} is no part of a logical test.`;
        return [this.#broken('cpe-expression', message, element)];
      }
    }
  }

  #fact(element: XmlElement): Applicability {
    this.#nodes++;
    const text = attributeOf(element, 'name') ?? '';
    const name = parseCpe(text);
    const path = pathOf(element);
    for (const found of name.issues) this.issues.push({ ...found, path: `${path}/@name` });
    if (!name.ok) return { kind: 'broken', reason: excerpt(text) };
    return { kind: 'name', name: name.value, start: null, end: null, vulnerable: true, id: null };
  }

  #broken(code: CpeIssueCode, message: string, element: XmlElement): Applicability {
    this.issues.push(cpeIssue(code, message, pathOf(element)));
    return { kind: 'broken', reason: message };
  }
}

/** An xsd:boolean; data of NIST writes it in upper case. Missing is an error, for it is required. */
function truth(value: string | undefined): boolean | null {
  const word = value?.trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : null;
}
