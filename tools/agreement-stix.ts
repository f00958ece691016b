/** Agreement with the corpus stix-validity. */
import { hasErrors } from '../src/core/issue.ts';
import { checkStix, type StixOptions } from '../src/event/stix/index.ts';
import { type CaseList, compare } from './agreement.ts';

export interface ValidityCase {
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: unknown;
  readonly expected: string;
  /** Verdict without options; null where it was not computed. */
  readonly must_only: string | null;
}

const LIST = 'stix-validity/cases-2.1.json';

export function stixAgreement(corpora: string): CaseList[] {
  const expected = compare<ValidityCase>(
    corpora,
    LIST,
    (row) => row.expected,
    (row) => verdict(row.input, optionsOf(row)),
  );
  let skipped = 0;
  const mustOnly = compare<ValidityCase>(
    corpora,
    LIST,
    (row) => row.must_only ?? 'not computed',
    (row) => {
      if (row.must_only !== null) return verdict(row.input, {});
      skipped++;
      return 'not computed';
    },
  );
  return [
    { ...expected, name: `${LIST}, under its options` },
    { ...mustOnly, name: `${LIST}, MUST only`, total: mustOnly.total - skipped },
  ];
}

function verdict(input: unknown, options: StixOptions): string {
  return hasErrors(checkStix(input, options)) ? 'invalid' : 'valid';
}

/** Options of a case in our words. Two of its checks go by the numbers of that tool. */
export function optionsOf({ options }: ValidityCase): StixOptions {
  const { version } = options;
  return {
    strict: options.strict === true,
    strictTypes: options.strict_types === true,
    strictProperties: options.strict_properties === true,
    interop: options.interop === true,
    disabled: names(options.disabled),
    enabled: names(options.enabled),
    ...(version === '2.0' || version === '2.1' ? { version } : {}),
  };
}

const NUMBERS: Readonly<Record<string, string>> = {
  141: 'observable-object-keys',
  304: 'deprecated-properties',
};

function names(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return list.map((name: unknown) => NUMBERS[String(name)] ?? String(name));
}
