/** Checks any document of OVAL 5 as its elements come; results hold other documents within. */
import type { XmlElement, XmlOpen } from '../../../core/xml/index.ts';
import type { OvalIssue } from '../issues.ts';
import { CHARACTERISTICS, DEFINITIONS, DIRECTIVES, RESULTS, VARIABLES } from '../words.ts';
import { CharacteristicsChecker } from './characteristics.ts';
import { DefinitionsChecker, SECTIONS } from './definitions.ts';
import type { OvalGenerator } from './generator.ts';
import { ResultsChecker } from './results.ts';
import { VariablesChecker } from './variables-document.ts';

/** What checks one document: told of its sections, given their elements. */
interface Checker {
  readonly generator: OvalGenerator;
  section(open: XmlOpen): void;
  element(element: XmlElement, section: string, path: string): OvalIssue[];
  end(): OvalIssue[];
}

const NAMESPACES: Readonly<Record<string, string>> = {
  oval_definitions: DEFINITIONS,
  oval_system_characteristics: CHARACTERISTICS,
  oval_results: RESULTS,
  oval_variables: VARIABLES,
  oval_directives: DIRECTIVES,
};

/** Elements that are read one by one, by the local names above them, joined with a slash. */
const LISTS: readonly (readonly [parents: string, locals: readonly string[] | null])[] = [
  ['oval_definitions', ['generator']],
  ...SECTIONS.map((section) => [`oval_definitions/${section}`, null] as const),
  ['oval_system_characteristics', ['generator', 'system_info']],
  ['oval_system_characteristics/collected_objects', null],
  ['oval_system_characteristics/system_data', null],
  ['oval_variables', ['generator']],
  ['oval_variables/variables', null],
];
const WITHIN_RESULTS = 'oval_results/';
const SYSTEM = 'oval_results/results/system/';

const SELECTED = new Map<string, readonly string[] | null>([
  ...LISTS,
  ['oval_results', ['generator', 'directives', 'class_directives']],
  ['oval_results/results/system/definitions', null],
  ['oval_results/results/system/tests', null],
  ...LISTS.slice(0, 6).map(([parents, locals]) => [`${WITHIN_RESULTS}${parents}`, locals] as const),
  ...LISTS.slice(6, 9).map(([parents, locals]) => [`${SYSTEM}${parents}`, locals] as const),
]);

/** Whether a start tag begins an element that is read by itself. */
export function isRead(open: XmlOpen, parents: readonly string[]): boolean {
  const locals = SELECTED.get(parents.join('/'));
  return locals !== undefined && (locals === null || locals.includes(open.local));
}

/** The checker of a whole document, whatever stands in it. */
export class DocumentChecker {
  readonly kind: string;
  readonly #checkers = new Map<string, Checker>();
  readonly #parents: string[] = [];
  readonly #top: Checker;

  constructor(kind: string, top: Checker) {
    this.kind = kind;
    this.#top = top;
    this.#checkers.set(kind, top);
  }

  get schemaVersion(): string {
    return this.#top.generator.schemaVersion;
  }

  get timestamp(): string {
    return this.#top.generator.timestamp;
  }

  /** A start tag outside the elements that are read, or that of one of them. */
  open(open: XmlOpen): void {
    this.#parents.length = Math.min(this.#parents.length, open.depth - 1);
    const around = this.#parents.join('/');
    this.#parents.push(open.local);
    const checker = this.#checkers.get(around);
    if (checker !== undefined) checker.section(open);
    const within = this.kind === 'oval_results' ? open.local : '';
    const path = `/${this.#parents.join('/')}`;
    if (within === 'oval_definitions' && around === 'oval_results') {
      this.#checkers.set(this.#parents.join('/'), new DefinitionsChecker(path));
    } else if (within === 'oval_system_characteristics' && `${around}/` === SYSTEM) {
      this.#finish(this.#parents.join('/'));
      const nested = new CharacteristicsChecker(path, true);
      this.#checkers.set(this.#parents.join('/'), nested);
    }
  }

  readonly #ended: OvalIssue[] = [];

  /** One system after another may have characteristics of its own. */
  #finish(key: string): void {
    const checker = this.#checkers.get(key);
    if (checker !== undefined) this.#ended.push(...checker.end());
  }

  /** Findings on an element that was read; paths from the element. */
  element(element: XmlElement, path: string): OvalIssue[] {
    const parents = this.#parents.slice(0, -1);
    for (let length = parents.length; length > 0; length--) {
      const checker = this.#checkers.get(parents.slice(0, length).join('/'));
      if (checker !== undefined) {
        const section = parents.length > length ? parents.at(-1) : element.local;
        return checker.element(element, section ?? '', path);
      }
    }
    return this.#top.element(element, parents.at(-1) ?? '', path);
  }

  end(): OvalIssue[] {
    for (const key of this.#checkers.keys()) this.#finish(key);
    return this.#ended;
  }
}

/** The checker for a document with this root; null where it is none of OVAL 5. */
export function checkerFor({ local, namespace }: XmlOpen): DocumentChecker | null {
  if (!Object.hasOwn(NAMESPACES, local) || NAMESPACES[local] !== namespace) return null;
  if (local === 'oval_definitions') {
    return new DocumentChecker(local, new DefinitionsChecker('/oval_definitions'));
  }
  if (local === 'oval_system_characteristics') {
    return new DocumentChecker(local, new CharacteristicsChecker(`/${local}`, false));
  }
  if (local === 'oval_results') return new DocumentChecker(local, new ResultsChecker());
  return local === 'oval_variables' ? new DocumentChecker(local, new VariablesChecker()) : null;
}
