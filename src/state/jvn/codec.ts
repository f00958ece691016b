/** JVN iPedia's feeds and answers: JVNRSS items and VULDEF entries, streamed, bytes as they came. */
import type { XmlElement, XmlOpen } from '../../core/xml/index.ts';
import { type XmlRecordReader, xmlCodec } from '../../core/xml-codec.ts';
import { checkEntry, type JvnIssue, jvnIssue } from './check.ts';
import { readItem, readVulinfo } from './entry.ts';
import { factsOf, identityOf } from './facts.ts';
import { JVN_SIGN } from './sniff.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

class EntryReader implements XmlRecordReader {
  #status: XmlOpen | null = null;

  /** Start tags outside records: the API answers its status in one of them. */
  outside(open: XmlOpen): void {
    if (open.local === 'Status') this.#status = open;
  }

  read(element: XmlElement) {
    const entry = element.local === 'item' ? readItem(element) : readVulinfo(element);
    return { identity: identityOf(entry), facts: factsOf(entry), issues: checkEntry(entry) };
  }

  end(root: XmlOpen | null): readonly JvnIssue[] {
    const issues: JvnIssue[] = [];
    const feed = root?.local === 'RDF' && root.namespace === RDF;
    if (!feed && root?.local !== 'VULDEF-Document') {
      issues.push(jvnIssue('jvn-root', '', JSON.stringify(root?.name.slice(0, 40) ?? '')));
    }
    const said = (name: string) =>
      this.#status?.attributes.find(({ local }) => local === name)?.value ?? '';
    if (said('retCd') !== '' && said('retCd') !== '0') {
      const detail = `${said('errCd')} ${said('errMsg')}`.trim().slice(0, 200);
      issues.push(jvnIssue('jvn-status', '', detail));
    }
    return issues;
  }
}

export const jvnCodec = xmlCodec({
  ...JVN_SIGN,
  select: ({ local }, parents) =>
    (local === 'item' && parents.length === 1 && parents[0] === 'RDF') ||
    (local === 'Vulinfo' && parents.length === 1 && parents[0] === 'VULDEF-Document'),
  reader: () => new EntryReader(),
});
