/** Checks a results document (OVAL Results Schema). */
import { LIMITS } from '../../../core/limits.ts';
import { attributeOf, childrenOf, type XmlElement, type XmlOpen } from '../../../core/xml/index.ts';
import { byOperator, negate } from '../evaluate/truth.ts';
import { type Find, type OvalIssue, ovalIssue, shown } from '../issues.ts';
import { flag, text, word } from '../read/attributes.ts';
import {
  DEFINITIONS,
  OPERATORS,
  type OvalResult,
  RESULT_WORDS,
  RESULTS,
  readBoolean,
} from '../words.ts';
import { OUTCOME_ATTRIBUTES as ATTRIBUTES, checkAttributes } from './attributes.ts';
import { below, checkContent, model } from './content.ts';
import { checkGenerator, NO_GENERATOR, type OvalGenerator, readGenerator } from './generator.ts';
import { SectionOrder } from './order.ts';

const ORDER = [
  'generator',
  'directives',
  'class_directives',
  'oval_definitions',
  'results',
  'Signature',
];
const DIRECTIVES = RESULT_WORDS.map((each) => `definition_${each.replaceAll(' ', '_')}`);
const IN_ORDER = [0, 1, 3, 2, 4, 5].map((at) => DIRECTIVES[at]).join(' ');
const CRITERIA = '(criteria|criterion|extend_definition)+';

interface Directive {
  readonly reported: boolean;
  readonly full: boolean;
}

interface Reference {
  readonly key: string;
  readonly path: string;
}

