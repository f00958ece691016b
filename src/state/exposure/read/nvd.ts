/** Records of NVD as statements: one for each configuration, under the products that it finds weak. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/index.ts';
import { entriesOf, member, objectsOf, textOf } from '../../../core/json/view.ts';
import { timestampKey } from '../../../core/timestamp.ts';
import { type Applicability, type Criterion, readNvdConfiguration } from '../../cpe/index.ts';
import { cpeKey, WIDE } from '../keys.ts';
import { type ReadRecord, type Statement, silent } from '../statement.ts';

/** A CVE item of the API 2.0, alone or under `cve`. */
export function nvdItemOf(document: JsonObject): JsonObject | null {
  const inner = member(document, 'cve');
  const item = inner !== undefined && isJsonObject(inner) ? inner : document;
  const named = /^CVE-/.test(textOf(item, 'id') ?? '');
  const marked = ['vulnStatus', 'configurations', 'sourceIdentifier'].some(
    (name) => member(item, name) !== undefined,
  );
  return named && marked ? item : null;
}

export function readNvd(item: JsonObject): ReadRecord {
  const id = textOf(item, 'id') ?? '';
  const identity = `nvd:${id}`;
  const revision = timestampKey(zoned(textOf(item, 'lastModified') ?? ''));
  const head = { id, source: 'nvd', aliases: [id], upstream: [] };
  if (textOf(item, 'vulnStatus') === 'Rejected') return silent(identity, revision, head);
  const statements = configurationsOf(entriesOf(item, 'configurations'), 'nvd');
  return {
    identity,
    revision,
    head,
    withdrawn: false,
    replacedBy: [],
    unanalysed: statements.length === 0,
    statements,
    covers: [],
  };
}

function zoned(time: string): string {
  return /[zZ]$|[+-][0-9]{2}:[0-9]{2}$/.test(time) || time === '' ? time : `${time}Z`;
}

/** One statement a configuration: beside each other, one is enough. */
export function configurationsOf(values: readonly JsonValue[], source: string): Statement[] {
  return values.flatMap((value, index) => {
    const { test } = readNvdConfiguration(value);
    const keys = test === null ? [] : [...weakKeys(test)];
    if (keys.length === 0 || !isJsonObject(value)) return [];
    return [{ kind: 'nvd' as const, keys, body: { source, index, test: slim(value) } }];
  });
}

/** Keys of what the configuration finds weak; what it only runs on is no key. */
function weakKeys(test: Applicability): Set<string> {
  const keys = new Set<string>();
  for (const { name, vulnerable } of criteriaOf(test)) {
    if (vulnerable) keys.add(cpeKey(name) ?? WIDE);
  }
  return keys;
}

/** Every criterion of a test; the depth is bounded by its reader. */
export function criteriaOf(test: Applicability): readonly Criterion[] {
  if (test.kind === 'name') return [test];
  return test.kind === 'and' || test.kind === 'or' ? test.tests.flatMap(criteriaOf) : [];
}

/** The configuration without what decides nothing. */
function slim(value: JsonObject): JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'operator' || name === 'negate') kept[name] = inner;
    else if (name === 'cpeMatch' || name === 'cpe_match') {
      kept.cpeMatch = objectsOf(value, name).map(slimMatch);
    }
  }
  for (const name of ['nodes', 'children']) {
    const inner = objectsOf(value, name);
    if (inner.length > 0) kept[name] = inner.map(slim);
  }
  return kept;
}

function slimMatch({ matchCriteriaId: _id, ...match }: JsonObject): JsonObject {
  return match;
}
