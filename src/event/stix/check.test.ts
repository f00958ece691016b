import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, fixture, judge } from './check.test.fixture.ts';
import { checkBundle, checkStix, createChecker } from './check.ts';
import { CHECK_GROUPS, CHECK_NAMES, selectChecks } from './checks.ts';
import { STIX_ISSUES } from './issues.ts';

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';

function bundle(...objects: unknown[]) {
  return { type: 'bundle', id: `bundle--${ID}`, objects };
}

test('strict makes errors of what should be, and leaves what is only noted', () => {
  const object = fixture('tool', { tool_types: ['own'], created_by_ref: `tool--${ID}` });
  assert.deepEqual(findings(object), [
    'I reference-suggested /created_by_ref',
    'W vocabulary /tool_types/0',
  ]);
  assert.deepEqual(findings(object, { strict: true }), [
    'E vocabulary /tool_types/0',
    'I reference-suggested /created_by_ref',
  ]);
});

test('checks are switched off and on by name and by group', () => {
  const rows: readonly (readonly [Parameters<typeof findings>[1], boolean])[] = [
    [{}, true],
    [{ disabled: ['tool-types'] }, false],
    [{ disabled: ['all-vocabs'] }, false],
    [{ disabled: ['all'] }, false],
    [{ disabled: ['malware-types'] }, true],
    [{ disabled: ['no-such-check'] }, true],
    [{ enabled: ['tool-types'] }, true],
    [{ enabled: ['malware-types'] }, false],
    [{ disabled: ['all-vocabs'], enabled: ['tool-types'] }, true],
    [{ disabled: [], enabled: [] }, true],
  ];
  const object = fixture('tool', { tool_types: ['own'] });
  for (const [options, told] of rows) {
    const found = findings(object, options);
    assert.deepEqual(found, told ? ['W vocabulary /tool_types/0'] : [], JSON.stringify(options));
  }
});

test('no switch silences a MUST', () => {
  const object = fixture('tool', { name: 7 });
  for (const options of [
    { disabled: ['all'] },
    { enabled: ['tool-types'] },
    { disabled: CHECK_NAMES },
  ]) {
    assert.deepEqual(findings(object, options), ['E value-type /name']);
  }
});

test('every check of a finding has a name that can be given, and every group has members', () => {
  const names = new Set<string>(CHECK_NAMES);
  for (const [code, { check, level }] of Object.entries(STIX_ISSUES)) {
    if (check !== undefined) assert.ok(names.has(check), `${code} ${check}`);
    if (level === 'must') assert.equal(check, undefined, `${code} cannot be switched off`);
  }
  for (const [group, members] of Object.entries(CHECK_GROUPS)) {
    for (const member of members) assert.ok(names.has(member), `${group} ${member}`);
  }
  assert.equal(names.size, CHECK_NAMES.length, 'no name twice');
  assert.ok(!selectChecks(undefined, undefined).has('deterministic-id'), 'pedantic ones rest');
});

test('the pedantic group runs beside the others when something is disabled too', () => {
  const id = `mutex--${ID.replace('-476c-', '-576c-')}`;
  judge('mutex', [[{ id }]]);
  judge('mutex', [[{ id }, 'W identifier-deterministic /id']], { enabled: ['deterministic-id'] });
  judge('mutex', [[{ id }, 'E identifier-deterministic /id']], {
    enabled: ['pedantic'],
    strict: true,
  });
});

test('§2.9: ids', () => {
  const v5 = 'a932fcc6-e032-576c-826f-cb970a5a1ade';
  judge('tool', [
    [{ id: `tool--${ID}` }],
    [{ id: `tool--${v5}` }, 'W identifier-version /id'],
    [{ id: `malware--${ID}` }, 'E identifier-type /id'],
    [{ id: `tools--${ID}` }, 'E identifier-type /id'],
    [{ id: ID }, 'E identifier /id'],
    [{ id: 'tool--1' }, 'E identifier /id'],
    [{ id: 7 }, 'E value-type /id'],
    [{ id: undefined }, 'E required'],
  ]);
  judge('ipv4-addr', [[{ id: `ipv4-addr--${ID}` }, 'W identifier-version /id']]);
});

test('§3.2: types', () => {
  const object = (type: unknown) => ({ type, spec_version: '2.1', id: `tool--${ID}` });
  for (const type of [undefined, null, 7, '', 'ab', 'Tool', 'to ol', 'to--ol', 'a'.repeat(251)]) {
    assert.ok(
      checkStix(object(type)).some(({ code }) => code === 'stix-type'),
      String(type),
    );
  }
  for (const type of ['abc', `x-${'a'.repeat(248)}`]) {
    const own = { ...object(type), id: `${type}--${ID}`, name: 'x' };
    assert.ok(!checkStix(own).some(({ code }) => code === 'stix-type'), type);
  }
  assert.ok(checkStix(object('action')).some(({ code }) => code === 'stix-type-reserved'));
});

