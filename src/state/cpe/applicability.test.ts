/** Applicability: the tables of NISTIR 7698, NVD nodes, and what an inventory leaves open. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  type Applicability,
  type EvaluateOptions,
  evaluate,
  parseCpe,
  readApplicability,
  type Truth,
  type Wfn,
} from './index.ts';

function names(...texts: readonly string[]): Wfn[] {
  return texts.map((text) => {
    const parsed = parseCpe(text);
    assert.ok(parsed.ok, text);
    return parsed.value;
  });
}

const TRUE: Applicability = { kind: 'or', negate: false, tests: [check('t')] };
const FALSE: Applicability = { kind: 'or', negate: false, tests: [check('f')] };
const ERROR: Applicability = { kind: 'broken', reason: '' };

function check(idRef: string): Applicability {
  return { kind: 'check', system: '', href: '', idRef };
}

const answers: EvaluateOptions = { check: ({ idRef }) => (idRef === 't' ? 'true' : 'false') };

test('tables 6-1 to 6-3', () => {
  const rows: readonly (readonly ['and' | 'or', readonly Applicability[], Truth])[] = [
    ['and', [TRUE, TRUE], 'true'],
    ['and', [TRUE, FALSE], 'false'],
    ['and', [TRUE, ERROR], 'error'],
    ['and', [FALSE, ERROR], 'false'],
    ['or', [FALSE, FALSE], 'false'],
    ['or', [TRUE, FALSE], 'true'],
    ['or', [FALSE, ERROR], 'error'],
    ['or', [TRUE, ERROR], 'true'],
    ['and', [], 'error'],
    ['or', [], 'error'],
  ];
  const opposite = { true: 'false', false: 'true', error: 'error', unresolved: 'unresolved' };
  for (const [kind, tests, value] of rows) {
    assert.equal(evaluate({ kind, negate: false, tests }, [], answers).value, value);
    assert.equal(evaluate({ kind, negate: true, tests }, [], answers).value, opposite[value]);
  }
  assert.equal(evaluate(check('t'), []).value, 'error', 'nobody answers the check');
});

const XML = (test: string) =>
  `<cpe:platform-specification xmlns:cpe="http://cpe.mitre.org/language/2.0">${test}</cpe:platform-specification>`;
const PLATFORM = (inner: string) =>
  XML(`<cpe:platform id="1"><cpe:title>t</cpe:title>${inner}</cpe:platform>`);

function applies(expression: unknown, known: readonly Wfn[], options?: EvaluateOptions) {
  const { test: statement, issues } = readApplicability(expression);
  const value = statement === null ? null : evaluate(statement, known, options).value;
  return [value, ...issues.map(({ code }) => code)];
}

const SOLARIS = PLATFORM(
  '<cpe:logical-test operator="AND" negate="FALSE">' +
    '<cpe:logical-test operator="OR" negate="0">' +
    '<cpe:fact-ref name="cpe:/o:sun:solaris:5.8"/><cpe:fact-ref name="cpe:/o:sun:solaris:5.9"/>' +
    '</cpe:logical-test>' +
    '<cpe:logical-test operator="AND" negate="true"><cpe:fact-ref name="cpe:2.3:a:bea:weblogic:8.*:*:*:*:*:*:*:*"/></cpe:logical-test>' +
    '</cpe:logical-test>',
);

test('the language in XML', () => {
  assert.deepEqual(applies(SOLARIS, names('cpe:/o:sun:solaris:5.9')), ['true']);
  assert.deepEqual(applies(SOLARIS, names('cpe:/o:sun:solaris:5.9:u1')), ['true']);
  assert.deepEqual(applies(SOLARIS, names('cpe:/o:sun:solaris:5.9', 'cpe:/a:bea:weblogic:8.1')), [
    'false',
  ]);
  assert.deepEqual(applies(SOLARIS, names('cpe:/o:sun:solaris')), ['false']);
  assert.deepEqual(applies(`\ufeff${SOLARIS}`, names('cpe:/o:sun:solaris:5.8')), ['true']);
  assert.deepEqual(applies(SOLARIS, []), ['false']);
});

test('faults of the language are errors, never false', () => {
  const fact = '<cpe:fact-ref name="cpe:/a:b"/>';
  const rows: readonly (readonly [string, ...string[]])[] = [
    [
      PLATFORM(`<cpe:logical-test operator="XOR" negate="false">${fact}</cpe:logical-test>`),
      'cpe-operator',
    ],
    [PLATFORM(`<cpe:logical-test operator="AND">${fact}</cpe:logical-test>`), 'cpe-operator'],
    [PLATFORM('<cpe:logical-test operator="AND" negate="false"/>'), 'cpe-test-empty'],
    [
      PLATFORM('<cpe:logical-test operator="AND" negate="false"><cpe:x/></cpe:logical-test>'),
      'cpe-expression',
    ],
    [
      PLATFORM(
        '<cpe:logical-test operator="AND" negate="false"><cpe:fact-ref name="cpe:/x"/></cpe:logical-test>',
      ),
      'cpe-part',
    ],
    [PLATFORM(''), 'cpe-expression'],
  ];
  for (const [xml, ...codes] of rows) assert.deepEqual(applies(xml, []), ['error', ...codes], xml);
  assert.deepEqual(applies('<x/>', []), [null, 'cpe-expression']);
  assert.deepEqual(applies('<!DOCTYPE x><x/>', [])[0], null);
  assert.deepEqual(applies('nonsense', []), [null, 'cpe-expression']);
  const deep =
    '<cpe:logical-test operator="AND" negate="false">'.repeat(80) +
    fact +
    '</cpe:logical-test>'.repeat(80);
  assert.deepEqual(applies(PLATFORM(deep), names('cpe:/a:b')), ['error', 'cpe-too-large']);
});

const match = (criteria: string, more: object = {}) => ({ vulnerable: true, criteria, ...more });
const fs = (part: string, product: string, version = '*', rest = '*:*:*:*:*:*:*') =>
  `cpe:2.3:${part}:v:${product}:${version}:${rest}`;

test('ranges of NVD', () => {
  const rows: readonly (readonly [object, string, Truth])[] = [
    [{ versionEndExcluding: '2.0' }, '1.9', 'true'],
    [{ versionEndExcluding: '2.0' }, '2.0', 'false'],
    [{ versionEndExcluding: '2.0' }, '2.0.0', 'false'],
    [{ versionEndIncluding: '2.0' }, '2.0', 'true'],
    [{ versionEndIncluding: '2.0' }, '2.0.1', 'false'],
    [{ versionStartIncluding: '1.0', versionEndExcluding: '2' }, '1.0', 'true'],
    [{ versionStartExcluding: '1.0', versionEndExcluding: '2' }, '1.0', 'false'],
    [{ versionStartIncluding: '1.9' }, '1.10', 'true'],
    [{ versionEndExcluding: '1.0.2b' }, '1.0.2a', 'true'],
    [{ versionEndExcluding: '1.0.2a' }, '1.0.2', 'true'],
    [{ versionEndExcluding: '1.0.2' }, '1.0.2a', 'false'],
    [{ versionEndExcluding: '2.0' }, '2.0:rc1', 'true'],
    [{ versionEndExcluding: '2.0' }, '2.0:sp1', 'false'],
    [{ versionEndExcluding: '2.0' }, '-', 'false'],
    [{ versionEndExcluding: '2.0' }, '*', 'false'],
    [{ versionEndExcluding: '99999999999999999999' }, '99999999999999999998', 'true'],
    [{ versionEndExcluding: '9.5\\(2\\)n1' }, '9.5\\(1\\)', 'true'],
  ];
  for (const [range, version, value] of rows) {
    const node = { operator: 'OR', cpeMatch: [match(fs('a', 'p'), range)] };
    const rest = version.includes(':') ? '*:*:*:*:*:*' : undefined;
    const [found] = applies({ nodes: [node] }, names(fs('a', 'p', version, rest)));
    assert.equal(found, value, `${JSON.stringify(range)} ${version}`);
  }
});

test('NA in a criterion is NA, not every version', () => {
  const node = { nodes: [{ operator: 'OR', cpeMatch: [match(fs('a', 'p', '-'))] }] };
  assert.deepEqual(applies(node, names(fs('a', 'p', '1.0'))), ['false']);
  assert.deepEqual(applies(node, names(fs('a', 'p', '-'))), ['true']);
});

const RUNNING_ON = {
  configurations: [
    {
      operator: 'AND',
      nodes: [
        {
          operator: 'OR',
          negate: false,
          cpeMatch: [match(fs('a', 'app'), { versionEndExcluding: '2' })],
        },
        {
          operator: 'OR',
          negate: false,
          cpeMatch: [{ vulnerable: false, criteria: fs('o', 'os') }],
        },
      ],
    },
  ],
};

test('running on: both are needed, and only the application is vulnerable', () => {
  const both = names(fs('a', 'app', '1'), fs('o', 'os', '10'));
  const { test: statement } = readApplicability(RUNNING_ON);
  assert.ok(statement);
  const result = evaluate(statement, both);
  assert.equal(result.value, 'true');
  assert.deepEqual(
    result.hits.map(({ criterion }) => [criterion.name.product, criterion.vulnerable]),
    [
      ['app', true],
      ['os', false],
    ],
  );
  assert.deepEqual(applies(RUNNING_ON, names(fs('a', 'app', '1'))), ['false']);
  assert.deepEqual(applies(RUNNING_ON, names(fs('a', 'app', '1'), fs('o', 'other'))), ['false']);
});

test('in an open world an unknown operating system leaves the statement open', () => {
  const open: EvaluateOptions = { world: 'open' };
  assert.deepEqual(applies(RUNNING_ON, names(fs('a', 'app', '1')), open), ['unresolved']);
  assert.deepEqual(applies(RUNNING_ON, names(fs('a', 'app', '2')), open), ['false']);
  assert.deepEqual(applies(RUNNING_ON, names(fs('a', 'app', '1'), fs('o', 'other')), open), [
    'false',
  ]);
  assert.deepEqual(applies(RUNNING_ON, names(fs('a', 'app'), fs('o', 'os')), open), ['unresolved']);
  const { test: statement } = readApplicability(RUNNING_ON);
  assert.deepEqual(
    evaluate(statement as Applicability, names(fs('a', 'app', '1')), open).open.map(
      ({ reason }) => reason,
    ),
    ['the operating system is unknown'],
  );
});

test('an asset that says less than the criterion is open, one that says otherwise is not', () => {
  const node = {
    nodes: [{ operator: 'OR', cpeMatch: [match(fs('a', 'p', '1.0', 'sp1:*:*:*:*:*:*'))] }],
  };
  const rows: readonly (readonly [string, Truth])[] = [
    [fs('a', 'p', '1.0'), 'unresolved'],
    [fs('a', 'p', '*'), 'unresolved'],
    [fs('a', 'p', '1.1'), 'false'],
    [fs('a', 'p', '1.0', 'sp2:*:*:*:*:*:*'), 'false'],
    [fs('a', 'p', '1.0', '-:*:*:*:*:*:*'), 'false'],
    [fs('a', 'p', '1.0', 'sp1:*:*:*:*:*:*'), 'true'],
    [fs('a', 'q'), 'false'],
  ];
  for (const [asset, value] of rows) {
    assert.deepEqual(applies(node, names(asset), { world: 'open' }), [value], asset);
  }
});

test('forms of NVD feeds and of CVE records', () => {
  const asset = names(fs('a', 'p', '1'));
  const old = {
    operator: 'OR',
    cpe_match: [{ vulnerable: true, cpe23Uri: fs('a', 'p') }],
    children: [],
  };
  const forms: readonly unknown[] = [
    { configurations: { CVE_data_version: '4.0', nodes: [old] } },
    {
      configurations: [
        { nodes: [{ operator: 'OR', negate: false, cpeMatch: [match(fs('a', 'p'))] }] },
      ],
    },
    {
      cpeApplicability: [
        { operator: 'OR', nodes: [{ operator: 'OR', cpeMatch: [match(fs('a', 'p'))] }] },
      ],
    },
    [old],
    { operator: 'AND', children: [old, old], cpe_match: [] },
    { nodes: [old] },
    JSON.stringify([old]),
    { cpeMatch: [{ criteria: 'cpe:/a:v:p' }] },
  ];
  for (const form of forms) assert.deepEqual(applies(form, asset), ['true'], JSON.stringify(form));
  const negated = { nodes: [{ ...old, negate: true }] };
  assert.deepEqual(applies(negated, asset), ['false']);
  assert.deepEqual(applies({ nodes: [old], negate: true }, []), ['true']);
});

test('faults of nodes are errors with their place', () => {
  const rows: readonly (readonly [unknown, string, string])[] = [
    [
      { nodes: [{ operator: 'NOR', cpeMatch: [match(fs('a', 'p'))] }] },
      'cpe-operator',
      '/nodes/0/operator',
    ],
    [
      { nodes: [{ operator: 'OR', negate: 'x', cpeMatch: [match(fs('a', 'p'))] }] },
      'cpe-operator',
      '/nodes/0/negate',
    ],
    [{ nodes: [{ operator: 'OR', cpeMatch: [] }] }, 'cpe-test-empty', '/nodes/0'],
    [{ nodes: [{ cpeMatch: [{ vulnerable: true }] }] }, 'cpe-expression', '/nodes/0/cpeMatch/0'],
    [
      { nodes: [{ cpeMatch: [match('cpe:2.3:x:v:p:*:*:*:*:*:*:*:*')] }] },
      'cpe-part',
      '/nodes/0/cpeMatch/0/criteria/part',
    ],
    [{ nodes: ['x'] }, 'cpe-expression', '/nodes/0'],
    [{ nodes: 'x' }, 'cpe-expression', '/nodes'],
  ];
  for (const [form, code, path] of rows) {
    const { test: statement, issues } = readApplicability(form);
    assert.deepEqual(
      issues.map((row) => [row.code, row.path]),
      [[code, path]],
    );
    assert.equal(evaluate(statement as Applicability, []).value, 'error', JSON.stringify(form));
  }
  assert.deepEqual(applies({}, []), [null, 'cpe-expression']);
  assert.deepEqual(applies(7, []), [null, 'cpe-expression']);
  const twice = match(fs('a', 'p'), { versionEndIncluding: '2', versionEndExcluding: '2' });
  assert.deepEqual(applies({ cpeMatch: [twice] }, names(fs('a', 'p', '2'))), [
    'false',
    'cpe-range',
  ]);
  let deep: object = { cpeMatch: [match(fs('a', 'p'))] };
  for (let level = 0; level < 100; level++) deep = { operator: 'AND', children: [deep] };
  assert.deepEqual(applies(deep, []), ['error', 'cpe-too-large']);
});
