/** Several IEP policies on one record: the stricter wins, member by member (rules R8, R23). */
import { timestampToMicros } from '../../core/timestamp.ts';
import { stricterTlp } from '../tlp/levels.ts';
import { IEP_ACTIONS, type IepPolicy, OPEN_IEP, parseIep } from './policy.ts';

/** The strictest of both, member by member. */
export function mergeIep(a: IepPolicy, b: IepPolicy): IepPolicy {
  const tlp =
    a.tlp === undefined || b.tlp === undefined ? (a.tlp ?? b.tlp) : stricterTlp(a.tlp, b.tlp);
  return {
    ...(tlp === undefined ? {} : { tlp }),
    actions: rank(a) <= rank(b) ? a.actions : b.actions,
    encrypt: a.encrypt || b.encrypt,
    notify: a.notify && b.notify,
    attribution: stricterAttribution(a.attribution, b.attribution),
    resale: a.resale && b.resale,
    start: later(a.start, b.start),
    end: earlier(a.end, b.end),
  };
}

/**
 * What a label's IEP statements say together; null when it carries none. A statement that says
 * nothing we can apply counts as one that permits nothing: its provider has to be asked.
 */
export function effectiveIep(
  statements: readonly Readonly<Record<string, unknown>>[] | undefined,
): IepPolicy | null {
  if (statements === undefined || statements.length === 0) return null;
  return statements
    .map((statement) => parseIep(statement).policy ?? UNREADABLE)
    .reduce(mergeIep, OPEN_IEP);
}

const UNREADABLE: IepPolicy = {
  actions: 'none',
  encrypt: true,
  notify: false,
  attribution: 'must-not',
  resale: false,
  start: '',
  end: '',
};

/** True when the policy is in force at this instant (microseconds). */
export function iepInForce(policy: IepPolicy, now: number): boolean {
  const start = policy.start === '' ? -Infinity : timestampToMicros(policy.start, 'ceil');
  const end = policy.end === '' ? Infinity : timestampToMicros(policy.end, 'floor');
  return start !== null && end !== null && now >= start && now < end;
}

function rank(policy: IepPolicy): number {
  return IEP_ACTIONS.indexOf(policy.actions);
}

/** `must` and `must-not` together cannot both be kept: nothing is passed on, as with `must-not`. */
function stricterAttribution(
  a: IepPolicy['attribution'],
  b: IepPolicy['attribution'],
): IepPolicy['attribution'] {
  if (a === 'must-not' || b === 'must-not') return 'must-not';
  return a === 'must' || b === 'must' ? 'must' : 'may';
}

function later(a: string, b: string): string {
  if (a === '' || b === '') return a === '' ? b : a;
  return (timestampToMicros(a, 'ceil') ?? 0) >= (timestampToMicros(b, 'ceil') ?? 0) ? a : b;
}

function earlier(a: string, b: string): string {
  if (a === '' || b === '') return a === '' ? b : a;
  return (timestampToMicros(a, 'floor') ?? 0) <= (timestampToMicros(b, 'floor') ?? 0) ? a : b;
}
