/** SSVC SelectionList 2.0.0 (CERT/CC), to which CSAF 2.1 refers. */
import { isDateTime, isUri } from './formats.ts';
import { parseNamespace } from './namespace.ts';
import { isSemanticVersion } from './patterns.ts';
import { filled, list, object, oneOf, partOf, set, text } from './shapes.ts';

const isKey = (key: string) => /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9_]*[a-zA-Z0-9])?|T\*)$/.test(key);
const key = text({ min: 1, pattern: isKey, form: 'a key of letters, digits and underscores' });

const value = object({ name: filled, definition: filled, key }, { required: ['key'] });

const selection = object(
  {
    namespace: text({
      min: 3,
      max: 1000,
      pattern: (name) => parseNamespace(name) !== null,
      form: 'an SSVC namespace',
    }),
    key,
    version: text({ min: 5, pattern: isSemanticVersion, form: 'a semantic version' }),
    name: filled,
    definition: filled,
    values: list(value),
  },
  { required: ['namespace', 'key', 'version', 'values'], open: true },
);

const reference = object(
  { uri: text({ min: 1, format: { name: 'a URI', test: isUri } }), summary: text() },
  { required: ['uri', 'summary'] },
);

export const ssvc2 = partOf(
  'ssvc',
  object(
    {
      timestamp: text({ format: { name: 'a date-time', test: isDateTime } }),
      schemaVersion: oneOf('2.0.0'),
      target_ids: set(text()),
      selections: list(selection),
      decision_point_resources: list(reference),
      references: list(reference),
    },
    { required: ['timestamp', 'schemaVersion', 'selections'] },
  ),
);
