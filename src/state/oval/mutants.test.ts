/** Documents that are changed at random: every reader answers, and says what is wrong. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { collectOval } from './collect/collect.ts';
import type { OvalHost } from './collect/host.ts';
import { evaluateOval } from './evaluate/evaluate.ts';
import { OVAL_ISSUES } from './issues.table.ts';
import { CHARACTERISTICS, RESULTS, VARIABLES } from './outcome.test.cases.ts';
import { checkText, DEFINITIONS } from './oval.test.documents.ts';
import { readCharacteristics } from './read/characteristics.ts';
import { readOvalDocument, sourceOf } from './read/document.ts';
import { RESULT_WORDS } from './words.ts';
import { writeResults } from './write/results.ts';

/** Numbers from a seed, so that a failure can be had again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS = [
  '',
  '0',
  '-1',
  '99999999999999999999',
  'true',
  'equals',
  'pattern match',
  '(',
  '(a)\\1',
  'int',
  'record',
  'oval:example:var:1',
  'oval:example:obj:4',
  'oval:example:def:1',
  '__proto__',
  'constructor',
  'XOR',
  'none_exist',
  '\u{1f600}',
  '&#xFFFF;',
];

/** One change of a text: a word, an element, an attribute, or any piece of it. */
function mutate(text: string, random: (below: number) => number): string {
  const values = [...text.matchAll(/"([^"<>]*)"|>([^<>]+)</g)];
  const value = values[random(values.length)];
  const word = WORDS[random(WORDS.length)] ?? '';
  const at = value?.index ?? 0;
  const end = at + (value?.[0].length ?? 0);
  switch (random(5)) {
    case 0:
      return `${text.slice(0, at + 1)}${word}${text.slice(end - 1)}`;
    case 1: {
      const tags = [...text.matchAll(/<([\w:]+)[^<>]*\/>|<([\w:]+)[^<>]*>[^<>]*<\/\2>/g)];
      const tag = tags[random(tags.length)];
      if (tag === undefined) return text;
      const copies = random(2) === 0 ? '' : tag[0] + tag[0];
      return text.slice(0, tag.index) + copies + text.slice(tag.index + tag[0].length);
    }
    case 2: {
      const other = values[random(values.length)];
      return `${text.slice(0, at)}${other?.[0] ?? ''}${text.slice(end)}`;
    }
    case 3: {
      const from = random(text.length);
      return text.slice(0, from) + text.slice(from + random(40));
    }
    default: {
      const from = random(text.length);
      return text.slice(0, from) + word + text.slice(from);
    }
  }
}

/** A host of which nothing can be read but a few packages. */
const HOST: OvalHost = {
  system: { osName: 'Linux', osVersion: '1', architecture: 'x', hostName: 'h', interfaces: [] },
  uname: {
    machineClass: 'x',
    nodeName: 'h',
    osName: 'Linux',
    osRelease: '1',
    osVersion: '1',
    processorType: 'x',
  },
  family: 'unix',
  environment: new Map([['HOME', '/']]),
  dpkgStatus: () =>
    new TextEncoder().encode(
      'Package: gate\nStatus: install ok installed\nVersion: 1.4-1\nArchitecture: all\n',
    ),
  rpmPackages: () => 'missing',
  status: () => 'refused',
  leadsToDirectory: () => false,
  list: () => 'unreadable',
  read: () => 'refused',
  allowed: ['/etc'],
};

