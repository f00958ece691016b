/** The checker: one object, a bundle, or whatever was sent. */
import { checkBundleMembers } from './bundle.ts';
import { extensionTypes, hasToplevelExtension } from './extend.ts';
import { Findings, has, isMap, type StixMap, shown, textOf } from './findings.ts';
import { hasSourcePrefix } from './formats/names.ts';
import { checkId, checkType } from './identity-rules.ts';
import { checkInterop } from './interop.ts';
import type { StixIssue } from './issues.ts';
import { checkIndicatorPattern, checkStixPattern } from './pattern.ts';
import { profileOf, type StixOptions } from './profile.ts';
import { CUSTOM_OBSERVABLE_TABLE, CUSTOM_TABLE, TABLES, type Table } from './tables/index.ts';
import { checkObject20 } from './v20.ts';
import { specVersionOf } from './version.ts';
import { checkTable } from './walk.ts';

/** Checks objects one after the other under the same options. */
export interface Checker {
  /** Findings on one object, or on a bundle with all its objects; paths from its root. */
  check(value: unknown): readonly StixIssue[];
  /** Findings on one object out of a delivery, where a bundle cannot stand. */
  checkOne(value: unknown): readonly StixIssue[];
}

/** A checker with its options compiled; it keeps no state between objects. */
export function createChecker(options: StixOptions = {}): Checker {
  const at = new Findings(profileOf(options, checkStixPattern));
  return {
    check(value) {
      at.reset(isMap(value) ? value : {});
      if (isMap(value) && textOf(value, 'type') === 'bundle') checkWholeBundle(value, at);
      else checkObject(value, at);
      return at.issues;
    },
    checkOne(value) {
      at.reset(isMap(value) ? value : {});
      if (isMap(value) && textOf(value, 'type') === 'bundle')
        at.add('stix-bundle-object', 'bundle');
      else checkObject(value, at);
      return at.issues;
    },
  };
}

/**
 * Findings on one STIX Object, on a bundle with all its objects, or on a list of objects. Errors
 * are broken MUSTs; warnings are SHOULDs (errors when `strict`).
 */
export function checkStix(value: unknown, options: StixOptions = {}): StixIssue[] {
  if (Array.isArray(value)) {
    const checker = createChecker(options);
    return value.flatMap((item: unknown, index) =>
      checker.check(item).map((issue) => ({ ...issue, path: `/${index}${issue.path}` })),
    );
  }
  return [...createChecker(options).check(value)];
}

/** Findings on a bundle and on every object in it. */
export function checkBundle(value: unknown, options: StixOptions = {}): StixIssue[] {
  const at = new Findings(profileOf(options, checkStixPattern));
  at.reset(isMap(value) ? value : {});
  if (!isMap(value)) at.add('stix-not-object', shown(value));
  else {
    if (textOf(value, 'type') !== 'bundle') at.add('stix-type', shown(value.type), { key: 'type' });
    checkWholeBundle(value, at);
  }
  return [...at.issues];
}

/** Checks the object at the present place. */
function checkObject(value: unknown, at: Findings, old = false): void {
  if (!isMap(value)) {
    at.add('stix-not-object', shown(value));
    return;
  }
  at.root = value;
  const type = checkType(value, at);
  if (type === null) return;
  const version = at.profile.version ?? versionIn(value, old);
  if (version === '2.0') checkObject20(value, type, at);
  else checkObject21(value, type, at);
}

function versionIn(object: StixMap, old: boolean): string {
  return old && !has(object, 'spec_version') ? '2.0' : specVersionOf(object);
}

function checkObject21(object: StixMap, type: string, at: Findings): void {
  const stated = has(object, 'spec_version') ? object.spec_version : '2.1';
  if (stated !== '2.1' && at.profile.version === null) {
    at.add('stix-version', shown(stated), { key: 'spec_version' });
  }
  const known = TABLES.get(type);
  const table = known ?? customTable(object);
  at.observable = table.class === 'sco';
  at.extended = has(object, 'extensions') && hasToplevelExtension(object.extensions);
  checkId(object, type, at.observable, at);
  if (known === undefined) checkCustomType(object, type, table, at);
  checkTable(table, object, at);
  if (type === 'indicator') checkIndicatorPattern(object, at);
  if (at.profile.interop) checkInterop(object, type, at);
}

/** §7.3: the extension that defines a new object says of which class it is. */
function customTable(object: StixMap): Table {
  const types = has(object, 'extensions') ? extensionTypes(object.extensions) : [];
  return types.includes('new-sco') ? CUSTOM_OBSERVABLE_TABLE : CUSTOM_TABLE;
}

const NEW_OBJECT = ['new-sdo', 'new-sco', 'new-sro'];

/** §11.2.1, unless an extension defines the type (§7.3). */
function checkCustomType(object: StixMap, type: string, table: Table, at: Findings): void {
  if (at.profile.strictTypes) at.add('stix-custom-type', shown(type), { key: 'type' });
  if (Object.keys(object).every((name) => table.properties.has(name))) {
    at.add('stix-custom-object-empty', shown(type));
  }
  const types = has(object, 'extensions') ? extensionTypes(object.extensions) : [];
  const defined = types.some((name) => NEW_OBJECT.includes(name as string));
  if (defined && at.wants('extensions-use')) return;
  if (!defined) at.add('stix-extension-undefined', shown(type), { key: 'type' });
  if (!type.startsWith('x-')) at.add('stix-custom-type-prefix-lax', shown(type), { key: 'type' });
  if (!hasSourcePrefix(type, '-')) at.add('stix-custom-type-prefix', shown(type), { key: 'type' });
}

/** Section 8: the bundle itself, then its objects. */
function checkWholeBundle(bundle: StixMap, at: Findings): void {
  checkBundleMembers(bundle, at);
  const objects = has(bundle, 'objects') ? bundle.objects : undefined;
  if (objects === undefined) return;
  if (!Array.isArray(objects)) {
    at.enter('objects');
    at.wrongType('a list', objects);
    at.leave();
    return;
  }
  if (objects.length === 0) at.add('stix-empty-list', '', { key: 'objects' });
  const old = textOf(bundle, 'spec_version') === '2.0';
  at.enter('objects');
  const seen = new Set<string>();
  objects.forEach((object: unknown, index) => {
    at.enter(index);
    checkMember(object, seen, old, at);
    at.leave();
  });
  at.leave();
}

/** In a bundle of STIX 2.0 an object without spec_version is of 2.0. */
function checkMember(object: unknown, seen: Set<string>, old: boolean, at: Findings): void {
  if (isMap(object) && textOf(object, 'type') === 'bundle') {
    at.add('stix-bundle-object', 'bundle');
    return;
  }
  checkObject(object, at, old);
  if (!isMap(object)) return;
  const version = `${textOf(object, 'id')} ${textOf(object, 'modified') ?? ''}`;
  if (seen.has(version)) at.add('stix-bundle-duplicate', version);
  seen.add(version);
}
