/** The arguments of `policy.decide` as they come over a wire: untrusted, checked, never thrown at. */
import { hasErrors, type Issue, type Parsed } from '../../core/issue.ts';
import type { Audience, Label, Tlp } from '../../core/label.ts';
import type { Channel, Principal, PrincipalKind, Role } from '../../core/principal.ts';
import { ANONYMOUS } from '../../core/principal.ts';
import { timestampKey } from '../../core/timestamp.ts';
import { isCommunityId } from '../access/relation.ts';
import { effectiveIep } from '../iep/merge.ts';
import type { PolicyIssueCode } from '../issues.ts';
import { isShallow } from '../marking/canonical.ts';
import type { Floor } from '../marking/join.ts';
import { stricterTlp } from '../tlp/levels.ts';
import { parsePap, parseTlp } from '../tlp/text.ts';
import { decide } from './decide.ts';
import {
  type Fields,
  fieldsOf,
  type JsonObject,
  list,
  member,
  note,
  oneOf,
  optionalText,
  optionalValue,
  refuseOthers,
  requiredObject,
  requiredText,
  requiredValue,
  texts,
} from './fields.ts';
import { ACTIONS, type Action, type Decision, type DecisionContext } from './question.ts';

export interface DecideArgs {
  readonly principal: Principal;
  readonly action: Action;
  readonly label: Label;
  readonly context: DecisionContext;
}

/** The answer to a wire question; arguments that cannot be read are denied, with the issues. */
export interface DecideAnswer extends Decision {
  readonly issues?: readonly Issue<PolicyIssueCode>[];
}

const KINDS: readonly PrincipalKind[] = ['anonymous', 'person', 'organisation', 'peer', 'service'];
const ROLES: readonly Role[] = ['reader', 'contributor', 'org-admin', 'operator', 'site-admin'];
const CHANNELS: readonly Channel[] = ['feed', 'interactive', 'export', 'rid'];
const ASSURANCES = ['none', 'password', 'token', 'certificate'] as const;

/** `policy.decide` for any input: the decision, or a denial that says what was wrong. */
export function answerDecide(input: unknown): DecideAnswer {
  const parsed = parseDecideArgs(input);
  if (!parsed.ok) {
    return { allow: false, rules: [{ id: 'R1', effect: 'deny' }], issues: parsed.issues };
  }
  const { principal, action, label, context } = parsed.value;
  const decision = decide(principal, action, label, context);
  return parsed.issues.length === 0 ? decision : { ...decision, issues: parsed.issues };
}

/**
 * Checks `{principal, action, label, context}`. TLP and PAP are read as written. A label, floor or
 * context with a member that nobody knows is refused, because a misspelt restriction would be lost.
 */
export function parseDecideArgs(input: unknown): Parsed<DecideArgs, PolicyIssueCode> {
  const issues: Issue<PolicyIssueCode>[] = [];
  const root = fieldsOf(input, '', issues);
  if (root === null) return { ok: false, issues };
  const principal = readPrincipal(requiredObject(root, 'principal'));
  const action = requiredValue(root, 'action', oneOf(ACTIONS));
  const label = readLabel(requiredObject(root, 'label'));
  const context = readContext(requiredObject(root, 'context'));
  const complete = principal && action && label && context;
  if (!complete || hasErrors(issues)) return { ok: false, issues };
  return { ok: true, value: { principal, action, label, context }, issues };
}

function readPrincipal(fields: Fields | null): Principal | undefined {
  if (fields === null) return undefined;
  const kind = requiredValue(fields, 'kind', oneOf(KINDS));
  // Nobody in particular has no id, organisation or membership, whatever the caller claims.
  if (kind === undefined || kind === 'anonymous') return kind && ANONYMOUS;
  const assurance = known(fields, 'assurance', ASSURANCES);
  return {
    kind,
    id: requiredText(fields, 'id'),
    organisation: requiredText(fields, 'organisation'),
    communities: readCommunities(fields, true),
    clients: texts(fields, 'clients', false),
    roles: readRoles(fields),
    ...(assurance === undefined ? {} : { assurance }),
  };
}

/** A role that nobody knows gives no right, so it is ignored. */
function readRoles(fields: Fields): readonly Role[] {
  const isRole = oneOf(ROLES);
  return texts(fields, 'roles', true).flatMap((text) => {
    const role = isRole(text);
    if (role === null) note(fields, 'decide-ignored-value', 'roles');
    return role === null ? [] : [role];
  });
}