test('10,000 mutants of definitions, characteristics, results and variables', async () => {
  const random = randomFrom(20261122);
  const seeds = [DEFINITIONS, CHARACTERISTICS, RESULTS, VARIABLES];
  const codes = new Set(Object.keys(OVAL_ISSUES));
  const met = new Set<string>();
  const { characteristics } = await readCharacteristics(sourceOf(CHARACTERISTICS));
  assert.ok(characteristics !== null);
  for (let i = 0; i < 10_000; i++) {
    let text = seeds[i % seeds.length] ?? '';
    for (let times = 1 + random(3); times > 0; times--) text = mutate(text, random);
    for (const { code, path, message } of await checkText(text)) {
      assert.ok(codes.has(code) || code.startsWith('xml-'), code);
      assert.equal(typeof path, 'string');
      assert.ok(message.length > 10 && message.length < 2_000);
      met.add(code);
    }
    if (i % seeds.length !== 0) continue;
    const { document } = await readOvalDocument(sourceOf(text));
    if (document === null) continue;
    for (const given of [characteristics, collectOval(document, HOST, { now: 0 })]) {
      const evaluation = evaluateOval(document, given, { now: 0 });
      for (const { result } of evaluation.definitions.values()) {
        assert.ok(RESULT_WORDS.includes(result));
      }
      const written = writeResults({ document, characteristics: given, evaluation, now: 0 });
      if (i % 40 === 0) {
        const said = await checkText(written);
        const broken = said.filter(({ code }) => code.startsWith('xml-') || code === 'oval-root');
        assert.deepEqual(broken, []);
      }
    }
  }
  assert.ok(met.size > 35, `only ${met.size} kinds of findings were met`);
});

const HEAD = DEFINITIONS.slice(0, DEFINITIONS.indexOf('<definitions>'));
const wrap = (body: string) => `${HEAD}${body}</oval_definitions>`;

test('rows of things that rest on each other end, however long they are', async () => {
  const many = 20_000;
  const numbers = Array.from({ length: many }, (_, i) => i + 1);
  const definitions = numbers.map(
    (i) =>
      `<definition id="oval:x:def:${i}" version="1" class="inventory"><metadata><title>t</title><description>d</description></metadata><criteria><extend_definition definition_ref="oval:x:def:${(i % many) + 1}"/></criteria></definition>`,
  );
  const variables = numbers.map(
    (i) =>
      `<local_variable id="oval:x:var:${i}" version="1" datatype="string" comment="c"><variable_component var_ref="oval:x:var:${i + 1}"/></local_variable>`,
  );
  const objects = numbers.map(
    (i) =>
      `<ind:variable_object id="oval:x:obj:${i}" version="1"><set><object_reference>oval:x:obj:${i + 1}</object_reference></set></ind:variable_object>`,
  );
  const tests = `<tests><ind:variable_test id="oval:x:tst:1" version="1" check="all" comment="c"><ind:object object_ref="oval:x:obj:1"/></ind:variable_test></tests>`;
  const text = wrap(
    `<definitions>${definitions.join('')}</definitions>${tests}<objects>${objects.join('')}</objects><variables>${variables.join('')}</variables>`,
  );
  const { document, issues } = await readOvalDocument(sourceOf(text));
  assert.ok(document !== null);
  assert.ok(issues.some(({ code }) => code === 'oval-extend-loop'));
  const characteristics = collectOval(document, HOST, { now: 0 });
  const { definitions: results } = evaluateOval(document, characteristics, { now: 0 });
  assert.equal(results.get('oval:x:def:1')?.result, 'error');
});

test('100,000 criteria in one definition are checked in time', async () => {
  const criteria = '<criterion test_ref="oval:x:tst:1"/>'.repeat(100_000);
  const definition = `<definition id="oval:x:def:1" version="1" class="inventory"><metadata><title>t</title><description>d</description></metadata><criteria>${criteria}</criteria></definition>`;
  const issues = await checkText(wrap(`<definitions>${definition}</definitions>`));
  assert.equal(issues.filter(({ code }) => code === 'oval-reference').length, 100_000);
});

test('the fixture is read in pieces of any size', async () => {
  const file = join(import.meta.dirname, '../../../../fixtures/oval/definitions.xml');
  const bytes = readFileSync(file);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997);
  }
  const whole = await readOvalDocument([bytes]);
  const cut = await readOvalDocument(pieces());
  assert.deepEqual(cut.document, whole.document);
  assert.equal(whole.document?.definitions.size, 147);
});
