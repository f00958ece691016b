/** What of a record's facts can be asked for by value, in the form that an index takes. */
import { sha256 } from '../core/digest.ts';
import type { Facts } from '../core/record.ts';

/** Families of facts, as numbers in the rows of both stores. */
export const FAMILY = { edge: 1, observable: 2, external: 3, alias: 4 } as const;

export interface FactRow {
  readonly family: number;
  /** Relation, path class, or empty. */
  readonly kind: string;
  readonly value: string;
}

/** Longest value that is kept as it is; an index entry must fit its page. */
const VALUE_CHARS = 512;

/** Key under which a value is kept and asked for: itself, or its digest where it is long. */
export function factKey(value: string): string {
  return value.length <= VALUE_CHARS ? value : `sha256:${sha256(value).toString('hex')}`;
}

/** The rows of a record, without repetitions. */
export function factRows(facts: Facts): FactRow[] {
  const rows = new Map<string, FactRow>();
  const add = (family: number, kind: string, value: string) => {
    if (value === '') return;
    const row = { family, kind, value: factKey(value) };
    rows.set(`${family} ${kind} ${row.value}`, row);
  };
  for (const { kind, target } of facts.edges) add(FAMILY.edge, kind, target);
  for (const { kind, value } of facts.observables) add(FAMILY.observable, kind, value);
  for (const id of facts.external) add(FAMILY.external, '', id);
  for (const alias of facts.aliases) add(FAMILY.alias, '', alias);
  return [...rows.values()];
}

/** Everything that words may find: title, names, ids elsewhere, free text. */
export function searchedText(facts: Facts): string {
  return [facts.title, ...facts.aliases, ...facts.external, facts.text].join('\n');
}
