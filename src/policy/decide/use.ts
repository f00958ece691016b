/**
 * What may be done beyond reading (R3, R4, R5, R7, R8, R13, R23, R26). Every use needs the right to
 * read on the same channel first, and then its own; each of these rules only closes, save `R7`,
 * which opens for whoever is left.
 */
import type { Pap, Tlp } from '../../core/label.ts';
import { isAuthenticated, isOwner } from '../access/relation.ts';
import { iepInForce } from '../iep/merge.ts';
import { IEP_ACTIONS, type IepAction, iepAction } from '../iep/policy.ts';
import { papRank, tlpRank } from '../tlp/levels.ts';
import { allow, deny, inWindow, note, type Question, type Rule } from './question.ts';

/** R7: a reader is a reader. Other uses belong to known principals, and each has its own gate. */
const ownPermission: Rule = ({ principal }) =>
  isAuthenticated(principal) ? allow('R7') : deny('R7');

/** R3: RED is not passed on, filed, looked up elsewhere, or given to a step of automation. */
const redStays: Rule = ({ label, action }) =>
  label.tlp === 'RED' && action !== 'act' ? deny('R3-use') : null;

/** R4: AMBER+STRICT ends with the organisation that received it. */
const strictStays: Rule = ({ label, action }) =>
  label.tlp === 'AMBER+STRICT' && handsOut(action) ? deny('R4-use') : null;

/**
 * R8: who keeps a record alone because nobody here knows its marking does not hand it out: not to
 * other organisations, and not to a service that looks something up with it.
 */
const unknownStays: Rule = ({ label, action }) =>
  label.unknown.length > 0 && handsOut(action) ? deny('R8-use') : null;

/** B.2: outside its time nobody but the owner has the record, so the owner does not hand it out. */
const embargoStays: Rule = ({ label, action, now }) =>
  handsOut(action) && !inWindow(label, now) ? deny('embargo-use') : null;

/** R5: who received AMBER passes it on to his own clients, for the purpose `clients`, no further. */
const amberForward: Rule = ({ principal, label, action, context }) => {
  if (action !== 'forward' || label.tlp !== 'AMBER' || isOwner(principal, label)) return null;
  return context.purpose === 'clients' ? note('R5-forward') : deny('R5-forward');
};

/** R20: whoever the source addressed does not address others: only the owner extends an audience. */
const audienceForward: Rule = ({ principal, label, action }) => {
  if (action !== 'forward' || label.audience === null || isOwner(principal, label)) return null;
  return deny('R20-forward');
};

/**
 * R13: what leaves by a connector, an enricher, a file or a step of automation goes no higher than
 * that was declared for, and CLEAR where nothing was declared. A person who reads or acts with his
 * own hands is no connector: a cap holds for him when one is given.
 */
const tlpCap: Rule = (question) => {
  const cap: Tlp | null = question.context.maxTlp ?? (byHand(question) ? null : 'CLEAR');
  return cap !== null && tlpRank(question.label.tlp) > tlpRank(cap) ? deny('R13-tlp') : null;
};

/** R13 for PAP. */
const papCap: Rule = (question) => {
  const cap: Pap | null = question.context.maxPap ?? (byHand(question) ? null : 'CLEAR');
  return cap !== null && papRank(question.label.pap) > papRank(cap) ? deny('R13-pap') : null;
};

/** R26: RED for eyes and logs, AMBER for passive look-ups elsewhere, GREEN for active measures. */
const pap: Rule = ({ label, action }) => {
  if (label.pap === undefined || (action !== 'act' && action !== 'enrich')) return null;
  const highest: Pap = action === 'act' ? 'GREEN' : 'AMBER';
  return papRank(label.pap) <= papRank(highest) ? note('R26') : deny('R26');
};

/** R23: outside its dates a policy permits no passing on. */
const iepDates: Rule = ({ iep, action, now }) =>
  iep !== null && action === 'forward' && !iepInForce(iep, now) ? deny('R23-dates') : null;

/** R23: permitted_actions gates what is done; without a stated purpose an act is the most visible. */
const iepActions: Rule = ({ iep, action, context }) => {
  if (iep === null || (action !== 'act' && action !== 'enrich')) return null;
  const needed = action === 'enrich' ? 'externally-visible-indirect' : actClass(context.purpose);
  return IEP_ACTIONS.indexOf(needed) <= IEP_ACTIONS.indexOf(iep.actions)
    ? note('R23-actions')
    : deny('R23-actions');
};

/** R23: an original names its provider, so it goes nowhere when he must not be named. */
const iepAttribution: Rule = ({ iep, action }) =>
  iep?.attribution === 'must-not' && (action === 'forward' || action === 'export')
    ? deny('R23-attribution')
    : null;

/** R23: no paid or partner feed where resale of the unmodified is forbidden. */
const iepResale: Rule = ({ iep, action, context }) =>
  iep?.resale === false && leaves(action) && context.purpose === 'resale'
    ? deny('R23-resale')
    : null;

/** IEP 2.0: affected parties are not told where the provider forbids it. */
const iepNotification: Rule = ({ iep, action, context }) =>
  iep?.notify === false && leaves(action) && context.purpose === 'notification'
    ? deny('R23-notification')
    : null;

/** R23: what has to be encrypted in transit leaves over TLS only; the transport sees to it. */
const iepEncryption: Rule = ({ iep, action }) =>
  iep?.encrypt === true && leaves(action) ? note('R23-encryption') : null;

/** Rules of forward, act, export and enrich, after those of reading, in the order explained. */
export const USE_RULES: readonly Rule[] = [
  redStays,
  strictStays,
  unknownStays,
  embargoStays,
  amberForward,
  audienceForward,
  tlpCap,
  papCap,
  pap,
  iepDates,
  iepActions,
  iepAttribution,
  iepResale,
  iepNotification,
  iepEncryption,
  ownPermission,
];

/** R13 for reading: a feed that was declared for less carries less. */
export const READ_CAP: Rule = ({ label, context }) =>
  context.maxTlp !== undefined && tlpRank(label.tlp) > tlpRank(context.maxTlp)
    ? deny('R13-tlp')
    : null;

function byHand({ principal, action, context }: Question): boolean {
  return action === 'act' && principal.kind === 'person' && context.channel === 'interactive';
}

/** Gives it to third parties; an export stays with whoever asks for it. */
function handsOut(action: Question['action']): boolean {
  return action === 'forward' || action === 'enrich';
}

function leaves(action: Question['action']): boolean {
  return action === 'forward' || action === 'export';
}

function actClass(purpose: string | undefined): IepAction {
  return iepAction(purpose) ?? 'externally-visible-direct';
}
