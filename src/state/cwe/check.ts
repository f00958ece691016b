/** Rules on entries of a CWE catalogue. */
import type { Issue } from '../../core/issue.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  pathOf,
  textOf,
  type XmlElement,
} from '../../core/xml/index.ts';
import { isUsage, kindOf, readEntry } from './entry.ts';
import { CWE_ISSUES } from './issues.table.ts';

export type CweIssueCode = keyof typeof CWE_ISSUES;
export type CweIssue = Issue<CweIssueCode>;

export function cweIssue(code: CweIssueCode, path: string, detail = ''): CweIssue {
  const { clause, severity, meaning, remedy } = CWE_ISSUES[code];
  const message = `${detail === '' ? '' : `${detail}: `}${meaning} ${remedy}`;
  return { code, severity, clause, path, message };
}

type Rule = (
  element: XmlElement,
  find: (code: CweIssueCode, at: string, detail?: string) => void,
) => void;

const NUMBER = /^[1-9][0-9]{0,8}$/;
const STATUSES = ['Deprecated', 'Draft', 'Incomplete', 'Obsolete', 'Stable', 'Usable'];
const NATURES = [
  'ChildOf',
  'ParentOf',
  'StartsWith',
  'CanFollow',
  'CanPrecede',
  'RequiredBy',
  'Requires',
  'CanAlsoBe',
  'PeerOf',
];

/** Attributes of which the schema lists the values, by the element that has them. */
const WORDS: readonly (readonly [
  kind: string,
  attribute: string,
  code: CweIssueCode,
  words: readonly string[],
])[] = [
  ['', 'Status', 'cwe-status', STATUSES],
  [
    'weakness',
    'Abstraction',
    'cwe-abstraction',
    ['Pillar', 'Class', 'Base', 'Variant', 'Compound'],
  ],
  ['weakness', 'Structure', 'cwe-structure', ['Simple', 'Chain', 'Composite']],
  ['view', 'Type', 'cwe-view-type', ['Graph', 'Explicit', 'Implicit']],
];

const idIsNumber: Rule = (element, find) => {
  const id = attributeOf(element, 'ID') ?? '';
  if (!NUMBER.test(id)) find('cwe-id', '/@ID', JSON.stringify(id.slice(0, 20)));
};

const isNamed: Rule = (element, find) => {
  if ((attributeOf(element, 'Name') ?? '').trim() === '') find('cwe-name', '/@Name');
  if (readEntry(element).description === '') find('cwe-description', '');
};

const wordsAreListed: Rule = (element, find) => {
  for (const [kind, attribute, code, words] of WORDS) {
    const value = attributeOf(element, attribute) ?? '';
    if ((kind === '' || kind === kindOf(element.local)) && !words.includes(value)) {
      find(code, `/@${attribute}`, JSON.stringify(value.slice(0, 40)));
    }
  }
};

/** RelatedWeaknessesType: relations are per view; at most one parent in a view is primary. */
const relationsAreSound: Rule = (element, find) => {
  const primary = new Map<string, number>();
  const own = attributeOf(element, 'ID');
  for (const list of ['Related_Weaknesses', 'Relationships', 'Members']) {
    for (const related of childrenOf(childOf(element, list) ?? element)) {
      if (related.parent?.local !== list) continue;
      const at = pathOf(related).slice(pathOf(element).length);
      const id = attributeOf(related, 'CWE_ID') ?? '';
      const view = attributeOf(related, 'View_ID') ?? '';
      if (!NUMBER.test(id) || !NUMBER.test(view)) find('cwe-relation-id', at);
      else if (id === own && kindOf(element.local) !== 'view') find('cwe-relation-self', at);
      if (list !== 'Related_Weaknesses') continue;
      const nature = attributeOf(related, 'Nature') ?? '';
      if (!NATURES.includes(nature)) find('cwe-nature', at, JSON.stringify(nature.slice(0, 40)));
      if (nature === 'ChildOf' && attributeOf(related, 'Ordinal') === 'Primary') {
        primary.set(view, (primary.get(view) ?? 0) + 1);
      }
    }
  }
  for (const [view, count] of primary) {
    if (count > 1) find('cwe-primary', '', `View ${view.slice(0, 9)}`);
  }
};

/** MappingNotesType: usage of the list; nothing is mapped to categories, views, deprecated entries. */
const usageIsListed: Rule = (element, find) => {
  const notes = childOf(element, 'Mapping_Notes');
  if (notes === undefined) return;
  const usage = childOf(notes, 'Usage');
  const text = usage === undefined ? '' : textOf(usage).trim();
  if (!isUsage(text)) find('cwe-usage', '/Mapping_Notes', JSON.stringify(text.slice(0, 40)));
  const closed =
    kindOf(element.local) !== 'weakness' || attributeOf(element, 'Status') === 'Deprecated';
  if (closed && (text === 'Allowed' || text === 'Allowed-with-Review')) {
    find('cwe-usage-kind', '/Mapping_Notes', text);
  }
};

const RULES: readonly Rule[] = [
  idIsNumber,
  isNamed,
  wordsAreListed,
  relationsAreSound,
  usageIsListed,
];

/** Findings on one entry; paths from the entry itself. */
export function checkEntry(element: XmlElement): readonly CweIssue[] {
  const issues: CweIssue[] = [];
  for (const rule of RULES) {
    rule(element, (code, at, detail) => issues.push(cweIssue(code, at, detail)));
  }
  return issues;
}
