/** OSV records as statements: one for each package that they speak of. */
import type { JsonObject } from '../../../core/json/index.ts';
import { entriesOf, member, objectsOf, textOf, textsOf } from '../../../core/json/view.ts';
import { timestampKey } from '../../../core/timestamp.ts';
import { isDistribution } from '../../osv/index.ts';
import { ecosystemOf, packageOfPurl, parsePurl } from '../../purl/index.ts';
import { packageKey } from '../keys.ts';
import type { FixState } from '../model.ts';
import { type ReadRecord, type RecordHead, type Statement, silent } from '../statement.ts';

export function isOsv(document: JsonObject): boolean {
  return textOf(document, 'id') !== undefined && Array.isArray(member(document, 'affected'));
}

export function readOsv(record: JsonObject): ReadRecord {
  const head = headOf(record);
  const identity = `osv:${head.id}`;
  const revision = timestampKey(textOf(record, 'modified') ?? '');
  const withdrawn = textOf(record, 'withdrawn') !== undefined;
  const covers: { ecosystem: string; release: string | null }[] = [];
  const statements: Statement[] = [];
  objectsOf(record, 'affected').forEach((entry, index) => {
    const named = packageOf(entry);
    if (named === null) return;
    const { ecosystem, name } = named;
    const colon = ecosystem.indexOf(':');
    const base = colon < 0 ? ecosystem : ecosystem.slice(0, colon);
    covers.push({ ecosystem: base, release: colon < 0 ? null : ecosystem.slice(colon + 1) });
    statements.push({
      kind: 'osv',
      keys: [packageKey(base, name)],
      body: bodyOf(record, entry, index, ecosystem),
    });
  });
  // A withdrawn record still tells that somebody looks after the ecosystem.
  if (withdrawn) return { ...silent(identity, revision, head), covers };
  return {
    identity,
    revision,
    head,
    withdrawn,
    replacedBy: [],
    unanalysed: false,
    statements,
    covers,
  };
}

/** Of a distribution, aliases are the vulnerabilities that it packages: they join nothing. */
function headOf(record: JsonObject): RecordHead {
  const id = textOf(record, 'id') ?? '';
  const aliases = textsOf(record, 'aliases');
  const upstream = textsOf(record, 'upstream');
  const packaged = isDistribution(id);
  return {
    id,
    source: 'osv',
    aliases: packaged ? [id] : [id, ...aliases],
    upstream: [...new Set(packaged ? [...aliases, ...upstream] : upstream)],
  };
}

/** Ecosystem and name; of the package URL alone where the record gives nothing else. */
function packageOf(entry: JsonObject): { ecosystem: string; name: string } | null {
  const named = member(entry, 'package');
  const ecosystem = textOf(named, 'ecosystem');
  const name = textOf(named, 'name');
  if (ecosystem !== undefined && name !== undefined) return { ecosystem, name };
  const purl = parsePurl(textOf(named, 'purl') ?? '');
  const found = purl.ok ? packageOfPurl(purl.value) : null;
  return found === null ? null : { ecosystem: found.ecosystem.osv, name: found.name };
}

function bodyOf(
  record: JsonObject,
  entry: JsonObject,
  index: number,
  ecosystem: string,
): JsonObject {
  const versions = entriesOf(entry, 'versions');
  const ranges = objectsOf(entry, 'ranges').map((range) => ({
    type: textOf(range, 'type') ?? '',
    events: entriesOf(range, 'events'),
  }));
  const state = ecosystemOf(ecosystem)?.releases === true ? stateOf(record, entry) : null;
  const purl = parsePurl(textOf(member(entry, 'package'), 'purl') ?? '');
  const module = purl.ok ? purl.value.qualifiers.rpmmod : undefined;
  return {
    ecosystem,
    index,
    ...(ranges.length > 0 ? { ranges } : {}),
    ...(versions.length > 0 ? { versions } : {}),
    ...(state === null ? {} : { state }),
    ...(module === undefined ? {} : { module }),
  };
}

/** Words by which distributions say that they will not mend it, in the part that is their own. */
function stateOf(record: JsonObject, entry: JsonObject): FixState | null {
  const own = [entry, record].flatMap((each) =>
    ['ecosystem_specific', 'database_specific'].flatMap((name) =>
      ['urgency', 'status', 'fix_state', 'state'].flatMap(
        (word) => textOf(member(each, name), word)?.toLowerCase() ?? [],
      ),
    ),
  );
  if (own.some((word) => /end.of.life|out of support/.test(word))) return 'end-of-life';
  return own.some((word) => /^(?:ignored|wont-?fix|won't fix|will not fix)/.test(word))
    ? 'will-not-fix'
    : null;
}
