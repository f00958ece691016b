/** Findings on documents of OVAL 5: definitions, system characteristics, results, variables. */
import type { Severity } from '../../core/issue.ts';

export interface OvalIssueMeaning {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const row = (
  clause: string,
  severity: Severity,
  meaning: string,
  remedy: string,
): OvalIssueMeaning => ({ clause, severity, meaning, remedy });

const COMMON = 'OVAL Common Schema, ';
const DEFS = 'OVAL Definitions Schema, ';
const CHARS = 'OVAL System Characteristics Schema, ';
const RES = 'OVAL Results Schema, ';
const VARS = 'OVAL Variables Schema, ';

export const OVAL_ISSUES = {
  'oval-root': row(
    'OVAL 5.11.1, documents',
    'error',
    'The document is none of OVAL 5.',
    'Its root is oval_definitions, oval_system_characteristics, oval_results or oval_variables in its namespace.',
  ),
  'oval-generator': row(
    `${COMMON}GeneratorType`,
    'error',
    'The generator is missing or stands elsewhere.',
    'Put it first, with schema_version and timestamp.',
  ),
  'oval-schema-version': row(
    `${COMMON}SchemaVersionType`,
    'error',
    'One and only one schema_version without a platform must be there, of the form N.N or N.N.N.',
    'Name the version of the core language once, e.g. 5.11.1.',
  ),
  'oval-schema-version-known': row(
    `${COMMON}SchemaVersionType`,
    'warning',
    'The version of the language is not one that is read here (5.3 to 5.12).',
    'What is known of OVAL 5 was checked all the same.',
  ),
  'oval-schema-version-platform': row(
    `${COMMON}SchemaVersionType`,
    'error',
    'The version of a platform must begin with that of the core.',
    'Write CORE:PLATFORM, e.g. 5.11.1:1.0.',
  ),
  'oval-schema-version-empty': row(
    `${COMMON}SchemaVersionType`,
    'warning',
    'The platform of a schema_version is empty.',
    'Give the namespace of the platform extension, or leave the attribute out.',
  ),
  'oval-timestamp': row(
    `${COMMON}GeneratorType, timestamp`,
    'error',
    'The timestamp of the generator is missing or no date and time.',
    'Write yyyy-mm-ddThh:mm:ss.',
  ),
  'oval-empty': row(
    `${DEFS}oval_definitions`,
    'error',
    'The document has none of definitions, tests, objects, states and variables.',
    'At least one of them must be there.',
  ),
  'oval-content': row(
    'OVAL 5.11.1, content models',
    'error',
    'An element does not belong here, comes in the wrong order, or one is missing.',
    'See the schema of the element around it.',
  ),
  'oval-attribute-missing': row(
    'OVAL 5.11.1, attributes',
    'error',
    'A required attribute is missing.',
    'Give it.',
  ),
  'oval-attribute-unknown': row(
    'OVAL 5.11.1, attributes',
    'error',
    'An attribute is none that the element has.',
    'Remove it or mend its name.',
  ),
  'oval-attribute-value': row(
    'OVAL 5.11.1, enumerations',
    'error',
    'The value of an attribute is none that it may have.',
    'Use a word that the schema lists.',
  ),
  'oval-id': row(
    `${COMMON}DefinitionIDPattern and the like`,
    'error',
    'An id is missing or not of the form of its kind.',
    'Write oval:NAMESPACE:KIND:NUMBER, where KIND is def, tst, obj, ste or var.',
  ),
  'oval-id-repeated': row(
    `${DEFS}keys`,
    'error',
    'An id names two things of one document.',
    'Give each its own.',
  ),
  'oval-version-number': row(
    `${DEFS}version`,
    'error',
    'The version is no whole number from 0.',
    'Count versions from 1.',
  ),
  'oval-reference': row(
    `${DEFS}key references`,
    'error',
    'What is referred to is not in the document.',
    'Add it, or mend the id.',
  ),
  'oval-reference-type': row(
    'OVAL component schemas, tests',
    'error',
    'The test refers to an object or state of another type.',
    'Refer to the object and state that belong to the test.',
  ),
  'oval-comment': row(
    `${COMMON}NonEmptyStringType`,
    'error',
    'A comment is empty, or missing where there must be one.',
    'Say in a few words what it is for.',
  ),
  'oval-criteria-missing': row(
    `${DEFS}DefinitionType`,
    'error',
    'A definition that is not deprecated must have criteria.',
    'Give them, or mark the definition as deprecated.',
  ),
  'oval-extend-loop': row(
    `${DEFS}ExtendDefinitionType`,
    'error',
    'A definition extends itself, straight or by way of others.',
    'Break the circle; its result would be an error.',
  ),
  'oval-affected-repeated': row(
    `${DEFS}unique families, platforms, products`,
    'error',
    'A family, or a platform or product within one, is named twice.',
    'Name each once.',
  ),
  'oval-cve-form': row(
    `${DEFS}ReferenceType`,
    'warning',
    'A reference to CVE does not have the form of a CVE id.',
    'Write CVE-YYYY-NNNN.',
  ),
  'oval-notes': row(
    `${DEFS}notes`,
    'warning',
    'The element notes of the definitions namespace is deprecated.',
    'Use that of the common namespace.',
  ),
  'oval-deprecated': row(
    'OVAL deprecation policy',
    'warning',
    'The type is deprecated.',
    'Use the one that replaces it.',
  ),
  'oval-deprecated-used': row(
    `${DEFS}deprecated`,
    'warning',
    'Something that is in use refers to something deprecated.',
    'Refer to what replaces it.',
  ),
  'oval-check-deprecated': row(
    `${COMMON}CheckEnumeration`,
    'warning',
    'The word "none exist" is deprecated since 5.3; it is read as "none satisfy".',
    'Write "none satisfy", or check_existence="none_exist".',
  ),
  'oval-type-unknown': row(
    'OVAL component schemas',
    'error',
    'The component has no such test, object, state or item.',
    'Mend its name or namespace.',
  ),
  'oval-type-unlisted': row(
    'OVAL component schemas',
    'info',
    'The type is not in the component schemas of OVAL 5.11.2; it was read, not checked, and is not evaluated.',
    'Nothing, where it is of a newer version or an extension.',
  ),
  'oval-state-none-exist': row(
    `${DEFS}TestType`,
    'error',
    'A test with check_existence "none_exist" must not refer to a state.',
    'Remove the state, or use another check of existence.',
  ),
  'oval-entity-datatype': row(
    `${DEFS}entity types`,
    'error',
    'The datatype is missing, or none that the entity may have.',
    'Name the datatype that the schema asks for.',
  ),
  'oval-entity-operation': row(
    `${DEFS}EntityAttributeGroup`,
    'error',
    'The operation is none of the datatype.',
    'Use an operation that the datatype has; without a datatype it is string.',
  ),
  'oval-entity-value': row(
    `${DEFS}entity types`,
    'error',
    'The value is not of the datatype, or none that the schema lists.',
    'Write a value of the datatype.',
  ),
  'oval-entity-value-doubtful': row(
    `${COMMON}SimpleDatatypeEnumeration`,
    'warning',
    'The value does not look like one of the datatype; comparing it gives an error.',
    'Write a value of the datatype.',
  ),
  'oval-pattern': row(
    'OVAL 5.11.1, regular expressions',
    'error',
    'The regular expression is broken.',
    'Mend it; what OVAL knows of Perl 5 is allowed.',
  ),
  'oval-pattern-unsupported': row(
    'CYBEX: linear time',
    'warning',
    'The regular expression has a construct that cannot be run in linear time; tests with it give an error.',
    'Write it without look-around, back references, atomic groups and conditions.',
  ),
  'oval-var-value': row(
    `${DEFS}EntityAttributeGroup, var_ref`,
    'error',
    'An entity with var_ref must have no value of its own.',
    'Remove the value or the var_ref.',
  ),
  'oval-var-datatype': row(
    `${DEFS}EntityAttributeGroup, var_ref`,
    'error',
    'Entity and variable have different datatypes.',
    'Let both name the same.',
  ),
  'oval-var-check': row(
    `${DEFS}EntityAttributeGroup, var_check`,
    'warning',
    'An entity with var_ref should say how many of the values must hold.',
    'Add var_check.',
  ),
  'oval-var-check-alone': row(
    `${DEFS}EntityAttributeGroup, var_check`,
    'error',
    'There is a var_check without a var_ref.',
    'Remove it, or name the variable.',
  ),
  'oval-var-loop': row(
    `${DEFS}VariableComponentType`,
    'error',
    'A variable depends on itself, straight or by way of others.',
    'Break the circle.',
  ),
  'oval-function-datatype': row(
    `${DEFS}function types`,
    'error',
    'A component of a function has a datatype that the function does not take.',
    'Arithmetic takes int and float, time_difference int and string, the others string.',
  ),
  'oval-item-field': row(
    `${DEFS}ObjectComponentType`,
    'error',
    'The items of the object have no entity of this name.',
    'Name an entity of the item.',
  ),
  'oval-record': row(
    `${DEFS}EntityStateRecordType`,
    'error',
    'An entity of datatype record has a var_ref, an operation other than equals, or fields with bad names.',
    'Only equals is allowed; field names are unique and have no capital letters.',
  ),
  'oval-set-type': row(
    `${DEFS}set`,
    'error',
    'A set refers to an object of another type than its own.',
    'Refer to objects of the same type.',
  ),
  'oval-set-loop': row(
    `${DEFS}set`,
    'error',
    'A set refers to itself, straight or by way of others.',
    'Break the circle.',
  ),
  'oval-filter-type': row(
    `${DEFS}filter`,
    'error',
    'A filter refers to a state of another type.',
    'Refer to a state that belongs to the object.',
  ),
  'oval-behaviors': row(
    'OVAL component schemas, behaviors',
    'error',
    'A behavior does not go with the entity beside it, or has a value that it may not have.',
    'Behaviors of recursion need path with operation equals.',
  ),
  'oval-item-id': row(
    `${COMMON}ItemIDPattern`,
    'error',
    'The id of an item is no whole number, or stands twice.',
    'Give each item its own number.',
  ),
  'oval-item-reference': row(
    `${CHARS}itemKeyRef`,
    'error',
    'A collected object refers to an item that is not there.',
    'Add the item to system_data.',
  ),
  'oval-object-repeated': row(
    `${CHARS}objectKey`,
    'error',
    'An object with its version and variable_instance was collected twice.',
    'Give each one element.',
  ),
  'oval-flag-items': row(
    `${CHARS}FlagEnumeration`,
    'warning',
    'The flag of the collected object does not go with the items that it refers to.',
    'Objects that were not found or not collected refer to no item that exists.',
  ),
  'oval-status-value': row(
    `${CHARS}EntityAttributeGroup, status`,
    'warning',
    'An entity whose status is not "exists" has a value.',
    'Remove the value.',
  ),
  'oval-mask-value': row(
    `${RES}mask`,
    'error',
    'A value that is masked stands in the results.',
    'Remove it: masked values must not be in a results document.',
  ),
  'oval-directives': row(
    `${RES}DirectivesType`,
    'error',
    'The results hold more or less than the directives say.',
    'Let directives, source definitions, criteria and tests agree.',
  ),
  'oval-result-reference': row(
    `${RES}key references`,
    'error',
    'A result refers to a test or definition whose result is not there, or a test is in no criteria.',
    'Report every test and definition that criteria refer to.',
  ),
  'oval-result-differs': row(
    `${COMMON}OperatorEnumeration`,
    'warning',
    'The result stated does not follow from the results below it.',
    'See the truth tables of the operators.',
  ),
  'oval-external-value': row(
    `${VARS}VariableType`,
    'error',
    'The value given to a variable is not of its datatype, or none that the definition allows.',
    'Give a possible value.',
  ),
  'oval-limit': row(
    'CYBEX limits',
    'error',
    'The document has more ids or references than the bound.',
    'Split it.',
  ),
} as const satisfies Record<string, OvalIssueMeaning>;
