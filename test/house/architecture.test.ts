/** The house keeps its own rules: direction, names, lengths, words. Each check is seen to fail. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  againstDirection,
  fileCycles,
  folderCycles,
  folderEdges,
  forbiddenPackages,
} from './direction.ts';
import { findFunctions } from './functions.ts';
import { mask } from './mask.ts';
import { banned, emptyNames, leftovers, longFiles, longFunctions, looseFiles } from './rules.ts';
import { importsOf, ROOT, type Source, source, sourcesIn } from './sources.ts';

const SRC = sourcesIn('src');
const ALL = [...SRC, ...['test', 'tools', 'bench'].flatMap(sourcesIn)];

type Check = (files: readonly Source[]) => string[];

/** Holds the repository to a check, and shows that the check finds each of the bad samples. */
function house(
  name: string,
  check: Check,
  files: readonly Source[],
  bad: readonly (readonly Source[])[],
  good: readonly Source[] = [],
): void {
  test(name, () => {
    assert.deepEqual(check(files), []);
    assert.deepEqual(check(good), []);
    for (const sample of bad) assert.notDeepEqual(check(sample), [], sample[0]?.text);
  });
}

const file = (path: string, text: string) => source(path, text);
const edge = (path: string, target: string) => [file(path, `import { x } from '${target}';\n`)];

house(
  'imports go in the allowed direction',
  againstDirection,
  SRC,
  [
    edge('src/core/a.ts', '../event/stix/index.ts'),
    edge('src/event/stix/a.ts', '../../policy/index.ts'),
    edge('src/event/stix/a.ts', '../../store/port.ts'),
    edge('src/exchange/taxii/a.ts', '../../event/stix/index.ts'),
    edge('src/store/a.ts', '../event/stix/index.ts'),
    edge('src/bridge/a.ts', '../store/port.ts'),
    edge('src/flow/a.ts', '../store/sqlite/index.ts'),
    edge('src/flow/a.ts', '../hub/compose.ts'),
    edge('src/hub/a.ts', '../cli/main.ts'),
    edge('src/index.ts', './core/clock.ts'),
    edge('src/core/a.ts', '../../tools/a.ts'),
    edge('src/elsewhere/a.ts', '../core/clock.ts'),
    [file('src/core/a.ts', "export * from '../policy/index.ts';")],
    [file('src/core/a.ts', "import type { A } from '../policy/index.ts';")],
    [file('src/core/a.ts', "const a = await import('../policy/index.ts');")],
    [file('src/core/a.ts', "import '../policy/index.ts';")],
    [file('src/core/a.ts', "import {\n  a,\n  b,\n} from '../policy/index.ts';")],
  ],
  [
    ...edge('src/event/stix/a.ts', '../pattern/index.ts'),
    ...edge('src/flow/a.ts', '../store/port.ts'),
    ...edge('src/hub/a.ts', '../store/sqlite/index.ts'),
    file('src/core/a.ts', "// import { x } from '../policy/index.ts';\nconst a = 1;"),
  ],
);

house(
  'rooms load the packages that they may, and libraries nothing of Node',
  forbiddenPackages,
  SRC,
  [
    edge('src/core/a.ts', 'zod'),
    edge('src/event/stix/a.ts', 're2js'),
    edge('src/policy/a.ts', 'node:crypto'),
    edge('src/event/pattern/a.ts', 'node:fs'),
    edge('src/store/a.ts', 'pg'),
    edge('src/store/sqlite/a.ts', 'pg'),
    edge('src/flow/a.ts', 'fastify'),
    edge('src/hub/a.ts', 'left-pad'),
  ],
  [
    ...edge('src/store/postgres/a.ts', 'pg'),
    ...edge('src/core/xml/a.ts', 'saxes'),
    ...edge('src/policy/a.test.ts', 'fast-check'),
  ],
);

house(
  'no cycles between files',
  fileCycles,
  SRC,
  [
    [...edge('src/core/a.ts', './b.ts'), ...edge('src/core/b.ts', './a.ts')],
    [...edge('src/core/a.ts', './a.ts')],
    [
      ...edge('src/core/a.ts', './b.ts'),
      ...edge('src/core/b.ts', './c.ts'),
      ...edge('src/core/c.ts', './a.ts'),
    ],
  ],
  [
    ...edge('src/core/a.ts', './b.ts'),
    file('src/core/b.ts', "import type { A } from './a.ts';\nimport { type B } from './a.ts';"),
  ],
);

house(
  'no cycles between the folders of a cluster',
  folderCycles,
  SRC,
  [
    [
      ...edge('src/event/stix/a.ts', '../pattern/a.ts'),
      file('src/event/pattern/a.ts', "import type { A } from '../stix/a.ts';"),
    ],
  ],
  edge('src/event/stix/a.ts', '../pattern/a.ts'),
);

/** Edges inside clusters that no line of ARCHITECTURE.md names on both sides. */
function unlisted(files: readonly Source[], document: string): string[] {
  const lines = document.split('\n');
  return [...folderEdges(files)]
    .flatMap(([from, targets]) => targets.map((to) => [from, to] as const))
    .filter(([from, to]) => !lines.some((line) => line.includes(from) && line.includes(to)))
    .map(([from, to]) => `${from} → ${to} is not in ARCHITECTURE.md`);
}