export class ResultsChecker {
  readonly #order = new SectionOrder('/oval_results', RESULTS, ORDER, [
    'generator',
    'directives',
    'results',
  ]);
  readonly #directives = new Map<string, Directive>();
  #includesSource = true;
  readonly #definitions = new Set<string>();
  readonly #tests = new Map<string, string>();
  readonly #extended: Reference[] = [];
  readonly #tested: Reference[] = [];
  #references = 0;
  generator: OvalGenerator = NO_GENERATOR;

  section(open: XmlOpen): void {
    this.#order.take(open, open.local === 'oval_definitions' ? DEFINITIONS : RESULTS);
  }

  element(element: XmlElement, section: string, path: string): OvalIssue[] {
    const issues: OvalIssue[] = [];
    const find: Find = (...found) => {
      if (issues.length < LIMITS.oval.issuesPerElement) issues.push(ovalIssue(...found));
    };
    if (section === 'generator') {
      this.generator = readGenerator(element);
      checkGenerator(element, find);
    } else if (section.endsWith('directives')) this.#directive(element, find);
    else if (section === 'definitions') this.#definition(element, path, find);
    else this.#test(element, path, find);
    return issues;
  }

  /** DirectivesType: what is reported, and how much of it. */
  #directive(element: XmlElement, find: Find): void {
    checkAttributes(element, ATTRIBUTES.directives, '', find);
    checkContent(element, element, model(IN_ORDER), find);
    const kind = element.local === 'class_directives' ? text(element, 'class') : '';
    const source = attributeOf(element, 'include_source_definitions');
    if (kind === '' && source !== undefined) this.#includesSource = readBoolean(source) ?? true;
    for (const each of childrenOf(element)) {
      checkAttributes(each, ATTRIBUTES.directive, below(element, each), find);
      const full = (attributeOf(each, 'content') ?? 'full') === 'full';
      this.#directives.set(`${kind} ${each.local}`, { reported: flag(each, 'reported'), full });
    }
  }

  /** DefinitionType: a result, with its criteria where the directives say so. */
  #definition(element: XmlElement, path: string, find: Find): void {
    checkAttributes(element, ATTRIBUTES.resultDefinition, '', find);
    checkContent(element, element, model('message* criteria?'), find);
    this.#definitions.add(keyOf(element, 'definition_id'));
    const criteria = childrenOf(element, 'criteria')[0];
    const result = word(element, 'result', RESULT_WORDS, 'error');
    const local = `definition_${result.replaceAll(' ', '_')}`;
    const directive =
      this.#directives.get(`${text(element, 'class')} ${local}`) ??
      this.#directives.get(` ${local}`);
    if (directive !== undefined) {
      const wrong = !directive.reported || directive.full !== (criteria !== undefined);
      // A definition may have no criteria to report: one that is deprecated.
      const bare = directive.full && criteria === undefined && result === 'not evaluated';
      if (wrong && !bare) find('oval-directives', '', result);
    }
    if (criteria !== undefined) this.#criteria(element, criteria, path, find);
  }

  #criteria(root: XmlElement, top: XmlElement, path: string, find: Find): void {
    const open = [top];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const at = below(root, node);
      if (node.local === 'criteria') {
        checkAttributes(node, ATTRIBUTES.resultCriteria, at, find);
        checkContent(root, node, model(CRITERIA), find);
        checkFollows(node, at, find);
        open.push(...childrenOf(node).reverse());
      } else if (node.local === 'criterion') {
        checkAttributes(node, ATTRIBUTES.resultCriterion, at, find);
        this.#refer(this.#tested, keyOf(node, 'test_ref'), path + at);
      } else if (node.local === 'extend_definition') {
        checkAttributes(node, ATTRIBUTES.resultExtend, at, find);
        this.#refer(this.#extended, keyOf(node, 'definition_ref'), path + at);
      }
    }
    if (text(root, 'result') !== text(top, 'result')) find('oval-result-differs', '/@result');
  }

  #refer(list: Reference[], key: string, path: string): void {
    if (this.#references++ < LIMITS.oval.names) list.push({ key, path });
  }

  /** TestType: the items that were tested, and what came of it. */
  #test(element: XmlElement, path: string, find: Find): void {
    checkAttributes(element, ATTRIBUTES.resultTest, '', find);
    checkContent(element, element, model('message* tested_item* tested_variable*'), find);
    this.#tests.set(keyOf(element, 'test_id'), path);
    for (const child of childrenOf(element)) {
      const at = below(element, child);
      if (child.local === 'tested_item') checkAttributes(child, ATTRIBUTES.tested_item, at, find);
      else if (child.local === 'tested_variable') {
        checkAttributes(child, ATTRIBUTES.tested_variable, at, find);
      }
    }
  }

  end(): OvalIssue[] {
    const issues = this.#order.end();
    if (this.#includesSource !== this.#order.has('oval_definitions')) {
      issues.push(ovalIssue('oval-directives', '/oval_results', 'source definitions'));
    }
    for (const { key, path } of this.#tested) {
      if (!this.#tests.has(key)) issues.push(ovalIssue('oval-result-reference', path, shown(key)));
    }
    for (const { key, path } of this.#extended) {
      if (this.#definitions.has(key)) continue;
      issues.push(ovalIssue('oval-result-reference', path, shown(key)));
    }
    const used = new Set(this.#tested.map(({ key }) => key));
    for (const [key, path] of this.#tests) {
      if (!used.has(key)) issues.push(ovalIssue('oval-result-reference', path, shown(key)));
    }
    return issues;
  }
}

/** Key of a result: id, version and variable_instance. */
function keyOf(element: XmlElement, local: string): string {
  const instance = attributeOf(element, 'variable_instance') ?? '1';
  return `${text(element, local)} ${text(element, 'version')} ${instance}`;
}

/** The result of criteria follows from those within it. */
function checkFollows(node: XmlElement, at: string, find: Find): void {
  const results: OvalResult[] = [];
  for (const child of childrenOf(node)) {
    const result = RESULT_WORDS.find((each) => each === text(child, 'result'));
    if (result === undefined) return;
    results.push(result);
  }
  const stated = text(node, 'result');
  const operator = word(node, 'operator', OPERATORS, 'AND');
  const made = byOperator(operator, results);
  const follows = flag(node, 'negate') ? negate(made) : made;
  if (results.length > 0 && follows !== stated) {
    find('oval-result-differs', `${at}/@result`, `${shown(stated)}, ${follows} would follow`);
  }
}
