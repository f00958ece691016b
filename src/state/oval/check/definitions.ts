/** Checks an oval_definitions document as its elements come, one after the other. */
import { LIMITS } from '../../../core/limits.ts';
import type { XmlElement, XmlOpen } from '../../../core/xml/index.ts';
import { type Find, type OvalIssue, ovalIssue, shown } from '../issues.ts';
import { text } from '../read/attributes.ts';
import { DEFINITIONS } from '../words.ts';
import { checkDefinition } from './definition.ts';
import {
  checkGenerator,
  isNewer,
  NO_GENERATOR,
  type OvalGenerator,
  readGenerator,
} from './generator.ts';
import { Ledger } from './ledger.ts';
import { SectionOrder } from './order.ts';
import { checkObject, checkState, checkTest } from './part.ts';
import { register } from './refer.ts';
import { checkVariable } from './variable.ts';

/** Sections of the document in their order. */
export const SECTIONS = ['definitions', 'tests', 'objects', 'states', 'variables'] as const;
export type OvalSection = (typeof SECTIONS)[number];

const ORDER: readonly string[] = ['generator', ...SECTIONS, 'Signature'];

export class DefinitionsChecker {
  readonly #ledger = new Ledger();
  readonly #path: string;
  readonly #order: SectionOrder;
  generator: OvalGenerator = NO_GENERATOR;

  /** `path` is that of the document, which may stand within results. */
  constructor(path: string) {
    this.#path = path;
    this.#order = new SectionOrder(path, DEFINITIONS, ORDER, ['generator']);
  }

  /** A child of the root began. */
  section(open: XmlOpen): void {
    this.#order.take(open);
  }

  /** Findings on a child of a section, or on the generator; paths from the element. */
  element(element: XmlElement, section: string, path: string): OvalIssue[] {
    const issues: OvalIssue[] = [];
    const find: Find = (...found) => {
      if (issues.length < LIMITS.oval.issuesPerElement) issues.push(ovalIssue(...found));
    };
    if (section === 'generator') {
      this.generator = readGenerator(element);
      checkGenerator(element, find);
      return issues;
    }
    const newer = isNewer(this.generator.schemaVersion);
    if (section === 'definitions') checkDefinition(element, find);
    else if (section === 'tests') checkTest(element, newer, find);
    else if (section === 'objects') checkObject(element, newer, find);
    else if (section === 'states') checkState(element, newer, find);
    else checkVariable(element, find);
    if (text(element, 'id') !== '' && !register(element, path, this.#ledger)) {
      find('oval-id-repeated', '/@id', shown(text(element, 'id')));
    }
    return issues;
  }

  /** Findings that only the end of the document allows; paths from the delivery. */
  end(): OvalIssue[] {
    const issues = this.#order.end();
    if (!SECTIONS.some((section) => this.#order.has(section))) {
      issues.push(ovalIssue('oval-empty', this.#path));
    }
    return [...issues, ...this.#ledger.end()];
  }
}
