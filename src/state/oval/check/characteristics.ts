/** Checks what was collected from a host (OVAL System Characteristics Schema). */
import { LIMITS } from '../../../core/limits.ts';
import { attributeOf, childrenOf, type XmlElement, type XmlOpen } from '../../../core/xml/index.ts';
import { type Find, type OvalIssue, ovalIssue, shown } from '../issues.ts';
import { ownText, text, word } from '../read/attributes.ts';
import { datatypesOf, itemType } from '../schema/component.ts';
import {
  CHARACTERISTICS,
  COMMON,
  componentOf,
  DATATYPES,
  FLAGS,
  INSTANCE,
  type OvalDatatype,
  readBoolean,
  STATUSES,
} from '../words.ts';
import { OUTCOME_ATTRIBUTES as ATTRIBUTES, checkAttributes } from './attributes.ts';
import { below, checkContent, model, type Taken } from './content.ts';
import {
  checkGenerator,
  isNewer,
  NO_GENERATOR,
  type OvalGenerator,
  readGenerator,
} from './generator.ts';
import { SectionOrder } from './order.ts';
import { hasForm } from './value.ts';

const ORDER = ['generator', 'system_info', 'collected_objects', 'system_data', 'Signature'];
const SYSTEM_INFO = 'os_name os_version architecture primary_host_name interfaces';

interface ItemReference {
  readonly item: string;
  readonly path: string;
  readonly flag: string;
}

export class CharacteristicsChecker {
  readonly #items = new Map<string, string>();
  readonly #objects = new Set<string>();
  readonly #references: ItemReference[] = [];
  readonly #order: SectionOrder;
  /** Within a results document, masked values must not be there. */
  readonly #masking: boolean;
  generator: OvalGenerator = NO_GENERATOR;

  constructor(path: string, masking: boolean) {
    this.#order = new SectionOrder(path, CHARACTERISTICS, ORDER, ['generator', 'system_info']);
    this.#masking = masking;
  }

  section(open: XmlOpen): void {
    this.#order.take(open);
  }

  element(element: XmlElement, section: string, path: string): OvalIssue[] {
    const issues: OvalIssue[] = [];
    const find: Find = (...found) => {
      if (issues.length < LIMITS.oval.issuesPerElement) issues.push(ovalIssue(...found));
    };
    if (section === 'generator') {
      this.generator = readGenerator(element);
      checkGenerator(element, find);
    } else if (section === 'system_info') {
      checkContent(element, element, model(SYSTEM_INFO), find, { until: 'interfaces' });
    } else if (section === 'collected_objects') this.#collected(element, path, find);
    else this.#item(element, find);
    return issues;
  }

  end(): OvalIssue[] {
    const issues = this.#order.end();
    for (const { item, path, flag } of this.#references) {
      const status = this.#items.get(item);
      if (status === undefined) issues.push(ovalIssue('oval-item-reference', path, shown(item)));
      else if (
        status === 'exists' &&
        flag !== 'complete' &&
        flag !== 'incomplete' &&
        flag !== 'error'
      ) {
        issues.push(ovalIssue('oval-flag-items', path, `${flag}, item ${shown(item)}`));
      }
    }
    return issues;
  }

  /** ObjectType: which items an object was found to be. */
  #collected(object: XmlElement, path: string, find: Find): void {
    checkAttributes(object, ATTRIBUTES.collected, '', find);
    checkContent(object, object, model('message* variable_value* reference*'), find);
    const instance = attributeOf(object, 'variable_instance') ?? '1';
    const key = `${text(object, 'id')} ${text(object, 'version')} ${instance}`;
    if (this.#objects.has(key)) find('oval-object-repeated', '/@id', shown(text(object, 'id')));
    this.#objects.add(key);
    const flag = word(object, 'flag', FLAGS, 'error');
    for (const child of childrenOf(object)) {
      const at = below(object, child);
      if (child.local === 'message') checkAttributes(child, ATTRIBUTES.message, at, find);
      else if (child.local === 'variable_value') {
        checkAttributes(child, ATTRIBUTES.variable_value, at, find);
      } else if (child.local === 'reference') {
        checkAttributes(child, ATTRIBUTES.itemReference, at, find);
        const item = text(child, 'item_ref').trim();
        if (this.#references.length < LIMITS.oval.names) {
          this.#references.push({ item, path: path + at, flag });
        }
      }
    }
  }

