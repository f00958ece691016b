/** What several catalogues say of a vulnerability, and what changed between two editions. */
import type { KevCatalogue, KevEntry } from './catalogue.ts';

/** Who lists a vulnerability, and who was asked in vain: not to be listed is no evidence. */
export interface KevAnswer {
  readonly listed: readonly { readonly source: string; readonly entry: KevEntry }[];
  readonly silent: readonly string[];
}

/** Asks every catalogue. */
export function lookupKev(catalogues: readonly KevCatalogue[], cve: string): KevAnswer {
  const listed: { source: string; entry: KevEntry }[] = [];
  const silent: string[] = [];
  for (const { source, entries } of catalogues) {
    const entry = entries.get(cve);
    if (entry === undefined) silent.push(source);
    else listed.push({ source, entry });
  }
  return { listed, silent };
}

/** What an edition of a catalogue has otherwise than an earlier one; entries do get removed. */
export interface KevChanges {
  readonly added: readonly KevEntry[];
  readonly removed: readonly KevEntry[];
  readonly changed: readonly {
    readonly before: KevEntry;
    readonly after: KevEntry;
    readonly members: readonly (keyof KevEntry)[];
  }[];
}

/** Compares two editions of one catalogue. */
export function compareKev(before: KevCatalogue, after: KevCatalogue): KevChanges {
  const changed: { before: KevEntry; after: KevEntry; members: (keyof KevEntry)[] }[] = [];
  for (const [cve, entry] of after.entries) {
    const earlier = before.entries.get(cve);
    if (earlier === undefined) continue;
    const members = (Object.keys(entry) as (keyof KevEntry)[]).filter(
      (name) => JSON.stringify(entry[name]) !== JSON.stringify(earlier[name]),
    );
    if (members.length > 0) changed.push({ before: earlier, after: entry, members });
  }
  return {
    added: [...after.entries.values()].filter(({ cve }) => !before.entries.has(cve)),
    removed: [...before.entries.values()].filter(({ cve }) => !after.entries.has(cve)),
    changed,
  };
}
