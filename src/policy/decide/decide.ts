/** The one decision. */
import type { Label } from '../../core/label.ts';
import type { Principal } from '../../core/principal.ts';
import { timestampToMicros } from '../../core/timestamp.ts';
import { effectiveIep } from '../iep/merge.ts';
import { joinFloor } from '../marking/join.ts';
import {
  type Action,
  type Decision,
  type DecisionContext,
  deny,
  type Question,
  type Rule,
  type SpokenRule,
} from './question.ts';
import { READ_RULES } from './read.ts';
import { READ_CAP, USE_RULES } from './use.ts';
import { WRITE_RULES } from './write.ts';

const RULES: Readonly<Record<Action, readonly Rule[]>> = {
  read: [...READ_RULES, READ_CAP],
  forward: [...READ_RULES, ...USE_RULES],
  act: [...READ_RULES, ...USE_RULES],
  export: [...READ_RULES, ...USE_RULES],
  enrich: [...READ_RULES, ...USE_RULES],
  write: WRITE_RULES,
};

/**
 * May this principal do this with what carries this label, here and now? Allowed when at least one
 * rule allows and none denies; denied by default (R1). A denied read is answered as absent (R15).
 */
export function decide(
  principal: Principal,
  action: Action,
  label: Label,
  context: DecisionContext,
): Decision {
  const question: Question = {
    principal,
    action,
    label:
      context.collectionFloor === undefined ? label : joinFloor(label, context.collectionFloor),
    context,
    // An instant that cannot be read is in no window.
    now: timestampToMicros(context.time, 'floor') ?? Number.NaN,
    iep: effectiveIep(label.iep),
  };
  const rules = RULES[action].map((rule) => rule(question)).filter((spoken) => spoken !== null);
  const denied = spoke(rules, 'deny');
  const allowed = spoke(rules, 'allow') && !denied;
  // R1: silence is a no, and the explanation says so.
  if (!allowed && !denied) rules.push(deny('R1'));
  return { allow: allowed, rules };
}

function spoke(rules: readonly SpokenRule[], effect: SpokenRule['effect']): boolean {
  return rules.some((rule) => rule.effect === effect);
}
