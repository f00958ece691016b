/** Extensions (§3.2, §3.10, §7.3) and custom properties (§11.1). */
import { checkAnyValue, checkSuffix } from './dictionaries.ts';
import { type Findings, isMap, type StixMap, shown } from './findings.ts';
import { isTypeName, uuidStart } from './formats/identifier.ts';
import { hasSourcePrefix, isPropertyName } from './formats/names.ts';
import { PREDEFINED_EXTENSIONS } from './tables/extensions.ts';
import type { Table } from './tables/shape.ts';
import { ENUMERATIONS } from './vocab.ts';

/** Checks a nested table; passed in so that the walker and this module do not import each other. */
export type Walk = (table: Table, object: StixMap, at: Findings) => void;

const DEFINITION = 'extension-definition--';

/** §3.8, with the plural that STIX 2.0 reserved. */
const RESERVED_PROPERTIES: ReadonlySet<string> = new Set([
  'severity',
  'username',
  'phone_number',
  'phone_numbers',
  'action',
]);

const VERSIONING: ReadonlySet<string> = new Set([
  'created_by_ref',
  'created',
  'modified',
  'revoked',
]);

/** A property that the table does not have: reserved, not applicable, or custom. */
export function checkUnknownProperty(
  table: Table,
  name: string,
  value: unknown,
  at: Findings,
): void {
  if (RESERVED_PROPERTIES.has(name)) {
    at.add('stix-property-reserved', shown(name));
    return;
  }
  if (table.notApplicable.has(name)) {
    checkNotApplicable(table, name, at);
    return;
  }
  if (!isPropertyName(name)) at.add('stix-property-name', shown(name));
  checkSuffix(name, value, at);
  checkAnyValue(value, at);
  if (!table.open) checkCustomProperty(name, at);
}

/** §3.2; §3.6 lets a producer version an observable, so those four pass there. */
function checkNotApplicable(table: Table, name: string, at: Findings): void {
  if (name === 'defanged') at.add('stix-defanged', '');
  else if (table.class !== 'sco' || !VERSIONING.has(name)) {
    at.add('stix-not-applicable', `${name} on ${table.name}`, { clause: table.clause });
  }
}

/** §11.1.1, unless a toplevel-property-extension speaks for the property (§7.3). */
function checkCustomProperty(name: string, at: Findings): void {
  if (at.profile.strictProperties) {
    at.add('stix-custom-property', shown(name));
    return;
  }
  if (at.extended && at.wants('extensions-use')) return;
  if (!at.extended) at.add('stix-extension-undefined', shown(name));
  if (!name.startsWith('x_')) at.add('stix-custom-property-prefix-lax', shown(name));
  if (!hasSourcePrefix(name, '_')) at.add('stix-custom-property-prefix', shown(name));
}

/** True when an extension of the object adds properties at its top level (§7.3). */
export function hasToplevelExtension(extensions: unknown): boolean {
  return extensionTypes(extensions).includes('toplevel-property-extension');
}

/** The extension_type values of an object's extensions. */
export function extensionTypes(extensions: unknown): unknown[] {
  if (!isMap(extensions)) return [];
  return Object.values(extensions).map((value) =>
    isMap(value) && Object.hasOwn(value, 'extension_type') ? value.extension_type : undefined,
  );
}

/** The `extensions` property as a whole. */
export function checkExtensions(value: unknown, at: Findings, walk: Walk): void {
  if (!isMap(value)) {
    at.wrongType('a dictionary of extensions', value);
    return;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) at.add('stix-empty-dictionary', '');
  for (const key of keys) {
    at.enter(key);
    checkExtension(key, value[key], at, walk);
    at.leave();
  }
}

function checkExtension(key: string, value: unknown, at: Findings, walk: Walk): void {
  if (!isMap(value)) {
    at.wrongType('an extension', value);
    return;
  }
  const predefined = PREDEFINED_EXTENSIONS.get(key);
  if (predefined !== undefined) {
    if (at.root.type !== predefined.host && at.container === null) {
      at.add('stix-extension-place', `${key} belongs to ${predefined.host}`);
    }
    walk(predefined.table, value, at);
  } else if (key.startsWith(DEFINITION)) {
    checkDefinedExtension(key, value, at);
  } else {
    checkCustomExtension(key, value, at);
  }
}

/** §7.3: content of an extension that an extension definition describes. */
function checkDefinedExtension(key: string, value: StixMap, at: Findings): void {
  if (uuidStart(key) < 0) at.add('stix-identifier', shown(key));
  if (!Object.hasOwn(value, 'extension_type')) {
    at.add('stix-extension-type', '');
  } else if (!isExtensionType(value.extension_type)) {
    at.add('stix-enumeration', `${shown(value.extension_type)} is not in extension-type-enum`, {
      key: 'extension_type',
      clause: ENUMERATIONS['extension-type-enum'].clause,
    });
  }
  checkOwnProperties(value, at);
}

function isExtensionType(value: unknown): boolean {
  return typeof value === 'string' && ENUMERATIONS['extension-type-enum'].values.has(value);
}

/** §11.3.1: deprecated custom extensions, named by their author. */
function checkCustomExtension(key: string, value: StixMap, at: Findings): void {
  const named = isTypeName(key) && key.length <= 250 && key.endsWith('-ext');
  if (!named) at.add('stix-extension-key', shown(key));
  if (at.profile.strictProperties) at.add('stix-custom-property', shown(key));
  at.add('stix-extension-undefined', shown(key));
  if (Object.keys(value).length === 0) at.add('stix-custom-extension-empty', shown(key));
  checkOwnProperties(value, at);
}

/** §7.3.2, §11.3.1: names and values of what an extension says. */
function checkOwnProperties(value: StixMap, at: Findings): void {
  for (const name of Object.keys(value)) {
    at.enter(name);
    if (!isPropertyName(name)) at.add('stix-property-name', shown(name));
    checkSuffix(name, value[name], at);
    checkAnyValue(value[name], at);
    at.leave();
  }
}
