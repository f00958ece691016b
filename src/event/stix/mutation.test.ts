import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { joinPointer } from '../../core/json/index.ts';
import { fixture } from './check.test.fixture.ts';
import { checkStix } from './check.ts';
import type { StixMap } from './findings.ts';
import { TABLES } from './tables/index.ts';

const NAMES = readdirSync('fixtures/stix/valid').map((file) => file.slice(0, -'.json'.length));

type Path = readonly (string | number)[];

function paths(value: unknown, prefix: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const path = [...prefix, Array.isArray(value) ? Number(key) : key];
    return [path, ...paths(item, path)];
  });
}

/** A copy with another value at the path. */
function replaced(value: unknown, path: Path, put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as StixMap;
  const inner = replaced(copy[key], rest, put);
  return Array.isArray(copy) ? copy.with(Number(key), inner) : { ...copy, [key]: inner };
}

/** True when there is a finding at or below the path, or at what holds it (but not the root). */
function told(object: unknown, path: Path): boolean {
  const pointer = joinPointer([...path]);
  const holder = path.length > 1 ? joinPointer(path.slice(0, -1)) : pointer;
  return checkStix(object).some(
    (issue) =>
      issue.path === pointer || issue.path === holder || issue.path.startsWith(`${pointer}/`),
  );
}

test('§2: null is no value, wherever it stands', () => {
  let places = 0;
  for (const name of NAMES) {
    const object = fixture(name);
    for (const path of paths(object)) {
      places++;
      assert.ok(told(replaced(object, path, null), path), `${name} ${joinPointer([...path])}`);
    }
  }
  assert.ok(places > 600, String(places));
});

test('§2.12, §2.3: no list and no dictionary is empty', () => {
  for (const name of NAMES) {
    const object = fixture(name);
    for (const path of paths(object)) {
      const pointer = joinPointer([...path]);
      for (const empty of [[], {}]) {
        assert.ok(
          told(replaced(object, path, empty), path),
          `${name} ${pointer} ${JSON.stringify(empty)}`,
        );
      }
    }
  }
});

/** Without spec_version the object may be one of STIX 2.0. */
const ABSENT: ReadonlySet<string> = new Set(['stix-required', 'stix-type', 'stix-version-2-0']);

test('§3.2 and the property tables: what is required cannot be left out', () => {
  let removed = 0;
  for (const name of NAMES) {
    const object = fixture(name);
    const table = TABLES.get(String(object.type));
    for (const key of table?.required ?? []) {
      removed++;
      const issues = checkStix(fixture(name, { [key]: undefined }));
      // Without spec_version the object may be one of STIX 2.0.
      const found = issues.some(({ code }) => ABSENT.has(code));
      assert.ok(found, `${name} ${key}`);
    }
  }
  assert.ok(removed > 200, String(removed));
});

test('a value of another JSON type is told, wherever the standard says the type', () => {
  for (const name of NAMES) {
    const object = fixture(name);
    for (const [key, property] of TABLES.get(String(object.type))?.properties ?? []) {
      if (!Object.hasOwn(object, key) || property.kind.op === 0) continue;
      const other = typeof object[key] === 'string' ? 7 : 'text';
      assert.ok(told({ ...object, [key]: other }, [key]), `${name} ${key}`);
    }
  }
});

test('the order of the names is of no account', () => {
  for (const name of NAMES) {
    const object = fixture(name, { x_acme_a: null, modified: '1999-01-01T00:00:00.000Z' });
    const turned = Object.fromEntries(Object.entries(object).reverse());
    const sorted = (value: unknown) =>
      checkStix(value)
        .map(({ code, path }) => `${code} ${path}`)
        .sort();
    assert.deepEqual(sorted(turned), sorted(object), name);
  }
});