test('what is no object is told, whatever it is', () => {
  for (const value of [null, undefined, 7, 'x', true]) {
    assert.deepEqual(findings(value), ['E not-object']);
  }
  assert.deepEqual(findings([7]), ['E not-object /0']);
  assert.deepEqual(findings([]), []);
  assert.deepEqual(
    checkBundle(7).map(({ code }) => code),
    ['stix-not-object'],
  );
});

test('§8: bundles', () => {
  const tool = fixture('tool');
  assert.deepEqual(findings(bundle(tool)), []);
  assert.deepEqual(findings(bundle(tool, fixture('mutex'))), []);
  assert.deepEqual(findings(bundle()), ['E empty-list /objects']);
  assert.deepEqual(findings({ type: 'bundle', id: `bundle--${ID}` }), []);
  assert.deepEqual(findings({ type: 'bundle', objects: [tool] }), ['E required']);
  assert.deepEqual(findings({ ...bundle(tool), id: 'bundle--x' }), ['E identifier /id']);
  assert.deepEqual(findings({ ...bundle(tool), id: `tool--${ID}` }), ['E identifier-type /id']);
  assert.deepEqual(findings({ ...bundle(), objects: {} }), ['E value-type /objects']);
  assert.deepEqual(findings({ ...bundle(tool), x_acme_a: 1 }), ['W bundle-property /x_acme_a']);
  assert.deepEqual(findings({ ...bundle(tool), x_acme_a: 1 }, { strictProperties: true }), [
    'E custom-property /x_acme_a',
  ]);
  assert.deepEqual(findings(bundle(bundle(tool))), ['E bundle-object /objects/0']);
  assert.deepEqual(findings(bundle(7)), ['E not-object /objects/0']);
  assert.deepEqual(findings(bundle(tool, tool)), ['W bundle-duplicate /objects/1']);
  assert.deepEqual(findings(bundle(tool, { ...tool, modified: '2030-01-01T00:00:00.000Z' })), []);
  assert.deepEqual(findings(bundle({ ...tool, name: 7 })), ['E value-type /objects/0/name']);
});

test('checkBundle asks for a bundle, checkOne for an object that is none', () => {
  const tool = fixture('tool');
  assert.deepEqual(
    checkBundle(tool).map(({ code, path }) => `${code} ${path}`)[0],
    'stix-type /type',
  );
  assert.deepEqual(checkBundle(bundle(tool)), []);
  const checker = createChecker();
  assert.deepEqual(checker.checkOne(tool), []);
  assert.equal(checker.checkOne(bundle(tool))[0]?.code, 'stix-bundle-object');
  assert.deepEqual(checker.check(bundle(tool)), []);
});

test('a checker carries nothing from one object to the next', () => {
  const checker = createChecker();
  const bad = fixture('observed-data', { objects: { '0': { type: 'mutex' } }, object_refs: [7] });
  const alone = checkStix(fixture('tool', { name: 7 }));
  const first = checker.check(bad);
  const length = first.length;
  assert.ok(length > 0);
  assert.deepEqual(checker.check(fixture('tool', { name: 7 })), alone);
  assert.equal(first.length, length, 'findings given away do not change');
  assert.deepEqual(checker.check(fixture('tool')), []);
});

test('paths are JSON pointers, with their escapes', () => {
  const path = checkStix(fixture('file', { hashes: { 'a/b~c': 'x' } }))[0]?.path;
  assert.equal(path, '/hashes/a~1b~0c');
});

test('findings on one object have an end', () => {
  const labels = Array.from({ length: 50_000 }, () => 7);
  const issues = checkStix(fixture('tool', { labels }));
  assert.ok(issues.length > 10 && issues.length < 5_000, String(issues.length));
});

test('the interoperability profile asks for more', () => {
  judge('campaign', [[{ created_by_ref: undefined }, 'E interop']], { interop: true });
  judge('tool', [[{ tool_types: undefined }, 'E interop']], { interop: true });
  const two = [
    'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
    'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  ];
  judge('campaign', [[{ object_marking_refs: two }, 'E interop /object_marking_refs']], {
    interop: true,
  });
});

test('a pattern checker of one’s own replaces the built-in one', () => {
  const asked: string[] = [];
  const checkPattern = (pattern: string, version: string) => {
    asked.push(`${version} ${pattern}`);
    const issue = {
      code: 'own',
      severity: 'error',
      clause: 'mine',
      path: '',
      message: 'no',
    } as const;
    return { issues: [issue], paths: [] };
  };
  const issues = checkStix(fixture('indicator', { pattern: 'mine' }), { checkPattern });
  assert.deepEqual(asked, ['2.1 mine']);
  assert.deepEqual(
    issues.map(({ code, clause }) => `${code} ${clause}`),
    ['stix-pattern mine'],
  );
});
