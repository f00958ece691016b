/**
 * OVAL documents as deliveries: definitions, tests, objects, states and variables are records, read
 * one by one. What was collected and found on a host is checked and is no record: it stays with its
 * owner.
 */
import type { Issue } from '../../core/issue.ts';
import type { XmlElement, XmlOpen } from '../../core/xml/index.ts';
import { type XmlRecord, type XmlRecordReader, xmlCodec } from '../../core/xml-codec.ts';
import { checkerFor, type DocumentChecker, isRead } from './check/document.ts';
import { definitionFacts, identityOf, OVAL_FORMAT, partFacts } from './facts.ts';
import { ovalIssue, shown } from './issues.ts';
import { readDefinition } from './read/definition.ts';
import { OVAL_SIGN } from './sniff.ts';

const NO_FACTS = {
  title: '',
  aliases: [],
  external: [],
  edges: [],
  observables: [],
  text: '',
} as const;

class OvalReader implements XmlRecordReader {
  #checker: DocumentChecker | null = null;
  #root: XmlOpen | null = null;

  /** Start tags outside records: the root says which document it is. */
  outside(open: XmlOpen): void {
    if (this.#root === null) {
      this.#root = open;
      this.#checker = checkerFor(open);
    }
    this.#checker?.open(open);
  }

  read(element: XmlElement, path: string): XmlRecord {
    const checker = this.#checker;
    const issues: Issue[] = checker?.element(element, path) ?? [];
    if (checker?.kind !== 'oval_definitions' || element.local === 'generator') {
      return { identity: null, facts: NO_FACTS, issues, skeleton: true };
    }
    const identity = identityOf(element, checker.schemaVersion);
    const definition = element.local === 'definition';
    const facts = definition ? definitionFacts(readDefinition(element)) : partFacts(element);
    return { identity, facts, issues };
  }

  end(root: XmlOpen | null): readonly Issue[] {
    if (this.#checker !== null) return this.#checker.end();
    return root === null ? [] : [ovalIssue('oval-root', '', shown(root.name))];
  }
}

export const ovalCodec = xmlCodec({
  ...OVAL_SIGN,
  format: OVAL_FORMAT,
  select: isRead,
  reader: () => new OvalReader(),
});
