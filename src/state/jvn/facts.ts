/** What the index knows of an entry of JVN iPedia. */
import type { Edge, Facts, RecordIdentity } from '../../core/record.ts';
import { timestampKey } from '../../core/timestamp.ts';
import { JVNDB } from './check.ts';
import type { JvnEntry } from './entry.ts';

export const JVN_FORMAT = 'jvn';

export function identityOf(entry: JvnEntry): RecordIdentity | null {
  if (!JVNDB.test(entry.id)) return null;
  const created = entry.issued;
  return {
    format: JVN_FORMAT,
    id: entry.id,
    type: entry.form,
    specVersion: entry.form === 'jvnrss' ? '2.0' : '3',
    version: entry.modified,
    versionKey: entry.modified === '' ? '' : timestampKey(entry.modified),
    ...(created === '' ? {} : { created }),
    withdrawn: false,
  };
}

const CVE = /^CVE-[0-9]{4}-[0-9]{4,19}$/;

/** CVE ids that the entry names, each once. One is an alias; several are edges. */
export function cvesOf(entry: JvnEntry): string[] {
  return [...new Set(entry.references.map(({ id }) => id).filter((id) => CVE.test(id)))];
}

export function factsOf(entry: JvnEntry): Facts {
  const cves = cvesOf(entry);
  const weaknesses = entry.references.map(({ id }) => id).filter((id) => /^CWE-[0-9]+$/.test(id));
  const edges: Edge[] = [
    ...cves.map((target) => ({ kind: cves.length === 1 ? 'aliases' : 'related', target })),
    ...[...new Set(weaknesses)].map((target) => ({ kind: 'cwe', target })),
  ];
  const cpes = entry.products.map(({ cpe }) => cpe.toLowerCase()).filter(Boolean);
  const products = entry.products.map(({ vendor, product }) =>
    `${vendor}/${product}`.toLowerCase(),
  );
  return {
    title: entry.title,
    aliases: cves.length === 1 ? cves : [],
    external: [...cves, ...new Set(weaknesses)],
    edges,
    observables: [
      ...[...new Set(cpes)].map((value) => ({ kind: 'cpe', value })),
      ...[...new Set(products)]
        .filter((value) => value !== '/')
        .map((value) => ({ kind: 'product', value })),
    ],
    text: [entry.id, entry.title, entry.description, entry.solution, ...cves]
      .filter(Boolean)
      .join('\n'),
  };
}
