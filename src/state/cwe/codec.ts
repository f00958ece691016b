/** CWE catalogues in XML, one record an entry, streamed. */
import type { Facts, RecordIdentity } from '../../core/record.ts';
import { timestampKey } from '../../core/timestamp.ts';
import type { XmlElement, XmlOpen } from '../../core/xml/index.ts';
import { type XmlRecordReader, xmlCodec } from '../../core/xml-codec.ts';
import { CweCatalogue } from './catalogue.ts';
import { type CweIssue, checkEntry, cweIssue } from './check.ts';
import { type CweEntry, kindOf, readEntry } from './entry.ts';
import { CWE_SIGN } from './sniff.ts';

const LISTS = ['Weaknesses', 'Categories', 'Views', 'Compound_Elements'];
const NAMESPACE = /^http:\/\/cwe\.mitre\.org\/cwe-[0-9]{1,2}$/;

function attribute(open: XmlOpen, local: string): string {
  return open.attributes.find((each) => each.local === local)?.value ?? '';
}

/** A list of an entry remembers only what checks between entries need. */
class CatalogueReader implements XmlRecordReader {
  readonly #entries: CweEntry[] = [];
  readonly #seen = new Set<string>();

  read(element: XmlElement, _path: string, root: XmlOpen) {
    const entry = readEntry(element);
    const issues = [...checkEntry(element)];
    if (this.#seen.has(entry.id)) issues.push(cweIssue('cwe-id-repeated', '/@ID', entry.id));
    this.#seen.add(entry.id);
    this.#entries.push({ ...entry, description: '' });
    return { identity: identityOf(entry, element, root), facts: factsOf(entry), issues };
  }

  end(root: XmlOpen | null): readonly CweIssue[] {
    if (root === null || root.local !== 'Weakness_Catalog' || !NAMESPACE.test(root.namespace)) {
      return [
        cweIssue('cwe-root', '', root === null ? '' : JSON.stringify(root.name.slice(0, 40))),
      ];
    }
    const missing = ['Name', 'Version', 'Date'].filter((name) => attribute(root, name) === '');
    const said = missing.map((name) => cweIssue('cwe-catalog-attribute', `/@${name}`));
    return [...said, ...new CweCatalogue(this.#entries).check()];
  }
}

function identityOf(entry: CweEntry, element: XmlElement, root: XmlOpen): RecordIdentity | null {
  if (!/^CWE-[1-9][0-9]{0,8}$/.test(entry.id)) return null;
  const date = attribute(root, 'Date');
  return {
    format: CWE_SIGN.format,
    id: entry.id,
    type: entry.kind,
    specVersion: /cwe-([0-9]+)$/.exec(element.namespace)?.[1] ?? '',
    version: attribute(root, 'Version'),
    versionKey: timestampKey(`${date}T00:00:00Z`),
    withdrawn: entry.status === 'Deprecated' || entry.status === 'Obsolete',
  };
}

function factsOf(entry: CweEntry): Facts {
  return {
    title: `${entry.id}: ${entry.name}`,
    aliases: [],
    external: [...entry.attackPatterns],
    edges: [
      ...entry.relations.map(({ nature, id, view }) => ({
        kind: `${nature} in CWE-${view}`,
        target: `CWE-${id}`,
      })),
      ...entry.attackPatterns.map((target) => ({ kind: 'capec', target })),
    ],
    observables: [],
    text: [entry.id, entry.name, entry.description].join('\n'),
  };
}

export const cweCodec = xmlCodec({
  ...CWE_SIGN,
  select: ({ local }, parents) =>
    kindOf(local) !== null && parents.length === 2 && LISTS.includes(parents[1] ?? ''),
  reader: () => new CatalogueReader(),
});
