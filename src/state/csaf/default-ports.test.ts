/** The short way past the reader of package URLs says nothing that the reader does not say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PURL_TYPES, parsePurl } from '../purl/index.ts';
import { isPlainPurl } from './default-ports.ts';
import { isCpe, splitCpe } from './schema/patterns.ts';

test('what passes as a plain package URL has no error', () => {
  const odd = fc.string({ unit: fc.constantFrom(...'az09._-AZ%@/+~ ?#'), maxLength: 6 });
  const segment = fc.oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,5}$/) },
    odd,
  );
  const given = fc.tuple(
    fc.constantFrom(...PURL_TYPES.keys(), 'none'),
    fc.array(segment, { maxLength: 3 }),
    segment,
  );
  let plain = 0;
  fc.assert(
    fc.property(given, ([type, path, version]) => {
      const text = `pkg:${type}/${path.join('/')}${version === '' ? '' : `@${version}`}`;
      if (!isPlainPurl(text)) return;
      plain++;
      const { ok, issues } = parsePurl(text);
      assert.ok(ok && issues.every(({ severity }) => severity !== 'error'), text);
    }),
    { numRuns: 5000 },
  );
  assert.ok(plain > 50, `${plain} were plain`);
  assert.ok(isPlainPurl('pkg:npm/gate@1.0.0') && isPlainPurl('pkg:deb/debian/curl@7.88.1-10'));
});

test('every type agrees with its own rule on namespaces', () => {
  for (const [type, { namespace }] of PURL_TYPES) {
    if (namespace === 'required') assert.equal(isPlainPurl(`pkg:${type}/name@1`), false, type);
    if (namespace === 'prohibited') assert.equal(isPlainPurl(`pkg:${type}/a/name@1`), false, type);
  }
});

test('a CPE is read alike with and without escapes', () => {
  const attribute = fc.constantFrom(
    '*',
    '-',
    'a',
    'A.b',
    'a-b',
    '1.0',
    '',
    'a b',
    'a*b',
    '?',
    'a\\!b',
    'en',
    'en-US',
    'a:b',
  );
  fc.assert(
    fc.property(fc.array(attribute, { minLength: 9, maxLength: 11 }), (parts) => {
      const text = `cpe:2.3:a:${parts.join(':')}`;
      // The same name with an escaped letter in the vendor has to take the long way.
      const escaped = `cpe:2.3:a:${[`${parts[0]}\\!`, ...parts.slice(1)].join(':')}`;
      if (!/^[\w.-]+$/.test(parts[0] ?? '') || parts[0] === '-') return;
      assert.equal(isCpe(text), isCpe(escaped), text);
      assert.equal(splitCpe(text).length >= 11, true);
    }),
    { numRuns: 2000 },
  );
});
