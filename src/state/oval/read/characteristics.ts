/** Reads system characteristics (OVAL System Characteristics Schema), and values of variables. */
import type { ByteSource } from '../../../core/codec.ts';
import { hasErrors, type Issue } from '../../../core/issue.ts';
import { LIMITS } from '../../../core/limits.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  cutXml,
  type XmlElement,
  type XmlOpen,
} from '../../../core/xml/index.ts';
import type {
  OvalCharacteristics,
  OvalCollected,
  OvalItem,
  OvalItemEntity,
  OvalSystemInfo,
} from '../characteristics.ts';
import { checkerFor, type DocumentChecker, isRead } from '../check/document.ts';
import { ovalIssue, shown } from '../issues.ts';
import {
  CHARACTERISTICS,
  componentOf,
  DATATYPES,
  FLAGS,
  type OvalDatatype,
  type OvalFlag,
  STATUSES,
} from '../words.ts';
import { flag, ownText, text, word } from './attributes.ts';

export interface ReadCharacteristics {
  /** Null where the document is no system characteristics, or not well-formed. */
  readonly characteristics: OvalCharacteristics | null;
  readonly issues: readonly Issue[];
}

const NO_SYSTEM: OvalSystemInfo = {
  osName: '',
  osVersion: '',
  architecture: '',
  hostName: '',
  interfaces: [],
};

interface Reference {
  readonly flag: OvalFlag;
  readonly items: readonly string[];
  readonly messages: readonly string[];
}

/** Reads and checks what was collected from a host. */
export async function readCharacteristics(source: ByteSource): Promise<ReadCharacteristics> {
  const builder = new Builder();
  const { checker, issues, broken } = await readElements(source, (element, section) =>
    builder.add(element, section),
  );
  if (checker?.kind !== 'oval_system_characteristics') {
    if (checker !== null) issues.push(ovalIssue('oval-root', '', shown(checker.kind)));
    return { characteristics: null, issues };
  }
  if (broken) return { characteristics: null, issues };
  const { schemaVersion, timestamp } = checker;
  return { characteristics: builder.built(schemaVersion, timestamp), issues };
}

/** Reads the values of an oval_variables document, by the ids of the variables. */
export async function readOvalVariables(source: ByteSource): Promise<{
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly issues: readonly Issue[];
}> {
  const values = new Map<string, readonly string[]>();
  const { checker, issues } = await readElements(source, (element) => {
    if (element.local === 'variable') {
      values.set(text(element, 'id'), childrenOf(element, 'value').map(ownText));
    }
  });
  if (checker !== null && checker.kind !== 'oval_variables') {
    issues.push(ovalIssue('oval-root', '', shown(checker.kind)));
    return { values: new Map(), issues };
  }
  return { values, issues };
}

/** Hands on the elements of any OVAL document one by one, with what the checker says. */
export async function readElements(
  source: ByteSource,
  take: (element: XmlElement, section: string) => void,
): Promise<{ readonly checker: DocumentChecker | null; issues: Issue[]; broken: boolean }> {
  const issues: Issue[] = [];
  const met: { root: XmlOpen | null; checker: DocumentChecker | null; section: string } = {
    root: null,
    checker: null,
    section: '',
  };
  const select = (open: XmlOpen, parents: readonly string[]) => {
    if (met.root === null) {
      met.root = open;
      met.checker = checkerFor(open);
    }
    met.checker?.open(open);
    const chosen = isRead(open, parents);
    if (chosen) met.section = parents.at(-1) ?? '';
    return chosen;
  };
  let broken = false;
  for await (const piece of cutXml(source, { select })) {
    if (piece.kind === 'element') {
      for (const issue of met.checker?.element(piece.element, piece.path) ?? []) {
        issues.push({ ...issue, path: piece.path + issue.path });
      }
      take(piece.element, met.section);
    } else issues.push(...piece.issues);
    if (piece.kind === 'end') {
      broken = hasErrors(piece.issues);
      const unknown = () => [ovalIssue('oval-root', '', shown(piece.root?.name ?? ''))];
      issues.push(...(met.checker?.end() ?? unknown()));
    }
  }
  return { checker: met.checker, issues, broken };
}

