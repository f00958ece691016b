import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EpssHistory, type EpssIssueCode, readEpss } from './index.ts';

const HEAD = '#model_version:v2025.03.14,score_date:2026-11-21T00:00:00+0000';
const COLUMNS = 'cve,epss,percentile';
const FILE = `${HEAD}\n${COLUMNS}\nCVE-2026-10001,0.94312,0.99961\nCVE-1999-0001,0.00043,0.08912\nCVE-2024-3094,1e-05,0\n`;

function day(text: string) {
  const read = readEpss(text);
  assert.ok(read.ok, JSON.stringify(read.issues));
  return read.value;
}

test('a day is read with model and date', () => {
  const scores = day(FILE);
  assert.deepEqual([scores.model, scores.date, scores.size], ['v2025.03.14', '2026-11-21', 3]);
  assert.deepEqual(scores.get('CVE-2026-10001'), {
    cve: 'CVE-2026-10001',
    score: 0.94312,
    percentile: 0.99961,
    model: 'v2025.03.14',
    date: '2026-11-21',
  });
  assert.equal(scores.get('CVE-2024-3094')?.score, 0.00001);
  assert.deepEqual(
    [...scores].map(({ cve }) => cve),
    ['CVE-1999-0001', 'CVE-2024-3094', 'CVE-2026-10001'],
  );
});

test('what has no line has no score, and that is not 0', () => {
  const scores = day(FILE);
  for (const cve of [
    'CVE-2026-10002',
    'CVE-1999-00001',
    'cve-1999-0001',
    '',
    'CVE-2024-03094',
    '__proto__',
  ]) {
    assert.equal(scores.get(cve), null, cve);
  }
});

test('forms of the file: CR LF, byte order mark, columns in another order and more of them', () => {
  assert.equal(day(FILE.replaceAll('\n', '\r\n')).size, 3);
  assert.equal(day(`\ufeff${FILE}`).size, 3);
  assert.equal(day(FILE.replace('T00:00:00+0000', '')).date, '2026-11-21');
  const other = day(`${HEAD}\npercentile,more,cve,epss\n0.5,x,CVE-2026-1000,0.25\n`);
  assert.deepEqual(
    [...other].map(({ score, percentile }) => [score, percentile]),
    [[0.25, 0.5]],
  );
});

const REFUSED: readonly (readonly [text: string, code: EpssIssueCode])[] = [
  ['', 'epss-head'],
  [FILE.slice(HEAD.length + 1), 'epss-head'],
  [FILE.replace('score_date:2026-11-21', 'score_date:2026-02-30'), 'epss-head'],
  [FILE.replace('#model', 'model'), 'epss-head'],
  [HEAD, 'epss-columns'],
  [FILE.replace(COLUMNS, 'cve,score,percentile'), 'epss-columns'],
];

for (const [text, code] of REFUSED) {
  test(`refused: ${code} ${JSON.stringify(text.slice(0, 40))}`, () => {
    const read = readEpss(text);
    assert.ok(!read.ok);
    assert.deepEqual(
      read.issues.map((issue) => issue.code),
      [code],
    );
  });
}

const LINES: readonly (readonly [line: string, code: EpssIssueCode, left: number])[] = [
  ['CVE-2026-1,0.1,0.1', 'epss-cve', 3],
  ['CVE-2026-12345678901234567890,0.1,0.1', 'epss-cve', 3],
  ['CVE-2026-20000,1.1,0.1', 'epss-number', 3],
  ['CVE-2026-20000,-0.1,0.1', 'epss-number', 3],
  ['CVE-2026-20000,,0.1', 'epss-number', 3],
  ['CVE-2026-20000,NaN,0.1', 'epss-number', 3],
  ['CVE-2026-20000,0x1,0.1', 'epss-number', 3],
  ['CVE-2026-20000,0.1,1.00001', 'epss-number', 3],
  ['CVE-2026-20000,0.1', 'epss-line', 3],
  ['CVE-2026-20000,0.1,0.1,0.1', 'epss-line', 3],
  ['CVE-2026-10001,0.1,0.1', 'epss-repeated', 3],
];

for (const [line, code, left] of LINES) {
  test(`line ${line}: ${code}`, () => {
    const read = readEpss(`${FILE}${line}\n`);
    assert.ok(read.ok);
    assert.deepEqual(
      read.issues.map((issue) => [issue.code, issue.path]),
      [[code, '/6']],
    );
    assert.equal(read.value.size, left);
  });
}

test('days: one record each, a series, no comparison across models', () => {
  const history = new EpssHistory();
  const at = (date: string, score: number, model = 'v2025.03.14') =>
    day(
      FILE.replace('2026-11-21', date)
        .replace('0.94312', String(score))
        .replace('v2025.03.14', model),
    );
  history.add(at('2026-06-16', 0.3, 'v2026.06.15'));
  history.add(at('2026-06-13', 0.1));
  history.add(at('2026-06-14', 0.5));
  history.add(at('2026-06-14', 0.2));
  assert.deepEqual(history.dates, ['2026-06-13', '2026-06-14', '2026-06-16']);
  assert.deepEqual(
    history.series('CVE-2026-10001').map(({ score }) => score),
    [0.1, 0.2, 0.3],
  );
  assert.equal(history.dayAt('2026-06-15')?.date, '2026-06-14');
  assert.equal(history.dayAt('2026-06-12'), null);
  assert.equal(history.change('CVE-2026-10001', '2026-06-13', '2026-06-14')?.delta, 0.1);
  assert.equal(history.change('CVE-2026-10001', '2026-06-14', '2026-06-16')?.delta, null);
  assert.equal(history.change('CVE-2026-10002', '2026-06-13', '2026-06-14'), null);
  assert.equal(history.change('CVE-2026-10001', '2026-06-13', '2026-06-15'), null);
});

test('every score that is written is found, in any order of lines', () => {
  const rows = fc.uniqueArray(
    fc.record({
      year: fc.integer({ min: 1999, max: 2030 }),
      number: fc.integer({ min: 1, max: 9_999_999 }),
      score: fc.integer({ min: 0, max: 100_000 }),
    }),
    { selector: ({ year, number }) => `${year}-${number}`, maxLength: 60 },
  );
  fc.assert(
    fc.property(rows, (list) => {
      const lines = list.map(
        ({ year, number, score }) =>
          [`CVE-${year}-${String(number).padStart(4, '0')}`, score / 100_000] as const,
      );
      const scores = day(
        [HEAD, COLUMNS, ...lines.map(([cve, score]) => `${cve},${score},0.5`), ''].join('\n'),
      );
      assert.equal(scores.size, lines.length);
      for (const [cve, score] of lines) assert.equal(scores.get(cve)?.score, score);
    }),
  );
});

test('a file full of faults is read to its end, with findings bounded', () => {
  const read = readEpss(`${HEAD}\n${COLUMNS}\n${'x\n'.repeat(100_000)}CVE-2026-1000,0.5,0.5`);
  assert.ok(read.ok && read.issues.length <= 200);
  assert.equal(read.value.size, 1);
});
