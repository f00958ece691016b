/** What OVAL 5.11.1 asks, and which finding answers each. */
import type { OvalIssueCode } from './issues.ts';

export interface OvalConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly OvalIssueCode[];
  readonly note?: string;
}

const must = (
  clause: string,
  meaning: string,
  codes: readonly OvalIssueCode[],
  note?: string,
): OvalConformanceRow => ({
  clause,
  level: 'MUST',
  meaning,
  codes,
  ...(note === undefined ? {} : { note }),
});

export const OVAL_CONFORMANCE: readonly OvalConformanceRow[] = [
  must(
    'Documents',
    'Definitions, system characteristics, results and variables in their namespaces.',
    ['oval-root', 'oval-empty'],
  ),
  must('Common Schema, GeneratorType', 'Versions of core and platforms, timestamp.', [
    'oval-generator',
    'oval-schema-version',
    'oval-schema-version-known',
    'oval-schema-version-platform',
    'oval-schema-version-empty',
    'oval-timestamp',
  ]),
  must('Common Schema, id patterns', 'Ids of definitions, tests, objects, states, variables.', [
    'oval-id',
    'oval-id-repeated',
    'oval-version-number',
  ]),
  must('Content models and attributes', 'What stands in what, in which order.', [
    'oval-content',
    'oval-attribute-missing',
    'oval-attribute-unknown',
    'oval-attribute-value',
    'oval-comment',
    'oval-type-unknown',
    'oval-type-unlisted',
    'oval-limit',
  ]),
  must('Definitions Schema, DefinitionType', 'Metadata, references, criteria.', [
    'oval-criteria-missing',
    'oval-affected-repeated',
    'oval-cve-form',
    'oval-extend-loop',
  ]),
  must(
    'Definitions Schema, key references',
    'Whatever is referred to is there, and of the right type.',
    [
      'oval-reference',
      'oval-reference-type',
      'oval-set-type',
      'oval-set-loop',
      'oval-filter-type',
      'oval-item-field',
    ],
  ),
  must('Definitions Schema, TestType', 'Checks of existence and state.', [
    'oval-state-none-exist',
    'oval-check-deprecated',
  ]),
  must('Definitions Schema, EntityAttributeGroup', 'Datatypes, operations, values, variables.', [
    'oval-entity-datatype',
    'oval-entity-operation',
    'oval-entity-value',
    'oval-entity-value-doubtful',
    'oval-var-value',
    'oval-var-datatype',
    'oval-var-check',
    'oval-var-check-alone',
    'oval-record',
  ]),
  must(
    'Definitions Schema, regular expressions',
    'The common subset of Perl 5.',
    ['oval-pattern', 'oval-pattern-unsupported'],
    'Run in linear time; what needs back-tracking gives the result error.',
  ),
  must('Definitions Schema, variables', 'Constant, external and local variables, functions.', [
    'oval-function-datatype',
    'oval-var-loop',
    'oval-external-value',
  ]),
  must('Component schemas, behaviors', 'Behaviors that go with the entities beside them.', [
    'oval-behaviors',
  ]),
  {
    clause: 'Deprecation policy',
    level: 'SHOULD',
    meaning: 'What is deprecated is not used.',
    codes: ['oval-deprecated', 'oval-deprecated-used', 'oval-notes'],
  },
  must('System Characteristics Schema', 'Collected objects, items, their flags and status.', [
    'oval-item-id',
    'oval-item-reference',
    'oval-object-repeated',
    'oval-flag-items',
    'oval-status-value',
  ]),
  must('Results Schema', 'Directives, results of definitions and tests, masked values.', [
    'oval-directives',
    'oval-result-reference',
    'oval-result-differs',
    'oval-mask-value',
  ]),
  {
    clause: 'Test types',
    level: 'MAY',
    meaning:
      'dpkginfo, rpminfo, textfilecontent54, family, uname, file, variable, environmentvariable, environmentvariable58 and unknown are evaluated.',
    codes: [],
    note: 'Every other type is read, checked and not evaluated.',
  },
  {
    clause: 'OVAL 5.12',
    level: 'MAY',
    meaning: 'Documents of 5.12 are read.',
    codes: [],
    note: 'Types that came with it are not evaluated.',
  },
];
