/** Values of variables (OVAL Definitions Schema, VariableType). */
import { LIMITS } from '../../../core/limits.ts';
import type { OvalCollected } from '../characteristics.ts';
import { hasForm } from '../check/value.ts';
import type { OvalComponent, OvalDocument, OvalVariable } from '../model.ts';
import type { OvalFlag } from '../words.ts';
import type { Comparer } from './compare.ts';
import { callFunction } from './functions.ts';
import { byOperator } from './truth.ts';
import { complete, failed, type Values } from './values.ts';

/** What variables rest on. */
export interface VariableSources {
  readonly document: OvalDocument;
  readonly comparer: Comparer;
  /** Values of external variables. */
  readonly externals: ReadonlyMap<string, readonly string[]>;
  /** What an object was found to be; null where it was not collected. */
  collected(object: string): OvalCollected | null;
  readonly now: number;
}

type External = OvalVariable & { kind: 'external' };

export class Variables {
  readonly #sources: VariableSources;
  readonly #known = new Map<string, Values>();
  readonly #open = new Set<string>();
  #depth = 0;

  constructor(sources: VariableSources) {
    this.#sources = sources;
  }

  /** Values of a variable; those that were asked for before stay the same. */
  values(id: string): Values {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    if (this.#open.has(id)) return failed(`${id} depends on itself.`);
    this.#open.add(id);
    const values = this.#compute(id);
    this.#open.delete(id);
    this.#known.set(id, values);
    return values;
  }

  /** Variables whose values were asked for, with these. */
  used(): ReadonlyMap<string, Values> {
    return this.#known;
  }

  #compute(id: string): Values {
    const variable = this.#sources.document.variables.get(id);
    if (variable === undefined) return failed(`${id} is not in the document.`);
    const values = this.#valuesOf(variable);
    // VariableType: values comply with the datatype, otherwise an error should be reported.
    const wrong = values.values.find((value) => !hasForm(value, variable.datatype));
    if (wrong === undefined || !CERTAIN.includes(variable.datatype)) return values;
    return failed(`${JSON.stringify(wrong.slice(0, 40))} is no ${variable.datatype}.`);
  }

  #valuesOf(variable: OvalVariable): Values {
    if (variable.kind === 'constant') return complete(variable.values);
    if (variable.kind === 'local') return this.#component(variable.source);
    return this.#external(variable);
  }

  /** An external value must be one of those that the definition allows, where it lists any. */
  #external(variable: External): Values {
    const values = this.#sources.externals.get(variable.id);
    if (values === undefined || values.length === 0) {
      return failed(`${variable.id} was given no value.`, 'not collected');
    }
    const wrong = values.find((value) => !this.#isPossible(variable, value));
    if (wrong === undefined) return complete(values);
    return failed(`${JSON.stringify(wrong.slice(0, 40))} is no possible value of ${variable.id}.`);
  }

  #isPossible({ possible, restrictions, datatype }: External, value: string): boolean {
    if (possible.length === 0 && restrictions.length === 0) return true;
    const { comparer } = this.#sources;
    const equal = possible.some(
      (each) => comparer.holds(value, { value: each, datatype, operation: 'equals' }) === true,
    );
    const within = restrictions.some(({ operator, rules }) => {
      const results = rules.map((rule) => {
        const held = comparer.holds(value, { ...rule, datatype });
        return typeof held === 'string' ? 'error' : held ? 'true' : 'false';
      });
      return byOperator(operator, results) === 'true';
    });
    return equal || within;
  }

  /** Circles of variables are cut in `values`; rows of them have a bound. */
  #component(component: OvalComponent): Values {
    if (this.#depth >= LIMITS.oval.depth) return failed('Variables rest on each other too deeply.');
    this.#depth++;
    const values = this.#componentWithin(component);
    this.#depth--;
    return values;
  }

  #componentWithin(component: OvalComponent): Values {
    if (component.kind === 'literal') return complete([component.value]);
    if (component.kind === 'variable') return this.values(component.variable);
    if (component.kind === 'object') return this.#objectValues(component);
    const { name, attributes } = component;
    const { now, comparer } = this.#sources;
    const parts = component.parts.map((part) => this.#component(part));
    return callFunction({ name, attributes, parts, now, comparer });
  }

  /** ObjectComponentType: an entity of each item, or a field of it. */
  #objectValues(component: OvalComponent & { kind: 'object' }): Values {
    const { object, field, recordField } = component;
    const collected = this.#sources.collected(object);
    if (collected === null) return failed(`${object} was not collected.`, 'not collected');
    const { flag } = collected;
    if (flag !== 'complete' && flag !== 'incomplete') return failed(`${object}: ${flag}.`, flag);
    const values: string[] = [];
    let named = false;
    for (const item of collected.items) {
      for (const entity of item.entities) {
        if (entity.name !== field) continue;
        for (const each of recordField === '' ? [entity] : entity.fields) {
          if (recordField !== '' && each.name !== recordField) continue;
          named = true;
          if (each.status === 'error') return failed(`${field} of an item of ${object}: error.`);
          if (each.status === 'exists') values.push(each.value);
        }
      }
    }
    if (values.length > 0) return { flag, values, reason: '' };
    const none: OvalFlag = named || collected.items.length === 0 ? 'does not exist' : 'error';
    return failed(`Items of ${object} have no ${recordField || field}.`, none);
  }
}

/** Datatypes of which a text is certainly one or not. */
const CERTAIN: readonly string[] = ['int', 'boolean', 'binary', 'float'];
