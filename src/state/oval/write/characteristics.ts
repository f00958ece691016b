/** Writes system characteristics (OVAL System Characteristics Schema 5.11.1). */
import type {
  OvalCharacteristics,
  OvalCollected,
  OvalItem,
  OvalItemEntity,
} from '../characteristics.ts';
import type { OvalDocument, OvalObject } from '../model.ts';
import { CHARACTERISTICS, COMMON, INSTANCE } from '../words.ts';
import { element, listElement, textElement } from './xml.ts';

export const PRODUCT = 'cpe:/a:cybex:cybex';

/** Which entities of which items are hidden, by item and name of the entity. */
export type Masks = ReadonlyMap<string, ReadonlySet<string>>;

/** GeneratorType; times are written without a zone, as the schema asks. */
export function writeGenerator(name: string, timestamp: string): string {
  return element(
    name,
    {},
    textElement('oval:product_name', PRODUCT),
    textElement('oval:schema_version', '5.11.1'),
    textElement('oval:timestamp', timestamp),
  );
}

export interface WriteOptions {
  readonly document: OvalDocument;
  /** Entities that are hidden: only within results. */
  readonly masks?: Masks;
  readonly declaration?: boolean;
}

/** The document as text. */
export function writeCharacteristics(
  characteristics: OvalCharacteristics,
  { document, masks = new Map(), declaration = true }: WriteOptions,
): string {
  const { system, objects, items, timestamp } = characteristics;
  const used = new Set(items.map(({ component }) => component));
  const prefixes = [...used].map((each) => [`xmlns:${each}-sys`, `${CHARACTERISTICS}#${each}`]);
  const collected = [...(objects ?? [])].map(([id, found]) =>
    writeObject(id, found, document, characteristics.variables),
  );
  const root = element(
    'oval_system_characteristics',
    {
      xmlns: CHARACTERISTICS,
      'xmlns:oval': COMMON,
      'xmlns:xsi': INSTANCE,
      ...Object.fromEntries(prefixes),
    },
    writeGenerator('generator', timestamp),
    writeSystem(system),
    listElement('collected_objects', collected),
    listElement(
      'system_data',
      items.map((each) => writeItem(each, masks)),
    ),
  );
  return declaration ? `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n` : root;
}

function writeSystem(system: OvalCharacteristics['system']): string {
  const interfaces = system.interfaces.map(({ name, ip, mac }) =>
    element(
      'interface',
      {},
      textElement('interface_name', name),
      textElement('ip_address', ip),
      textElement('mac_address', mac),
    ),
  );
  return element(
    'system_info',
    {},
    textElement('os_name', system.osName),
    textElement('os_version', system.osVersion),
    textElement('architecture', system.architecture),
    textElement('primary_host_name', system.hostName),
    element('interfaces', {}, ...interfaces),
  );
}

function writeObject(
  id: string,
  { flag, items, messages }: OvalCollected,
  document: OvalDocument,
  variables: ReadonlyMap<string, readonly string[]>,
): string {
  const object = document.objects.get(id);
  const values = variablesOf(object).flatMap((variable) =>
    (variables.get(variable) ?? []).map((value) =>
      textElement('variable_value', value, { variable_id: variable }),
    ),
  );
  return element(
    'object',
    { id, version: object?.version ?? '0', flag },
    ...messages.slice(0, 50).map((each) => textElement('message', each, { level: 'info' })),
    ...values,
    ...items.map((item) => element('reference', { item_ref: item.id })),
  );
}

function variablesOf(object: OvalObject | undefined): readonly string[] {
  const ids = (object?.entities ?? []).map(({ varRef, name, value }) =>
    name === 'var_ref' ? value.trim() : varRef,
  );
  return [...new Set(ids)].filter((id) => id !== '');
}

function writeItem(item: OvalItem, masks: Masks): string {
  const prefix = `${item.component}-sys`;
  const hidden = masks.get(item.id);
  return element(
    `${prefix}:${item.name}`,
    { id: item.id, status: item.status },
    ...item.messages.slice(0, 50).map((each) => textElement('message', each)),
    ...item.entities.map((each) => writeEntity(each, prefix, hidden?.has(each.name) ?? false)),
  );
}

/** A hidden value is not written: the mask says that there was one. */
function writeEntity(entity: OvalItemEntity, prefix: string, hidden: boolean): string {
  const { name, value, datatype, status, mask, fields } = entity;
  const masked = hidden || mask;
  const attributes = {
    datatype: datatype === 'string' ? undefined : datatype,
    mask: masked ? 'true' : undefined,
    status: status === 'exists' ? undefined : status,
  };
  if (datatype === 'record') {
    const inner = fields.map((field) => writeField(field, masked));
    return element(`${prefix}:${name}`, attributes, ...inner);
  }
  return textElement(`${prefix}:${name}`, masked || status !== 'exists' ? '' : value, attributes);
}

function writeField(field: OvalItemEntity, hidden: boolean): string {
  const masked = hidden || field.mask;
  return textElement('field', masked || field.status !== 'exists' ? '' : field.value, {
    name: field.name,
    datatype: field.datatype === 'string' ? undefined : field.datatype,
    mask: masked ? 'true' : undefined,
    status: field.status === 'exists' ? undefined : field.status,
  });
}
