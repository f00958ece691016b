import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IEP_ACTIONS, iepAction, OPEN_IEP, parseIep } from './policy.ts';

test('a whole IEP 2.0 policy, as JSON', () => {
  const { policy, issues } = parseIep({
    id: 'f3ac56c7-2b1e-4a9e-9c5f-0a1b2c3d4e5f',
    name: 'Members only',
    iep_version: 2.0,
    start_date: '2026-01-01T00:00:00Z',
    end_date: null,
    encrypt_in_transit: 'must',
    permitted_actions: 'internally visible actions',
    affected_party_notifications: 'must not',
    tlp: 'amber',
    attribution: 'must not',
    unmodified_resale: 'must not',
  });
  assert.deepEqual(issues, []);
  assert.deepEqual(policy, {
    tlp: 'AMBER',
    actions: 'internally-visible',
    encrypt: true,
    notify: false,
    attribution: 'must-not',
    resale: false,
    start: '2026-01-01T00:00:00Z',
    end: '',
  });
});

test('the same in the spelling of the STIX extension, of the taxonomies and of IEP 1', () => {
  const spellings = [
    { permitted_actions: 'externally-visible-indirect-actions', provider_attribution: 'must' },
    { 'permitted-actions': 'EXTERNALLY VISIBLE INDIRECT ACTIONS', 'provider-attribution': 'MUST' },
    { PERMITTED_ACTIONS: ' externally_visible_indirect ', attribution: 'must' },
  ];
  for (const spelling of spellings) {
    const { policy, issues } = parseIep(spelling);
    assert.deepEqual(issues, []);
    assert.deepEqual(policy, {
      ...OPEN_IEP,
      actions: 'externally-visible-indirect',
      attribution: 'must',
    });
  }
});

test('what is not stated restricts nothing', () => {
  assert.deepEqual(parseIep({ unmodified_resale: 'may' }).policy, OPEN_IEP);
});

test('what is stated and cannot be read takes the strictest value, with an issue', () => {
  const unreadable = ['', 'perhaps', 7, null, {}, [], 'x'.repeat(1_000_000), '__proto__'];
  for (const value of unreadable) {
    const { policy, issues } = parseIep({
      tlp: value,
      permitted_actions: value,
      encrypt_in_transit: value,
      affected_party_notifications: value,
      attribution: value,
      unmodified_resale: value,
    });
    assert.deepEqual(policy, {
      tlp: 'RED',
      actions: 'none',
      encrypt: true,
      notify: false,
      attribution: 'must-not',
      resale: false,
      start: '',
      end: '',
    });
    assert.equal(issues.length, 6);
    assert.ok(issues.every((issue) => issue.code === 'iep-unknown-value'));
  }
});

test('a date that cannot be read leaves the policy out of force', () => {
  const { policy, issues } = parseIep({ tlp: 'green', start_date: 'soon', end_date: 20261121 });
  assert.deepEqual(
    issues.map((issue) => [issue.code, issue.path]),
    [
      ['iep-bad-date', '/start_date'],
      ['iep-bad-date', '/end_date'],
    ],
  );
  assert.ok((policy?.start ?? '') > '9' && (policy?.end ?? '') < '1');
});

test('a reference without a policy says nothing that can be applied', () => {
  const { policy, issues } = parseIep({ id_ref: 'x', url: 'https://example.com/', iep_version: 2 });
  assert.equal(policy, null);
  assert.equal(issues[0]?.code, 'iep-nothing-stated');
  assert.equal(parseIep({}).policy, null);
});

test('permitted actions in the order of IEP 2.0', () => {
  assert.deepEqual(IEP_ACTIONS, [
    'none',
    'contact-for-instruction',
    'internally-visible',
    'externally-visible-indirect',
    'externally-visible-direct',
  ]);
  assert.equal(iepAction('Contact For Instruction'), 'contact-for-instruction');
  assert.equal(iepAction('actions'), null);
  assert.equal(iepAction(undefined), null);
});

test('members of the prototype are not stated', () => {
  const inherited = Object.create({ permitted_actions: 'none' }) as Record<string, unknown>;
  assert.equal(parseIep(inherited).policy, null);
  const own = JSON.parse('{"__proto__": {"tlp": "red"}, "tlp": "green"}') as Record<
    string,
    unknown
  >;
  assert.equal(parseIep(own).policy?.tlp, 'GREEN');
});
