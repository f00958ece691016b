/** What of a record's facts can be asked for, in the form that an index takes. */
import { sha256 } from '../core/digest.ts';
import type { Facts } from '../core/record.ts';

/** What a fact is asked for as: a value of the record, or an id that it points at. */
export type FactUse = 'value' | 'pointsAt';

export interface FactKey {
  readonly use: FactUse;
  /** 24 hexadecimal digits of the value's SHA-256: as short for a URL of any length. */
  readonly key: string;
}

/** Key under which a value is kept and asked for. */
export function factKey(value: string): string {
  return sha256(value).toString('hex', 0, 12);
}

/** Keys of a record's observables, ids elsewhere and edges, without repetitions. */
export function factKeys(facts: Facts): FactKey[] {
  const values = [...facts.observables.map((each) => each.value), ...facts.external];
  const targets = facts.edges.map((each) => each.target);
  return [
    ...[...new Set(values)].map((value): FactKey => ({ use: 'value', key: factKey(value) })),
    ...[...new Set(targets)].map((id): FactKey => ({ use: 'pointsAt', key: factKey(id) })),
  ];
}

/** Everything that words may find: title, names, ids elsewhere, free text. */
export function searchedText(facts: Facts): string {
  return [facts.title, ...facts.aliases, ...facts.external, facts.text].join('\n');
}
