/** The containers of a record with their sources: who says what stays visible. */
import { isJsonObject, type JsonObject } from '../../core/json/value.ts';
import { member, objectsOf, textOf } from '../../core/json/view.ts';

/** One container of a record. */
export interface CveContainer {
  readonly kind: 'cna' | 'adp';
  /** `cna`, or `adp:` with the short name, else the id, of the publisher. */
  readonly source: string;
  readonly orgId: string;
  readonly shortName: string;
  /** Where it stands in the record. */
  readonly path: readonly (string | number)[];
  readonly value: JsonObject;
}

/** All containers, that of the assigner first. */
export function containersOf(record: JsonObject): CveContainer[] {
  const containers = member(record, 'containers');
  const cna = member(containers, 'cna');
  const found: CveContainer[] = [];
  if (cna !== undefined && isJsonObject(cna))
    found.push(container('cna', cna, ['containers', 'cna']));
  objectsOf(containers, 'adp').forEach((value, i) => {
    found.push(container('adp', value, ['containers', 'adp', i]));
  });
  return found;
}

function container(
  kind: 'cna' | 'adp',
  value: JsonObject,
  path: readonly (string | number)[],
): CveContainer {
  const provider = member(value, 'providerMetadata');
  const orgId = textOf(provider, 'orgId') ?? '';
  const shortName = textOf(provider, 'shortName') ?? '';
  const source = kind === 'cna' ? 'cna' : `adp:${shortName === '' ? orgId : shortName}`;
  return { kind, source, orgId, shortName, path, value };
}
