/** VEX in a CycloneDX BOM: the analysis of each vulnerability, for each element it affects. */
import { objectOf, objectsOf, textOf } from '../../core/json/member.ts';
import type { JsonObject } from '../../core/json/value.ts';
import type { ProductNames, VexStatement, VexStatus } from './model.ts';

/** impactAnalysisState. A vulnerability without analysis claims nothing. */
const STATES: Readonly<Record<string, VexStatus>> = {
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'affected',
  in_triage: 'under_investigation',
  false_positive: 'not_affected',
  not_affected: 'not_affected',
};

export function readCycloneDxVex(bom: JsonObject): readonly VexStatement[] {
  const metadata = objectOf(bom, 'metadata');
  const names = namesByRef(bom, metadata);
  const head = {
    format: 'cyclonedx' as const,
    document: textOf(bom, 'serialNumber') ?? '',
    author: authorOf(metadata),
  };
  const statements: VexStatement[] = [];
  for (const { entry, path } of objectsOf(bom, 'vulnerabilities', '')) {
    const analysis = objectOf(entry, 'analysis');
    const state = textOf(analysis, 'state') ?? '';
    const status = Object.hasOwn(STATES, state) ? STATES[state] : undefined;
    if (status === undefined) continue;
    const said = {
      ...head,
      time: textOf(analysis, 'lastUpdated') ?? textOf(entry, 'updated') ?? timeOf(metadata),
      vulnerability: vulnerabilityOf(entry, path),
      subcomponents: [],
      status,
      ...reasonsOf(analysis, status),
    };
    for (const { entry: affected, path: at } of objectsOf(entry, 'affects', path)) {
      const ref = textOf(affected, 'ref');
      if (ref === undefined) continue;
      const product = names.get(ref) ?? { id: ref, purls: [], cpes: [], hashes: [] };
      statements.push({ ...said, product, path: at });
    }
  }
  return statements;
}

function reasonsOf(analysis: JsonObject | undefined, status: VexStatus): Partial<VexStatement> {
  const justification = textOf(analysis, 'justification');
  const detail = textOf(analysis, 'detail');
  return {
    ...(justification === undefined ? {} : { justification }),
    ...(detail === undefined
      ? {}
      : status === 'affected'
        ? { action: detail }
        : { impact: detail }),
  };
}

function timeOf(metadata: JsonObject | undefined): string {
  return textOf(metadata, 'timestamp') ?? '';
}

function authorOf(metadata: JsonObject | undefined): string {
  for (const name of ['manufacturer', 'supplier', 'manufacture']) {
    const given = textOf(objectOf(metadata, name), 'name');
    if (given !== undefined) return given;
  }
  const [author] = [...objectsOf(metadata, 'authors', '')];
  return textOf(author?.entry, 'name') ?? '';
}

function vulnerabilityOf(entry: JsonObject, path: string): readonly string[] {
  const id = textOf(entry, 'id');
  const others = [...objectsOf(entry, 'references', path)].flatMap(
    ({ entry: reference }) => textOf(reference, 'id') ?? [],
  );
  return [...(id === undefined ? [] : [id]), ...others];
}

/** Components by bom-ref; a stack of work instead of recursion on the input. */
function namesByRef(
  bom: JsonObject,
  metadata: JsonObject | undefined,
): ReadonlyMap<string, ProductNames> {
  const names = new Map<string, ProductNames>();
  const subject = objectOf(metadata, 'component');
  const work = [...objectsOf(bom, 'components', '')].map(({ entry }) => entry);
  if (subject !== undefined) work.push(subject);
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const ref = textOf(next, 'bom-ref');
    if (ref !== undefined) names.set(ref, namesOf(next, ref));
    for (const { entry } of objectsOf(next, 'components', '')) work.push(entry);
  }
  return names;
}

function namesOf(component: JsonObject, id: string): ProductNames {
  const purl = textOf(component, 'purl');
  const cpe = textOf(component, 'cpe');
  return {
    id,
    purls: purl === undefined ? [] : [purl],
    cpes: cpe === undefined ? [] : [cpe],
    hashes: [...objectsOf(component, 'hashes', '')].flatMap(({ entry }) => {
      const algorithm = textOf(entry, 'alg')?.toLowerCase().replaceAll('-', '');
      const content = textOf(entry, 'content')?.toLowerCase();
      return algorithm === undefined || content === undefined ? [] : [`${algorithm}:${content}`];
    }),
  };
}
