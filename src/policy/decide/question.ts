/** What is decided, and how rules answer. */
import type { Micros } from '../../core/clock.ts';
import type { Label, Pap, Tlp } from '../../core/label.ts';
import type { Channel, Principal } from '../../core/principal.ts';
import { timestampToMicros } from '../../core/timestamp.ts';
import type { IepPolicy } from '../iep/policy.ts';
import type { Floor } from '../marking/join.ts';
import type { RuleId } from '../rules.ts';

/** R7: six separate permissions; none implies another. */
export const ACTIONS = ['read', 'forward', 'act', 'export', 'enrich', 'write'] as const;
export type Action = (typeof ACTIONS)[number];

export interface DecisionContext {
  readonly channel: Channel;
  /** Floor of the collection that it lies in, when the label is not joined with it yet. */
  readonly collectionFloor?: Floor | undefined;
  /** Instant of the decision, RFC 3339. */
  readonly time: string;
  /**
   * What it is for: an IEP class of action (`internally-visible`, …) for `act`, `clients`,
   * `resale` or `notification` for `forward` and `export`.
   */
  readonly purpose?: string | undefined;
  /** The highest TLP that the receiving end is trusted with (R13). */
  readonly maxTlp?: Tlp | undefined;
  /** The highest PAP that the receiving end is trusted with (R13). */
  readonly maxPap?: Pap | undefined;
}

export type Effect = 'allow' | 'deny' | 'note';

export interface SpokenRule {
  readonly id: RuleId;
  readonly effect: Effect;
}

export interface Decision {
  readonly allow: boolean;
  /** Every rule that spoke, in order. */
  readonly rules: readonly SpokenRule[];
}

/** One question, with what its rules look at. */
export interface Question {
  readonly principal: Principal;
  readonly action: Action;
  /** Joined with the collection's floor. */
  readonly label: Label;
  readonly context: DecisionContext;
  readonly now: Micros;
  /** All IEP statements of the label together; null when there are none. */
  readonly iep: IepPolicy | null;
}

/** A rule speaks or is silent. */
export type Rule = (question: Question) => SpokenRule | null;

export function allow(id: RuleId): SpokenRule {
  return { id, effect: 'allow' };
}

export function deny(id: RuleId): SpokenRule {
  return { id, effect: 'deny' };
}

export function note(id: RuleId): SpokenRule {
  return { id, effect: 'note' };
}

/** The label's own window is open (B.2). An instant that cannot be read keeps it shut. */
export function inWindow(label: Label, now: Micros): boolean {
  if (label.from !== undefined) {
    const from = timestampToMicros(label.from, 'ceil');
    if (from === null || !(now >= from)) return false;
  }
  if (label.until === undefined) return true;
  const until = timestampToMicros(label.until, 'floor');
  return until !== null && now < until;
}