class Builder {
  #system = NO_SYSTEM;
  #objects: Map<string, Reference> | null = null;
  readonly #items = new Map<string, OvalItem>();
  readonly #variables = new Map<string, string[]>();

  add(element: XmlElement, section: string): void {
    if (element.local === 'system_info') this.#system = readSystem(element);
    else if (section === 'collected_objects') this.#collected(element);
    else if (section === 'system_data' && this.#items.size < LIMITS.oval.names) {
      const item = readItem(element);
      if (!this.#items.has(item.id)) this.#items.set(item.id, item);
    }
  }

  #collected(element: XmlElement): void {
    this.#objects ??= new Map();
    const id = text(element, 'id');
    for (const value of childrenOf(element, 'variable_value')) {
      const variable = text(value, 'variable_id');
      const known = this.#variables.get(variable);
      if (known === undefined) this.#variables.set(variable, [ownText(value)]);
      else if (!known.includes(ownText(value))) known.push(ownText(value));
    }
    if (this.#objects.has(id)) return;
    this.#objects.set(id, {
      flag: word(element, 'flag', FLAGS, 'error'),
      items: childrenOf(element, 'reference').map((each) => text(each, 'item_ref').trim()),
      messages: childrenOf(element, 'message').map((each) => ownText(each).trim()),
    });
  }

  built(schemaVersion: string, timestamp: string): OvalCharacteristics {
    const objects = new Map<string, OvalCollected>();
    for (const [id, { flag: state, items, messages }] of this.#objects ?? []) {
      const found = items.flatMap((each) => this.#items.get(each) ?? []);
      objects.set(id, { flag: state, items: found, messages });
    }
    return {
      schemaVersion,
      timestamp,
      system: this.#system,
      objects: this.#objects === null ? null : objects,
      items: [...this.#items.values()],
      variables: this.#variables,
    };
  }
}

function readSystem(element: XmlElement): OvalSystemInfo {
  const said = (parent: XmlElement, local: string) => {
    const found = childOf(parent, local);
    return found === undefined ? '' : ownText(found).trim();
  };
  const interfaces = childOf(element, 'interfaces');
  return {
    osName: said(element, 'os_name'),
    osVersion: said(element, 'os_version'),
    architecture: said(element, 'architecture'),
    hostName: said(element, 'primary_host_name'),
    interfaces: (interfaces === undefined ? [] : childrenOf(interfaces, 'interface')).map(
      (each) => ({
        name: said(each, 'interface_name'),
        ip: said(each, 'ip_address'),
        mac: said(each, 'mac_address'),
      }),
    ),
  };
}

function readItem(element: XmlElement): OvalItem {
  const children = childrenOf(element);
  const isMessage = (child: XmlElement) =>
    child.local === 'message' && child.namespace === CHARACTERISTICS;
  return {
    id: text(element, 'id').trim(),
    component: componentOf(element.namespace),
    name: element.local,
    status: word(element, 'status', STATUSES, 'exists'),
    messages: children.filter(isMessage).map((each) => ownText(each).trim()),
    entities: children.filter((child) => !isMessage(child)).map((child) => readEntity(child)),
  };
}

function readEntity(element: XmlElement, name: string = element.local): OvalItemEntity {
  const fields = childrenOf(element, 'field', CHARACTERISTICS);
  return {
    name,
    value: ownText(element),
    datatype: word(element, 'datatype', DATATYPES, 'string') as OvalDatatype,
    status: word(element, 'status', STATUSES, 'exists'),
    mask: flag(element, 'mask'),
    fields: fields.map((field) => readEntity(field, attributeOf(field, 'name') ?? '')),
  };
}
