/** Property tables of section 7 (meta objects) and of custom objects (§7.3, §11.2). */
import { observableVersioning } from '../rules/general.ts';
import * as rules from '../rules/meta.ts';
import { modifiedNotBeforeCreated } from '../rules/order.ts';
import { CORE_RULES } from './domain.ts';
import {
  CORE_COMMON,
  CORE_NOT_APPLICABLE,
  EXTENSION_DEFINITION_COMMON,
  EXTENSION_DEFINITION_NOT_APPLICABLE,
  MARKING_COMMON,
  MARKING_NOT_APPLICABLE,
  OBSERVABLE_COMMON,
} from './general.ts';
import {
  dictionary,
  enumeration,
  LANGUAGES,
  list,
  REFERENCE,
  STRING,
  STRINGS,
  TIMESTAMP,
} from './kind.ts';
import type { Table } from './shape.ts';
import { required, table } from './table.ts';

const { lang: _lang, ...TRANSLATION_COMMON } = CORE_COMMON;

export const META_TABLES: readonly Table[] = [
  table(
    'language-content',
    '7.1.1',
    {
      object_ref: required(REFERENCE),
      object_modified: TIMESTAMP,
      contents: required(LANGUAGES),
    },
    {
      class: 'meta',
      common: TRANSLATION_COMMON,
      notApplicable: ['lang', 'defanged'],
      rules: [modifiedNotBeforeCreated],
    },
  ),
  table(
    'marking-definition',
    '7.2.1',
    { name: STRING, definition_type: STRING, definition: dictionary('any', 'cased') },
    {
      class: 'meta',
      common: MARKING_COMMON,
      notApplicable: MARKING_NOT_APPLICABLE,
      rules: [
        rules.markingIsDefined,
        rules.markingPrecision,
        rules.markingType,
        rules.markingStatement,
        rules.markingTlp,
        rules.markingTlp2,
        rules.markingTlpId,
        rules.markingNotCircular,
      ],
    },
  ),
  table(
    'extension-definition',
    '7.3.1',
    {
      name: required(STRING),
      description: STRING,
      schema: required(STRING),
      version: required(STRING),
      extension_types: required(list(enumeration('extension-type-enum'))),
      extension_properties: STRINGS,
    },
    {
      class: 'meta',
      common: EXTENSION_DEFINITION_COMMON,
      notApplicable: EXTENSION_DEFINITION_NOT_APPLICABLE,
      rules: [modifiedNotBeforeCreated, rules.extensionProperties, rules.extensionDescription],
    },
  ),
];

/** Custom domain and relationship objects: common properties, and whatever their author adds. */
export const CUSTOM_TABLE = table(
  'custom object',
  '11.2.1',
  {},
  {
    class: 'sdo',
    common: CORE_COMMON,
    notApplicable: CORE_NOT_APPLICABLE,
    open: true,
    rules: CORE_RULES,
  },
);

/** Custom observables: an extension of type new-sco says that they are. */
export const CUSTOM_OBSERVABLE_TABLE = table(
  'custom observable',
  '7.3.2',
  {},
  { class: 'sco', common: OBSERVABLE_COMMON, open: true, rules: [observableVersioning] },
);
