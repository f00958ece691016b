import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { component, finding, fullReport, report } from './report.test.fixture.ts';
import { toSarif } from './sarif.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly index: number };
      readonly region?: { readonly startLine: number; readonly startColumn: number };
    };
    readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly fingerprints: Readonly<Record<string, string>>;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly properties: Readonly<Record<string, unknown>>;
      }[];
      readonly notifications: readonly { readonly id: string }[];
    };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly exitCode: number;
    readonly endTimeUtc: string;
    readonly toolExecutionNotifications: readonly {
      readonly descriptor: { readonly id: string; readonly index: number };
    }[];
  }[];
  readonly results: readonly Result[];
}

function runOf(...args: Parameters<typeof toSarif>): Run {
  const document = toSarif(...args) as unknown as { version: string; runs: readonly Run[] };
  assert.equal(document.version, '2.1.0');
  const [run] = document.runs;
  assert.ok(run);
  return run;
}

test('every finding is a result of its own rule, and the closed ones are suppressed', () => {
  const { tool, results } = runOf(fullReport());
  assert.equal(results.length, 6);
  for (const { ruleId, ruleIndex } of results) {
    assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
  }
  assert.equal(new Set(tool.driver.rules.map(({ id }) => id)).size, tool.driver.rules.length);
  assert.deepEqual(
    results.map(({ suppressions }) => suppressions.length),
    [0, 0, 0, 1, 1, 1],
  );
  assert.match(results[5]?.suppressions[0]?.justification ?? '', /^ignored: .*Hana Sato/);
});

test('what could not be decided is open, without a level (§3.27.10)', () => {
  const { results } = runOf(fullReport());
  assert.deepEqual(
    results.map(({ kind, level }) => `${kind} ${level}`),
    ['fail error', 'fail error', 'open none', 'fail error', 'fail error', 'fail error'],
  );
});

test('what upstream says of a package of a distribution is for review', () => {
  const { status: _, ...rest } = finding();
  const [result] = runOf(report({ candidates: [{ ...rest, status: 'candidate' }] })).results;
  assert.equal(`${result?.kind} ${result?.level}`, 'review none');
});

test('a run that does not know everything is no success', () => {
  const gap = { code: 'data-missing', message: 'No statement.', components: 1 } as const;
  const { invocations, tool } = runOf(report({ exit: 3, gaps: [gap] }));
  const [invocation] = invocations;
  assert.equal(invocation?.executionSuccessful, false);
  assert.equal(invocation?.exitCode, 3);
  assert.equal(invocation?.endTimeUtc, '2026-11-22T00:00:00.000Z');
  const { descriptor } = invocation?.toolExecutionNotifications[0] ?? {};
  assert.equal(tool.driver.notifications[descriptor?.index ?? -1]?.id, 'data-missing');
  assert.equal(runOf(report()).invocations[0]?.executionSuccessful, true);
});

test('a result stands where its component stands in the SBOM', () => {
  const placeOf = (path: string) => (path === '/components/0' ? { line: 12, column: 5 } : null);
  const [result] = runOf(fullReport(), { placeOf }).results;
  const [location] = result?.locations ?? [];
  assert.deepEqual(location?.physicalLocation.region, { startLine: 12, startColumn: 5 });
  assert.equal(location?.physicalLocation.artifactLocation.uri, 'app.cdx.json');
  assert.equal(location?.logicalLocations[0]?.fullyQualifiedName, 'pkg:npm/alpha@1.0.0');
  const [without] = runOf(fullReport(), { placeOf: () => null }).results;
  assert.equal(without?.locations[0]?.physicalLocation.region, undefined);
});

/** File as the operator names it, and the URI reference (RFC 3986). */
const FILES: readonly (readonly [string, string])[] = [
  ['app.cdx.json', 'app.cdx.json'],
  ['./out/app cdx.json', 'out/app%20cdx.json'],
  ['/srv/sbom/a#1?.json', 'file:///srv/sbom/a%231%3F.json'],
  ['部品/表.json', '%E9%83%A8%E5%93%81/%E8%A1%A8.json'],
  ['-', 'stdin'],
  ['a:b.json', 'a%3Ab.json'],
];

for (const [file, uri] of FILES) {
  test(`the file ${file} is ${uri}`, () => {
    const [result] = runOf(report({ file, matches: [finding()] })).results;
    assert.equal(result?.locations[0]?.physicalLocation.artifactLocation.uri, uri);
  });
}

test('a finding keeps its fingerprint, and its package keeps the partial one over versions', () => {
  const at = (version: string) =>
    runOf(
      report({
        matches: [
          finding({
            component: component('alpha', { version, purl: `pkg:npm/%40x/alpha@${version}` }),
          }),
        ],
      }),
    ).results[0];
  assert.deepEqual(at('1.0.0')?.fingerprints, at('1.0.0')?.fingerprints);
  assert.notDeepEqual(at('1.0.0')?.fingerprints, at('1.0.1')?.fingerprints);
  assert.deepEqual(at('1.0.0')?.partialFingerprints, at('1.0.1')?.partialFingerprints);
});

test('messages have no link or placeholder of a stranger (§3.11.5, §3.11.6)', () => {
  const { results } = runOf(fullReport());
  const text = results[1]?.message.text ?? '';
  assert.match(text, /see \\\[1\\\]\(http:\/\/x\.example\) \{\{0\}\} \\\\/);
  fc.assert(
    fc.property(fc.string(), (summary) => {
      const [result] = runOf(report({ matches: [finding({ summary })] })).results;
      const said = result?.message.text ?? '';
      assert.doesNotMatch(said.replace(/\\[\\[\]]/g, ''), /[[\]]/);
      assert.doesNotMatch(said.replace(/\{\{|\}\}/g, ''), /[{}]/);
    }),
  );
});

test('the score by which code scanning sorts is a number as text', () => {
  const [rule] = runOf(fullReport()).tool.driver.rules;
  assert.equal(rule?.properties['security-severity'], '9.8');
  assert.deepEqual(rule?.properties.tags, ['security', 'vulnerability', 'CWE-787']);
});