  /** ItemType: what was found. */
  #item(item: XmlElement, find: Find): void {
    checkAttributes(item, ATTRIBUTES.item, '', find);
    const id = text(item, 'id').trim();
    if (this.#items.has(id)) find('oval-item-id', '/@id', shown(id));
    if (this.#items.size < LIMITS.oval.names) {
      this.#items.set(id, word(item, 'status', STATUSES, 'exists'));
    }
    for (const taken of entitiesOfItem(item, isNewer(this.generator.schemaVersion), find)) {
      checkItemEntity(item, taken, this.#masking, find);
    }
  }
}

/** Components whose items are known here. */
const KNOWN = ['independent', 'linux', 'unix'];

function entitiesOfItem(item: XmlElement, newer: boolean, find: Find): readonly Taken[] {
  const component = componentOf(item.namespace);
  const type = itemType(component, item.local);
  const ours = item.namespace.startsWith(`${CHARACTERISTICS}#`);
  if (type === undefined) {
    const unknown = ours && KNOWN.includes(component) && !newer;
    find(unknown ? 'oval-type-unknown' : 'oval-type-unlisted', '', shown(item.name));
    return withoutMessages(item).map((child) => ({ child, item: { name: child.local, type: '' } }));
  }
  const bare = { ...item, children: withoutMessages(item) };
  return checkContent(item, bare, type.content(), find);
}

function withoutMessages(item: XmlElement): XmlElement[] {
  return childrenOf(item).filter(
    ({ namespace, local }) =>
      !((namespace === CHARACTERISTICS || namespace === COMMON) && local === 'message'),
  );
}

/** EntityAttributeGroup: datatype, status and mask of an entity, and its fields. */
function checkItemEntity(
  root: XmlElement,
  { child, item }: Taken,
  masking: boolean,
  find: Find,
): void {
  const allowed = item.type.startsWith('@') ? datatypesOf(item.type.slice(1)) : [];
  const at = below(root, child);
  checkAttributes(child, ATTRIBUTES.itemEntity, at, find);
  const datatype = attributeOf(child, 'datatype') ?? 'string';
  if (allowed.length > 0 && !allowed.some((each) => each === datatype)) {
    find('oval-entity-datatype', `${at}/@datatype`, shown(datatype));
  }
  checkValue(child, at, masking, find);
  for (const field of childrenOf(child, 'field', CHARACTERISTICS)) {
    const place = below(root, field);
    checkAttributes(field, ATTRIBUTES.itemField, place, find);
    checkValue(field, place, masking, find);
  }
}

function checkValue(entity: XmlElement, at: string, masking: boolean, find: Find): void {
  const value = ownText(entity);
  const datatype = word(entity, 'datatype', DATATYPES, 'string') as OvalDatatype;
  const status = word(entity, 'status', STATUSES, 'exists');
  const nil = readBoolean(attributeOf(entity, 'nil', INSTANCE) ?? '') ?? false;
  if (datatype === 'record') return;
  const masked = readBoolean(text(entity, 'mask')) ?? false;
  if (status !== 'exists') {
    if (value.trim() !== '') find('oval-status-value', at, status);
  } else if (masked && masking) {
    if (value !== '') find('oval-mask-value', at);
  } else if (!nil && !hasForm(value, datatype)) {
    const code = datatype === 'int' ? 'oval-entity-value' : 'oval-entity-value-doubtful';
    find(code, at, `${shown(value)} as ${datatype}`);
  }
}
