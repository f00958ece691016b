/** Random deliveries for the page tests, and the model's account of what the store must hold. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Label } from '../core/label.ts';
import type { DecodedRecord } from '../core/record.ts';
import { type ModelRow, renderedPosition } from './contract.test.model.ts';
import {
  CIRCLE,
  label,
  type Name,
  ORG,
  objectId,
  placed,
  positionOf,
  record,
  version,
  type World,
} from './contract.test.world.ts';

export interface Draw {
  readonly by: Name;
  /** 0…3 have versions of their own, 4 and 5 have none. */
  readonly object: number;
  readonly version: number;
  readonly spec: '2.0' | '2.1';
  readonly content: number;
  readonly label: number;
  readonly preference: 0 | 1 | 2;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  by: fc.constantFrom<Name>('alpha', 'beta', 'gamma'),
  object: fc.nat(5),
  version: fc.integer({ min: 1, max: 4 }),
  spec: fc.constantFrom('2.0', '2.1', '2.1'),
  content: fc.nat(2),
  label: fc.nat(6),
  preference: fc.constantFrom(0, 1, 2, 2),
});

/** Chunks of deliveries; each chunk comes from one organisation. */
export const draws: fc.Arbitrary<Draw[][]> = fc.array(
  fc
    .array(draw, { minLength: 1, maxLength: 12 })
    .map((chunk) => chunk.map((one) => ({ ...one, by: chunk[0]?.by ?? one.by }))),
  { minLength: 3, maxLength: 9 },
);

const audience = (organisations: readonly string[], communities: readonly string[] = []) => ({
  organisations,
  communities,
  persons: [],
});

function labelOf(kind: number, by: Name): Label {
  const labels: readonly Label[] = [
    label('CLEAR', by),
    label('GREEN', by),
    label('AMBER', by),
    label('AMBER', by, { audience: audience([], [CIRCLE]) }),
    label('AMBER+STRICT', by, { audience: audience([ORG.gamma, ORG.delta]) }),
    label('RED', by, { audience: { ...audience([]), persons: ['person-beta'] } }),
    label('GREEN', by, { unknown: ['marking-definition--of-nobody'] }),
  ];
  return labels[kind] ?? label('RED', by);
}

export function idOf(object: number): string {
  return objectId(object < 4 ? 'indicator' : 'ipv4-addr', `random ${object}`);
}

function recordOf(one: Draw): DecodedRecord {
  return record({
    id: idOf(one.object),
    version: one.object < 4 ? version(one.version) : '',
    specVersion: one.spec,
    content: `content ${one.content}`,
  });
}

/** What one label says to the store: CLEAR without more is one label, whoever brought it. */
function labelKey(of: Label): string {
  return of.tlp === 'CLEAR' ? 'CLEAR' : JSON.stringify(of);
}

/**
 * Delivers the chunks and returns the rows that the collection must then hold. The same source
 * posts the same content under one label only: relabelling has tests of its own. So has every
 * content one preference, unless they are `rising`: then the best counts, and what rises has a
 * later position than its row says.
 */
export async function deliverDraws(
  world: World,
  collection: string,
  chunks: readonly (readonly Draw[])[],
  { rising = false } = {},
): Promise<ModelRow[]> {
  const rows = new Map<string, ModelRow>();
  const labels = new Map<string, Label>();
  const preferences = new Map<string, 0 | 1 | 2>();
  for (const chunk of chunks) {
    const by = chunk[0]?.by ?? 'alpha';
    const items = chunk.map((one) => {
      const decoded = recordOf(one);
      const content = decoded.bytes.toString();
      const under = labels.get(by + content) ?? labelOf(one.label, by);
      labels.set(by + content, under);
      const key = content + labelKey(under);
      const preference = (rising ? undefined : preferences.get(key)) ?? one.preference;
      preferences.set(key, preference);
      return { decoded, under, preference, key };
    });
    const outcomes = await world.deliver(
      by,
      collection,
      ...items.map(({ decoded, under, preference }) => placed(decoded, under, { preference })),
    );
    for (const [index, { decoded, under, preference, key }] of items.entries()) {
      const outcome = outcomes[index];
      const known = rows.get(key);
      assert.equal(outcome?.kind, known === undefined ? 'stored' : 'duplicate');
      if (known !== undefined) {
        rows.set(key, { ...known, preference: Math.min(known.preference, preference) });
        continue;
      }
      const position = positionOf(outcome);
      const { id, type, specVersion, version: written } = decoded.identity;
      rows.set(key, {
        id,
        type,
        specVersion,
        version: written === '' ? renderedPosition(position) : written,
        preference,
        order: rows.size,
        label: under,
        position,
        bytes: Buffer.from(decoded.bytes),
      });
    }
  }
  return [...rows.values()];
}
