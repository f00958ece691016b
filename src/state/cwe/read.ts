/** A catalogue read whole from its XML. */
import type { ByteSource } from '../../core/codec.ts';
import type { Issue } from '../../core/issue.ts';
import { cutXml } from '../../core/xml/index.ts';
import { CweCatalogue } from './catalogue.ts';
import { checkEntry } from './check.ts';
import { type CweEntry, kindOf, readEntry } from './entry.ts';

export interface ReadCatalogue {
  /** Version as the catalogue says, e.g. `4.20`. */
  readonly version: string;
  readonly date: string;
  readonly catalogue: CweCatalogue;
  readonly issues: readonly Issue[];
}

/** Reads a catalogue as its bytes come; what could not be read is told and left out. */
export async function readCweCatalogue(source: ByteSource): Promise<ReadCatalogue> {
  const entries: CweEntry[] = [];
  const issues: Issue[] = [];
  let version = '';
  let date = '';
  const select = ({ local }: { local: string }, parents: readonly string[]) =>
    kindOf(local) !== null && parents.length === 2;
  for await (const piece of cutXml(source, { select })) {
    if (piece.kind === 'element') {
      entries.push(readEntry(piece.element));
      for (const issue of checkEntry(piece.element)) {
        issues.push({ ...issue, path: piece.path + issue.path });
      }
    } else issues.push(...piece.issues);
    if (piece.kind === 'end') {
      const said = (name: string) =>
        piece.root?.attributes.find(({ local }) => local === name)?.value ?? '';
      version = said('Version');
      date = said('Date');
    }
  }
  const catalogue = new CweCatalogue(entries);
  return { version, date, catalogue, issues: [...issues, ...catalogue.check()] };
}
