/** Checks a CSAF document: JSON, schema, the tests of clause 6. */
import { hasErrors } from '../../core/issue.ts';
import { isJsonObject, type JsonObject, readJson } from '../../core/json/index.ts';
import { LIMITS } from '../../core/limits.ts';
import { DEFAULT_PORTS } from './default-ports.ts';
import { CSAF_ISSUES, type CsafIssue, type CsafIssueCode, groupOf, severityOf } from './issues.ts';
import { CsafModel, type CsafVersion, TooManySteps } from './model/model.ts';
import { objectOf } from './model/values.ts';
import type { Ports } from './ports.ts';
import { type Choice, chooseTests, SCHEMA } from './presets.ts';
import { csafSchema, SCHEMA_21_URL } from './schema/csaf.ts';
import { type Check, type SchemaFault, Walk } from './schema/walk.ts';
import type { TestCode } from './tests/index.ts';
import type { CsafTest, NotRun, Report, TestGroup } from './tests/test.ts';

export interface CsafOptions {
  /** Presets, groups or ids of tests; default `full`. */
  readonly tests?: readonly string[];
  /** Replaces what the tests ask of other standards and of outside. */
  readonly ports?: Ports;
  /** Most bytes read; default LIMITS.csaf.documentBytes. */
  readonly maxBytes?: number;
}

export type TestResult = 'passed' | 'failed' | 'notRun';

export interface CsafTestResult {
  /** Clause number of the test, or `schema`. */
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly group: TestGroup | 'schema';
  readonly result: TestResult;
  /** Why the test was not run. */
  readonly reason?: string;
  readonly issues: readonly CsafIssue[];
}

export interface CsafReport {
  /** `2.0`, `2.1`; empty when the document does not say. */
  readonly version: CsafVersion | '';
  /** True when JSON, schema and all mandatory tests that were chosen and run are without error. */
  readonly valid: boolean;
  /** Findings before any test: on the JSON text and the version. */
  readonly issues: readonly CsafIssue[];
  readonly tests: readonly CsafTestResult[];
}

/** Checks a document; tests that ask the world outside are `notRun` (see `checkCsafOutside`). */
export function checkCsaf(input: string | Uint8Array, options: CsafOptions = {}): CsafReport {
  const opened = openCsaf(input, options);
  return 'model' in opened ? runTests(opened, options) : opened;
}

/** Reads and checks at once; `root` is null where it is no document of a known version. */
export function readCsaf(
  input: string | Uint8Array,
  options: CsafOptions = {},
): { readonly root: JsonObject | null; readonly report: CsafReport } {
  const opened = openCsaf(input, options);
  if (!('model' in opened)) return { root: null, report: opened };
  return { root: opened.model.root, report: runTests(opened, options) };
}

function runTests(opened: Opened, options: CsafOptions): CsafReport {
  const { model, choice, schema, issues, version } = opened;
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const tests = choice.tests.map((test) => {
    const run = start(test, model, ports);
    const ended = run.ended instanceof Promise ? OUTSIDE : run.ended;
    return finish(test, version, run.issues, ended);
  });
  return conclude(version, issues, [...schema, ...tests]);
}

const OUTSIDE = 'It asks the world outside of the document; checkCsafOutside takes the means.';

/** Checks a document, with the tests on links, spelling and grammar for which ports are given. */
export async function checkCsafOutside(
  input: string | Uint8Array,
  options: CsafOptions = {},
): Promise<CsafReport> {
  const opened = openCsaf(input, options);
  if (!('model' in opened)) return opened;
  const { model, choice, schema, issues, version } = opened;
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const tests: CsafTestResult[] = [];
  for (const test of choice.tests) {
    const run = start(test, model, ports);
    const ended = await run.ended;
    tests.push(finish(test, version, run.issues, ended));
  }
  return conclude(version, issues, [...schema, ...tests]);
}

interface Opened {
  readonly version: CsafVersion;
  readonly model: CsafModel;
  readonly choice: Choice;
  readonly schema: readonly CsafTestResult[];
  readonly issues: readonly CsafIssue[];
}

const SCHEMAS = new Map<CsafVersion, Check>();

function schemaOf(version: CsafVersion): Check {
  let schema = SCHEMAS.get(version);
  if (schema === undefined) {
    schema = csafSchema(version);
    SCHEMAS.set(version, schema);
  }
  return schema;
}

