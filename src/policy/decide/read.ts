/**
 * Who may read (R3, R4, R5, R8, R20, R22 and the window of B.2). The gates close, the
 * level opens; without an opening nothing is read.
 */
import type { Label } from '../../core/label.ts';
import type { Principal } from '../../core/principal.ts';
import {
  isClientOf,
  isClientOfNamed,
  isCommunityMember,
  isNamedMember,
  isNamedOrganisation,
  isNamedPerson,
  isOwner,
} from '../access/relation.ts';
import { holds, RUNNING_ROLES } from '../access/roles.ts';
import type { RuleId } from '../rules.ts';
import { tlpRank } from '../tlp/levels.ts';
import {
  allow,
  deny,
  inWindow,
  note,
  type Question,
  type Rule,
  type SpokenRule,
} from './question.ts';

/** R22: who runs the hub reads what his organisation reads. */
const runningIsNotReading: Rule = ({ principal }) =>
  holds(principal, RUNNING_ROLES) ? note('R22') : null;

/** R8: while a marking cannot be interpreted, only the owner organisation has the record. */
const unknownMarking: Rule = ({ principal, label }) => {
  if (label.unknown.length === 0) return null;
  return isOwner(principal, label) ? note('R8') : deny('R8');
};

/** B.2: before `from` and after `until` only the owner organisation has the record. */
const embargo: Rule = ({ principal, label, now }) => {
  if (inWindow(label, now)) return null;
  return isOwner(principal, label) ? note('embargo') : deny('embargo');
};

/** R20: an audience that the source named holds at every level but RED, which names persons. */
const audience: Rule = ({ principal, label }) => {
  if (label.audience === null || label.tlp === 'RED') return null;
  if (isOwner(principal, label)) return note('R20');
  return isAddressed(principal, label) ? allow('R20') : deny('R20');
};

/** R3: nothing that can be followed or filed carries RED. */
const redChannel: Rule = ({ label, context }) => {
  if (label.tlp !== 'RED') return null;
  return context.channel === 'interactive' || context.channel === 'rid' ? null : deny('R3-channel');
};

/** R3: automation never gets RED, whoever runs it. */
const redAutomation: Rule = ({ principal, label }) =>
  label.tlp === 'RED' && principal.kind !== 'person' ? deny('R3-automation') : null;

/** R3: RED is for the persons whom the source named, and for nobody else, its owner included. */
const red: Rule = ({ principal, label }) => {
  if (label.tlp !== 'RED') return null;
  return isNamedPerson(principal, label.audience) ? allow('R3') : deny('R3');
};

/** R4: the receiving organisation itself: no clients, no community groups. */
const amberStrict: Rule = ({ principal, label }) => {
  if (label.tlp !== 'AMBER+STRICT') return null;
  return verdict('R4', isOwner(principal, label) || isAddressed(principal, label));
};

/** R5: the receiving organisations and their registered clients. */
const amber: Rule = (question) =>
  question.label.tlp === 'AMBER' ? verdict('R5-amber', reachesAmber(question)) : null;

/** R5: members of communities, when the source named no audience. */
const green: Rule = (question) => {
  const { principal, label } = question;
  if (label.tlp !== 'GREEN') return null;
  const community = label.audience === null && isCommunityMember(principal);
  return verdict('R5-green', community || reachesAmber(question));
};

/** R5: everyone, when the source named no audience. */
const clear: Rule = (question) => {
  if (question.label.tlp !== 'CLEAR') return null;
  return verdict('R5-clear', question.label.audience === null || reachesAmber(question));
};

/** R1: a level that is none opens nothing, not even together with a rule that allows. */
const noLevel: Rule = ({ label }) => (tlpRank(label.tlp) < 0 ? deny('R1') : null);

/** The source named him, or an organisation or community that he belongs to (R4, R5, R20). */
function isAddressed(principal: Principal, { tlp, audience }: Label): boolean {
  if (isNamedPerson(principal, audience) || isNamedOrganisation(principal, audience)) return true;
  if (tlp === 'AMBER+STRICT') return false;
  return isNamedMember(principal, audience) || isClientOfNamed(principal, audience);
}

/** Whom AMBER reaches; a lower level reaches them too, because a lower level never gives less. */
function reachesAmber({ principal, label }: Question): boolean {
  if (isOwner(principal, label)) return true;
  if (label.audience !== null) return isAddressed(principal, label);
  return isClientOf(principal, label.owner);
}

function verdict(id: RuleId, admitted: boolean): SpokenRule {
  return admitted ? allow(id) : deny(id);
}

/** In the order in which they are explained. */
export const READ_RULES: readonly Rule[] = [
  runningIsNotReading,
  unknownMarking,
  embargo,
  audience,
  redChannel,
  redAutomation,
  red,
  amberStrict,
  amber,
  green,
  clear,
  noLevel,
];
