/** What the index knows of an OSV record. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { member, objectsOf, textOf, textsOf } from '../../core/json/view.ts';
import type { Edge, Facts, Observable, RecordIdentity } from '../../core/record.ts';
import { timestampKey } from '../../core/timestamp.ts';
import { OSV_SIGN } from './sniff.ts';

/** Identity of a record; null without an id. */
export function identityOf(record: JsonObject): RecordIdentity | null {
  const id = textOf(record, 'id');
  if (id === undefined || id === '') return null;
  const version = textOf(record, 'modified') ?? '';
  const created = textOf(record, 'published');
  return {
    format: OSV_SIGN.format,
    id,
    type: 'vulnerability',
    specVersion: textOf(record, 'schema_version') ?? '1.0.0',
    version,
    versionKey: timestampKey(version),
    ...(created === undefined ? {} : { created }),
    withdrawn: textOf(record, 'withdrawn') !== undefined,
  };
}

/** Facts of a record; takes any object. */
export function factsOf(record: JsonObject): Facts {
  const id = textOf(record, 'id') ?? '';
  const weaknesses = textsIn(member(record, 'database_specific'), ['cwe_ids', 'cwes']).filter(
    (text) => /^CWE-[0-9]{1,6}$/.test(text),
  );
  const summary = textOf(record, 'summary');
  return {
    title: summary ?? (textOf(record, 'details') ?? id).slice(0, 256),
    aliases: textsOf(record, 'aliases'),
    external: [...new Set([...textsOf(record, 'aliases'), ...weaknesses])],
    edges: edgesOf(record, weaknesses),
    observables: applicabilityOf(record),
    text: [id, ...textsOf(record, 'aliases'), summary ?? '', textOf(record, 'details') ?? '']
      .filter(Boolean)
      .join('\n'),
  };
}

function textsIn(value: JsonValue | undefined, names: readonly string[]): string[] {
  if (value === undefined || !isJsonObject(value)) return [];
  return names.flatMap((name) => textsOf(value, name));
}

function edgesOf(record: JsonObject, weaknesses: readonly string[]): Edge[] {
  const named = ['aliases', 'upstream', 'related'].flatMap((kind) =>
    textsOf(record, kind).map((target) => ({ kind, target })),
  );
  return [...named, ...weaknesses.map((target) => ({ kind: 'cwe', target }))];
}

function applicabilityOf(record: JsonObject): Observable[] {
  const found = new Map<string, Observable>();
  for (const entry of objectsOf(record, 'affected')) {
    const named = member(entry, 'package');
    const [ecosystem, name] = [textOf(named, 'ecosystem'), textOf(named, 'name')];
    const purl = textOf(named, 'purl');
    if (ecosystem !== undefined && name !== undefined) {
      found.set(`p ${ecosystem}/${name}`, { kind: 'package', value: `${ecosystem}/${name}` });
    }
    if (purl !== undefined) found.set(`u ${purl}`, { kind: 'purl', value: purl });
  }
  return [...found.values()];
}
