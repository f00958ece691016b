/** Records as a viewer finds them: by id, type, words, value, edge; newest or oldest first. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Label } from '../core/label.ts';
import type { Facts } from '../core/record.ts';
import {
  type Draft,
  label,
  type Name,
  type OpenContractHouse,
  objectId,
  openWorld,
  placed,
  record,
  version,
  type World,
} from './contract.test.world.ts';
import type { RecordQuery } from './port.ts';

interface Sample extends Draft {
  readonly by?: Name;
  readonly under?: Label;
}

const facts = (text: string, more: Partial<Facts> = {}): Partial<Facts> => ({ text, ...more });

const SAMPLES: readonly Sample[] = [
  {
    id: objectId('malware', 'wiper'),
    title: 'Blue wiper',
    facts: facts('Blue wiper destroys disks of the energy sector', { aliases: ['BlueErase'] }),
  },
  {
    id: objectId('vulnerability', 'router'),
    title: 'ルーターの脆弱性',
    facts: facts('ルーターの脆弱性により、遠隔の第三者が任意のコードを実行できる。', {
      external: ['CVE-2024-3094'],
    }),
  },
  {
    id: objectId('indicator', 'address'),
    title: 'Address of the wiper',
    facts: facts('Address of the wiper', {
      observables: [{ kind: 'ipv4-addr:value', value: '198.51.100.7' }],
    }),
  },
  {
    id: objectId('relationship', 'indicates'),
    facts: facts('', {
      edges: [
        { kind: 'source_ref', target: objectId('indicator', 'address') },
        { kind: 'target_ref', target: objectId('malware', 'wiper') },
      ],
    }),
  },
  {
    id: objectId('malware', 'hidden'),
    title: 'Hidden wiper',
    facts: facts('Hidden wiper of disks', {
      external: ['CVE-2024-3094'],
      observables: [{ kind: 'ipv4-addr:value', value: '198.51.100.7' }],
      edges: [{ kind: 'x', target: objectId('malware', 'wiper') }],
    }),
    under: label('AMBER', 'alpha'),
  },
];

async function filled(world: World): Promise<string> {
  const into = await world.collection();
  for (const { by = 'alpha', under = label('GREEN', by), ...draft } of SAMPLES) {
    await world.deliver(by, into, placed(record(draft), under));
  }
  return into;
}

async function found(world: World, who: Name, query: Partial<RecordQuery>): Promise<string[]> {
  const whole = { collections: [], order: 'oldest' as const, limit: 50, ...query };
  const page = await world.reader(who).records(whole);
  return page.records.map((one) => one.id);
}

export function searchContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: records`, () => {
    test('found by id, type, words, value and edge; what is hidden is never found', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await filled(world);
      const [wiper, router, address, indicates, hidden] = SAMPLES.map((one) => one.id) as [
        string,
        string,
        string,
        string,
        string,
      ];
      const rows: readonly (readonly [Partial<RecordQuery>, readonly string[]])[] = [
        [{}, [wiper, router, address, indicates, hidden]],
        [{ id: wiper }, [wiper]],
        [{ id: hidden }, [hidden]],
        [{ type: 'malware' }, [wiper, hidden]],
        [{ text: 'wiper' }, [wiper, address, hidden]],
        [{ text: 'WIPER disks' }, [wiper, hidden]],
        [{ text: 'wiper disk' }, []],
        [{ text: 'energy sector wiper' }, [wiper]],
        [{ text: '脆弱性' }, [router]],
        [{ text: '任意のコード' }, [router]],
        [{ text: '強靱性' }, []],
        [{ text: 'wiper', type: 'indicator' }, [address]],
        [{ value: '198.51.100.7' }, [address, hidden]],
        [{ value: 'CVE-2024-3094' }, [router, hidden]],
        [{ pointsAt: wiper }, [indicates, hidden]],
        [{ pointsAt: wiper, type: 'relationship' }, [indicates]],
        [{ text: "'; DROP TABLE record; --" }, []],
        [{ text: '"wiper" OR (*' }, []],
        [{ value: "%' OR 1=1" }, []],
      ];
      for (const [query, wanted] of rows) {
        const why = JSON.stringify(query);
        assert.deepEqual(await found(world, 'alpha', query), wanted, why);
        assert.deepEqual(
          await found(world, 'beta', { collections: [into], ...query }),
          wanted.filter((id) => id !== hidden),
          why,
        );
      }
    });

    test('newest and oldest first, by cursor, over several collections', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = [await world.collection(), await world.collection(), await world.collection()];
      const closed = await world.collection({ grants: [] });
      const ids: string[] = [];
      for (let n = 0; n < 12; n++) {
        const id = objectId('tool', `listed ${n}`);
        const item = placed(record({ id }), label('CLEAR', 'alpha'));
        await world.deliver('alpha', into[n % 3] ?? '', item);
        await world.deliver('alpha', closed, placed(record({ id }), label('GREEN', 'alpha')));
        ids.push(id);
      }
      for (const [order, wanted] of [
        ['oldest', ids],
        ['newest', [...ids].reverse()],
      ] as const) {
        const seen: string[] = [];
        const reader = world.reader('beta');
        let page = await reader.records({ collections: [], order, limit: 5 });
        seen.push(...page.records.map((one) => one.id));
        while (page.more && page.last !== undefined) {
          page = await reader.records({ collections: [], order, limit: 5, after: page.last });
          seen.push(...page.records.map((one) => one.id));
        }
        assert.deepEqual(seen, wanted, order);
      }
      const two = into.slice(0, 2);
      assert.equal((await found(world, 'gamma', { collections: two })).length, 8);
    });

    test('a view shows the record, every version, and every visible copy of it', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const id = objectId('report', 'viewed');
      const post = (by: Name, number: number, content: string) =>
        world.deliver(
          by,
          into,
          placed(
            record({
              id,
              version: version(number),
              content,
              title: `Nr ${number}`,
              withdrawn: number === 2,
            }),
            label('GREEN', by),
          ),
        );
      await post('alpha', 1, 'one');
      await post('beta', 1, 'one');
      await post('alpha', 2, 'two');
      const { records } = await world
        .reader('beta')
        .records({ collections: [into], id, order: 'oldest', limit: 9 });
      assert.deepEqual(
        records.map((one) => [one.version, one.title, one.withdrawn, one.variants, one.handle.own]),
        [
          [version(1), 'Nr 1', false, 1, false],
          [version(1), 'Nr 1', false, 1, true],
          [version(2), 'Nr 2', true, 0, false],
        ],
      );
      const [first] = records;
      assert.deepEqual(
        [first?.id, first?.type, first?.format, first?.specVersion, first?.collection],
        [id, 'report', 'stix', '2.1', into],
      );
      assert.deepEqual(Buffer.from(first?.bytes ?? []).toString(), textOf(id, 1, 'one'));
      const stranger = await world
        .reader('anonymous')
        .records({ collections: [into], id, order: 'oldest', limit: 9 });
      assert.deepEqual(stranger.records, []);
    });

    test('hidden variants do not count', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const id = objectId('report', 'variants');
      for (const [by, under] of [
        ['alpha', label('GREEN', 'alpha')],
        ['beta', label('GREEN', 'beta')],
        ['delta', label('AMBER', 'delta')],
      ] as const) {
        await world.deliver(by, into, placed(record({ id, content: `of ${by}` }), under));
      }
      for (const [who, variants] of [
        ['gamma', [1, 1]],
        ['delta', [2, 2, 2]],
      ] as const) {
        const page = await world
          .reader(who)
          .records({ collections: [into], id, order: 'oldest', limit: 9 });
        assert.deepEqual(
          page.records.map((one) => one.variants),
          variants,
        );
      }
    });
  });
}

function textOf(id: string, number: number, content: string): string {
  return Buffer.from(record({ id, version: version(number), content }).bytes).toString();
}