/** R20: an id that is no UUID names nobody; said, because the caller surely meant someone. */
function readCommunities(fields: Fields, required: boolean): readonly string[] {
  return texts(fields, 'communities', required).map((id) => {
    if (!isCommunityId(id)) note(fields, 'decide-community-form', 'communities');
    return id.toLowerCase();
  });
}

const LABEL_MEMBERS = [
  'tlp',
  'audience',
  'pap',
  'owner',
  'creator',
  'unknown',
  'iep',
  'from',
  'until',
];

function readLabel(fields: Fields | null): Label | undefined {
  if (fields === null) return undefined;
  refuseOthers(fields, LABEL_MEMBERS);
  const tlp = requiredValue(fields, 'tlp', parseTlp);
  const pap = optionalValue(fields, 'pap', parsePap);
  const creator = optionalText(fields, 'creator');
  const from = optionalValue(fields, 'from', timestamp, 'decide-bad-time');
  const until = optionalValue(fields, 'until', timestamp, 'decide-bad-time');
  const iep = readIep(fields);
  // Absent is not null: who forgets the audience must not widen it.
  if (!Object.hasOwn(fields.object, 'audience')) note(fields, 'decide-missing', 'audience');
  const audience = readAudience(fields);
  if (tlp === undefined) return undefined;
  return {
    tlp: strictestTlp(tlp, iep),
    audience,
    ...(pap === undefined ? {} : { pap }),
    owner: requiredText(fields, 'owner'),
    ...(creator === undefined ? {} : { creator }),
    unknown: texts(fields, 'unknown', true),
    ...(iep.length === 0 ? {} : { iep }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** A list that is not given names nobody. */
function readAudience(fields: Fields): Audience | null {
  if (member(fields, 'audience') === undefined) return null;
  const audience = requiredObject(fields, 'audience');
  if (audience === null) return null;
  refuseOthers(audience, ['organisations', 'communities', 'persons']);
  return {
    organisations: texts(audience, 'organisations', false),
    communities: readCommunities(audience, false),
    persons: texts(audience, 'persons', false),
  };
}

function readIep(fields: Fields): readonly JsonObject[] {
  return list(fields, 'iep', false).flatMap((statement, index) => {
    const read = fieldsOf(statement, `${fields.path}/iep/${index}`, fields.issues);
    if (read === null) return [];
    if (isShallow(read.object)) return [read.object];
    note(fields, 'decide-too-deep', 'iep');
    return [];
  });
}

/** R21: TLP and IEP of one label may disagree; the strictest wins. */
function strictestTlp(tlp: Tlp, iep: readonly JsonObject[]): Tlp {
  const stated = effectiveIep(iep)?.tlp;
  return stated === undefined ? tlp : stricterTlp(tlp, stated);
}

function readContext(fields: Fields | null): DecisionContext | undefined {
  if (fields === null) return undefined;
  refuseOthers(fields, ['channel', 'collectionFloor', 'time', 'purpose', 'maxTlp', 'maxPap']);
  const channel = requiredValue(fields, 'channel', oneOf(CHANNELS));
  const time = requiredValue(fields, 'time', timestamp, 'decide-bad-time');
  const collectionFloor = readFloor(fields);
  const purpose = optionalText(fields, 'purpose');
  const maxTlp = optionalValue(fields, 'maxTlp', parseTlp);
  const maxPap = optionalValue(fields, 'maxPap', parsePap);
  if (channel === undefined || time === undefined) return undefined;
  return { channel, time, collectionFloor, purpose, maxTlp, maxPap };
}

/** A floor is a level, or `{tlp, audience, pap}`; absent audience: the collection names none. */
function readFloor(fields: Fields): Floor | undefined {
  const value = member(fields, 'collectionFloor');
  if (value === undefined) return undefined;
  if (typeof value === 'string') {
    const tlp = optionalValue(fields, 'collectionFloor', parseTlp);
    return tlp && { tlp, audience: null };
  }
  const floor = requiredObject(fields, 'collectionFloor');
  if (floor === null) return undefined;
  refuseOthers(floor, ['tlp', 'audience', 'pap']);
  const tlp = requiredValue(floor, 'tlp', parseTlp);
  const audience = readAudience(floor);
  const pap = optionalValue(floor, 'pap', parsePap);
  return tlp && { tlp, audience, pap };
}

function known<Word extends string>(
  fields: Fields,
  name: string,
  words: readonly Word[],
): Word | undefined {
  return optionalValue(fields, name, oneOf(words), 'decide-ignored-value');
}

function timestamp(text: string): string | null {
  return timestampKey(text) === '' ? null : text;
}
