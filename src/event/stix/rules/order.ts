/** Rules about the order of two times in one object. */
import { compareTimestamps, timestampFault } from '../../../core/timestamp.ts';
import { type Findings, type Rule, type StixMap, textOf } from '../findings.ts';

/** `later` is at or after `earlier`, where both are there. */
export function notBefore(earlier: string, later: string, clause: string): Rule {
  return (object, at) => {
    if (order(object, earlier, later) > 0) report(later, `before ${earlier}`, clause, at);
  };
}

/** `later` is after `earlier`, where both are there. */
export function after(earlier: string, later: string, clause: string): Rule {
  return (object, at) => {
    if (order(object, earlier, later) >= 0) report(later, `not after ${earlier}`, clause, at);
  };
}

/** §3.6.1: modified is not earlier than created. */
export const modifiedNotBeforeCreated: Rule = (object, at) => {
  if (order(object, 'created', 'modified') > 0)
    at.add('stix-modified-early', '', { key: 'modified' });
};

function report(later: string, how: string, clause: string, at: Findings): void {
  at.add('stix-time-order', `${later} is ${how}`, { key: later, clause: `STIX 2.1 §${clause}` });
}

/** Positive when `earlier` is later; negative where one is missing or malformed. */
function order(object: StixMap, earlier: string, later: string): number {
  const a = textOf(object, earlier);
  const b = textOf(object, later);
  if (a === undefined || b === undefined) return -1;
  if (timestampFault(a) !== null || timestampFault(b) !== null) return -1;
  return compareTimestamps(a, b);
}