/** Reads the text and walks it once against the schema; a report where that is not possible. */
function openCsaf(input: string | Uint8Array, options: CsafOptions): Opened | CsafReport {
  const maxBytes = options.maxBytes ?? LIMITS.csaf.documentBytes;
  const read = readJson(input, { maxBytes });
  const issues: CsafIssue[] = [...read.issues];
  const nothing = (): CsafReport => ({ version: '', valid: false, issues, tests: [] });
  if (!read.ok) return nothing();
  const root = isJsonObject(read.value) ? read.value : null;
  const version = root === null ? null : versionOf(root);
  if (root === null || version === null) {
    issues.push(versionUnknown(root));
    return nothing();
  }
  const walk = new Walk();
  schemaOf(version)(root, walk);
  const choice = chooseTests(version, options.tests ?? ['full']);
  if (choice.unknown.length > 0) issues.push(testsUnknown(choice.unknown, version));
  const schema = choice.schema ? [schemaResult(walk.faults, version)] : [];
  return { version, model: new CsafModel(root, version, walk), choice, schema, issues };
}

/** The version that the document states; without one, that of its `$schema`. */
export function versionOf(root: JsonObject): CsafVersion | null {
  const stated = objectOf(root.document).csaf_version;
  if (stated === '2.0' || stated === '2.1') return stated;
  return stated === undefined && root.$schema === SCHEMA_21_URL ? '2.1' : null;
}

function versionUnknown(root: JsonObject | null): CsafIssue {
  const stated = objectOf(root?.document).csaf_version;
  const found =
    typeof stated === 'string' ? `It states ${JSON.stringify(stated.slice(0, 40))}.` : '';
  const { clause, meaning, remedy } = CSAF_ISSUES['csaf-version-unknown'];
  return {
    code: 'csaf-version-unknown',
    severity: 'error',
    clause,
    path: root === null ? '' : '/document/csaf_version',
    message: [meaning, found, remedy].filter((part) => part !== '').join(' '),
  };
}

/** What was not run has to be told: an answer without tests would look like a good one. */
function testsUnknown(names: readonly string[], version: CsafVersion): CsafIssue {
  const { clause, meaning, remedy } = CSAF_ISSUES['csaf-test-unknown'];
  const shown = names.slice(0, 5).map((name) => JSON.stringify(name.slice(0, 40)));
  const found = `CSAF ${version} has none called ${shown.join(', ')}.`;
  const message = `${meaning} ${found} ${remedy}`;
  return { code: 'csaf-test-unknown', severity: 'warning', clause, path: '', message };
}

function schemaResult(faults: readonly SchemaFault[], version: CsafVersion): CsafTestResult {
  const issues = faults.map(({ code, path, message }): CsafIssue => {
    return { code, severity: 'error', clause: `CSAF ${version} §3`, path, message };
  });
  return {
    id: SCHEMA,
    clause: `CSAF ${version} §3`,
    title: 'JSON schema',
    group: 'schema',
    result: issues.length === 0 ? 'passed' : 'failed',
    issues,
  };
}

interface Started {
  readonly issues: CsafIssue[];
  readonly ended: NotRun | Promise<NotRun>;
}

/** Runs one test; what it reports arrives in `issues`. */
function start(test: CsafTest<TestCode>, model: CsafModel, ports: Ports): Started {
  const issues: CsafIssue[] = [];
  const severity = severityOf(groupOf(test.id, model.version));
  const clause = `CSAF ${model.version} §${test.id}`;
  const add = (code: CsafIssueCode, level: CsafIssue['severity'], path: string, text: string) => {
    if (issues.length >= LIMITS.json.issuesPerRecord) return;
    issues.push({ code, severity: level, clause, path, message: text });
  };
  const report: Report = Object.assign(
    (path: string, message: string) => add(test.code, severity, path, message),
    {
      remark: (path: string, message: string) =>
        add('csaf-remark', severity === 'info' ? 'info' : 'warning', path, message),
    },
  );
  model.refill();
  try {
    const ended = test.run(model, report, ports);
    return { issues, ended: ended as NotRun | Promise<NotRun> };
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    return { issues: [], ended: CSAF_ISSUES['csaf-bound'].meaning };
  }
}

function finish(
  test: CsafTest<TestCode>,
  version: CsafVersion,
  issues: readonly CsafIssue[],
  reason: NotRun,
): CsafTestResult {
  const failed = issues.some(({ code }) => code === test.code);
  return {
    id: test.id,
    clause: `CSAF ${version} §${test.id}`,
    title: test.title,
    group: groupOf(test.id, version),
    result: failed ? 'failed' : reason === undefined ? 'passed' : 'notRun',
    ...(reason === undefined || failed ? {} : { reason }),
    issues,
  };
}

function conclude(
  version: CsafVersion,
  issues: readonly CsafIssue[],
  tests: readonly CsafTestResult[],
): CsafReport {
  const failed = tests.some(
    ({ group, result }) => result === 'failed' && (group === 'mandatory' || group === SCHEMA),
  );
  return { version, valid: !failed && !hasErrors(issues), issues, tests };
}
