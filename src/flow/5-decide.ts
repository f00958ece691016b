/**
 * Stage 5. Codecs declare markings; here the policy interprets them into the label under which a
 * record enters a collection. What the decision read goes with the chunk, so that the writer can
 * verify it under the sequencer's lock.
 * Error exit: none; what cannot be interpreted is visible to its owner only.
 */
import type { Codec, Piece } from '../core/codec.ts';
import type { Label, Tlp } from '../core/label.ts';
import { LIMITS } from '../core/limits.ts';
import type { DecodedRecord, MarkingDefinition } from '../core/record.ts';
import { interpret, joinFloor, normaliseLabel, parseTlp } from '../policy/index.ts';
import type { Chunk, ChunkItem, Collection, Directory } from '../store/port.ts';
import type { Validated } from './3-validate.ts';
import { assure } from './4-assure.ts';
import { codecByName, STIX_FORMAT } from './codecs.ts';
import type { Delivery } from './delivery.ts';
import type { FlowHouse } from './house.ts';

const UNMARKED_WITHOUT_COLLECTION: Tlp = 'AMBER';

/** What a delivery has learnt of marking definitions: null stands for looked up and not found. */
export type KnownDefinitions = Map<string, MarkingDefinition | null>;

export interface Undecided {
  readonly parcel: string;
  readonly sequence: number;
  readonly items: readonly Validated[];
  /** What stands behind the last record; only in the last chunk. */
  readonly closing?: Piece | undefined;
}

/** One decision for the whole chunk under one policy epoch. */
export async function decide(
  chunk: Undecided,
  delivery: Delivery,
  known: KnownDefinitions,
  house: FlowHouse,
): Promise<Chunk> {
  const directory = await house.directory();
  const owner = delivery.head.organisation;
  await learn(chunk.items, known, definingOrganisations(owner, directory), house);
  const collection = directory.collections.find(({ id }) => id === delivery.head.collection);
  const missing = new Set<string>();
  const items = chunk.items.map((item): ChunkItem => {
    if (item.kind !== 'accepted') return refused(item);
    const {
      label,
      rules,
      missing: unresolved,
    } = labelFor(item.record, delivery, collection, known);
    for (const id of unresolved) missing.add(id);
    return {
      kind: 'placed',
      record: item.record,
      gap: item.piece.gap,
      label,
      preference: assure(item.record, owner, house),
      rules,
    };
  });
  return {
    parcel: chunk.parcel,
    sequence: chunk.sequence,
    items,
    ...(chunk.closing === undefined ? {} : { closingGap: chunk.closing.gap }),
    reads: { policyEpoch: directory.policyEpoch, missingDefinitions: [...missing] },
  };
}

/**
 * Only the organisation that delivers a record, and the operator, may say what its markings mean:
 * a stranger who publishes a mild definition under another's marking id must not widen anything.
 */
export function definingOrganisations(owner: string, directory: Directory): string[] {
  const operator = directory.organisations.find((organisation) => organisation.operator);
  return operator && operator.id !== owner ? [owner, operator.id] : [owner];
}

function labelFor(
  record: DecodedRecord,
  delivery: Delivery,
  collection: Collection | undefined,
  known: KnownDefinitions,
): { label: Label; rules: readonly string[]; missing: readonly string[] } {
  const definitions = new Map<string, MarkingDefinition>();
  for (const id of markingIds(record)) {
    const definition = known.get(id);
    if (definition) definitions.set(id, definition);
  }
  const asked = delivery.head.unmarkedTlp ? parseTlp(delivery.head.unmarkedTlp) : null;
  const { label, rules, missing } = interpret(record.markings, {
    owner: delivery.head.organisation,
    creator: record.identity.creator,
    definitions,
    unmarked: asked ?? collection?.unmarked ?? UNMARKED_WITHOUT_COLLECTION,
    from: delivery.from,
    until: delivery.until,
  });
  const joined = collection ? joinFloor(label, collection.floor) : label;
  return { label: normaliseLabel(joined), rules: rules.map(({ id }) => id), missing };
}

export function markingIds(record: DecodedRecord): string[] {
  const { object, granular } = record.markings;
  return [...object, ...granular.map(({ marking }) => marking)];
}

/** Definitions of this chunk first (they travel with what they mark), then the store's. */
async function learn(
  items: readonly Validated[],
  known: KnownDefinitions,
  organisations: readonly string[],
  house: FlowHouse,
): Promise<void> {
  const records = items.flatMap((item) => (item.kind === 'accepted' ? [item.record] : []));
  for (const { markings } of records) {
    if (markings.defines) known.set(markings.defines.id, markings.defines);
  }
  const wanted = new Set(records.flatMap(markingIds).filter((id) => !known.get(id)));
  if (wanted.size === 0) return;
  const found = await house.operations.definitions([...wanted], organisations);
  for (const id of wanted) {
    const bytes = found.get(id);
    known.set(id, bytes ? await definition(bytes, house.codecs) : null);
  }
  if (known.size > LIMITS.label.knownDefinitions) known.clear();
}

/** Reads a stored marking definition, which is STIX, again; null when it does not define anything. */
async function definition(
  bytes: Uint8Array,
  codecs: readonly Codec[],
): Promise<MarkingDefinition | null> {
  const record = await decodeStored(bytes, STIX_FORMAT, codecs);
  return record?.markings.defines ?? null;
}

/** A record out of the store, decoded again from its own bytes. */
export async function decodeStored(
  bytes: Uint8Array,
  format: string,
  codecs: readonly Codec[],
): Promise<DecodedRecord | null> {
  const codec = codecByName(codecs, format);
  if (codec === null) return null;
  for await (const piece of codec.records([bytes])) if (piece.record) return piece.record;
  return null;
}

/** Kept as it came; skeleton without a record has no bytes of its own. */
function refused(item: Exclude<Validated, { kind: 'accepted' }>): ChunkItem {
  const { piece } = item;
  return {
    kind: 'refused',
    gap: piece.gap,
    bytes: item.kind === 'refused' ? item.bytes : new Uint8Array(0),
    path: piece.path,
    id: piece.record?.identity.id ?? '',
    version: piece.record?.identity.version ?? '',
    issues: piece.issues,
  };
}
