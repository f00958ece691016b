import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { labels, principals } from '../policy.test.arbitraries.ts';
import { answerDecide, parseDecideArgs } from './arguments.ts';
import { decide } from './decide.ts';

const PRINCIPAL = {
  kind: 'person',
  id: 'p',
  organisation: 'org-a',
  communities: [],
  roles: ['reader'],
};
const LABEL = { tlp: 'AMBER', audience: null, owner: 'org-a', unknown: [] };
const CONTEXT = { channel: 'feed', time: '2026-11-21T00:00:00Z' };
const GOOD = { principal: PRINCIPAL, action: 'read', label: LABEL, context: CONTEXT };

/** The vectors of fixtures/policy, one question a line: what other languages can run too. */
interface Vector {
  readonly name: string;
  readonly args: unknown;
  readonly allow: boolean;
  readonly rules: readonly string[];
  readonly issues?: readonly string[];
}
const VECTORS = join(import.meta.dirname, '../../../../fixtures/policy/decide.jsonl');
for (const line of readFileSync(VECTORS, 'utf8').trimEnd().split('\n')) {
  const { name, args, allow, rules, issues } = JSON.parse(line) as Vector;
  test(`vector: ${name}`, () => {
    const answer = answerDecide(args);
    assert.equal(answer.allow, allow);
    assert.deepEqual(
      answer.rules.map(({ id, effect }) => `${id} ${effect}`),
      rules,
    );
    assert.deepEqual(
      (answer.issues ?? []).map(({ code, path }) => `${code} ${path}`),
      issues ?? [],
    );
  });
}

test('what decide takes survives the wire: 20,000 random questions', () => {
  fc.assert(
    fc.property(principals, labels, (principal, label) => {
      // Unreadable instants are wrong on the wire; the typed function shuts the window instead.
      const { from: _from, until: _until, iep: _iep, ...rest } = label;
      const args = { principal, action: 'read', label: rest, context: CONTEXT } as const;
      const context = { channel: 'feed', time: CONTEXT.time } as const;
      const answer = answerDecide(JSON.parse(JSON.stringify(args)));
      const direct = decide(principal, 'read', rest, context);
      assert.equal(answer.allow, direct.allow);
      if (principal.kind !== 'anonymous') assert.deepEqual(answer.rules, direct.rules);
    }),
    { numRuns: 20_000 },
  );
});

test('no input escapes as anything but a denial with issues or a decision', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (input) => {
      const answer = answerDecide(input);
      assert.equal(answer.allow, false);
      assert.ok((answer.issues?.length ?? 0) > 0);
    }),
    { numRuns: 5_000 },
  );
});

/** Every member of a good question in turn replaced by something else. */
function* mutated(value: unknown, junk: unknown): Generator<unknown> {
  yield junk;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    for (const replaced of mutated(member, junk)) {
      yield Array.isArray(value)
        ? value.map((item, at) => (String(at) === name ? replaced : item))
        : { ...value, [name]: replaced };
    }
  }
}

test('a good question with one member spoilt is denied, or still means the same', () => {
  const whole = {
    ...GOOD,
    principal: { ...PRINCIPAL, clients: ['org-b'], assurance: 'token' },
    label: {
      ...LABEL,
      audience: { organisations: ['org-a'], communities: [], persons: [] },
      pap: 'GREEN',
      creator: 'x',
      iep: [{ tlp: 'green' }],
      from: '2026-01-01T00:00:00Z',
      until: '2027-01-01T00:00:00Z',
    },
    context: { ...CONTEXT, collectionFloor: { tlp: 'GREEN', audience: null }, maxTlp: 'RED' },
  };
  assert.equal(answerDecide(whole).allow, true);
  const junk = [
    0,
    -1,
    1e308,
    true,
    '',
    'x',
    [],
    {},
    [[]],
    [null],
    'x'.repeat(10_000),
    { tlp: 'CLEAR' },
  ];
  let spoilt = 0;
  for (const bad of junk) {
    for (const input of mutated(whole, bad)) {
      spoilt++;
      const before = Object.keys(Object.prototype).length;
      const answer = answerDecide(input);
      assert.equal(typeof answer.allow, 'boolean');
      for (const issue of answer.issues ?? []) assert.match(issue.path, /^(\/[^/]+)*$/);
      assert.equal(Object.keys(Object.prototype).length, before);
    }
  }
  assert.ok(spoilt > 300, `${spoilt} spoilt questions`);
});

test('members of a prototype are not sent, and __proto__ is only a name', () => {
  const inherited = Object.create(GOOD);
  assert.equal(answerDecide(inherited).allow, false);
  const text = JSON.stringify(GOOD).replace('"tlp"', '"__proto__":{"tlp":"CLEAR"},"tlp"');
  const answer = answerDecide(JSON.parse(text));
  assert.equal(answer.allow, false);
  assert.deepEqual(
    answer.issues?.map(({ code, path }) => [code, path]),
    [['decide-unknown-member', '/label/__proto__']],
  );
});

test('bounds: long lists, long texts, deep IEP', () => {
  const long = Array.from({ length: 100_001 }, () => 'x');
  let deep: unknown = 'x';
  for (let i = 0; i < 5_000; i++) deep = { x: deep };
  const cases: readonly [unknown, string][] = [
    [{ ...GOOD, label: { ...LABEL, unknown: long } }, 'decide-too-many'],
    [{ ...GOOD, label: { ...LABEL, owner: 'x'.repeat(5_000) } }, 'decide-too-many'],
    [{ ...GOOD, label: { ...LABEL, unknown: ['x'.repeat(5_000)] } }, 'decide-too-many'],
    [{ ...GOOD, label: { ...LABEL, iep: [deep] } }, 'decide-too-deep'],
  ];
  for (const [input, code] of cases) {
    const parsed = parseDecideArgs(input);
    assert.equal(parsed.ok, false);
    assert.equal(parsed.issues[0]?.code, code);
  }
});

test('TLP, PAP and the case of UUIDs are read as written', () => {
  const id = 'C0000000-0000-4000-8000-00000000000A';
  const parsed = parseDecideArgs({
    ...GOOD,
    principal: { ...PRINCIPAL, communities: [id] },
    label: { ...LABEL, tlp: 'tlp:white', pap: 'PAP:WHITE' },
    context: { ...CONTEXT, maxTlp: 'TLP:AMBER+STRICT', collectionFloor: 'TLP:GREEN' },
  });
  assert.ok(parsed.ok);
  assert.equal(parsed.value.label.tlp, 'CLEAR');
  assert.equal(parsed.value.label.pap, 'CLEAR');
  assert.equal(parsed.value.context.maxTlp, 'AMBER+STRICT');
  assert.deepEqual(parsed.value.context.collectionFloor, { tlp: 'GREEN', audience: null });
  assert.deepEqual(parsed.value.principal.communities, [id.toLowerCase()]);
});
