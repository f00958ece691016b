import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, fixture, judge } from '../check.test.fixture.ts';
import { TABLES } from '../tables/index.ts';
import { DEFINED_RELATIONSHIPS } from '../tables/relationships.ts';

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const OTHER = '1f632a7d-0457-4e9d-a941-36b82c3f4f85';

function between(source: string, relationship_type: string, target: string) {
  return { relationship_type, source_ref: `${source}--${ID}`, target_ref: `${target}--${OTHER}` };
}

const SUGGESTED = 'W relationship-suggested /relationship_type';

test('§5.1.2: names that the standard lists, and others', () => {
  judge('relationship', [
    [between('malware', 'uses', 'tool')],
    [between('malware', 'related-to', 'identity')],
    [between('malware', 'derived-from', 'malware')],
    [between('malware', 'duplicate-of', 'tool'), SUGGESTED],
    [between('malware', 'located-at', 'location'), SUGGESTED],
    [between('malware', 'uses', 'identity'), SUGGESTED],
    [between('identity', 'likes', 'tool'), SUGGESTED],
    [between('domain-name', 'resolves-to', 'ipv4-addr')],
    [between('infrastructure', 'consists-of', 'mutex')],
    // Of custom types the standard knows nothing.
    [between('x-acme-thing', 'likes', 'tool')],
    [between('tool', 'likes', 'x-acme-thing')],
  ]);
});

test('§5.1.2: the name has letters, digits and hyphens', () => {
  judge('relationship', [
    [between('malware', 'Uses', 'tool'), 'E relationship-name /relationship_type', SUGGESTED],
    [between('malware', 'make_use', 'tool'), 'E relationship-name /relationship_type', SUGGESTED],
    [between('malware', '', 'tool'), 'E relationship-name /relationship_type', SUGGESTED],
    [{ relationship_type: undefined }, 'E required'],
  ]);
});

test('§5.1: the ends are domain objects or observables, and two', () => {
  judge('relationship', [
    [{ source_ref: `relationship--${ID}` }, 'E reference-type /source_ref', SUGGESTED],
    [{ target_ref: `marking-definition--${ID}` }, 'E reference-type /target_ref', SUGGESTED],
    [{ source_ref: `bundle--${ID}` }, 'E reference-type /source_ref', SUGGESTED],
    [{ target_ref: undefined }, 'E required'],
    [
      { ...between('malware', 'related-to', 'malware'), target_ref: `malware--${ID}` },
      'I relationship-self /target_ref',
    ],
  ]);
});

test('§5.1.2: it stops after it starts', () => {
  const start_time = '2020-01-01T00:00:00Z';
  judge('relationship', [
    [{ start_time, stop_time: '2020-01-01T00:00:01Z' }],
    [{ start_time, stop_time: start_time }, 'E time-order /stop_time'],
  ]);
});

test('§5.2.1: sightings', () => {
  const first_seen = '2020-01-01T00:00:00Z';
  judge('sighting', [
    [{ first_seen, last_seen: first_seen }],
    [{ first_seen, last_seen: '2019-01-01T00:00:00Z' }, 'E time-order /last_seen'],
    [{ count: 0 }],
    [{ count: 999_999_999 }],
    [{ count: 1_000_000_000 }, 'E number-range /count'],
    [{ count: -1 }, 'E number-range /count'],
    [{ sighting_of_ref: `file--${ID}` }, 'E reference-type /sighting_of_ref'],
    [{ sighting_of_ref: `x-acme-a--${ID}` }],
    [{ observed_data_refs: [`tool--${ID}`] }, 'E reference-type /observed_data_refs/0'],
    [{ where_sighted_refs: [`location--${ID}`, `identity--${ID}`] }],
    [{ where_sighted_refs: [`tool--${ID}`] }, 'E reference-type /where_sighted_refs/0'],
    [{ summary: true }],
    [{ summary: 'yes' }, 'E value-type /summary'],
  ]);
});

test('every listed relationship is between types that there are, and is taken without a word', () => {
  let pairs = 0;
  for (const [key, targets] of DEFINED_RELATIONSHIPS) {
    const [source = '', name = ''] = key.split(' ');
    assert.ok(TABLES.has(source), key);
    for (const target of targets) {
      pairs++;
      if (target === '<sco>') continue;
      assert.ok(TABLES.has(target), `${key} ${target}`);
      const object = fixture('relationship', between(source, name, target));
      assert.deepEqual(findings(object), [], `${key} ${target}`);
    }
  }
  assert.ok(pairs >= 120, String(pairs));
});
