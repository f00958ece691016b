/** What is made enters the house as a delivery of the hub: parcel, chunks, log leaves, positions. */
import { createHash } from 'node:crypto';
import { LIMITS } from '../../core/limits.ts';
import { STIX_21 } from '../../core/media-type.ts';
import { canonicalLabel } from '../../policy/index.ts';
import type { ChunkItem } from '../../store/port.ts';
import { store } from '../6-store.ts';
import type { FlowHouse } from '../house.ts';
import { type Derived, HUB, makerOf } from './derive.ts';

/** What many sources share and this process has stored already: not stored again for each. */
const stored = new WeakMap<FlowHouse, Set<string>>();

/** Stores what is made in a collection, one parcel for each label. */
export async function deliverDerived(
  collection: string,
  derived: readonly Derived[],
  house: FlowHouse,
): Promise<void> {
  const fresh = derived.filter((each) => !each.shared || isNew(collection, each, house));
  const byLabel = new Map<string, Derived[]>();
  for (const each of fresh) {
    const maker = makerOf(each.label);
    const known = byLabel.get(maker);
    if (known === undefined) byLabel.set(maker, [each]);
    else known.push(each);
  }
  for (const [maker, alike] of byLabel) await deliver(collection, maker, alike, house);
}

function isNew(collection: string, { record, label }: Derived, house: FlowHouse): boolean {
  const known = stored.get(house) ?? new Set();
  stored.set(house, known);
  if (known.size >= LIMITS.projection.remembered) known.clear();
  const digest = Buffer.from(record.contentDigest).toString('base64');
  const key = `${collection} ${canonicalLabel(label)} ${digest}`;
  return known.size !== known.add(key).size;
}

async function deliver(
  collection: string,
  organisation: string,
  derived: readonly Derived[],
  house: FlowHouse,
): Promise<void> {
  const { writer } = house;
  const head = { mediaType: STIX_21, principal: HUB, organisation, channel: 'projection' };
  const parcel = await writer.receive({ ...head, collection });
  const items = derived.map(
    ({ record, label, preference }, index): ChunkItem => ({
      kind: 'placed',
      record,
      gap: index === 0 ? OPENING : COMMA,
      label,
      preference,
      rules: ['projection'],
    }),
  );
  const hash = createHash('sha256');
  let size = 0;
  for (const bytes of items.flatMap((item) => [item.gap, bytesOf(item)]).concat(CLOSING)) {
    hash.update(bytes);
    size += bytes.length;
  }
  try {
    for (let from = 0; from < items.length; from += LIMITS.chunk.records) {
      const part = items.slice(from, from + LIMITS.chunk.records);
      const last = from + part.length === items.length;
      await store(async () => {
        const { policyEpoch } = await house.directory();
        return {
          parcel: parcel.id,
          sequence: from / LIMITS.chunk.records,
          items: part,
          ...(last ? { closingGap: CLOSING } : {}),
          reads: { policyEpoch, missingDefinitions: [] },
        };
      }, house);
    }
  } catch (error) {
    // What is shared was not stored after all.
    stored.delete(house);
    throw error;
  }
  await writer.close(parcel.id, hash.digest(), size, 'stored');
}

const OPENING = Buffer.from('{"objects":[');
const COMMA = Buffer.from(',');
const CLOSING = Buffer.from(']}');

function bytesOf(item: ChunkItem): Uint8Array {
  return item.kind === 'placed' ? item.record.bytes : item.bytes;
}
