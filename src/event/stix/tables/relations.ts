/** Property tables of section 5: relationship objects. */
import { after, notBefore } from '../rules/order.ts';
import * as rules from '../rules/relationship.ts';
import { CORE_RULES } from './domain.ts';
import { CORE_COMMON, CORE_NOT_APPLICABLE } from './general.ts';
import { BOOLEAN, classReference, integer, list, reference, STRING, TIMESTAMP } from './kind.ts';
import type { Table } from './shape.ts';
import { required, table } from './table.ts';

const END = required(classReference('a domain object or an observable', 'sdo', 'sco'));

const CORE = { class: 'sro', common: CORE_COMMON, notApplicable: CORE_NOT_APPLICABLE } as const;

export const RELATION_TABLES: readonly Table[] = [
  table(
    'relationship',
    '5.1.2',
    {
      relationship_type: required(STRING),
      description: STRING,
      source_ref: END,
      target_ref: END,
      start_time: TIMESTAMP,
      stop_time: TIMESTAMP,
    },
    {
      ...CORE,
      rules: [
        ...CORE_RULES,
        rules.relationshipName,
        rules.relationshipIsDefined,
        rules.relationshipTwoEnds,
        after('start_time', 'stop_time', '5.1.2'),
      ],
    },
  ),
  table(
    'sighting',
    '5.2.1',
    {
      description: STRING,
      first_seen: TIMESTAMP,
      last_seen: TIMESTAMP,
      count: integer(0, 999_999_999),
      sighting_of_ref: required(classReference('a domain object', 'sdo')),
      observed_data_refs: list(reference('observed-data')),
      where_sighted_refs: list(reference('identity', 'location')),
      // The table of Errata 01 says string and "default false"; value and default are a boolean's.
      summary: BOOLEAN,
    },
    { ...CORE, rules: [...CORE_RULES, notBefore('first_seen', 'last_seen', '5.2.1')] },
  ),
];
