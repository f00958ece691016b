/** Policy arguments from a wire, label texts and IEP statements under hostile input. */
import assert from 'node:assert/strict';
import { TLP_LEVELS } from '../../src/core/label.ts';
import {
  answerDecide,
  type DecideAnswer,
  POLICY_ISSUES,
  POLICY_RULES,
  parseDecideArgs,
  parseIep,
  parsePap,
  parseTlp,
} from '../../src/policy/index.ts';
import type { Subject } from './oracle.ts';

const loose = new TextDecoder();

function jsonOrText(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(loose.decode(bytes));
  } catch {
    return loose.decode(bytes);
  }
}

function feedDecide(bytes: Uint8Array): void {
  const input = jsonOrText(bytes);
  const answer: DecideAnswer = answerDecide(input);
  for (const rule of answer.rules) assert.ok(Object.hasOwn(POLICY_RULES, rule.id), rule.id);
  for (const issue of answer.issues ?? []) assert.ok(Object.hasOwn(POLICY_ISSUES, issue.code));
  if (!parseDecideArgs(input).ok) assert.equal(answer.allow, false, 'allowed what it cannot read');
  assert.deepEqual(answerDecide(input), answer, 'the same question, another answer');
}

function feedIep(bytes: Uint8Array): void {
  const input = jsonOrText(bytes);
  if (typeof input === 'object' && input !== null) parseIep(input as Record<string, unknown>);
}

function feedTlp(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  const level = parseTlp(text);
  if (level !== null) assert.ok((TLP_LEVELS as readonly unknown[]).includes(level));
  parsePap(text);
}

const QUESTION = {
  principal: {
    kind: 'person',
    id: 'p',
    organisation: 'org-b',
    communities: ['0d52bb10-53c9-4be2-8c4f-7a5d9d1ad9b1'],
    clients: ['org-c'],
    roles: ['reader', 'contributor'],
    assurance: 'token',
  },
  action: 'read',
  label: {
    tlp: 'AMBER',
    audience: { organisations: ['org-b'], communities: [], persons: [] },
    pap: 'GREEN',
    owner: 'org-a',
    creator: 'identity--f431f809-377b-45e0-aa1c-6a4751cae5ff',
    unknown: [],
    iep: [{ permitted_actions: 'NONE', tlp: 'AMBER' }],
    from: '2026-01-01T00:00:00Z',
    until: '2027-01-01T00:00:00Z',
  },
  context: { channel: 'feed', time: '2026-11-21T00:00:00Z', collectionFloor: { tlp: 'GREEN' } },
};

const IEP = {
  id: 'iep-policy--1',
  name: 'One',
  iep_version: 2,
  start_date: '2026-01-01T00:00:00Z',
  end_date: null,
  encrypt_in_transit: 'MUST',
  permitted_actions: 'INTERNALLY VISIBLE ACTIONS',
  affected_party_notifications: 'MAY',
  tlp: 'AMBER',
  attribution: 'MUST NOT',
  unmodified_resale: 'MUST NOT',
};

export const POLICY_SUBJECTS: readonly Subject[] = [
  { name: 'policy question', seeds: [JSON.stringify(QUESTION)], feed: feedDecide },
  { name: 'iep statement', seeds: [JSON.stringify(IEP)], feed: feedIep },
  {
    name: 'tlp text',
    seeds: ['TLP:AMBER+STRICT', 'tlp: green', 'ＲＥＤ', 'PAP:WHITE'],
    feed: feedTlp,
  },
];
