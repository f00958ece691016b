/**
 * What is made of one source for feeds: STIX objects of the hub, under the label of the source. It
 * depends on the source and its label alone, not on when it was made or what else the house holds:
 * times are those that the source states (docs/adr/0006).
 */

import { sha256 } from '../../core/digest.ts';
import { hasErrors } from '../../core/issue.ts';
import { isJsonObject, type JsonObject, readJson } from '../../core/json/index.ts';
import type { Label } from '../../core/label.ts';
import { LIMITS } from '../../core/limits.ts';
import type { DecodedRecord } from '../../core/record.ts';
import { stixCodec } from '../../event/stix/codec.ts';
import type { Identifier, StixObject } from '../../event/stix/types.ts';
import { canonicalLabel, officialMarking, TLP2_MARKINGS } from '../../policy/index.ts';
import type { Relabelling } from '../../store/port.ts';
import { projectorOf } from './projectors.ts';

/** Who makes them, as a principal. */
export const HUB = 'hub';
const SOURCE = 'hub/';

/**
 * The organisation in whose name something is made under a label; no principal is of it. One for
 * each label: what one organisation says again under another label takes the place of what it said,
 * and two viewers must not take a projection from each other.
 */
export function makerOf(label: Label): string {
  return SOURCE + sha256(canonicalLabel(label)).toString('hex', 0, 16);
}

export function isMaker(organisation: string): boolean {
  return organisation.startsWith(SOURCE);
}

/** Who makes projections. */
export interface ProjectionAuthor {
  /** UUID in which the ids of what is made are made: the house's own. */
  readonly namespace: string;
  /** The hub as a STIX object; `created_by_ref` of what is made. */
  readonly identity: JsonObject & { readonly id: Identifier<'identity'> };
}

/** One record that is made. */
export interface Derived {
  readonly record: DecodedRecord;
  readonly label: Label;
  readonly preference: 0 | 1 | 2;
  /** Others of the same collection have it too: it says nothing of one source. */
  readonly shared: boolean;
}

/** The source's name, to which what is made of it points: found by `pointsAt`. */
export function sourceName(format: string, id: string): string {
  return `${format} ${id}`;
}

/** Objects that many sources have in common: they outlive each of them. */
const SHARED: ReadonlySet<string> = new Set([
  'identity',
  'software',
  'extension-definition',
  'marking-definition',
]);

/** What names somebody or something for good; it has no version of the source's. */
const TIMELESS: ReadonlySet<string> = new Set(['identity', 'extension-definition']);
const BEGINNING = '2026-01-01T00:00:00.000Z';

/** Everything that is made of one membership of a source; nothing where its format has no bridge. */
export async function derive(
  source: Relabelling,
  id: string,
  author: ProjectionAuthor,
): Promise<Derived[]> {
  const project = await projectorOf(source.format);
  const read = readJson(source.bytes);
  if (project === null || !read.ok || !isJsonObject(read.value)) return [];
  const { timesOf } = await import('../../bridge/convert/dates.ts');
  const { created, modified } = timesOf(read.value);
  const { namespace, identity } = author;
  const context = { namespace, created, now: modified, createdBy: identity.id };
  const made = project(read.value, context).objects.slice(0, LIMITS.projection.objects);
  if (made.length === 0) return [];
  const { label, preference } = source;
  const objects = made.map((object) => finished(object, label));
  const name = sourceName(source.format, id);
  const records = await decoded([identity, ...objects]);
  return records.map((record) => {
    const shared = SHARED.has(record.identity.type);
    return { label, preference, shared, record: shared ? record : pointing(record, name) };
  });
}

/** Marked with the TLP under which it is offered, so that who pulls it knows. */
function finished(object: StixObject, { tlp }: Label): object {
  if (TIMELESS.has(object.type)) return { ...object, created: BEGINNING, modified: BEGINNING };
  if (object.type === 'marking-definition') return object;
  const stated = 'object_marking_refs' in object ? (object.object_marking_refs as string[]) : [];
  const others = stated.filter((id) => {
    const official = officialMarking(id);
    return official === undefined || !('tlp' in official);
  });
  return { ...object, object_marking_refs: [...others, TLP2_MARKINGS[tlp]] };
}

/** As the codec of STIX reads them; what it would refuse of others is not made either. */
async function decoded(objects: readonly object[]): Promise<DecodedRecord[]> {
  const text = `{"objects":[${objects.map((object) => JSON.stringify(object)).join()}]}`;
  const records: DecodedRecord[] = [];
  for await (const { record, issues } of stixCodec.records([Buffer.from(text)])) {
    if (record !== undefined && !hasErrors(issues)) records.push(record);
  }
  return records;
}

function pointing(record: DecodedRecord, target: string): DecodedRecord {
  const { facts } = record;
  const edges = [...facts.edges, { kind: 'projection-of', target }];
  return { ...record, facts: { ...facts, edges } };
}
