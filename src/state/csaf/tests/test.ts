/** One test of clause 6: a function that is given the document and reports what it finds. */
import type { CsafModel, CsafVersion } from '../model/model.ts';
import type { Ports } from '../ports.ts';

export type TestGroup = 'mandatory' | 'recommended' | 'optional' | 'informative';

/** Notes a finding at a JSON pointer. */
export interface Report {
  (path: string, message: string): void;
  /** A warning that does not make the test fail. */
  remark(path: string, message: string): void;
}

/** Why a test said nothing; undefined when it was run. */
export type NotRun = string | undefined;

/** Only tests that ask something outside of the document give a promise. */
export type Run = (
  model: CsafModel,
  report: Report,
  ports: Ports,
  // biome-ignore lint/suspicious/noConfusingVoidType: most tests simply end
) => NotRun | Promise<NotRun> | void;

export interface CsafTest<Code extends string = string> {
  /** Clause number, e.g. `6.1.27.9`. */
  readonly id: string;
  readonly title: string;
  readonly code: Code;
  /** What is wrong when the test fails. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly versions: readonly CsafVersion[];
  readonly run: Run;
}

const BOTH: readonly CsafVersion[] = ['2.0', '2.1'];
export const ONLY_21: readonly CsafVersion[] = ['2.1'];
export const ONLY_20: readonly CsafVersion[] = ['2.0'];

type Row = readonly [id: string, title: string, meaning: string, remedy: string];

/** A row of a table of tests; the code is the name by which users meet it. */
export function test<const Code extends string>(
  code: Code,
  [id, title, meaning, remedy]: Row,
  run: Run,
  versions: readonly CsafVersion[] = BOTH,
): CsafTest<Code> {
  return { id, title, code, meaning, remedy, versions, run };
}

/** The group of a clause; what is recommended in 2.1 was called optional in 2.0. */
export function groupOf(id: string, version: CsafVersion): TestGroup {
  if (id.startsWith('6.1.')) return 'mandatory';
  if (id.startsWith('6.3.')) return 'informative';
  return version === '2.0' ? 'optional' : 'recommended';
}
