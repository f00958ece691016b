/** added_after, match fields and malformed queries (TAXII 2.1 §3.4). */
import { microsToTimestamp } from '../../../core/timestamp.ts';
import { below } from '../client/url.ts';
import {
  ask,
  type Bench,
  type Check,
  type Checks,
  difference,
  extremes,
  instantOf,
  isUnversioned,
  type KnownVersion,
  type Parameters,
  recordKey,
  since,
  type World,
} from './bench.ts';
import { type Exchange, listOf } from './probe.ts';
import { FAR_FUTURE, onWorld, richest } from './reading.ts';
import { fail, pass, skip, type Verdict, verdict } from './verdict.ts';
import { walk } from './walk.ts';

const ALL = ['match[version]', 'all'] as const;

export const ADDED_AFTER: Checks<'added-after'> = {
  'added-after.exclusive': onWorld((bench, world) => cutAt(bench, world, 0)),
  'added-after.before': onWorld((bench, world) => cutAt(bench, world, -1)),
  'added-after.whole-second': onWorld(async (bench, world) => {
    const last = instantOf((world.known.at(-1) as KnownVersion).added);
    const before = Math.floor(last / 1_000_000) * 1_000_000;
    // What is older than the part looked at is not known: then the second after the last object.
    const known = isWhole(world) || instantOf(world.after ?? '') <= before;
    return addedAfter(bench, world, microsToTimestamp(known ? before : before + 1_000_000));
  }),
  'added-after.future': onWorld(async (bench) => {
    const answer = await ask(bench, ['objects'], [ALL, ['added_after', FAR_FUTURE]]);
    const count = listOf(answer, 'objects').length;
    return verdict(answer.status === 200 && count === 0 ? null : `${count} objects`, answer);
  }),
};

/** added_after at the time of an object in the middle, or just before it. */
function cutAt(bench: Bench, world: World, micros: number): Promise<Verdict> {
  const middle = world.known[Math.floor(world.known.length / 2)] as KnownVersion;
  return addedAfter(bench, world, microsToTimestamp(instantOf(middle.added) + micros));
}

async function addedAfter(bench: Bench, world: World, time: string): Promise<Verdict> {
  if (world.known.some(({ added }) => !Number.isFinite(instantOf(added)))) {
    return fail('the times at which objects were added cannot be found out');
  }
  const expected = world.known.filter(({ added }) => instantOf(added) > instantOf(time));
  return expectSet(bench, world, [ALL, ['added_after', time]], expected);
}

/** Asks for everything under these filters and compares it with what is known to match. */
async function expectSet(
  bench: Bench,
  world: World,
  filters: Parameters,
  expected: readonly KnownVersion[],
  path: readonly string[] = ['objects'],
): Promise<Verdict> {
  const { keys, pages, broken } = await walk(bench, world, { path, filters });
  const problem = broken ?? difference(expected.map(recordKey), keys);
  return verdict(problem, ...pages.slice(0, 2));
}

/** Two objects of different types, as far as there are. */
function pair(world: World): readonly KnownVersion[] {
  const lasts = extremes(world.known, 'last');
  const first = lasts[0] as KnownVersion;
  const other = lasts.find(({ type }) => type !== first.type) ?? lasts.at(-1);
  return other === undefined || other === first ? [first] : [first, other];
}

/** Versions older than the part looked at may be the first or, added late, even the last. */
function isWhole(world: World): boolean {
  return world.ours !== undefined || world.after === undefined;
}

function versionFilter(
  filter: Parameters,
  choose: (known: readonly KnownVersion[]) => readonly KnownVersion[],
): Check {
  return onWorld(async (bench, world) => {
    if (!isWhole(world)) return skip('the collection is too large to know all its versions');
    return expectSet(bench, world, [...filter, ...since(world)], choose(world.known));
  });
}

type FilterChecks = Omit<
  Checks<'filter'>,
  'filter.spec-version-default' | 'filter.spec-version-former'
>;

