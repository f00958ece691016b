/** Prose rules of section 7: language content, markings, extension definitions. */
import { timestampFault } from '../../../core/timestamp.ts';
import { has, isMap, type Rule, type StixMap, shown, textOf } from '../findings.ts';
import { TLP_1, TLP_2_EXTENSION, tlpOf } from '../tlp.ts';

/** §7.2.1: without extensions, definition_type and definition are there. */
export const markingIsDefined: Rule = (object, at) => {
  if (has(object, 'extensions')) return;
  if (!has(object, 'definition_type')) at.add('stix-marking-definition', 'No definition_type');
  if (!has(object, 'definition')) at.add('stix-marking-definition', 'No definition');
};

/** §7.2.1: statement and tlp are the types of the standard. */
export const markingType: Rule = (object, at) => {
  const type = textOf(object, 'definition_type');
  if (type !== undefined && type !== 'statement' && type !== 'tlp') {
    at.add('stix-marking-type', shown(type), { key: 'definition_type' });
  }
};

/** §7.2.1 (Statement): the statement is text. */
export const markingStatement: Rule = (object, at) => {
  if (textOf(object, 'definition_type') !== 'statement') return;
  const definition = has(object, 'definition') ? object.definition : undefined;
  if (isMap(definition) && textOf(definition, 'statement') === undefined) {
    at.add('stix-marking-statement', '', { key: 'definition' });
  }
};

/** §7.2.1 (TLP): the four objects of the standard and no others. */
export const markingTlp: Rule = (object, at) => {
  if (textOf(object, 'definition_type') !== 'tlp') return;
  const official = TLP_1.get(textOf(object, 'id') ?? '');
  if (official === undefined) {
    at.add('stix-marking-tlp', shown(textOf(object, 'id')), { key: 'id' });
    return;
  }
  const definition = has(object, 'definition') ? object.definition : undefined;
  const level = isMap(definition) ? textOf(definition, 'tlp') : undefined;
  if (level !== official.level) at.add('stix-marking-tlp', shown(level), { key: 'definition' });
  if (textOf(object, 'created') !== official.created) {
    at.add('stix-marking-tlp', shown(textOf(object, 'created')), { key: 'created' });
  }
  if (textOf(object, 'name') !== official.name) {
    at.add('stix-marking-tlp', shown(textOf(object, 'name')), { key: 'name' });
  }
};

/**
 * §7.2.1 with §3.6: an object that has the id of an official marking and another content. Policy
 * goes by the id alone, so that a forged copy changes nothing; its sender should know.
 */
export const markingTlpId: Rule = (object, at) => {
  const official = tlpOf(textOf(object, 'id') ?? '');
  if (official === undefined || statesLevel(object, official.level)) return;
  at.add('stix-marking-tlp-id', shown(textOf(object, 'id')), { key: 'id' });
};

/** The TLP 2.0 extension names one of the five levels, on the object with that level's id. */
export const markingTlp2: Rule = (object, at) => {
  const extension = tlp2Extension(object);
  if (extension === null) return;
  const level = textOf(extension, 'tlp_2_0');
  const official = tlpOf(textOf(object, 'id') ?? '');
  if (official === undefined || official.level !== level) {
    at.add('stix-marking-extension', shown(level), { key: 'extensions' });
  }
};

function statesLevel(object: StixMap, level: string): boolean {
  const extension = tlp2Extension(object);
  if (extension !== null) return textOf(extension, 'tlp_2_0') === level;
  const definition = has(object, 'definition') ? object.definition : undefined;
  const stated = isMap(definition) ? textOf(definition, 'tlp') : undefined;
  return textOf(object, 'definition_type') === 'tlp' && stated === level;
}

function tlp2Extension(object: StixMap): StixMap | null {
  const extensions = has(object, 'extensions') ? object.extensions : undefined;
  if (!isMap(extensions) || !has(extensions, TLP_2_EXTENSION)) return null;
  const extension = extensions[TLP_2_EXTENSION];
  return isMap(extension) ? extension : null;
}

/** §3.2: milliseconds, though a marking definition has no versions to tell apart. */
export const markingPrecision: Rule = (object, at) => {
  const created = textOf(object, 'created');
  if (created !== undefined && timestampFault(created) === null && created.length < 24) {
    at.add('stix-marking-precision', shown(created), { key: 'created' });
  }
};

/** §3.2: a marking definition does not refer to itself, in object or granular markings. */
export const markingNotCircular: Rule = (object, at) => {
  const id = textOf(object, 'id');
  const references = has(object, 'object_marking_refs') ? object.object_marking_refs : undefined;
  if (id === undefined) return;
  if (Array.isArray(references) && references.includes(id)) {
    at.add('stix-marking-circular', shown(id), { key: 'object_marking_refs' });
  }
  const granular = has(object, 'granular_markings') ? object.granular_markings : undefined;
  if (!Array.isArray(granular)) return;
  for (const marking of granular as unknown[]) {
    if (isMap(marking) && textOf(marking, 'marking_ref') === id) {
      at.add('stix-marking-circular', shown(id), { key: 'granular_markings' });
    }
  }
};

/** §7.3.1: extension_properties only with toplevel-property-extension, and then they should be. */
export const extensionProperties: Rule = (object, at) => {
  const types = has(object, 'extension_types') ? object.extension_types : undefined;
  const toplevel = Array.isArray(types) && types.includes('toplevel-property-extension');
  const listed = has(object, 'extension_properties');
  if (listed && !toplevel) at.add('stix-extension-properties', '', { key: 'extension_properties' });
  if (!listed && toplevel) at.add('stix-extension-property-list', '');
};

/** §7.3.1: description should be populated. */
export const extensionDescription: Rule = (object, at) => {
  if (!has(object, 'description')) at.add('stix-extension-description', '');
};
