import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decidePolicy, readPolicy, readPolicyFile } from './fail-on.ts';
import type { AnyFinding } from './model.ts';
import { finding, RATING } from './report.test.fixture.ts';

/** `true`, `false`, or what is missing. */
function answer(policy: string, of: AnyFinding): boolean | string {
  const read = readPolicy(policy);
  assert.ok(read.ok, read.ok ? '' : `${policy}: ${read.message}`);
  const { failing, unknown } = decidePolicy(read, [of]);
  return unknown[0]?.missing.join(' ') ?? failing.length === 1;
}

const v4 = { ...RATING, scheme: 'CVSS 4.0', score: 5.1, severity: 'medium' };
const v31low = { ...RATING, score: 3.1, severity: 'low' };
const listed = { source: 'CISA', added: '2026-11-01', ransomware: 'unknown' } as const;
const score = {
  cve: 'CVE-2026-0001',
  score: 0.5,
  percentile: 0.97,
  model: 'v',
  date: '2026-11-21',
};

const plain = finding();
const bare = finding({ ratings: [], fixedIn: [], kev: [], epss: null, paths: [['app', 'b', 'c']] });
const both = finding({ ratings: [v4, v31low, RATING], kev: [listed], epss: score });

/** Policy, finding, answer: a text names what is not known. */
const ROWS: readonly (readonly [string, AnyFinding, boolean | string])[] = [
  ['any', bare, true],
  ['none', both, false],
  ['fixable', plain, true],
  ['fixable', bare, false],
  ['not fixable', bare, true],
  ['direct', plain, true],
  ['direct', bare, false],
  // No catalogue asked is not known; a silent one is no.
  ['kev', plain, 'kev'],
  ['kev', bare, false],
  ['kev', both, true],
  ['ransomware', both, false],
  ['ransomware', plain, 'kev'],
  ['ransomware', finding({ kev: [{ ...listed, ransomware: 'known' }] }), true],
  // A scheme without a score is not known, whatever the other schemes say.
  ['cvss3>=9.8', plain, true],
  ['cvss3>9.8', plain, false],
  ['cvss3>=high', plain, true],
  ['cvss3=critical', plain, true],
  ['cvss3<high', plain, false],
  ['cvss4>=low', plain, 'cvss4'],
  ['cvss2>=low', plain, 'cvss2'],
  ['cvss4>=high', both, false],
  ['cvss4=medium', both, true],
  // The worst of several scores of one scheme counts.
  ['cvss3<=3.1', both, false],
  ['cvss3>=9', both, true],
  ['known cvss4', plain, false],
  ['known cvss3 and cvss3>=9', plain, true],
  ['known epss and epss>=0.1', plain, false],
  ['epss>=0.5', both, true],
  ['epss>=50%', both, true],
  ['epss>0.5', both, false],
  ['percentile>=0.97', both, true],
  ['epss>=0.5', plain, 'epss'],
  // Kleene: one yes is enough for or, one no for and.
  ['epss>=0.5 or fixable', plain, true],
  ['epss>=0.5 or not fixable', plain, 'epss'],
  ['epss>=0.5 and not fixable', plain, false],
  ['epss>=0.5 and fixable', plain, 'epss'],
  ['not epss>=0.5', plain, 'epss'],
  ['epss>=0.5, kev', plain, 'epss kev'],
  // and binds tighter than or.
  ['none and none or any', plain, true],
  ['none and (none or any)', plain, false],
  ['not none and any', plain, true],
  ['not (none or any)', plain, false],
  ['  KEV  OR  Fixable ', plain, true],
  ['not not any', plain, true],
];

for (const [policy, of, expected] of ROWS) {
  test(`--fail-on "${policy}" is ${expected}`, () => {
    assert.equal(answer(policy, of), expected);
  });
}

/** What is not understood, and a word of what is said. */
const FAULTS: readonly (readonly [string, RegExp])[] = [
  ['', /ends too early/],
  ['high', /name the scheme, .*cvss3>=high or cvss4>=high/],
  ['critical or kev', /name the scheme/],
  ['cvss>=7', /name the scheme/],
  ['severity>=high', /name the scheme/],
  ['kev kev', /"kev" is not expected/],
  ['kev and', /ends too early/],
  ['(kev', /ends too early/],
  ['kev)', /"\)" is not expected/],
  ['cvss3>=11', /goes from 0 to 10/],
  ['epss>=2', /goes from 0 to 1/],
  ['epss>=high', /"high" is not expected/],
  ['cvss3>=50%', /goes from 0 to 10/],
  ['cvss2>=critical', /has no "critical"/],
  ['cvss3', /ends too early/],
  ['cvss3 = = 7', /"=" is not expected/],
  ['kev; rm -rf', /"; rm -rf" is not understood/],
  ['known kev', /"kev" is not expected/],
  [`${'('.repeat(40)}any${')'.repeat(40)}`, /More than 32 levels/],
  [`${'not '.repeat(900)}any`, /More than 32 levels/],
  ['a'.repeat(5_000), /at most 4096 characters/],
];

for (const [policy, message] of FAULTS) {
  test(`--fail-on "${policy.slice(0, 30)}" is wrong use`, () => {
    const read = readPolicy(policy);
    assert.ok(!read.ok);
    assert.match(read.message, message);
  });
}

test('a file has one policy a line, any of them fails, and # begins a comment', () => {
  const read = readPolicyFile('# ours\nkev\n\ncvss3>=9 and fixable # soon\r\n');
  assert.ok(read.ok);
  assert.equal(decidePolicy(read, [plain]).failing.length, 1);
  assert.equal(decidePolicy(read, [bare]).failing.length, 0);
  assert.equal(decidePolicy(read, [finding({ ratings: [] })]).unknown.length, 1);
  assert.deepEqual(readPolicyFile('# nothing\n'), {
    ok: false,
    message: 'The file holds no policy.',
  });
  // A line is a policy of its own: it cannot reach into the next one.
  assert.ok(!readPolicyFile('(kev\n) or any').ok);
});

test('any text is read or refused, with a message', () => {
  const word = fc.constantFrom(
    ...'any kev and or not ( ) cvss3 >= < = 7 high known epss , 0.5 €'.split(' '),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (text) => {
        const read = readPolicy(text);
        if (read.ok) decidePolicy(read, [plain, bare, both]);
        else assert.ok(read.message.length > 20);
      },
    ),
  );
});
