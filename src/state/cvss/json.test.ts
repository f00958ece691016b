import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonValue } from '../../core/json/value.ts';
import { type CvssIssueCode, checkCvssJson, toCvssJson } from './index.ts';

const V2 = {
  version: '2.0',
  vectorString: 'AV:N/AC:L/Au:N/C:N/I:N/A:C',
  baseScore: 7.8,
};
const V31 = {
  version: '3.1',
  vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  baseScore: 9.8,
  baseSeverity: 'CRITICAL',
};
const V4 = {
  version: '4.0',
  vectorString: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:P',
  baseScore: 9.3,
  baseSeverity: 'CRITICAL',
};

const VALID: readonly JsonValue[] = [
  V2,
  { ...V2, accessVector: 'NETWORK', exploitability: 'NOT_DEFINED', availabilityImpact: 'COMPLETE' },
  {
    ...V2,
    vectorString: `${V2.vectorString}/E:POC/RL:OF/RC:C`,
    temporalScore: 6.1,
    exploitability: 'PROOF_OF_CONCEPT',
  },
  V31,
  { ...V31, attackVector: 'NETWORK', scope: 'UNCHANGED', modifiedScope: 'NOT_DEFINED' },
  {
    ...V31,
    temporalScore: 9.8,
    temporalSeverity: 'CRITICAL',
    environmentalScore: 9.8,
    environmentalSeverity: 'CRITICAL',
  },
  { ...V31, version: '3.0', vectorString: V31.vectorString.replace('3.1', '3.0'), other: [1] },
  V4,
  {
    ...V4,
    exploitMaturity: 'PROOF_OF_CONCEPT',
    Safety: 'NOT_DEFINED',
    providerUrgency: 'NOT_DEFINED',
  },
  // The schema of 2023 states the scores apart.
  { ...V4, baseScore: 10, threatScore: 9.3, threatSeverity: 'CRITICAL' },
];

for (const [at, value] of VALID.entries()) {
  test(`valid object ${at + 1}`, () => {
    const checked = checkCvssJson(value);
    assert.deepEqual(checked.issues, []);
    assert.ok(checked.value !== null);
  });
}