export const FILTER: FilterChecks = {
  'filter.id': onWorld((bench, world) => {
    const [one] = pair(world);
    const id = one?.id ?? '';
    const expected = world.known.filter((known) => known.id === id);
    return expectSet(bench, world, [ALL, ['match[id]', id], ...since(world)], expected);
  }),
  'filter.ids': onWorld((bench, world) => {
    const ids = pair(world).map(({ id }) => id);
    const expected = world.known.filter(({ id }) => ids.includes(id));
    const filters: Parameters = [ALL, ['match[id]', ids.join(',')], ...since(world)];
    return expectSet(bench, world, filters, expected);
  }),
  'filter.type': onWorld((bench, world) => ofTypes(bench, world, 1)),
  'filter.types': onWorld((bench, world) => ofTypes(bench, world, 2)),
  async 'filter.type-known'(bench) {
    const parameters: Parameters = [
      ['match[type]', STIX_TYPES.join(',')],
      ['limit', '1'],
    ];
    const answer = await ask(bench, ['objects'], parameters);
    return verdict(answer.status === 200 ? null : `it answers ${answer.status}`, answer);
  },
  'filter.version-default': versionFilter([], (known) => extremes(known, 'last')),
  'filter.version-last': versionFilter([['match[version]', 'last']], (known) =>
    extremes(known, 'last'),
  ),
  'filter.version-first': versionFilter([['match[version]', 'first']], (known) =>
    extremes(known, 'first'),
  ),
  'filter.version-all': versionFilter([ALL], (known) => known),
  'filter.version-value': onWorld((bench, world) => {
    const versions = richest(world);
    const chosen = versions[Math.floor(versions.length / 2)] as KnownVersion;
    if (isUnversioned(chosen.type)) return Promise.resolve(skip('no versioned object is there'));
    const expected = world.known.filter(
      ({ version, type }) =>
        !isUnversioned(type) && instantOf(version) === instantOf(chosen.version),
    );
    const filters: Parameters = [['match[version]', chosen.version], ...since(world)];
    return expectSet(bench, world, filters, expected);
  }),
  'filter.version-list': onWorld(versionLists),
  'filter.spec-version': versionFilter([ALL, ['match[spec_version]', '2.1']], (known) => known),
  'filter.spec-version-other': onWorld(async (bench, world) => {
    const filters: Parameters = [ALL, ['match[spec_version]', '2.0'], ...since(world)];
    const { pages, broken } = await walk(bench, world, { path: ['objects'], filters });
    if (broken !== undefined) return fail(broken, ...pages.slice(-1));
    for (const page of pages) {
      const other = listOf(page, 'objects').find(({ spec_version }) => spec_version === '2.1');
      if (other !== undefined) return fail(`${String(other.id)} is STIX 2.1`, page);
    }
    return pass();
  }),
  'filter.combined': onWorld(combined),
  'filter.manifest': onWorld((bench, world) => {
    const [one] = pair(world);
    const expected = world.known.filter(({ type }) => type === one?.type);
    const filters: Parameters = [ALL, ['match[type]', one?.type ?? ''], ...since(world)];
    return expectSet(bench, world, filters, expected, ['manifest']);
  }),
  async 'filter.unknown-field'(bench) {
    const parameters: Parameters = [
      ['match[x_test]', '1'],
      ['limit', '1'],
    ];
    const answer = await ask(bench, ['objects'], parameters);
    return verdict(answer.status < 500 ? null : `it answers ${answer.status}`, answer);
  },
};

function ofTypes(bench: Bench, world: World, count: number): Promise<Verdict> {
  const types = pair(world)
    .slice(0, count)
    .map(({ type }) => type);
  const expected = world.known.filter(({ type }) => types.includes(type));
  const filters: Parameters = [ALL, ['match[type]', types.join(',')], ...since(world)];
  return expectSet(bench, world, filters, expected);
}

/** first,last and two timestamps, on the object that has most versions. */
async function versionLists(bench: Bench, world: World): Promise<Verdict> {
  const versions = richest(world);
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined || isUnversioned(first.type)) {
    return skip('no versioned object is there');
  }
  if (!isWhole(world)) return skip('the collection is too large to know all its versions');
  const expected = [...new Set([first, last])];
  const values = [
    first === last ? 'last' : 'first,last',
    expected.map(({ version }) => version).join(','),
  ];
  for (const value of values) {
    const filters: Parameters = [
      ['match[id]', first.id],
      ['match[version]', value],
    ];
    const found = await expectSet(bench, world, [...filters, ...since(world)], expected);
    if (found.result !== 'pass') return found;
  }
  return pass();
}

