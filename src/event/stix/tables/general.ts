/** Common properties (§3.2) and the shared types of section 2. */
import { SHARED_RULES } from '../rules/general.ts';
import {
  BOOLEAN,
  EXTENSIONS,
  HASHES,
  integer,
  LANGUAGE,
  list,
  object,
  reference,
  STRING,
  STRINGS,
  suggestedReference,
  TIMESTAMP,
  TIMESTAMP_MS,
} from './kind.ts';
import { required, table } from './table.ts';

/** §2.5.1 */
export const EXTERNAL_REFERENCE = table(
  'external-reference',
  '2.5.1',
  {
    source_name: required(STRING),
    description: STRING,
    url: STRING,
    hashes: HASHES,
    external_id: STRING,
  },
  { rules: SHARED_RULES.externalReference },
);

/** §2.11 */
export const KILL_CHAIN_PHASE = table(
  'kill-chain-phase',
  '2.11',
  { kill_chain_name: required(STRING), phase_name: required(STRING) },
  { rules: SHARED_RULES.killChainPhase },
);

/** §7.2.3 */
export const GRANULAR_MARKING = table(
  'granular-marking',
  '7.2.3',
  {
    lang: LANGUAGE,
    marking_ref: reference('marking-definition'),
    selectors: required(STRINGS),
  },
  { rules: SHARED_RULES.granularMarking },
);

const IDENTITY_REFERENCE = suggestedReference('identity');
const EXTERNAL_REFERENCES = list(object(EXTERNAL_REFERENCE));
/** Data markings (§7.2), the same in both versions. */
export const MARKINGS = {
  object_marking_refs: list(reference('marking-definition')),
  granular_markings: list(object(GRANULAR_MARKING)),
};

/** SDOs and SROs. `id` and `type` are looked at before the table (see check.ts). */
export const CORE_COMMON = {
  type: required(STRING),
  spec_version: required(STRING),
  id: required(STRING),
  created_by_ref: IDENTITY_REFERENCE,
  created: required(TIMESTAMP_MS),
  modified: required(TIMESTAMP_MS),
  revoked: BOOLEAN,
  labels: STRINGS,
  confidence: integer(0, 100),
  lang: LANGUAGE,
  external_references: EXTERNAL_REFERENCES,
  ...MARKINGS,
  extensions: EXTENSIONS,
};
export const CORE_NOT_APPLICABLE = ['defanged'];

/** SCOs. */
export const OBSERVABLE_COMMON = {
  type: required(STRING),
  spec_version: STRING,
  id: required(STRING),
  ...MARKINGS,
  defanged: BOOLEAN,
  extensions: EXTENSIONS,
};
export const OBSERVABLE_NOT_APPLICABLE = [
  'created_by_ref',
  'created',
  'modified',
  'revoked',
  'labels',
  'confidence',
  'lang',
  'external_references',
];

/** §7.2.1 */
export const MARKING_COMMON = {
  type: required(STRING),
  spec_version: required(STRING),
  id: required(STRING),
  created_by_ref: IDENTITY_REFERENCE,
  created: required(TIMESTAMP),
  external_references: EXTERNAL_REFERENCES,
  ...MARKINGS,
  extensions: EXTENSIONS,
};
export const MARKING_NOT_APPLICABLE = [
  'modified',
  'revoked',
  'labels',
  'confidence',
  'lang',
  'defanged',
];

/** §7.3.1 */
export const EXTENSION_DEFINITION_COMMON = {
  type: required(STRING),
  spec_version: required(STRING),
  id: required(STRING),
  created_by_ref: required(IDENTITY_REFERENCE),
  created: required(TIMESTAMP_MS),
  modified: required(TIMESTAMP_MS),
  revoked: BOOLEAN,
  labels: STRINGS,
  external_references: EXTERNAL_REFERENCES,
  ...MARKINGS,
};
export const EXTENSION_DEFINITION_NOT_APPLICABLE = ['confidence', 'lang', 'defanged', 'extensions'];
