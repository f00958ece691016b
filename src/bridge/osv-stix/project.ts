/** An OSV record as STIX 2.1: a vulnerability, its packages, and notes for what people read. */
import type { JsonValue } from '../../core/json/value.ts';
import { isDistribution } from '../../state/osv/index.ts';
import { Ledger, lossesOf, rowTree, Source } from '../mapping/index.ts';
import {
  extended,
  hostOf,
  isUrl,
  noteAbout,
  type Projection,
  type ProjectionContext,
  Projector,
  References,
  type Score,
  stixTime,
  systemOf,
} from '../projection/index.ts';
import { readAffected, scoresOf } from './affected.ts';
import { OSV_STIX_MAPPING } from './mapping.table.ts';

const ROWS = rowTree(OSV_STIX_MAPPING.rows);

/** Projects a record of OSV schema 1.x; without an id nothing can be made and all is lost. */
export function projectOsv(document: JsonValue, context: ProjectionContext): Projection {
  const ledger = new Ledger();
  const projector = new Projector(context);
  const record = new Source(document, ledger);
  const id = record.text('id');
  if (id !== undefined) projectRecord(record, id, projector);
  return { objects: projector.objects, losses: lossesOf(document, ledger, ROWS) };
}

function projectRecord(record: Source, id: string, projector: Projector): void {
  const withdrawn = timeOf(record, 'withdrawn');
  projector.revoked = withdrawn !== undefined;
  const affected = record.items('affected').map((entry) => readAffected(entry, projector));
  const scores: readonly Score[] = [
    ...scoresOf(record),
    ...affected.flatMap((entry) => entry.scores),
  ];
  const { references, others } = referencesOf(record, id);
  const vulnerability = projector.add('vulnerability', `osv:${id}`, {
    name: id,
    description: descriptionOf(record),
    external_references: references.list,
    extensions: extended(projector, {
      published: timeOf(record, 'published'),
      updated: timeOf(record, 'modified'),
      withdrawn,
      scores,
    }),
  });
  for (const software of new Set(affected.flatMap((entry) => entry.software))) {
    projector.relate(software, 'related-to', vulnerability);
  }
  noteAbout(projector, vulnerability, 'Related vulnerabilities', others);
  const lines = affected.flatMap((entry) => entry.lines);
  noteAbout(projector, vulnerability, 'Affected packages', lines);
  noteAbout(projector, vulnerability, 'Credits', creditsOf(record));
}

function timeOf(record: Source, name: string): string | undefined {
  const text = record.textIf(name, (given) => stixTime(given) !== undefined);
  return text === undefined ? undefined : stixTime(text);
}

function descriptionOf(record: Source): string | undefined {
  const parts = [record.text('summary'), record.text('details')];
  const text = parts.filter((part) => part !== undefined).join('\n\n');
  return text === '' ? undefined : text;
}

/** What the record refers to, and lines on other vulnerabilities, which must not be taken for it. */
interface Referred {
  readonly references: References;
  readonly others: readonly string[];
}

function referencesOf(record: Source, id: string): Referred {
  const references = new References();
  references.add({ source_name: systemOf(id), external_id: id });
  const aliases = record.texts('aliases');
  const same = isOne(id, aliases);
  for (const alias of same ? aliases : []) {
    references.add({ source_name: systemOf(alias), external_id: alias });
  }
  addWeaknesses(record.at('database_specific'), references);
  for (const reference of record.items('references')) {
    const url = reference.textIf('url', isUrl);
    if (url === undefined) continue;
    references.add({ source_name: hostOf(url), url, description: reference.text('type') });
  }
  const bundles = same ? [] : aliases.map((alias) => `aliases: ${alias}`);
  const linked = ['upstream', 'related'].flatMap((kind) =>
    record.texts(kind).map((other) => `${kind}: ${other}`),
  );
  return { references, others: [...bundles, ...linked] };
}

/**
 * STIX 2.1 §4.19: an external reference to a CVE identifies the vulnerability. An advisory of a
 * distribution, and whatever has several CVE ids, bundles vulnerabilities: it is none of them.
 */
function isOne(id: string, aliases: readonly string[]): boolean {
  const cves = [id, ...aliases].filter((alias) => alias.startsWith('CVE-'));
  return cves.length <= 1 && !isDistribution(id);
}

function addWeaknesses(own: Source, references: References): void {
  for (const name of ['cwe_ids', 'cwes']) {
    for (const weakness of own.texts(name, (text) => /^CWE-[1-9][0-9]{0,5}$/.test(text))) {
      references.add({ source_name: 'cwe', external_id: weakness });
    }
  }
}

function creditsOf(record: Source): string[] {
  return record.items('credits').flatMap((credit) => {
    const name = credit.text('name');
    if (name === undefined) return [];
    const type = credit.text('type');
    const contact = credit.texts('contact');
    const more = [...(type === undefined ? [] : [type]), ...contact].join(', ');
    return [more === '' ? name : `${name} (${more})`];
  });
}
