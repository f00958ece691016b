/** Compares items with states (OVAL Definitions Schema, StateType, EntityStateSimpleBaseType). */
import type { OvalItem, OvalItemEntity } from '../characteristics.ts';
import type { OvalEntity, OvalState } from '../model.ts';
import type { OvalResult } from '../words.ts';
import type { Comparer, Held } from './compare.ts';
import { byCheck, byExistence, byOperator } from './truth.ts';
import type { Variables } from './variables.ts';

/** What a comparison needs, and where it tells why it failed. */
export interface Comparison {
  readonly comparer: Comparer;
  readonly variables: Variables;
  readonly tell: (reason: string) => void;
}

function resultOf(held: Held, { tell }: Comparison): OvalResult {
  if (typeof held === 'boolean') return held ? 'true' : 'false';
  tell(held);
  return 'error';
}

/** Whether an item is as a state says. */
export function itemSatisfies(item: OvalItem, state: OvalState, how: Comparison): OvalResult {
  const results = state.entities.map((entity) => entitySatisfied(item.entities, entity, how));
  return byOperator(state.operator, results);
}

/**
 * One entity of a state over those of the item that have its name. One that the item does not have
 * was not collected: whether it exists is unknown.
 */
export function entitySatisfied(
  entities: readonly OvalItemEntity[],
  stated: OvalEntity,
  how: Comparison,
): OvalResult {
  const found = entities.filter(({ name }) => name === nameOf(stated.name, entities));
  const statuses = found.map(({ status }) => status);
  const existence = byExistence(
    stated.checkExistence,
    statuses.length === 0 ? ['not collected'] : statuses,
  );
  if (existence !== 'true') return existence;
  const there = found.filter(({ status }) => status !== 'does not exist');
  if (there.length === 0) return 'true';
  return byCheck(
    stated.entityCheck,
    there.map((each) => valueSatisfied(each, stated, how)),
  );
}

/** The state of the old textfilecontent_test calls `line` what its item calls `text` (since 5.4). */
function nameOf(name: string, entities: readonly OvalItemEntity[]): string {
  if (name !== 'line' || entities.some((entity) => entity.name === 'line')) return name;
  return entities.some((entity) => entity.name === 'text') ? 'text' : name;
}

/** One value against what is stated: a value, the values of a variable, or the fields of a record. */
export function valueSatisfied(
  found: OvalItemEntity,
  stated: OvalEntity,
  how: Comparison,
): OvalResult {
  if (found.status === 'error') return 'error';
  if (found.status === 'not collected') return 'unknown';
  if (stated.datatype === 'record') return recordSatisfied(found, stated, how);
  const { datatype, operation } = stated;
  if (stated.varRef === '') {
    return resultOf(how.comparer.holds(found.value, stated), how);
  }
  const { flag, values, reason } = how.variables.values(stated.varRef);
  if ((flag !== 'complete' && flag !== 'incomplete') || values.length === 0) {
    how.tell(reason === '' ? `${stated.varRef} has no value.` : reason);
    return 'error';
  }
  const results = values.map((value) =>
    resultOf(how.comparer.holds(found.value, { value, datatype, operation }), how),
  );
  return byCheck(stated.varCheck, results);
}

/** EntityStateRecordType: every field holds; a field that the record has not is an error. */
function recordSatisfied(found: OvalItemEntity, stated: OvalEntity, how: Comparison): OvalResult {
  if (found.datatype !== 'record') return 'error';
  const results = stated.fields.map((field) => {
    if (!found.fields.some(({ name }) => name === field.name)) {
      how.tell(`The record has no field ${field.name}.`);
      return 'error';
    }
    return entitySatisfied(found.fields, field, how);
  });
  return byOperator('AND', results);
}