/** AND of type, id, version and added_after, and of two that exclude each other. */
async function combined(bench: Bench, world: World): Promise<Verdict> {
  const group = richest(world);
  const [first] = group;
  if (first === undefined) return skip('nothing is there');
  const { id, type } = first;
  const other = world.known.find((known) => known.type !== type)?.type ?? 'x-none';
  const bothIds = [...new Set([id, ...pair(world).map((one) => one.id)])].join(',');
  const ofType = world.known.filter((one) => bothIds.includes(one.id) && one.type === type);
  const times = group.map(({ added }) => instantOf(added));
  const newest = Math.max(...times);
  const late = group.filter(({ added }) => instantOf(added) === newest);
  const before = ['added_after', microsToTimestamp(newest - 1)] as const;
  const cases: [Parameters, readonly KnownVersion[]][] = [
    [[['match[id]', id], ['match[type]', other], ALL, ...since(world)], []],
    [[['match[id]', bothIds], ['match[type]', type], ALL, ...since(world)], ofType],
    [[['match[id]', id], ['match[spec_version]', '2.1'], ALL, before], late],
  ];
  for (const [filters, expected] of cases) {
    const found = await expectSet(bench, world, filters, expected);
    if (found.result !== 'pass') return found;
  }
  return pass();
}

export const QUERY: Checks<'query'> = {
  'query.encoding': onWorld(async (bench, world) => {
    const ids = pair(world).map(({ id }) => id);
    const after = since(world)[0]?.[1] ?? '2000-01-01T00:00:00.000000Z';
    const plain = `?match[id]=${ids.join(',')}&match[version]=all&added_after=${after}`;
    const coded = plain
      .replaceAll('[', '%5B')
      .replaceAll(']', '%5D')
      .replaceAll(',', '%2C')
      .replaceAll(':', '%3A');
    const base = below(bench.target.url, 'objects').href;
    const a = await bench.probe.send(new URL(base + plain));
    const b = await bench.probe.send(new URL(base + coded));
    const expected = world.known.filter(({ id }) => ids.includes(id)).map(recordKey);
    const given = (answer: Exchange) =>
      listOf(answer, 'objects')
        .map(({ id }) => String(id))
        .sort();
    const same = JSON.stringify(given(a)) === JSON.stringify(given(b));
    return verdict(same && given(a).length === expected.length ? null : 'they differ', a, b);
  }),
  'query.limit-malformed': (bench) =>
    refusals(bench, ['limit=0', 'limit=-1', 'limit=abc', 'limit=1.5'], (status) => status === 400),
  'query.added-after-malformed': (bench) =>
    refusals(
      bench,
      ['added_after=yesterday', 'added_after=2026-13-01T00:00:00.000000Z'],
      (status) => status === 400,
    ),
  'query.repeated': (bench) =>
    refusals(
      bench,
      [
        'added_after=2026-01-01T00:00:00.000000Z&added_after=2026-01-02T00:00:00.000000Z',
        'match[type]=tool&match[type]=identity',
      ],
      (status) => status === 400,
    ),
  'query.version-combined': (bench) =>
    refusals(bench, ['match[version]=all,last'], (status) => status === 400),
  'query.next-malformed': (bench) =>
    refusals(bench, ['next=never-given'], (status) => status >= 400 && status < 500),
};

async function refusals(
  bench: Bench,
  queries: readonly string[],
  good: (status: number) => boolean,
): Promise<Verdict> {
  for (const resource of ['objects', 'manifest']) {
    for (const query of queries) {
      const url = new URL(`${below(bench.target.url, resource).href}?${query}`);
      const answer = await bench.probe.send(url);
      if (!good(answer.status)) return fail(`${query} is ${answer.status}`, answer);
    }
  }
  return pass();
}

/** All object types of STIX 2.1. */
const STIX_TYPES = `attack-pattern campaign course-of-action grouping identity incident indicator
  infrastructure intrusion-set location malware malware-analysis note observed-data opinion report
  threat-actor tool vulnerability relationship sighting language-content marking-definition
  extension-definition artifact autonomous-system directory domain-name email-addr email-message
  file ipv4-addr ipv6-addr mac-addr mutex network-traffic process software url user-account
  windows-registry-key x509-certificate`.split(/\s+/);