const INVALID: readonly (readonly [
  value: JsonValue,
  ...found: (readonly [code: CvssIssueCode, path: string])[],
])[] = [
  [null, ['cvss-json-type', '']],
  [[V31], ['cvss-json-type', '']],
  ['CVSS:3.1/AV:N', ['cvss-json-type', '']],
  [
    {},
    ['cvss-json-missing', '/version'],
    ['cvss-json-missing', '/vectorString'],
    ['cvss-json-missing', '/baseScore'],
  ],
  [{ ...V31, version: '3.2' }, ['cvss-json-value', '/version']],
  [{ ...V31, version: 3.1 }, ['cvss-json-type', '/version']],
  [{ ...V31, version: '3.0' }, ['cvss-json-version', '/version']],
  [{ ...V31, vectorString: 31 }, ['cvss-json-type', '/vectorString']],
  [
    { ...V31, vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H' },
    ['cvss-metric-missing', '/vectorString'],
  ],
  [{ ...V31, baseScore: '9.8' }, ['cvss-json-type', '/baseScore']],
  [{ ...V31, baseScore: 9.9 }, ['cvss-json-score', '/baseScore']],
  [{ ...V31, baseScore: 9.80001 }, ['cvss-json-score', '/baseScore']],
  [{ ...V31, baseScore: 98 }, ['cvss-json-value', '/baseScore']],
  [{ ...V31, baseScore: -1 }, ['cvss-json-value', '/baseScore']],
  [{ ...V31, baseSeverity: 'HIGH' }, ['cvss-json-severity', '/baseSeverity']],
  [{ ...V31, baseSeverity: 'Critical' }, ['cvss-json-value', '/baseSeverity']],
  [
    { version: '3.1', vectorString: V31.vectorString, baseScore: 9.8 },
    ['cvss-json-missing', '/baseSeverity'],
  ],
  [{ ...V31, attackVector: 'LOCAL' }, ['cvss-json-metric', '/attackVector']],
  [{ ...V31, attackVector: 'ADJACENT' }, ['cvss-json-value', '/attackVector']],
  [{ ...V31, attackVector: null }, ['cvss-json-type', '/attackVector']],
  [{ ...V31, exploitCodeMaturity: 'HIGH' }, ['cvss-json-metric', '/exploitCodeMaturity']],
  [{ ...V31, temporalScore: 9 }, ['cvss-json-score', '/temporalScore']],
  [{ ...V31, environmentalSeverity: 'LOW' }, ['cvss-json-severity', '/environmentalSeverity']],
  [{ ...V2, baseScore: 7.7 }, ['cvss-json-score', '/baseScore']],
  [{ ...V2, authentication: 'SINGLE' }, ['cvss-json-metric', '/authentication']],
  [{ version: '2.0', vectorString: V2.vectorString }, ['cvss-json-missing', '/baseScore']],
  [{ ...V4, baseScore: 10 }, ['cvss-json-score', '/baseScore']],
  [{ ...V4, attackVector: 'ADJACENT_NETWORK' }, ['cvss-json-value', '/attackVector']],
  [{ ...V4, providerUrgency: 'RED' }, ['cvss-json-metric', '/providerUrgency']],
  [{ ...V4, threatScore: 9.3 }, ['cvss-json-score', '/baseScore']],
  [
    {
      version: '3.1',
      vectorString: V31.vectorString,
      baseScore: 1,
      baseSeverity: 'LOW',
      scope: 'CHANGED',
    },
    ['cvss-json-metric', '/scope'],
    ['cvss-json-score', '/baseScore'],
    ['cvss-json-severity', '/baseSeverity'],
  ],
  [
    { version: '4.0', vectorString: 'x', baseSeverity: 'NO', Recovery: 'YES' },
    ['cvss-syntax', '/vectorString'],
    ...['AV', 'AC', 'Au', 'C', 'I', 'A'].map((): [CvssIssueCode, string] => [
      'cvss-metric-missing',
      '/vectorString',
    ]),
    ['cvss-json-value', '/Recovery'],
    ['cvss-json-missing', '/baseScore'],
    ['cvss-json-value', '/baseSeverity'],
  ],
];

for (const [value, ...expected] of INVALID) {
  test(`invalid object: ${JSON.stringify(value)?.slice(0, 90)} ${expected[0]?.[0]}`, () => {
    const found = checkCvssJson(value).issues.map(({ code, path }) => [code, path]);
    assert.deepEqual(found, expected);
  });
}

test('members named like those of every object are not taken from the prototype', () => {
  const value: JsonValue = JSON.parse('{"__proto__":{"version":"3.1"},"vectorString":"x"}');
  assert.ok(
    checkCvssJson(value).issues.some(
      ({ code, path }) => code === 'cvss-json-missing' && path === '/version',
    ),
  );
});

test('what is made is valid, and says what the vector says', () => {
  const vectors = [
    V2.vectorString,
    `${V2.vectorString}/E:POC/RL:TF/RC:UR/CDP:LM/TD:M/CR:H/IR:ND/AR:L`,
    `${V31.vectorString}/E:P/MAV:A`,
    `${V31.vectorString}/E:X`,
    `${V4.vectorString}/MSI:S/S:N/AU:Y/R:I/V:C/RE:M/U:Amber`,
  ];
  for (const vector of vectors) {
    const made = toCvssJson(vector);
    assert.ok(made.ok, vector);
    assert.equal(made.value.vectorString, vector);
    assert.deepEqual(checkCvssJson(made.value).issues, [], vector);
  }
  const made = toCvssJson(`${V31.vectorString}/E:P`);
  assert.ok(made.ok);
  assert.deepEqual(made.value, {
    version: '3.1',
    vectorString: `${V31.vectorString}/E:P`,
    attackVector: 'NETWORK',
    attackComplexity: 'LOW',
    privilegesRequired: 'NONE',
    userInteraction: 'NONE',
    scope: 'UNCHANGED',
    confidentialityImpact: 'HIGH',
    integrityImpact: 'HIGH',
    availabilityImpact: 'HIGH',
    exploitCodeMaturity: 'PROOF_OF_CONCEPT',
    baseScore: 9.8,
    baseSeverity: 'CRITICAL',
    temporalScore: 9.3,
    temporalSeverity: 'CRITICAL',
  });
  assert.equal(toCvssJson('CVSS:3.1/AV:N').ok, false);
});
