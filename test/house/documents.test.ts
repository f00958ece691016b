/** Documents lead somewhere, are what the code says, and their examples run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { CONFORMANCE_DOCUMENT, conformanceDocument } from '../../tools/make-conformance.ts';
import { CONVERSIONS_DOCUMENT, conversionsDocument } from '../../tools/make-conversions.ts';
import { DIVERGENCES_DOCUMENT, divergencesDocument } from '../../tools/make-divergences.ts';
import { ERRORS_DOCUMENT, errorsDocument } from '../../tools/make-errors.ts';
import { deadLinks, lags } from './document-rules.ts';
import { anchors, type Fence, fences, headings, links } from './markdown.ts';
import { ROOT } from './sources.ts';

const IGNORED = new Set(['node_modules', 'dist', '.git', 'var', '.cache']);

function documents(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).split(sep).join('/');
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : documents(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

function read(path: string): string | null {
  const file = join(ROOT, path);
  if (!existsSync(file)) return null;
  return statSync(file).isDirectory() ? '' : readFileSync(file, 'utf8');
}

test('every link inside the repository leads somewhere', () => {
  assert.ok(documents().length > 3);
  assert.deepEqual(
    documents().flatMap((path) => deadLinks(path, read)),
    [],
  );
});

test('a link that leads nowhere is found', () => {
  const files: Readonly<Record<string, string>> = {
    'a.md': '# One two\n\n[x](b.md) [y](docs) [z](https://x.example/) [s](#one-two) `[no](no)`',
    'b.md': '```md\n[no](no.md)\n```\n[a](a.md#one-two "title")\n\n[ref]: a.md\n',
    docs: '',
  };
  const look = (path: string) => files[path] ?? null;
  assert.deepEqual([...deadLinks('a.md', look), ...deadLinks('b.md', look)], []);
  for (const bad of [
    '[x](c.md)',
    '![x](c.png)',
    '[x](#three)',
    '[x](b.md#x)',
    '[x]: c.md',
    '[x](../y)',
  ]) {
    const added = (path: string) => (path === 'c/bad.md' || path === 'bad.md' ? bad : look(path));
    assert.equal(deadLinks('bad.md', added).length, 1, bad);
  }
});

const GENERATED: readonly (readonly [string, (present: string) => Promise<string>])[] = [
  [ERRORS_DOCUMENT, () => errorsDocument()],
  [CONFORMANCE_DOCUMENT, conformanceDocument],
  [DIVERGENCES_DOCUMENT, divergencesDocument],
  [CONVERSIONS_DOCUMENT, async () => conversionsDocument()],
];

for (const [path, make] of GENERATED) {
  test(`${path} is what the tables say (else: npm run docs)`, async () => {
    const present = read(path) ?? '';
    assert.equal(firstDifference(present, await make(present)), null);
  });
}

/** The first line where two texts differ, or null: a whole document is no message. */
function firstDifference(present: string, made: string): string | null {
  if (present === made) return null;
  const [lines, others] = [present.split('\n'), made.split('\n')];
  const at = others.findIndex((line, i) => line !== lines[i]);
  return `line ${at + 1}: ${lines[at]} should be ${others[at]}`;
}

test('an outdated generated document is found', async () => {
  assert.equal(firstDifference('a\nb\n', 'a\nc\n'), 'line 2: b should be c');
  const present = read(CONFORMANCE_DOCUMENT) ?? '';
  const outdated = present.replace('§9.5.1', '§9.5.9');
  assert.notEqual(outdated, present);
  assert.notEqual(firstDifference(outdated, await conformanceDocument(outdated)), null);
});

test('README.ja.md has the headings and commands of README.md', (t) => {
  const [english, japanese] = [read('README.md'), read('README.ja.md')];
  if (english === null && japanese === null) return t.skip('there is no README yet');
  assert.deepEqual(lags(english ?? '', japanese ?? ''), []);
});

test('a translation that lags is found', () => {
  const original = '# A\n\n```sh\nnpm start # go\n```\n\n## B\n';
  assert.deepEqual(lags(original, '# あ\n\n```sh\n# 始める\nnpm start # go\n```\n\n## い\n'), []);
  for (const bad of [
    '# あ\n\n```sh\nnpm start # go\n```\n',
    '# あ\n\n```sh\nnpm run x\n```\n\n## い\n',
  ]) {
    assert.notDeepEqual(lags(original, bad), []);
  }
});

/** Examples that say `runnable` after their language, in the documents of the root and docs/. */
function runnable(): (Fence & { readonly path: string })[] {
  return documents().flatMap((path) =>
    fences(read(path) ?? '')
      .filter(({ info }) => info.includes('runnable'))
      .map((fence) => ({ ...fence, path })),
  );
}

for (const { path, line, info, body } of runnable()) {
  test(`the example of ${path}:${line} runs`, (t) => {
    const { status, stderr } = runExample(info[0] ?? '', body, t.after.bind(t));
    assert.equal(status, 0, stderr);
  });
}

/** Runs one example in the root (sh) or as a module that sees the built package (ts, js). */
function runExample(language: string, body: string, after: (clean: () => void) => void) {
  const options = { cwd: ROOT, encoding: 'utf8', timeout: 60_000 } as const;
  if (language === 'sh') return spawnSync('sh', ['-eu', '-c', body], options);
  // Beside dist, so that the package finds itself by its own name.
  const folder = mkdtempSync(join(ROOT, 'dist', 'example-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'example.mjs');
  writeFileSync(file, body);
  return spawnSync(process.execPath, [file], options);
}

test('every library that is exported has an example that runs', () => {
  const { exports } = JSON.parse(read('package.json') ?? '') as { exports: object };
  const examples = runnable()
    .map(({ body }) => body)
    .join('\n');
  const without = Object.keys(exports)
    .filter((path) => path !== '.' && path !== './package.json')
    .filter((path) => !examples.includes(`'cybex/${path.slice(2)}'`));
  assert.deepEqual(without, []);
});

test('an example that does not run is found', (t) => {
  const after = t.after.bind(t);
  const good = "import { parsePattern } from 'cybex/pattern';\nparsePattern('');";
  assert.equal(runExample('js', good, after).status, 0);
  assert.notEqual(runExample('js', "import 'cybex/nothing';", after).status, 0);
  assert.equal(runExample('sh', 'test -f package.json', after).status, 0);
  assert.notEqual(runExample('sh', 'false; true', after).status, 0);
});

test('Markdown is read as it is meant', () => {
  const text = '# A b\n\n```ts runnable\n# no\nx\n```\n\n## A `b`!\n\n### A b\n';
  assert.deepEqual(
    headings(text).map(({ level }) => level),
    [1, 2, 3],
  );
  assert.deepEqual([...anchors(text)], ['a-b', 'a-b-1', 'a-b-2']);
  assert.deepEqual(fences(text), [{ info: ['ts', 'runnable'], body: '# no\nx', line: 3 }]);
  assert.deepEqual(links('[a](b) ![c](d "e") [f]: g\n[h]: i'), ['b', 'd', 'i']);
});
