/** The test documents of the OASIS CSAF TC, case by case. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CsafReport, checkCsafOutside } from './check.ts';
import { CSAF_DIVERGENCES } from './divergences.ts';

const CORPORA = process.env.CYBEX_CORPORA ?? '../shared/corpora';

interface Case {
  readonly name: string;
  readonly valid: boolean;
  readonly result?: string;
}

interface CaseGroup {
  readonly id: string;
  readonly group: string;
  readonly failures?: readonly Case[];
  readonly valid?: readonly Case[];
}

const OUTSIDE = {
  now: '2026-11-22T00:00:00Z',
  status: async (url: string) =>
    url.includes('.invalid') ? null : url.endsWith('/not-available') ? 404 : 200,
  misspelled: async (text: string, language: string) =>
    language.startsWith('en') ? (text.match(/Secruity|Pruduct|vulnerapility/g) ?? []) : null,
  grammar: async (text: string) => text.match(/must followed/g) ?? [],
};

interface ExpectedMessage {
  readonly instance_path: string;
}

interface ExpectedResult {
  readonly id: string;
  readonly passed: boolean;
  readonly errors?: readonly ExpectedMessage[];
  readonly warnings?: readonly ExpectedMessage[];
  readonly infos?: readonly ExpectedMessage[];
}

interface ExpectedFile {
  readonly overall_valid: boolean;
  readonly primary_result: ExpectedResult;
  readonly secondary_results?: readonly ExpectedResult[];
}

const DIVERGENT = new Set(CSAF_DIVERGENCES.map((row) => row.case));

for (const version of ['2.0', '2.1']) {
  const data = join(CORPORA, `csaf-${version}`, 'validator', 'data');
  const present = existsSync(data);
  test(`CSAF ${version}: every case of the TC`, { timeout: 300_000 }, async (t) => {
    if (!present) return t.skip(`The folder csaf-${version} of the corpora is not here.`);
    const index = JSON.parse(readFileSync(join(data, 'testcases.json'), 'utf8'));
    const wrong: string[] = [];
    let right = 0;
    for (const group of index.tests as CaseGroup[]) {
      const faults = await faultsOf(group, data);
      if (faults.length === 0) right++;
      wrong.push(...faults);
    }
    t.diagnostic(`${right} of ${index.tests.length} ids fully right`);
    assert.equal(wrong.join('\n'), '');
  });
}

async function faultsOf(group: CaseGroup, data: string): Promise<string[]> {
  const faults: string[] = [];
  const look = async (one: Case, expected: 'failed' | 'passed') => {
    const name = one.name.slice(one.name.lastIndexOf('/') + 1);
    if (DIVERGENT.has(name)) return;
    const bytes = readFileSync(join(data, one.name));
    const report = await checkCsafOutside(bytes, { ports: OUTSIDE });
    const found = report.tests.find(({ id }) => id === group.id);
    const ok =
      found?.result === expected ||
      (expected === 'passed' && group.id === '6.3.8' && found?.result === 'notRun');
    if (!ok) {
      const detail =
        found?.reason ?? JSON.stringify(found?.issues.map(({ path, message }) => [path, message]));
      faults.push(
        `${group.id} ${name}: ${found?.result}, not ${expected}: ${detail?.slice(0, 300)}`,
      );
    }
    // A document under a recommended test may break mandatory ones; a bad one is never valid.
    if (!one.valid && report.valid) {
      const why = report.tests
        .filter(
          (row) => row.result === 'failed' && (row.group === 'mandatory' || row.group === 'schema'),
        )
        .map((row) => `${row.id} ${row.issues[0]?.path} ${row.issues[0]?.message}`);
      faults.push(
        `${group.id} ${name}: valid ${report.valid}, not ${one.valid}: ${why.join('; ').slice(0, 400)}`,
      );
    }
    if (one.result !== undefined)
      faults.push(...resultFaults(report, join(data, one.result), name));
  };
  for (const one of group.failures ?? []) await look(one, 'failed');
  for (const one of group.valid ?? []) await look(one, 'passed');
  return faults;
}

function resultFaults(report: CsafReport, file: string, name: string): string[] {
  const expected: ExpectedFile = JSON.parse(readFileSync(file, 'utf8'));
  const faults: string[] = [];
  for (const row of [expected.primary_result, ...(expected.secondary_results ?? [])]) {
    const found = report.tests.find(({ id }) => id === row.id);
    const messages = [...(row.errors ?? []), ...(row.warnings ?? []), ...(row.infos ?? [])];
    const right = messages.map((message) => message.instance_path).sort();
    const ours = (found?.issues ?? [])
      .filter(({ code }) => code !== 'csaf-remark')
      .map(({ path }) => path)
      .sort();
    if ((found?.result !== 'failed') !== row.passed) {
      faults.push(`${name}: ${row.id} ${found?.result}, passed ${row.passed}`);
    }
    if (JSON.stringify(ours) !== JSON.stringify(right)) {
      faults.push(`${name}: ${row.id} places ${ours.join(' ')}, not ${right.join(' ')}`);
    }
  }
  return faults;
}
