/** What a document names and what it refers to: definitions come before what they rest on. */
import { LIMITS } from '../../../core/limits.ts';
import { type OvalIssue, ovalIssue, shown } from '../issues.ts';
import { definitionType, itemType, stateTypesOf, testsOf } from '../schema/component.ts';
import { findLoop } from './loop.ts';
import { functionTakes } from './variable.ts';

/** Something with an id. */
interface Named {
  /** `definition`, `variable`, or `component.local_name`. */
  readonly type: string;
  readonly path: string;
  readonly deprecated: boolean;
  readonly datatype: string;
}

/** What is asked of the target of a reference beside that it is there. */
export type Wanted =
  | { readonly kind: 'definition' }
  | { readonly kind: 'test' }
  /** A test's object or state: the types that go with the test. */
  | { readonly kind: 'object'; readonly types: readonly string[] }
  | { readonly kind: 'state'; readonly types: readonly string[] }
  /** Within a set: an object of its own type. */
  | { readonly kind: 'set'; readonly type: string }
  | { readonly kind: 'filter'; readonly types: readonly string[] }
  /** Datatype of the entity, or empty where any will do. */
  | { readonly kind: 'variable'; readonly datatype: string }
  | { readonly kind: 'component'; readonly function: string }
  | { readonly kind: 'field'; readonly field: string };

interface Reference {
  readonly from: string;
  readonly fromDeprecated: boolean;
  readonly path: string;
  readonly id: string;
  readonly wanted: Wanted;
}

export class Ledger {
  readonly #named = new Map<string, Named>();
  readonly #references: Reference[] = [];
  #over = false;

  /** Takes an id; false when it was there before. */
  name(id: string, named: Named): boolean {
    if (this.#full()) return true;
    if (this.#named.has(id)) return false;
    this.#named.set(id, named);
    return true;
  }

  refer(reference: Reference): void {
    if (!this.#full()) this.#references.push(reference);
  }

  #full(): boolean {
    this.#over ||= this.#named.size + this.#references.length >= LIMITS.oval.names;
    return this.#over;
  }

  /** Findings that only the end of the document allows. */
  end(): OvalIssue[] {
    const issues: OvalIssue[] = this.#over ? [ovalIssue('oval-limit', '')] : [];
    for (const reference of this.#references) {
      const target = this.#named.get(reference.id);
      const said = target === undefined ? missing(reference) : faultOf(reference, target);
      if (said !== null) issues.push(said);
      if (target?.deprecated === true && !reference.fromDeprecated) {
        issues.push(ovalIssue('oval-deprecated-used', reference.path, shown(reference.id)));
      }
    }
    return [...issues, ...this.#loops()];
  }

  /** Definitions that extend themselves; variables and sets that rest on themselves. */
  #loops(): OvalIssue[] {
    const issues: OvalIssue[] = [];
    const definitions = new Map<string, string[]>();
    const others = new Map<string, string[]>();
    for (const { from, id, wanted } of this.#references) {
      const { kind } = wanted;
      const edges = kind === 'definition' ? definitions : others;
      if (kind === 'test' || kind === 'object' || kind === 'state') continue;
      const known = edges.get(from);
      if (known === undefined) edges.set(from, [id]);
      else known.push(id);
    }
    for (const loop of findLoop(definitions)) {
      issues.push(ovalIssue('oval-extend-loop', this.#pathOf(loop[0]), loop.join(' → ')));
    }
    for (const loop of findLoop(others)) {
      const variable = loop.some((id) => this.#named.get(id)?.type === 'variable');
      const code = variable ? 'oval-var-loop' : 'oval-set-loop';
      issues.push(ovalIssue(code, this.#pathOf(loop[0]), loop.join(' → ')));
    }
    return issues;
  }

  #pathOf(id: string | undefined): string {
    return this.#named.get(id ?? '')?.path ?? '';
  }
}

function missing({ path, id, wanted }: Reference): OvalIssue {
  return ovalIssue('oval-reference', path, `${wanted.kind} ${shown(id)}`);
}

/** What is wrong with a target that is there. */
function faultOf({ path, id, wanted }: Reference, target: Named): OvalIssue | null {
  switch (wanted.kind) {
    case 'object':
    case 'state':
      if (wanted.types.length === 0 || wanted.types.includes(target.type)) return null;
      return ovalIssue('oval-reference-type', path, `${shown(id)} is a ${target.type}`);
    case 'set':
      if (wanted.type === target.type) return null;
      return ovalIssue('oval-set-type', path, `${shown(id)} is a ${target.type}`);
    case 'filter':
      if (wanted.types.length === 0 || wanted.types.includes(target.type)) return null;
      return ovalIssue('oval-filter-type', path, `${shown(id)} is a ${target.type}`);
    case 'variable':
      if (wanted.datatype === '' || wanted.datatype === target.datatype) return null;
      return ovalIssue('oval-var-datatype', path, `${wanted.datatype} and ${target.datatype}`);
    case 'component':
      if (wanted.function === '' || functionTakes(wanted.function, target.datatype)) return null;
      return ovalIssue('oval-function-datatype', path, `${wanted.function} of ${target.datatype}`);
    case 'field':
      if (hasField(target.type, wanted.field)) return null;
      return ovalIssue('oval-item-field', path, `${shown(wanted.field)} of ${target.type}`);
    default:
      return null;
  }
}

/** Whether items of an object have the entity; true where the items are not known here. */
function hasField(objectType: string, field: string): boolean {
  const items = testsOf(objectType).map(({ item }) => {
    const [component = '', name = ''] = item.split('.');
    return itemType(component, name);
  });
  if (items.length === 0 || items.includes(undefined)) return true;
  return items.some((item) => item?.content().items.some(({ name }) => name === field));
}

/** States that may stand in a filter of an object of the type. */
export function filterTypes(component: string, name: string): readonly string[] {
  return definitionType(component, name) === undefined ? [] : stateTypesOf(`${component}.${name}`);
}
