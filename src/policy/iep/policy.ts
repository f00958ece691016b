/**
 * IEP 2.0 (FIRST Information Exchange Policy): what a policy says, as far as rule R23 needs it.
 * Members and values are read as written in JSON, in the MISP taxonomies and in the STIX marking
 * extension (hyphens, spaces and case differ between them).
 */
import type { Issue } from '../../core/issue.ts';
import type { Tlp } from '../../core/label.ts';
import { timestampKey } from '../../core/timestamp.ts';
import { type PolicyIssueCode, policyIssue } from '../issues.ts';
import { parseTlp } from '../tlp/text.ts';

/** Permitted actions, from nothing to everything: the order of IEP 2.0. */
export const IEP_ACTIONS = [
  'none',
  'contact-for-instruction',
  'internally-visible',
  'externally-visible-indirect',
  'externally-visible-direct',
] as const;
export type IepAction = (typeof IEP_ACTIONS)[number];

/** One policy, or several merged; absent members are not stated and restrict nothing. */
export interface IepPolicy {
  readonly tlp?: Tlp;
  readonly actions: IepAction;
  readonly encrypt: boolean;
  readonly notify: boolean;
  readonly attribution: 'may' | 'must' | 'must-not';
  readonly resale: boolean;
  /** In force from (RFC 3339); empty when not stated. */
  readonly start: string;
  /** In force until (RFC 3339); empty when it never ends. */
  readonly end: string;
}

/** The policy that restricts nothing: where merging begins. */
export const OPEN_IEP: IepPolicy = {
  actions: 'externally-visible-direct',
  encrypt: false,
  notify: true,
  attribution: 'may',
  resale: true,
  start: '',
  end: '',
};

/** An instant that never comes, for a date that cannot be read: the policy is then never in force. */
export const NEVER = '9999-12-31T23:59:59.999999Z';

export interface ParsedIep {
  /** Null when the statement says nothing that can be applied here (a bare reference, say). */
  readonly policy: IepPolicy | null;
  readonly issues: readonly Issue<PolicyIssueCode>[];
}

/**
 * Reads one IEP statement. What is not stated restricts nothing; what is stated and cannot be read
 * takes the strictest value of its member, with an issue.
 */
export function parseIep(statement: Readonly<Record<string, unknown>>): ParsedIep {
  const stated = members(statement);
  const issues: Issue<PolicyIssueCode>[] = [];
  const strict = (member: string) => issues.push(policyIssue('iep-unknown-value', `/${member}`));
  const tlp = readTlp(stated, strict);
  const policy: IepPolicy = {
    ...(tlp === undefined ? {} : { tlp }),
    actions: readActions(stated, strict),
    encrypt: readChoice(stated, ['encrypt_in_transit'], { may: false, must: true }, true, strict),
    notify: readChoice(
      stated,
      ['affected_party_notifications'],
      { may: true, 'must-not': false },
      false,
      strict,
    ),
    attribution: readAttribution(stated, strict),
    resale: readChoice(
      stated,
      ['unmodified_resale'],
      { may: true, 'must-not': false },
      false,
      strict,
    ),
    start: readDate(stated, 'start_date', issues),
    end: readDate(stated, 'end_date', issues),
  };
  if (SPEAKING.some((member) => stated.has(member))) return { policy, issues };
  return { policy: null, issues: [...issues, policyIssue('iep-nothing-stated', '')] };
}

/** The members of which at least one must stand there for the policy to say anything. */
const SPEAKING = [
  'start_date',
  'end_date',
  'tlp',
  'permitted_actions',
  'encrypt_in_transit',
  'affected_party_notifications',
  'attribution',
  'provider_attribution',
  'unmodified_resale',
] as const;

function members(statement: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(statement)) {
    found.set(name.toLowerCase().replaceAll('-', '_'), value);
  }
  return found;
}

type Strict = (member: string) => void;

function readTlp(stated: ReadonlyMap<string, unknown>, strict: Strict): Tlp | undefined {
  const value = stated.get('tlp');
  if (value === undefined) return undefined;
  const level = typeof value === 'string' ? parseTlp(value) : null;
  if (level === null) strict('tlp');
  return level ?? 'RED';
}

function readActions(stated: ReadonlyMap<string, unknown>, strict: Strict): IepAction {
  const value = stated.get('permitted_actions');
  if (value === undefined) return OPEN_IEP.actions;
  const action = iepAction(value);
  if (action === null) strict('permitted_actions');
  return action ?? 'none';
}

/** Reads `internally visible actions`, `externally-visible-direct`, … ; null for anything else. */
export function iepAction(value: unknown): IepAction | null {
  const text = choice(value);
  const short = text.endsWith('-actions') ? text.slice(0, -'-actions'.length) : text;
  return IEP_ACTIONS.find((action) => action === short) ?? null;
}

function readAttribution(
  stated: ReadonlyMap<string, unknown>,
  strict: Strict,
): IepPolicy['attribution'] {
  const names = ['attribution', 'provider_attribution'];
  const values = { may: 'may', must: 'must', 'must-not': 'must-not' } as const;
  return readChoice<IepPolicy['attribution']>(stated, names, values, 'must-not', strict);
}

function readChoice<Value extends string | boolean>(
  stated: ReadonlyMap<string, unknown>,
  names: readonly string[],
  values: Readonly<Record<string, Value>>,
  strictest: Value,
  strict: Strict,
): Value {
  const name = names.find((candidate) => stated.has(candidate));
  // The first value of each table is the one that restricts nothing.
  if (name === undefined) return Object.values(values)[0] ?? strictest;
  const text = choice(stated.get(name));
  if (Object.hasOwn(values, text)) return values[text] ?? strictest;
  strict(name);
  return strictest;
}

/** IEP 2.0: UTC dates; `null` (also as text) ends never. */
function readDate(
  stated: ReadonlyMap<string, unknown>,
  member: 'start_date' | 'end_date',
  issues: Issue<PolicyIssueCode>[],
): string {
  const value = stated.get(member);
  if (value === undefined || value === null || value === 'null') return '';
  if (typeof value === 'string' && timestampKey(value) !== '') return value;
  issues.push(policyIssue('iep-bad-date', `/${member}`));
  // Never in force either way: a start that never comes, an end that is long past.
  return member === 'start_date' ? NEVER : '0001-01-01T00:00:00Z';
}

function choice(value: unknown): string {
  if (typeof value !== 'string' || value.length > 80) return '';
  return value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
