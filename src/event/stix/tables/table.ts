/** Property tables of the standard, compiled once. */
import type { Rule } from '../findings.ts';
import type { Kind, ObjectClass, Property, Table } from './shape.ts';

/** A property as the tables write it: a kind, or a kind that is required. */
export type Written = Kind | { readonly required: Kind };

export function required(kind: Kind): Written {
  return { required: kind };
}

export interface TableOptions {
  readonly class?: ObjectClass;
  readonly common?: Readonly<Record<string, Written>>;
  readonly notApplicable?: readonly string[];
  readonly atLeastOne?: boolean;
  readonly open?: boolean;
  readonly rules?: readonly Rule[];
}

/** Compiles one table; `clause` is the number alone, e.g. `4.7.1`. */
export function table(
  name: string,
  clause: string,
  own: Readonly<Record<string, Written>>,
  options: TableOptions = {},
): Table {
  const properties = new Map<string, Property>();
  for (const written of [options.common ?? {}, own]) {
    for (const [key, value] of Object.entries(written)) {
      properties.set(
        key,
        'required' in value
          ? { kind: value.required, required: true }
          : { kind: value, required: false },
      );
    }
  }
  return {
    name,
    clause: `STIX 2.1 §${clause}`,
    class: options.class ?? null,
    properties,
    required: [...properties].filter(([, property]) => property.required).map(([key]) => key),
    notApplicable: new Set(options.notApplicable),
    own: Object.keys(own),
    atLeastOne: options.atLeastOne ?? false,
    open: options.open ?? false,
    rules: options.rules ?? [],
  };
}
