/** The markings that a STIX Object declares. What they mean is for policy to say. */
import type { DeclaredMarkings, MarkingDefinition } from '../../core/record.ts';
import { isMap, type StixMap, textOf } from './findings.ts';
import { parseSelector, resolvesSelector } from './selectors.ts';
import { TLP_2_EXTENSION } from './tlp.ts';

/** Extension definitions that carry PAP and IEP (OASIS CTI TC common objects, MISP). */
const PAP_EXTENSION = 'extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b';
const IEP_EXTENSION = 'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a';

const NO_MARKINGS: DeclaredMarkings = { object: [], granular: [], unresolvedSelectors: false };

type Granular = DeclaredMarkings['granular'][number];

/** Markings of an object; malformed parts (which are errors of the check) count as unresolved. */
export function markingsOf(object: StixMap): DeclaredMarkings {
  const whole = own(object, 'object_marking_refs');
  const parts = own(object, 'granular_markings');
  const defines = definitionOf(object);
  if (whole === undefined && parts === undefined && defines === undefined) return NO_MARKINGS;
  const granular = granularOf(parts);
  const markings = {
    object: texts(whole),
    granular: granular.list,
    unresolvedSelectors:
      !isListOfTexts(whole) ||
      granular.malformed ||
      !granular.list.every((part) => holds(part, object)),
  };
  return defines === undefined ? markings : { ...markings, defines };
}

/** Granular markings that name a marking; those of languages restrict nothing. */
function granularOf(value: unknown): { list: Granular[]; malformed: boolean } {
  const list: Granular[] = [];
  if (value === undefined) return { list, malformed: false };
  if (!Array.isArray(value)) return { list, malformed: true };
  let malformed = false;
  for (const part of value as unknown[]) {
    const marking = isMap(part) ? textOf(part, 'marking_ref') : undefined;
    if (isMap(part) && marking !== undefined) {
      const selectors = own(part, 'selectors');
      list.push({ marking, selectors: texts(selectors) });
      if (!isListOfTexts(selectors)) malformed = true;
    } else if (!isMap(part) || textOf(part, 'lang') === undefined) {
      malformed = true;
    }
  }
  return { list, malformed };
}

/** True when every selector leads to something; no selector at all leads nowhere. */
function holds(part: Granular, object: StixMap): boolean {
  return (
    part.selectors.length > 0 &&
    part.selectors.every((selector) => {
      const steps = parseSelector(selector);
      return steps !== null && resolvesSelector(steps, object);
    })
  );
}

/** What a marking-definition object defines; undefined for other objects. */
function definitionOf(object: StixMap): MarkingDefinition | undefined {
  if (textOf(object, 'type') !== 'marking-definition') return undefined;
  const id = textOf(object, 'id') ?? '';
  const extensions = own(object, 'extensions');
  if (isMap(extensions)) return extended(id, extensions);
  const kind = textOf(object, 'definition_type') ?? '';
  const definition = own(object, 'definition');
  if (!isMap(definition)) return { id, kind };
  const tlp = kind === 'tlp' ? textOf(definition, 'tlp') : undefined;
  if (tlp !== undefined) return { id, kind, tlp };
  if (kind === 'iep') return { id, kind, iep: definition };
  return { id, kind };
}

/** The extensions that say a level or a policy; others are named by their definition's id. */
function extended(id: string, extensions: StixMap): MarkingDefinition {
  const tlp = own(extensions, TLP_2_EXTENSION);
  const pap = own(extensions, PAP_EXTENSION);
  const iep = own(extensions, IEP_EXTENSION);
  const level = isMap(tlp) ? textOf(tlp, 'tlp_2_0') : undefined;
  const action = isMap(pap) ? textOf(pap, 'pap') : undefined;
  return {
    id,
    kind: kindOf(extensions, level, action, iep),
    ...(level === undefined ? {} : { tlp: level }),
    ...(action === undefined ? {} : { pap: action }),
    ...(isMap(iep) ? { iep } : {}),
  };
}

function kindOf(extensions: StixMap, tlp?: string, pap?: string, iep?: unknown): string {
  if (tlp !== undefined) return 'tlp';
  if (pap !== undefined) return 'pap';
  if (isMap(iep)) return 'iep';
  return Object.keys(extensions)[0] ?? '';
}

function own(object: StixMap, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isListOfTexts(value: unknown): boolean {
  if (value === undefined) return true;
  return Array.isArray(value) && value.every((item: unknown) => typeof item === 'string');
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item: unknown) => typeof item === 'string');
}
