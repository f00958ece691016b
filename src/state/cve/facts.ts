/** What the index knows of a CVE record. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { entriesOf, member, objectsOf, textOf, textsOf } from '../../core/json/view.ts';
import type { Edge, Facts, Observable, RecordIdentity } from '../../core/record.ts';
import { timestampKey } from '../../core/timestamp.ts';
import { type CveContainer, containersOf } from './containers.ts';
import { ENGLISH, zoned } from './schema/forms.ts';
import { CVE_SIGN } from './sniff.ts';

/** Identity of a record; null without an id. */
export function identityOf(record: JsonObject): RecordIdentity | null {
  const metadata = member(record, 'cveMetadata');
  const id = textOf(metadata, 'cveId');
  if (id === undefined || id === '') return null;
  const version = newest(record);
  const creator = textOf(metadata, 'assignerOrgId');
  const created = textOf(metadata, 'datePublished');
  return {
    format: CVE_SIGN.format,
    id,
    type: 'vulnerability',
    specVersion: textOf(record, 'dataVersion') ?? '',
    version,
    versionKey: version === '' ? '' : timestampKey(zoned(version)),
    ...(creator === undefined ? {} : { creator }),
    ...(created === undefined ? {} : { created: zoned(created) }),
    withdrawn: textOf(metadata, 'state') === 'REJECTED',
  };
}

/** When the record changed last: a container may be newer than cveMetadata.dateUpdated. */
function newest(record: JsonObject): string {
  const metadata = member(record, 'cveMetadata');
  const dates = [
    ...['dateUpdated', 'dateRejected', 'datePublished'].map((name) => textOf(metadata, name)),
    ...containersOf(record).map(({ value }) =>
      textOf(member(value, 'providerMetadata'), 'dateUpdated'),
    ),
  ];
  let best = '';
  let bestKey = '';
  for (const date of dates) {
    const key = date === undefined ? '' : timestampKey(zoned(date));
    if (date !== undefined && key > bestKey) [best, bestKey] = [date, key];
  }
  return best;
}

/** Facts of a record; takes any object. */
export function factsOf(record: JsonObject): Facts {
  const containers = containersOf(record);
  const id = textOf(member(record, 'cveMetadata'), 'cveId') ?? '';
  return {
    title: titleOf(id, containers),
    aliases: [],
    external: externalOf(containers),
    edges: edgesOf(containers),
    observables: containers.flatMap(({ value }) => applicabilityOf(value)),
    text: textsIn(record, containers),
  };
}

/** The title of an ADP is that of its container (definition adpContainer): it names no vulnerability. */
function titleOf(id: string, containers: readonly CveContainer[]): string {
  const assigner = containers.find(({ kind }) => kind === 'cna');
  const title = textOf(assigner?.value, 'title');
  if (title !== undefined) return title;
  const first = containers.flatMap(({ value }) => objectsOf(value, 'descriptions'));
  const english = first.find((entry) => ENGLISH.test(textOf(entry, 'lang') ?? '')) ?? first[0];
  const text = textOf(english, 'value') ?? id;
  return text.length > 256 ? `${text.slice(0, 255)}…` : text;
}

/** Weaknesses and attack patterns. */
function externalOf(containers: readonly CveContainer[]): string[] {
  const found = new Set<string>();
  for (const { value } of containers) {
    for (const problem of objectsOf(value, 'problemTypes')) {
      for (const entry of objectsOf(problem, 'descriptions')) {
        const id = textOf(entry, 'cweId');
        if (id !== undefined) found.add(id);
      }
    }
    for (const impact of objectsOf(value, 'impacts')) {
      const id = textOf(impact, 'capecId');
      if (id !== undefined) found.add(id);
    }
  }
  return [...found];
}

function edgesOf(containers: readonly CveContainer[]): Edge[] {
  const replaced = containers.flatMap(({ value }) => textsOf(value, 'replacedBy'));
  const weak = externalOf(containers);
  return [
    ...replaced.map((target) => ({ kind: 'replacedBy', target })),
    ...weak.map((target) => ({ kind: target.startsWith('CWE') ? 'cwe' : 'capec', target })),
  ];
}

/** What the record says is concerned: names by which assets are looked up. */
function applicabilityOf(container: JsonObject): Observable[] {
  const found = new Map<string, Observable>();
  const add = (kind: string, value: string | undefined) => {
    if (value !== undefined && value !== '') found.set(`${kind} ${value}`, { kind, value });
  };
  for (const product of objectsOf(container, 'affected')) {
    for (const cpe of textsOf(product, 'cpes')) add('cpe', cpe.toLowerCase());
    add('purl', textOf(product, 'packageURL'));
    const [vendor, name] = [textOf(product, 'vendor'), textOf(product, 'product')];
    if (vendor !== undefined && name !== undefined) {
      add('product', `${vendor}/${name}`.toLowerCase());
    }
    add('package', textOf(product, 'packageName'));
  }
  for (const element of objectsOf(container, 'cpeApplicability')) {
    for (const node of objectsOf(element, 'nodes')) {
      for (const match of objectsOf(node, 'cpeMatch')) {
        add('cpe', textOf(match, 'criteria')?.toLowerCase());
      }
    }
  }
  return [...found.values()];
}

function textsIn(record: JsonObject, containers: readonly CveContainer[]): string {
  const id = textOf(member(record, 'cveMetadata'), 'cveId') ?? '';
  const parts = [id];
  const add = (value: JsonValue | undefined) => {
    if (value !== undefined && isJsonObject(value)) {
      parts.push(textOf(value, 'value') ?? textOf(value, 'description') ?? '');
    }
  };
  for (const { value } of containers) {
    parts.push(textOf(value, 'title') ?? '');
    for (const name of ['descriptions', 'rejectedReasons', 'workarounds', 'solutions']) {
      entriesOf(value, name).forEach(add);
    }
    for (const problem of objectsOf(value, 'problemTypes')) {
      entriesOf(problem, 'descriptions').forEach(add);
    }
    for (const product of objectsOf(value, 'affected')) {
      parts.push(textOf(product, 'vendor') ?? '', textOf(product, 'product') ?? '');
    }
  }
  return parts.filter(Boolean).join('\n');
}
