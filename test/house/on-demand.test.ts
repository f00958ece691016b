/** What is not needed is not loaded: `cybex rpc` answers at once, a hub at rest holds few standards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, type Source, source, sourcesIn } from './sources.ts';

/** The files that are loaded with one: its run-time imports and theirs, `import()` aside. */
function loadedWith(entry: string, files: readonly Source[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const loaded = new Set<string>();
  const next = [entry];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    const file = byPath.get(path);
    if (file === undefined || loaded.has(path)) continue;
    loaded.add(path);
    const needed = importsOf(file).filter(({ typeOnly, onDemand }) => !typeOnly && !onDemand);
    next.push(...needed.map(({ target }) => target));
  }
  return [...loaded].sort();
}

const SRC = sourcesIn('src');

/** A format is recognised by its sign; its tables of words may be part of that. */
const SIGN = /\/sniff\.ts$|\.table\.ts$/;

test('the walk follows what is loaded with a file, and only that', () => {
  const files = [
    source('src/a.ts', "import { b } from './b.ts';\nconst d = await import('./d.ts');"),
    source('src/b.ts', "import type { C } from './c.ts';\nexport * from './e.ts';"),
    ...['c', 'd', 'e'].map((name) => source(`src/${name}.ts`, '')),
  ];
  assert.deepEqual(loadedWith('src/a.ts', files), ['src/a.ts', 'src/b.ts', 'src/e.ts']);
});

test('cybex rpc begins without any standard', () => {
  const loaded = loadedWith('src/cli/rpc.ts', SRC);
  assert.ok(loaded.includes('src/hub/rpc/operations.ts'));
  const clusters = /^src\/(?:state|event|policy|exchange|flow|store)\//;
  assert.deepEqual(
    loaded.filter((path) => clusters.test(path)),
    [],
  );
});

for (const entry of ['src/cli/program.ts', 'src/hub/compose.ts', 'src/hub/http/server.ts']) {
  test(`${entry} loads nothing of the state formats but their signs`, () => {
    const loaded = loadedWith(entry, SRC);
    assert.ok(loaded.length > 20);
    assert.deepEqual(
      loaded.filter((path) => path.startsWith('src/state/') && !SIGN.test(path)),
      [],
    );
  });
}
