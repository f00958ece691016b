/** Parcels and chunks: outcomes, resume, decisions gone stale, quarantine, reassembly. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sha256 } from '../core/digest.ts';
import { LIMITS } from '../core/limits.ts';
import {
  bytesOf,
  circle,
  idsIn,
  label,
  type OpenContractHouse,
  ORG,
  objectId,
  openWorld,
  parcelHead,
  placed,
  positionOf,
  record,
  version,
  visibleIds,
  type World,
} from './contract.test.world.ts';
import type { ChunkItem } from './port.ts';

const kinds = (outcomes: readonly { readonly kind: string }[]) => outcomes.map(({ kind }) => kind);

const refused = (text: string, gap = ','): ChunkItem => ({
  kind: 'refused',
  gap: Buffer.from(gap),
  bytes: Buffer.from(text),
  path: '/objects/1',
  id: 'tool--broken',
  version: '',
  issues: [
    { code: 'x-broken', severity: 'error', clause: 'STIX 2.1 §3.2', path: '/name', message: 'No.' },
  ],
});

async function reassembled(world: World, parcel: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of world.house.operations.reassemble(parcel)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

export function ingestContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: ingest`, () => {
    test('a parcel keeps its head, its counts and its closing', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const before = world.clock.now();
      const head = { ...parcelHead('beta', into), unmarkedTlp: 'CLEAR', source: 'file:a.json' };
      const parcel = await world.house.writer.receive(head);
      assert.equal(parcel.status, 'open');
      assert.ok(parcel.received >= before && parcel.received <= world.clock.now() + 1_000_000);
      const one = placed(record({ id: objectId('tool', 'one') }), label('CLEAR', 'beta'));
      const two = placed(record({ id: objectId('tool', 'two') }), label('GREEN', 'beta'));
      await world.append({ parcel: parcel.id, sequence: 0, items: [one, refused('{'), two] });
      await world.append({ parcel: parcel.id, sequence: 1, items: [one] });
      const digest = sha256('whole');
      await world.house.writer.close(parcel.id, digest, 5, 'partial');
      const kept = await world.house.operations.parcel(parcel.id);
      assert.ok(kept !== null);
      assert.deepEqual(Buffer.from(kept.digest ?? []), digest);
      assert.deepEqual(
        { ...kept, digest: undefined },
        {
          ...parcel,
          status: 'partial',
          digest: undefined,
          size: 5,
          chunks: 2,
          stored: 2,
          duplicate: 1,
          failed: 1,
        },
      );
      assert.equal(
        await world.house.operations.parcel('00000000-0000-4000-8000-000000000000'),
        null,
      );
    });

    test('the same chunk again is a success without effect', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const parcel = await world.receive('alpha', into);
      const items = [
        placed(record({ id: objectId('tool', 'again') }), label('CLEAR', 'alpha')),
        refused('{"type":"tool"'),
      ];
      const first = await world.append({ parcel: parcel.id, sequence: 0, items });
      const state = await world.house.operations.state();
      const kept = await world.house.operations.parcel(parcel.id);
      await world.reopen();
      const second = await world.append({ parcel: parcel.id, sequence: 0, items });
      assert.deepEqual([first.kind, second.kind], ['committed', 'committed']);
      assert.ok(second.kind === 'committed' && second.items.length === items.length);
      const after = await world.house.operations.state();
      const counts = ({
        records,
        memberships,
        quarantined,
        leaves,
        lastPosition,
      }: typeof state) => ({
        records,
        memberships,
        quarantined,
        leaves,
        lastPosition,
      });
      assert.deepEqual(counts(after), counts(state));
      assert.deepEqual(await world.house.operations.parcel(parcel.id), kept);
      const next = await world.append({ parcel: parcel.id, sequence: 1, items: [] });
      assert.equal(next.kind, 'committed');
    });

    test('a chunk for a parcel that is not there is an error', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const parcel = '00000000-0000-4000-8000-000000000000';
      await assert.rejects(world.append({ parcel, sequence: 0, items: [] }), { code: 'absent' });
    });

    test('the same content from the same source is a duplicate, in one chunk and later', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const draft = { id: objectId('tool', 'twice'), content: 'same' };
      const item = placed(record(draft), label('GREEN', 'alpha'));
      const spaced = placed(record({ ...draft, spaces: 3 }), label('GREEN', 'alpha'));
      assert.deepEqual(kinds(await world.deliver('alpha', into, item, item, spaced)), [
        'stored',
        'duplicate',
        'duplicate',
      ]);
      assert.deepEqual(kinds(await world.deliver('alpha', into, spaced)), ['duplicate']);
      const page = await world.reader('beta').objects({ collection: into, match: {}, limit: 9 });
      assert.deepEqual(Buffer.from(page.body), Buffer.from(bytesOf(item)));
    });

    test('the same record in another collection is a membership of its own', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const [one, two] = [await world.collection(), await world.collection()];
      const item = placed(record({ id: objectId('tool', 'both') }), label('GREEN', 'alpha'));
      const first = await world.deliver('alpha', one, item);
      const second = await world.deliver('alpha', two, item);
      assert.deepEqual(kinds([...first, ...second]), ['stored', 'stored']);
      assert.ok(positionOf(second[0]) > positionOf(first[0]));
      const { records, memberships } = await world.house.operations.state();
      assert.deepEqual([records, memberships], [1, 2]);
    });

    test('positions rise from commit to commit, across organisations and reopening', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      // The first commit owns the interval that ends now (docs/adr/0002).
      let end = world.clock.now() - LIMITS.store.windowMicros;
      for (let commit = 0; commit < 12; commit++) {
        if (commit % 4 === 3) await world.reopen();
        const by = commit % 2 === 0 ? 'alpha' : 'gamma';
        const items = [0, 1, 2, 3, 4].map((n) =>
          placed(record({ id: objectId('tool', `${commit} ${n}`) }), label('CLEAR', by)),
        );
        const given: number[] = (await world.deliver(by, into, ...items)).map(positionOf);
        assert.ok(given.every(Number.isSafeInteger));
        assert.equal(new Set(given).size, 5, 'one label: five positions');
        assert.ok(Math.min(...given) > end);
        end = Math.max(...given);
        const { lastPosition } = await world.house.operations.state();
        assert.ok(lastPosition >= end);
      }
    });

    test('other content of one version by one creator is a conflict, and both are kept', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const draft = { id: objectId('malware', 'contradicted'), creator: 'identity--one' };
      const post = (by: 'alpha' | 'beta', content: string) =>
        world.deliver(by, into, placed(record({ ...draft, content }), label('GREEN', by)));
      const first = await post('alpha', 'says this');
      const second = await post('beta', 'says that');
      assert.ok(first[0]?.kind === 'stored' && !first[0].conflict);
      assert.ok(second[0]?.kind === 'stored' && second[0].conflict);
      const conflicts = await world.reader('gamma').conflicts(10);
      assert.deepEqual(conflicts, [{ id: draft.id, version: version(1), variants: 2 }]);
      assert.deepEqual(await world.reader('anonymous').conflicts(10), []);
      const page = await world.reader('gamma').objects({ collection: into, match: {}, limit: 9 });
      assert.deepEqual(idsIn(page.body), [draft.id]);
      assert.match(Buffer.from(page.body).toString(), /says this/);
    });

    test('an observable without version differs legally', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const draft = { id: objectId('file', 'same id'), version: '' };
      const post = (content: string) =>
        world.deliver(
          'alpha',
          into,
          placed(record({ ...draft, content }), label('CLEAR', 'alpha')),
        );
      await post('one');
      const [second] = await post('two');
      assert.ok(second?.kind === 'stored' && !second.conflict);
      assert.deepEqual(await world.reader('alpha').conflicts(10), []);
    });

    test('a decision on an old policy is stale, and nothing of it is stored', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const parcel = await world.receive('alpha', into);
      const policyEpoch = await world.house.operations.policyEpoch();
      await world.change(circle(['alpha'], 2));
      const items = [placed(record({ id: objectId('tool', 'late') }), label('CLEAR', 'alpha'))];
      const chunk = { parcel: parcel.id, sequence: 0, items };
      const stale = await world.append({
        ...chunk,
        reads: { policyEpoch, missingDefinitions: [] },
      });
      assert.deepEqual(stale, { kind: 'stale' });
      assert.deepEqual(await visibleIds(world.reader('alpha'), into), []);
      // What others commit next must not carry a part of it along.
      await world.receive('beta', into);
      assert.deepEqual(await world.house.operations.integrity(), []);
      assert.equal((await world.append(chunk)).kind, 'committed');
      assert.deepEqual(await world.house.operations.integrity(), []);
      assert.equal((await visibleIds(world.reader('alpha'), into)).length, 1);
    });

    test('a decision that missed a definition is stale once it is there', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const marking = objectId('marking-definition', 'late');
      const parcel = await world.receive('alpha', into);
      const policyEpoch = await world.house.operations.policyEpoch();
      const reads = { policyEpoch, missingDefinitions: [marking] };
      const item = (tool: string) =>
        placed(
          record({ id: objectId('tool', tool), marks: [marking] }),
          label('GREEN', 'alpha', { unknown: [marking] }),
        );
      const first = await world.append({
        parcel: parcel.id,
        sequence: 0,
        items: [item('a')],
        reads,
      });
      assert.equal(first.kind, 'committed');
      const defines = { id: marking, kind: 'statement' };
      const definition = record({ id: marking, defines, version: '' });
      await world.deliver('alpha', into, placed(definition, label('CLEAR', 'alpha')));
      const chunk = { parcel: parcel.id, sequence: 1, items: [item('b')] };
      assert.deepEqual(await world.append({ ...chunk, reads }), { kind: 'stale' });
      assert.equal((await world.append(chunk)).kind, 'committed');
    });

    test('one stale chunk does not touch the chunks that commit with it', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const now = await world.house.operations.policyEpoch();
      const results = await Promise.all(
        Array.from({ length: 9 }, async (_, n) => {
          const parcel = await world.receive(n % 2 === 0 ? 'alpha' : 'beta', into);
          const under = label('CLEAR', n % 2 === 0 ? 'alpha' : 'beta');
          const items = [placed(record({ id: objectId('tool', `mixed ${n}`) }), under)];
          const policyEpoch = n % 3 === 0 ? now - 1 : now;
          const reads = { policyEpoch, missingDefinitions: [] };
          return world.append({ parcel: parcel.id, sequence: 0, items, reads });
        }),
      );
      const wanted = Array.from({ length: 9 }, (_, n) => (n % 3 === 0 ? 'stale' : 'committed'));
      assert.deepEqual(kinds(results), wanted);
      assert.equal((await visibleIds(world.reader('gamma'), into)).length, 6);
    });

    test('refused pieces are kept with their issues, and nobody reads them as records', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const good = placed(record({ id: objectId('tool', 'good') }), label('CLEAR', 'alpha'));
      const outcomes = await world.deliver('alpha', into, good, refused('{"id": "日本'));
      assert.deepEqual(kinds(outcomes), ['stored', 'refused']);
      const rows = await world.house.operations.quarantine(10);
      assert.equal(rows.length, 1);
      const [row] = rows;
      assert.equal(Buffer.from(row?.bytes ?? []).toString(), '{"id": "日本');
      assert.deepEqual(
        [row?.path, row?.id, row?.organisation, row?.issues[0]?.code, row?.issues[0]?.path],
        ['/objects/1', 'tool--broken', ORG.alpha, 'x-broken', '/name'],
      );
      assert.equal((await world.house.operations.state()).quarantined, 1);
      assert.deepEqual(await visibleIds(world.reader('alpha', 'interactive'), into), [
        objectId('tool', 'good'),
      ]);
    });

    test('a parcel reassembles to its bytes, whatever became of its records', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const draft = { id: objectId('tool', 'reassembled') };
      const under = label('GREEN', 'beta');
      await world.deliver('alpha', into, placed(record(draft), label('CLEAR', 'alpha')));
      const chunks: ChunkItem[][] = [
        [
          placed(record(draft), under, { gap: '\ufeff{ "objects" : [\r\n' }),
          placed(record({ ...draft, spaces: 7 }), under, { gap: ' ,\n' }),
          refused('{"no": "type", "日本": 1e999}'),
        ],
        [
          placed(record({ ...draft, version: version(2), content: '第二版' }), under),
          placed(record({ ...draft, version: '', content: '' }), under, { gap: '' }),
        ],
        [],
      ];
      const closingGap = Buffer.from('] , "x":"\\u0000" }\n');
      const parcel = await world.receive('beta', into);
      for (const [sequence, items] of chunks.entries()) {
        const closing = sequence === chunks.length - 1 ? { closingGap } : {};
        await world.append({ parcel: parcel.id, sequence, items, ...closing });
      }
      const whole = Buffer.concat([
        ...chunks.flat().flatMap((item) => [item.gap, bytesOf(item)]),
        closingGap,
      ]);
      await world.house.writer.close(parcel.id, sha256(whole), whole.length, 'partial');
      assert.equal(await reassembled(world, parcel.id), whole.toString('utf8'));
    });

    test('a parcel without a collection is kept and read by nobody', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const outcomes = await world.deliver('gamma', '', refused('no JSON at all', ''));
      assert.deepEqual(kinds(outcomes), ['refused']);
      assert.equal((await world.house.operations.quarantine(5)).length, 1);
    });

    test('bytes that are no UTF-8 come back as they went in', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const parcel = await world.receive('gamma', '');
      const bytes = Uint8Array.from([0xff, 0x00, 0xc3, 0x28, 0x22]);
      const items = [{ ...refused(''), bytes, gap: Uint8Array.from([0, 0xfe]) }];
      await world.append({ parcel: parcel.id, sequence: 0, items });
      const [row] = await world.house.operations.quarantine(5);
      assert.deepEqual([...(row?.bytes ?? [])], [...bytes]);
    });
  });
}
