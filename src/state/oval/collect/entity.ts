/** Entities of an object as the collectors use them. */
import { entity as found } from '../characteristics.ts';
import { type Comparison, valueSatisfied } from '../evaluate/state.ts';
import type { OvalEntity, OvalObject } from '../model.ts';
import type { OvalFlag } from '../words.ts';

/** Stops a collector: the flag of the object, and why. */
export class Stopped extends Error {
  readonly flag: OvalFlag;
  constructor(flag: OvalFlag, reason: string) {
    super(reason);
    this.flag = flag;
  }
}

/** An entity of the object; it stops where the object has none, or the variable has no value. */
export function entityOf(object: OvalObject, name: string, how: Comparison): OvalEntity {
  const entity = object.entities.find((each) => each.name === name);
  if (entity === undefined) throw new Stopped('error', `${object.id} has no ${name}.`);
  if (entity.varRef !== '') {
    const { flag, reason } = how.variables.values(entity.varRef);
    if (flag !== 'complete' && flag !== 'incomplete') throw new Stopped(flag, reason);
  }
  return entity;
}

/** Whether a value is what an entity says; a comparison that fails stops the collector. */
export function isMeant(value: string, stated: OvalEntity, how: Comparison): boolean {
  const told: string[] = [];
  const tell = (reason: string) => told.push(reason);
  const result = valueSatisfied(found(stated.name, value), stated, { ...how, tell });
  if (result === 'error' || result === 'unknown') {
    throw new Stopped('error', told[0] ?? `${stated.name} cannot be compared.`);
  }
  return result === 'true';
}

/** Values of an entity that names exactly what is meant; null where it must be searched. */
export function exactValues(stated: OvalEntity, how: Comparison): readonly string[] | null {
  if (stated.operation !== 'equals') return null;
  if (stated.varRef === '') return [stated.value];
  const { values } = how.variables.values(stated.varRef);
  // All of several values can be equal to one only where they are the same.
  return [...new Set(values)].filter((value) => isMeant(value, stated, how));
}
