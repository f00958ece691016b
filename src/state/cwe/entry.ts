/** Entries of a CWE catalogue (schema 7): weaknesses, categories and views in one space of ids. */
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../../core/xml/index.ts';

export const CWE_NAMESPACE = 'http://cwe.mitre.org/cwe-7';

export type CweKind = 'weakness' | 'category' | 'view';
export type CweUsage = 'Allowed' | 'Allowed-with-Review' | 'Discouraged' | 'Prohibited';

/** One relation, valid within one view. */
export interface CweRelation {
  /** E.g. `ChildOf`; `Has_Member` in categories and views. */
  readonly nature: string;
  /** Number without the prefix. */
  readonly id: string;
  readonly view: string;
  /** True for the one parent that is the primary one in its view. */
  readonly primary: boolean;
}

export interface CweEntry {
  readonly kind: CweKind;
  /** E.g. `CWE-79`. */
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** Pillar, Class, Base, Variant, Compound; of weaknesses only. */
  readonly abstraction?: string;
  /** Simple, Chain, Composite; of weaknesses only. */
  readonly structure?: string;
  /** Graph, Explicit, Implicit; of views only. */
  readonly viewType?: string;
  readonly description: string;
  readonly relations: readonly CweRelation[];
  /** Absent before 4.12. */
  readonly usage?: CweUsage;
  readonly usageRationale?: string;
  /** CAPEC ids that exploit it, e.g. `CAPEC-63`. */
  readonly attackPatterns: readonly string[];
  /** Day of the last change of the entry; empty where none is given. */
  readonly modified: string;
}

const KINDS: Readonly<Record<string, CweKind>> = {
  Weakness: 'weakness',
  Compound_Element: 'weakness',
  Category: 'category',
  View: 'view',
};

/** The kind of entry that an element is; null for others. */
export function kindOf(local: string): CweKind | null {
  return Object.hasOwn(KINDS, local) ? (KINDS[local] ?? null) : null;
}

/** Reads one entry; what is missing is empty. */
export function readEntry(element: XmlElement): CweEntry {
  const kind = kindOf(element.local) ?? 'weakness';
  const notes = childOf(element, 'Mapping_Notes');
  const usage = notes === undefined ? undefined : inside(notes, 'Usage');
  const rationale = notes === undefined ? undefined : inside(notes, 'Rationale');
  const description =
    inside(element, 'Description') ?? inside(element, 'Summary') ?? inside(element, 'Objective');
  return {
    kind,
    id: `CWE-${attributeOf(element, 'ID') ?? ''}`,
    name: attributeOf(element, 'Name') ?? '',
    status: attributeOf(element, 'Status') ?? '',
    ...optional('abstraction', attributeOf(element, 'Abstraction')),
    ...optional('structure', attributeOf(element, 'Structure')),
    ...optional('viewType', attributeOf(element, 'Type')),
    description: description ?? '',
    relations: relationsOf(element),
    ...optional('usage', isUsage(usage) ? usage : undefined),
    ...optional('usageRationale', rationale),
    attackPatterns: attackPatternsOf(element),
    modified: modifiedOf(element),
  };
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: V };
}

export function isUsage(text: string | undefined): text is CweUsage {
  return (
    text === 'Allowed' ||
    text === 'Allowed-with-Review' ||
    text === 'Discouraged' ||
    text === 'Prohibited'
  );
}

/** Text of a child, XHTML within taken as text, spaces joined. */
function inside(element: XmlElement, local: string): string | undefined {
  const child = childOf(element, local);
  return child === undefined ? undefined : textOf(child).replace(/\s+/g, ' ').trim();
}

function relationsOf(element: XmlElement): CweRelation[] {
  const found: CweRelation[] = [];
  for (const related of childrenOf(childOf(element, 'Related_Weaknesses') ?? EMPTY)) {
    found.push(relation(related, attributeOf(related, 'Nature') ?? ''));
  }
  for (const list of ['Relationships', 'Members']) {
    for (const related of childrenOf(childOf(element, list) ?? EMPTY)) {
      found.push(relation(related, related.local));
    }
  }
  return found;
}

function relation(element: XmlElement, nature: string): CweRelation {
  return {
    nature,
    id: attributeOf(element, 'CWE_ID') ?? '',
    view: attributeOf(element, 'View_ID') ?? '',
    primary: attributeOf(element, 'Ordinal') === 'Primary',
  };
}

function attackPatternsOf(element: XmlElement): string[] {
  return childrenOf(childOf(element, 'Related_Attack_Patterns') ?? EMPTY)
    .map((pattern) => `CAPEC-${attributeOf(pattern, 'CAPEC_ID') ?? ''}`)
    .filter((id) => /^CAPEC-[0-9]{1,6}$/.test(id));
}

function modifiedOf(element: XmlElement): string {
  const history = childOf(element, 'Content_History');
  if (history === undefined) return '';
  const dates = childrenOf(history).flatMap((entry) => [
    inside(entry, 'Modification_Date') ?? '',
    inside(entry, 'Submission_Date') ?? '',
  ]);
  return (
    dates
      .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))
      .sort()
      .at(-1) ?? ''
  );
}

const EMPTY: XmlElement = {
  name: '',
  local: '',
  namespace: '',
  attributes: [],
  children: [],
  parent: null,
  place: { line: 0, column: 0, byte: 0 },
  endByte: 0,
};