test('the edges inside clusters are listed in ARCHITECTURE.md', (t) => {
  const files = edge('src/event/stix/a.ts', '../pattern/index.ts');
  assert.deepEqual(unlisted(files, '`event/stix` → `event/pattern`'), []);
  assert.equal(unlisted(files, '`event/stix`\n`event/pattern`').length, 1);
  const document = join(ROOT, 'ARCHITECTURE.md');
  if (!existsSync(document)) return t.skip('there is no ARCHITECTURE.md yet');
  assert.deepEqual(unlisted(SRC, readFileSync(document, 'utf8')), []);
});

house('only index.ts lies at the root of src', looseFiles, SRC, [[file('src/a.ts', '')]]);

house('names say what a file is about', emptyNames, SRC, [
  [file('src/core/utils.ts', '')],
  [file('src/core/text-helpers.ts', '')],
  [file('src/common/a.ts', '')],
  [file('src/hub/services/a.ts', '')],
]);

house(
  'files are at most 400 lines long, tables, contracts and tests aside',
  longFiles,
  ALL,
  [[file('src/core/a.ts', `function a() {}${'\n'.repeat(401)}`)]],
  [
    file('src/core/a.ts', `function a() {}${'\n'.repeat(400)}`),
    file('src/core/a.ts', `export const A = {};${'\n'.repeat(900)}`),
    file('src/core/a.ts', `export interface A { b(): (c: D) => E }${'\n'.repeat(900)}`),
    file('src/core/a.test.ts', `function a() {}${'\n'.repeat(900)}`),
  ],
);

const body = '\n'.repeat(69);

house(
  'functions are shorter than 70 lines',
  longFunctions,
  ALL,
  [
    `function a(b = { c: ')' }) {${body}}`,
    `class A {\n  async *b<T extends { c: d }>(e: T): AsyncIterable<{ f: T }> {${body}}\n}`,
    `class A {\n  get #b(): string | null {${body}}\n}`,
    `const a = async (b: string): Promise<void> => {${body}};`,
    `const a = (b) => {${body}};`,
    `if (a) { b(); } else c(() => {${body}});`,
  ].map((text) => [file('src/core/a.ts', text)]),
  [
    `function a() {\n${'\n'.repeat(67)}}`,
    `const a = {${body}};`,
    `class A {${body}}`,
    `function* a(): B { c(): d; }\nclass A<E> extends F<G> implements H {${body}}`,
    `interface A {${body}}`,
    `type A = { a: () => void;${body}};`,
    `const a = "function () {";${body}`,
    `const a = b as const satisfies Record<string, C>;${body}`,
  ].map((text) => file('src/core/a.ts', text)),
);

house(
  'no any, no default export, no connection or clock of its own, nothing undone',
  banned,
  SRC,
  [
    'const a: any = 1;',
    'const a = b as any;',
    'const a: Record<string, any> = {};',
    'export default function () {}',
    'export { a as default };',
    "await fetch('http://localhost');",
    'http.request({});',
    'https.get(url);',
    'net.connect(1);',
    'tls.connect(1);',
    'const a = Date.now();',
    'const a = options.now ?? Date.now;',
    'const a = new Date();',
    'const a = new Date;',
    'eval(a);',
    'new Function(a);',
    '`$' + '{eval(a)}`;',
  ].map((text) => [file('src/flow/a.ts', text)]),
  [
    file('src/flow/a.ts', '// any: new Date(), fetch(x)\nconst a = "eval(x) Date.now()";'),
    file('src/flow/a.ts', 'const any = 1; this.#fetch(a); a.fetch(b); prefetch(a); new Date(1);'),
    file('src/exchange/taxii/client/a.ts', 'fetch(a);'),
    file('src/hub/outbound/a.ts', 'fetch(a);'),
    file('src/core/clock.ts', 'Date.now();'),
  ],
);

house(
  'no notes to self are left',
  leftovers,
  [...SRC, ...sourcesIn('tools')],
  [
    [file('src/core/a.ts', '// TODO: later')],
    [file('src/core/a.ts', 'a(); /* FIXME */')],
    [file('src/core/a.ts', '/**\n * XXX\n */')],
  ],
  [file('src/core/a.ts', "const a = 'TODO';")],
);

test('the mask blanks what is no code and nothing else', () => {
  const kept: readonly (readonly [string, string])[] = [
    ["a('b // c'); d", "a('      '); d"],
    ['a /* b\nc */ d', 'a     \n     d'],
    ['a // b\nc', 'a     \nc'],
    ['`a $' + '{b({ c: `d` })} e` f', '`  $' + '{b({ c: ` ` })}  ` f'],
    ['a = /[\'"`/]/g; b', 'a = g; b'],
    ['a / b / c', 'a / b / c'],
    ['return /x/.test(a)', 'return    .test(a)'],
    ["'it\\'s' a", "'     ' a"],
    ['(a) / 2 /* x */', '(a) / 2        '],
  ];
  for (const [text, masked] of kept) {
    assert.equal(mask(text).length, text.length);
    assert.equal(mask(text).replace(/ +/g, ' '), masked.replace(/ +/g, ' '), text);
  }
});

test('functions and imports are found in the tree as it is', () => {
  const count = SRC.reduce((sum, { code }) => sum + findFunctions(code).length, 0);
  assert.ok(count > 300, `${count}`);
  const edges = SRC.flatMap(importsOf);
  assert.ok(edges.length > 300 && edges.every(({ specifier }) => /^[\w@.:/-]+$/.test(specifier)));
});
