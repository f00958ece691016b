/** What the index knows of NVD's records. */
import type { JsonObject } from '../../core/json/value.ts';
import { member, objectsOf, textOf } from '../../core/json/view.ts';
import type { Facts, Observable, RecordIdentity } from '../../core/record.ts';
import { timestampKey } from '../../core/timestamp.ts';
import type { NvdKind } from './check.ts';
import { zoned } from './schema.ts';

const IDS: Readonly<Record<NvdKind, readonly [format: string, id: string, type: string]>> = {
  cve: ['nvd', 'id', 'vulnerability'],
  cpe: ['nvd-cpe', 'cpeNameId', 'cpe'],
  match: ['nvd-cpe-match', 'matchCriteriaId', 'cpe-match'],
};

export function identityOf(kind: NvdKind, value: JsonObject): RecordIdentity | null {
  const [format, name, type] = IDS[kind];
  const id = textOf(value, name);
  if (id === undefined || id === '') return null;
  const version = textOf(value, 'lastModified') ?? '';
  const created = textOf(value, 'published') ?? textOf(value, 'created');
  const withdrawn =
    textOf(value, 'vulnStatus') === 'Rejected' ||
    member(value, 'deprecated') === true ||
    textOf(value, 'status') === 'Inactive';
  return {
    format,
    id,
    type,
    specVersion: '2.0',
    version,
    versionKey: version === '' ? '' : timestampKey(zoned(version)),
    ...(created === undefined ? {} : { created: zoned(created) }),
    withdrawn,
  };
}

export function factsOf(kind: NvdKind, value: JsonObject): Facts {
  if (kind === 'cve') return cveFacts(value);
  const name = textOf(value, 'cpeName') ?? textOf(value, 'criteria') ?? '';
  const titles = englishFirst(objectsOf(value, 'titles')).map(
    (each) => textOf(each, 'title') ?? '',
  );
  const names = objectsOf(value, 'matches').map((match) => textOf(match, 'cpeName') ?? '');
  const by = objectsOf(value, 'deprecatedBy').map((other) => textOf(other, 'cpeNameId') ?? '');
  return {
    title: titles[0] ?? name,
    aliases: [],
    external: [],
    edges: by.map((target) => ({ kind: 'deprecatedBy', target })),
    observables: [...new Set([name, ...names])]
      .filter(Boolean)
      .map((cpe) => ({ kind: 'cpe', value: cpe.toLowerCase() })),
    text: [name, ...titles].join('\n'),
  };
}

/** Texts in several languages come in any order; a title is the English one where there is one. */
function englishFirst(texts: readonly JsonObject[]): JsonObject[] {
  const english = texts.filter((each) => textOf(each, 'lang') === 'en');
  return [...english, ...texts.filter((each) => !english.includes(each))];
}

function cveFacts(value: JsonObject): Facts {
  const id = textOf(value, 'id') ?? '';
  const descriptions = englishFirst(objectsOf(value, 'descriptions')).map(
    (each) => textOf(each, 'value') ?? '',
  );
  const weaknesses = objectsOf(value, 'weaknesses')
    .flatMap((weakness) => objectsOf(weakness, 'description'))
    .map((each) => textOf(each, 'value') ?? '')
    // NVD-CWE-noinfo and NVD-CWE-Other are no weaknesses.
    .filter((name) => /^CWE-[0-9]+$/.test(name));
  return {
    title: (descriptions[0] ?? id).slice(0, 256),
    aliases: [],
    external: [...new Set(weaknesses)],
    edges: [
      { kind: 'cve', target: id },
      ...[...new Set(weaknesses)].map((target) => ({ kind: 'cwe', target })),
    ],
    observables: criteriaOf(value),
    text: [id, ...descriptions].join('\n'),
  };
}

function criteriaOf(value: JsonObject): Observable[] {
  const found = new Set<string>();
  for (const { criteria } of nvdMatches(value)) found.add(criteria.toLowerCase());
  return [...found].map((cpe) => ({ kind: 'cpe', value: cpe }));
}

/** One match string of a configuration. */
export interface NvdMatch {
  readonly criteria: string;
  /** False for what the vulnerable part only runs on or with. */
  readonly vulnerable: boolean;
  readonly versionStartIncluding?: string;
  readonly versionStartExcluding?: string;
  readonly versionEndIncluding?: string;
  readonly versionEndExcluding?: string;
}

/** All match strings of a CVE record, in order. */
export function nvdMatches(record: JsonObject): NvdMatch[] {
  return objectsOf(record, 'configurations')
    .flatMap((configuration) => objectsOf(configuration, 'nodes'))
    .flatMap((node) => objectsOf(node, 'cpeMatch'))
    .map((match) => {
      const bounds = ['StartIncluding', 'StartExcluding', 'EndIncluding', 'EndExcluding'].flatMap(
        (end) => {
          const bound = textOf(match, `version${end}`);
          return bound === undefined ? [] : [[`version${end}`, bound] as const];
        },
      );
      return {
        criteria: textOf(match, 'criteria') ?? '',
        vulnerable: member(match, 'vulnerable') === true,
        ...Object.fromEntries(bounds),
      };
    });
}

/** Whether NVD says what a CVE applies to; if not, it is without applicability, not unaffected. */
export function hasApplicability(record: JsonObject): boolean {
  return nvdMatches(record).length > 0;
}
