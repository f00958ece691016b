/** What may be found by the JSON schemas of CSAF, whatever the version. */

interface SchemaRow {
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const SCHEMA_ROWS = {
  'csaf-version-unknown': {
    clause: 'CSAF 2.1 §3.2.2.4',
    meaning: 'The document does not say that it is CSAF 2.0 or 2.1.',
    remedy: 'Set /document/csaf_version to "2.0" or "2.1".',
  },
  'csaf-schema-type': {
    clause: 'CSAF 2.1 §3',
    meaning: 'A value is of another JSON type than the schema asks.',
    remedy: 'Write the type that the message names.',
  },
  'csaf-schema-required': {
    clause: 'CSAF 2.1 §3',
    meaning: 'A required property is missing.',
    remedy: 'Add the property that the message names.',
  },
  'csaf-schema-additional': {
    clause: 'CSAF 2.1 §3',
    meaning: 'An object has a property that the schema does not define.',
    remedy: 'Remove it, or move it into an extension (2.1).',
  },
  'csaf-schema-enum': {
    clause: 'CSAF 2.1 §3',
    meaning: 'A value is none of those that the schema lists.',
    remedy: 'Use one of the values that the message names.',
  },
  'csaf-schema-length': {
    clause: 'CSAF 2.1 §3',
    meaning: 'A text, a list or an object has too few or too many parts.',
    remedy: 'The message says how many are needed; leave out what would be empty.',
  },
  'csaf-schema-unique': {
    clause: 'CSAF 2.1 §3',
    meaning: 'A list that is a set has the same item twice.',
    remedy: 'Remove one of the two.',
  },
  'csaf-schema-pattern': {
    clause: 'CSAF 2.1 §3',
    meaning: 'A text does not have the form that the schema asks.',
    remedy: 'Write it in the form that the message names.',
  },
  'csaf-schema-format': {
    clause: 'CSAF 2.1 §2.2',
    meaning: 'A text is no URI, date-time or UUID where one is asked.',
    remedy: 'Write a full URI, an RFC 3339 time with offset, or a UUID in lower case.',
  },
  'csaf-schema-number': {
    clause: 'CSAF 2.1 §3',
    meaning: 'A number is out of its range or not a multiple of its step.',
    remedy: 'The message names the range.',
  },
} as const satisfies Record<string, SchemaRow>;

export type SchemaCode = keyof typeof SCHEMA_ROWS;
