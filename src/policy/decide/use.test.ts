import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Label } from '../../core/label.ts';
import type { Principal } from '../../core/principal.ts';
import { decide } from './decide.ts';
import type { Action, DecisionContext } from './question.ts';

const COMMUNITY = 'c0000000-0000-4000-8000-000000000001';
const OWNER = person('org-a');
const MEMBER = person('org-b');
const TIME = '2026-06-01T00:00:00Z';

function person(organisation: string): Principal {
  return { kind: 'person', id: 'p', organisation, communities: [COMMUNITY], roles: ['reader'] };
}

const SERVICE: Principal = { ...MEMBER, kind: 'service', id: 's' };
const CLIENT: Principal = { ...MEMBER, clients: ['org-a'] };
const ADDRESSED = { organisations: ['org-b'], communities: [], persons: ['p'] };

interface Case {
  readonly name: string;
  readonly who: Principal;
  readonly action: Action;
  readonly label: Partial<Label>;
  readonly context?: Partial<DecisionContext>;
  /** Rules that deny; none: allowed. */
  readonly denies: readonly string[];
}

const RED_CAP = { maxTlp: 'RED', maxPap: 'RED' } as const;

const CASES: readonly Case[] = [
  // R7: reading implies nothing.
  ...(['forward', 'export', 'enrich'] as const).map((action) => ({
    name: `R7, R13: who reads AMBER may not ${action} it unasked`,
    who: CLIENT,
    action,
    label: { tlp: 'AMBER' as const },
    denies: action === 'forward' ? ['R5-forward', 'R13-tlp'] : ['R13-tlp'],
  })),
  {
    name: 'R7: nobody in particular reads CLEAR and does no more',
    who: { ...MEMBER, kind: 'anonymous' },
    action: 'forward',
    label: { tlp: 'CLEAR' },
    denies: ['R7'],
  },
  {
    name: 'R1: a use of what is hidden',
    who: MEMBER,
    action: 'act',
    label: { tlp: 'AMBER' },
    denies: ['R5-amber'],
  },
  // R3.
  ...(['forward', 'export', 'enrich'] as const).map((action) => ({
    name: `R3: a named person may not ${action} RED, whatever the cap`,
    who: OWNER,
    action,
    label: { tlp: 'RED' as const, audience: ADDRESSED },
    context: RED_CAP,
    denies: ['R3-use'],
  })),
  {
    name: 'R3: a named person acts on RED with his own hands',
    who: MEMBER,
    action: 'act',
    label: { tlp: 'RED', audience: ADDRESSED },
    denies: [],
  },
  {
    name: 'R3: a playbook step never does',
    who: { ...SERVICE, id: 'p' },
    action: 'act',
    label: { tlp: 'RED', audience: ADDRESSED },
    context: { ...RED_CAP, channel: 'interactive' },
    denies: ['R3-automation', 'R3'],
  },
  // R4.
  {
    name: 'R4: AMBER+STRICT is not forwarded, even by its owner',
    who: OWNER,
    action: 'forward',
    label: { tlp: 'AMBER+STRICT' },
    context: RED_CAP,
    denies: ['R4-use'],
  },
  {
    name: 'R4: nor looked up elsewhere',
    who: OWNER,
    action: 'enrich',
    label: { tlp: 'AMBER+STRICT' },
    context: RED_CAP,
    denies: ['R4-use'],
  },
  {
    name: 'R4: the organisation may file it for itself',
    who: OWNER,
    action: 'export',
    label: { tlp: 'AMBER+STRICT' },
    context: { maxTlp: 'AMBER+STRICT' },
    denies: [],
  },
  // R5.
  {
    name: 'R5: the owner forwards AMBER up to the cap',
    who: OWNER,
    action: 'forward',
    label: { tlp: 'AMBER' },
    context: { maxTlp: 'AMBER' },
    denies: [],
  },
  {
    name: 'R5: a receiver forwards AMBER to clients',
    who: CLIENT,
    action: 'forward',
    label: { tlp: 'AMBER' },
    context: { maxTlp: 'AMBER', purpose: 'clients' },
    denies: [],
  },
  {
    name: 'R5: and to nobody else',
    who: CLIENT,
    action: 'forward',
    label: { tlp: 'AMBER' },
    context: { maxTlp: 'RED', purpose: 'partners' },
    denies: ['R5-forward'],
  },
  {
    name: 'R5: GREEN goes on to what is cleared for GREEN',
    who: MEMBER,
    action: 'forward',
    label: { tlp: 'GREEN' },
    context: { maxTlp: 'GREEN' },
    denies: [],
  },
  {
    name: 'R20: who was addressed does not address others',
    who: MEMBER,
    action: 'forward',
    label: { tlp: 'GREEN', audience: ADDRESSED },
    context: { maxTlp: 'RED' },
    denies: ['R20-forward'],
  },
  // R13.
  {
    name: 'R13: CLEAR passes without a cap',
    who: MEMBER,
    action: 'enrich',
    label: { tlp: 'CLEAR' },
    denies: [],
  },
  {
    name: 'R13: GREEN does not',
    who: MEMBER,
    action: 'enrich',
    label: { tlp: 'GREEN' },
    denies: ['R13-tlp'],
  },
  {
    name: 'R13: the PAP cap is CLEAR too when none is given',
    who: SERVICE,
    action: 'act',
    label: { tlp: 'CLEAR', pap: 'GREEN' },
    context: { channel: 'feed' },
    denies: ['R13-pap'],
  },
  {
    name: 'R13: with caps a service acts',
    who: SERVICE,
    action: 'act',
    label: { tlp: 'GREEN', pap: 'GREEN' },
    context: { channel: 'feed', maxTlp: 'GREEN', maxPap: 'GREEN' },
    denies: [],
  },
  {
    name: 'R13: a person at a console is no connector',
    who: OWNER,
    action: 'act',
    label: { tlp: 'AMBER', pap: 'GREEN' },
    denies: [],
  },
  {
    name: 'R13: but a cap that is given holds for him',
    who: OWNER,
    action: 'act',
    label: { tlp: 'AMBER' },
    context: { maxTlp: 'GREEN' },
    denies: ['R13-tlp'],
  },
  {
    name: 'R13: a person’s token on a feed is a connector',
    who: OWNER,
    action: 'act',
    label: { tlp: 'AMBER' },
    context: { channel: 'feed' },
    denies: ['R13-tlp'],
  },
  {
    name: 'R13: a capped feed reads no higher',
    who: OWNER,
    action: 'read',
    label: { tlp: 'AMBER', pap: 'RED' },
    context: { channel: 'feed', maxTlp: 'GREEN', maxPap: 'CLEAR' },
    denies: ['R13-tlp'],
  },
  // R26.
  {
    name: 'R26: PAP AMBER forbids active measures',
    who: OWNER,
    action: 'act',
    label: { tlp: 'CLEAR', pap: 'AMBER' },
    denies: ['R26'],
  },
  {
    name: 'R26: and permits looking it up',
    who: OWNER,
    action: 'enrich',
    label: { tlp: 'CLEAR', pap: 'AMBER' },
    context: { maxPap: 'AMBER' },
    denies: [],
  },
  {
    name: 'R26: PAP RED stays off the network',
    who: OWNER,
    action: 'enrich',
    label: { tlp: 'CLEAR', pap: 'RED' },
    context: { maxPap: 'RED' },
    denies: ['R26'],
  },
  {
    name: 'R26: PAP says nothing about reading',
    who: MEMBER,
    action: 'read',
    label: { tlp: 'CLEAR', pap: 'RED' },
    denies: [],
  },
  // R23.
  {
    name: 'R23: outside its dates nothing is forwarded',
    who: MEMBER,
    action: 'forward',
    label: { tlp: 'CLEAR', iep: [{ tlp: 'white', end_date: '2026-05-31T23:59:59Z' }] },
    denies: ['R23-dates'],
  },
  {
    name: 'R23: internally visible actions only',
    who: OWNER,
    action: 'act',
    label: { tlp: 'AMBER', iep: [{ permitted_actions: 'internally visible actions' }] },
    denies: ['R23-actions'],
  },
  {
    name: 'R23: for that purpose they are permitted',
    who: OWNER,
    action: 'act',
    label: { tlp: 'AMBER', iep: [{ permitted_actions: 'internally visible actions' }] },
    context: { purpose: 'internally-visible' },
    denies: [],
  },
  {
    name: 'R23: looking up is visible outside',
    who: OWNER,
    action: 'enrich',
    label: { tlp: 'CLEAR', iep: [{ permitted_actions: 'internally-visible-actions' }] },
    denies: ['R23-actions'],
  },
  {
    name: 'R23: contact for instruction means asking first',
    who: OWNER,
    action: 'act',
    label: { tlp: 'CLEAR', iep: [{ permitted_actions: 'contact for instruction' }] },
    context: { purpose: 'internally-visible' },
    denies: ['R23-actions'],
  },
  ...(['forward', 'export'] as const).map((action) => ({
    name: `R23: attribution must-not: no ${action} of the original`,
    who: MEMBER,
    action,
    label: { tlp: 'CLEAR' as const, iep: [{ attribution: 'must-not' }] },
    denies: ['R23-attribution'],
  })),
  {
    name: 'R23: no resale of the unmodified',
    who: MEMBER,
    action: 'forward',
    label: { tlp: 'CLEAR', iep: [{ unmodified_resale: 'must-not' }] },
    context: { purpose: 'resale' },
    denies: ['R23-resale'],
  },
  {
    name: 'R23: no notification of affected parties',
    who: MEMBER,
    action: 'forward',
    label: { tlp: 'CLEAR', iep: [{ affected_party_notifications: 'must not' }] },
    context: { purpose: 'notification' },
    denies: ['R23-notification'],
  },
  {
    name: 'R23: several statements, the strictest of each kind',
    who: MEMBER,
    action: 'act',
    label: {
      tlp: 'CLEAR',
      iep: [
        { permitted_actions: 'none' },
        { permitted_actions: 'externally visible direct actions' },
      ],
    },
    denies: ['R23-actions'],
  },
  {
    name: 'R23: IEP does not hide',
    who: MEMBER,
    action: 'read',
    label: {
      tlp: 'CLEAR',
      iep: [
        { permitted_actions: 'none', attribution: 'must-not', end_date: '2020-01-01T00:00:00Z' },
      ],
    },
    denies: [],
  },
  // R2: writing.
  {
    name: 'R2: a reader does not write',
    who: OWNER,
    action: 'write',
    label: { tlp: 'CLEAR' },
    denies: ['R2-role'],
  },
  {
    name: 'R2: a contributor writes for his organisation, RED over a feed included',
    who: { ...OWNER, roles: ['contributor'] },
    action: 'write',
    label: { tlp: 'RED', unknown: ['x'] },
    context: { channel: 'feed' },
    denies: [],
  },
  {
    name: 'R2: not for another',
    who: { ...MEMBER, roles: ['contributor'] },
    action: 'write',
    label: { tlp: 'CLEAR' },
    denies: ['R2-owner'],
  },
  {
    name: 'R2: what is open to all and nobody’s may be delivered by anyone who writes',
    who: { ...MEMBER, roles: ['org-admin'] },
    action: 'write',
    label: { tlp: 'CLEAR', owner: '' },
    denies: [],
  },
  {
    name: 'R2: what is closed and nobody’s may not',
    who: { ...MEMBER, roles: ['contributor'] },
    action: 'write',
    label: { tlp: 'GREEN', owner: '' },
    denies: ['R2-owner'],
  },
  {
    name: 'R22: running the hub is no role for writing',
    who: { ...OWNER, roles: ['operator', 'site-admin'] },
    action: 'write',
    label: { tlp: 'CLEAR' },
    denies: ['R2-role'],
  },
  {
    name: 'R2: without an organisation nobody answers for it',
    who: { ...OWNER, organisation: '', roles: ['contributor'] },
    action: 'write',
    label: { tlp: 'CLEAR', owner: '' },
    denies: ['R2-role'],
  },
];

for (const { name, who, action, label, context, denies } of CASES) {
  test(name, () => {
    const whole: Label = { tlp: 'CLEAR', audience: null, owner: 'org-a', unknown: [], ...label };
    const at: DecisionContext = { channel: 'interactive', time: TIME, ...context };
    const { allow, rules } = decide(who, action, whole, at);
    const denied = rules.filter((rule) => rule.effect === 'deny').map((rule) => rule.id);
    assert.deepEqual(denied, denies, JSON.stringify(rules));
    assert.equal(allow, denies.length === 0);
  });
}
