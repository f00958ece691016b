/** Objects, one object, manifest and versions as they come (TAXII 2.1 §3.2, §3.3, §5.3 to §5.8). */
import { parseMediaType } from '../../../core/media-type.ts';
import {
  ask,
  type Bench,
  byId,
  type Check,
  type Checks,
  difference,
  extremes,
  instantOf,
  isUnversioned,
  type KnownVersion,
  objectKey,
  ownRows,
  recordKey,
  since,
  statedVersion,
  typeOf,
  type World,
} from './bench.ts';
import { sameJson } from './information.ts';
import { type Exchange, listOf } from './probe.ts';
import { fail, pass, skip, type Verdict, verdict } from './verdict.ts';
import { type Walk, walk } from './walk.ts';

const ALL = ['match[version]', 'all'] as const;
/** Nobody has added anything then. */
export const FAR_FUTURE = '2999-12-31T23:59:59.000000Z';

/** Runs a check on what is known to be in the collection, if anything is. */
export function onWorld(check: (bench: Bench, world: World) => Promise<Verdict>): Check {
  return async (bench) => {
    const world = await bench.world();
    if (world.known.length > 0) return check(bench, world);
    return bench.writes ? fail('no test object can be found') : skip('the collection is empty');
  };
}

export function everything(bench: Bench, world: World, resource: string): Promise<Walk> {
  return walk(bench, world, { path: [resource], filters: [ALL, ...since(world)] });
}

/** An object with several versions, else any: its versions in their order. */
export function richest(world: World): readonly KnownVersion[] {
  const groups = [...byId(world.known).values()];
  const most = groups.reduce((best, group) => (group.length > best.length ? group : best));
  return most.toSorted((a, b) => instantOf(a.version) - instantOf(b.version));
}

/** An empty envelope, or 404 where the clause allows it. */
function emptyProblem(answer: Exchange): string | null {
  if (answer.status !== 200) return `it answers ${answer.status}`;
  const { objects, versions, more } = answer.json ?? {};
  if (objects !== undefined || versions !== undefined) return 'the list is there';
  return more === true ? 'more is true' : null;
}

export const OBJECTS: Checks<'objects'> = {
  'objects.all': onWorld(async (bench, world) => {
    const { keys, pages, broken } = await everything(bench, world, 'objects');
    const expected = world.known.map(recordKey);
    return verdict(broken ?? difference(expected, [...new Set(keys)]), ...pages.slice(-1));
  }),
  'objects.content': onWorld(async (bench, world) => {
    const { pages } = await everything(bench, world, 'objects');
    const given = new Map(
      pages.flatMap((page) => ownRows(world, page)).map((object) => [objectKey(object), object]),
    );
    for (const object of bench.samples.envelopes.flat()) {
      const back = given.get(objectKey(object));
      if (back !== undefined && !sameJson(object, back)) {
        return fail(`${object.id} came back as ${JSON.stringify(back)}`);
      }
    }
    return pass();
  }),
  'objects.sorted': onWorld(async (bench, world) => {
    const { pages, keys } = await everything(bench, world, 'objects');
    const added = new Map(world.known.map((one) => [recordKey(one), instantOf(one.added)]));
    const times = keys.map((key) => added.get(key)).filter((time) => time !== undefined);
    return verdict(orderProblem(times), ...pages.slice(0, 1));
  }),
  'objects.empty': onWorld(async (bench) => {
    const nothing: [string, string][] = [
      ['added_after', FAR_FUTURE],
      ['match[id]', bench.samples.unknownId],
    ];
    for (const filter of nothing) {
      const answer = await ask(bench, ['objects'], [filter]);
      const problem = emptyProblem(answer);
      if (problem !== null) return fail(problem, answer);
    }
    return pass();
  }),
};

function orderProblem(times: readonly number[]): string | null {
  const fall = times.findIndex((time, index) => index > 0 && time < (times[index - 1] ?? time));
  return fall < 0 ? null : `number ${fall + 1} was added before number ${fall}`;
}

export const OBJECT: Checks<'object'> = {
  'object.by-id': onWorld(async (bench, world) => {
    const several = extremes(richest(world), 'last');
    for (const known of [...several, ...extremes(world.known, 'last').slice(-4)]) {
      const answer = await ask(bench, ['objects', known.id]);
      if (answer.status !== 200) return fail(`it answers ${answer.status}`, answer);
      const problem = difference([recordKey(known)], listOf(answer, 'objects').map(objectKey));
      if (problem !== null) return fail(problem, answer);
    }
    return pass();
  }),
  'object.version-filter': onWorld(async (bench, world) => {
    const versions = richest(world);
    const [first, last] = [versions[0], versions.at(-1)];
    if (first === undefined || last === undefined || isUnversioned(first.type)) return noVersions();
    // Versions older than the part that is looked at are not known.
    const whole = world.ours !== undefined || world.after === undefined;
    const questions: [string, readonly KnownVersion[]][] = [
      ['last', [last]],
      [last.version, [last]],
      ...(whole
        ? ([
            ['all', versions],
            ['first', [first]],
          ] as [string, KnownVersion[]][])
        : []),
    ];
    for (const [version, expected] of questions) {
      const answer = await ask(bench, ['objects', first.id], [['match[version]', version]]);
      const given = listOf(answer, 'objects').map(objectKey);
      const problem = difference(expected.map(recordKey), given);
      if (problem !== null) return fail(`match[version]=${version}: ${problem}`, answer);
    }
    return pass();
  }),
  async 'object.unknown'(bench) {
    const answer = await ask(bench, ['objects', bench.samples.unknownId]);
    return verdict(answer.status === 404 ? null : emptyProblem(answer), answer);
  },
};

function noVersions(): Verdict {
  return skip('no object with versions is there');
}

export const MANIFEST: Checks<'manifest'> = {
  'manifest.members': onWorld(async (bench, world) => {
    const { pages, broken } = await everything(bench, world, 'manifest');
    if (broken !== undefined) return fail(broken, ...pages.slice(-1));
    for (const page of pages) {
      for (const record of listOf(page, 'objects')) {
        const missing = ['id', 'date_added', 'version'].find(
          (name) => typeof record[name] !== 'string',
        );
        if (missing !== undefined) return fail(`a record without ${missing}`, page);
      }
    }
    return pass();
  }),
  'manifest.equals-objects': onWorld(async (bench, world) => {
    const objects = await everything(bench, world, 'objects');
    const manifest = await everything(bench, world, 'manifest');
    const problem = difference(objects.keys, [...new Set(manifest.keys)]);
    return verdict(problem, ...manifest.pages.slice(0, 1), ...objects.pages.slice(0, 1));
  }),
  'manifest.sorted': onWorld(async (bench, world) => {
    const { pages } = await everything(bench, world, 'manifest');
    const records = pages.flatMap((page) => listOf(page, 'objects'));
    const times = records.map((record) => instantOf(String(record.date_added)));
    return verdict(orderProblem(times), ...pages.slice(0, 1));
  }),
  'manifest.media-type': onWorld(async (bench, world) => {
    const { pages } = await everything(bench, world, 'manifest');
    const listed = bench.target.info.media_types;
    // §5.2.1: absence is equivalent to this single value.
    const types = Array.isArray(listed) ? listed.map(String) : ['application/stix+json'];
    for (const page of pages) {
      for (const { media_type } of ownRows(world, page)) {
        if (media_type === undefined || types.some((type) => covers(type, media_type))) continue;
        return fail(`media_type ${String(media_type)} is not in ${types.join(', ')}`, page);
      }
    }
    return pass();
  }),
  async 'manifest.accept'(bench) {
    const accept = 'application/taxii+json;version=2.1,application/stix+json;version=2.1';
    const answer = await ask(bench, ['manifest'], [['limit', '1']], { accept });
    return verdict(answer.status === 200 ? null : `it answers ${answer.status}`, answer);
  },
  'manifest.version': onWorld(async (bench, world) => {
    for (const known of extremes(world.known, 'last').slice(0, 10)) {
      const manifest = await ask(bench, ['manifest'], [['match[id]', known.id]]);
      const record = listOf(manifest, 'objects').find(({ id }) => id === known.id);
      const object = await ask(bench, ['objects', known.id]);
      const stated = statedVersion(listOf(object, 'objects')[0] ?? {});
      const expected = stated === '' ? await listedVersion(bench, known.id) : stated;
      if (instantOf(String(record?.version)) === instantOf(expected)) continue;
      if (record?.version === expected) continue;
      return fail(`version is ${String(record?.version)}, not ${expected}`, manifest, object);
    }
    return pass();
  }),
};

async function listedVersion(bench: Bench, id: string): Promise<string> {
  const answer = await ask(bench, ['objects', id, 'versions']);
  const { versions } = answer.json ?? {};
  return Array.isArray(versions) ? String(versions[0]) : '';
}

/** A type listed without version covers every version of it. */
function covers(listed: string, given: unknown): boolean {
  const a = parseMediaType(listed);
  const b = typeof given === 'string' ? parseMediaType(given) : null;
  if (a === null || b === null || a.essence !== b.essence) return false;
  const version = a.parameters.get('version');
  return version === undefined || version === b.parameters.get('version');
}

export const VERSIONS: Checks<'versions'> = {
  'versions.list': onWorld(async (bench, world) => {
    const versions = richest(world);
    const id = versions[0]?.id ?? '';
    const answer = await ask(bench, ['objects', id, 'versions'], since(world));
    const listed = answer.json?.versions;
    const given = (Array.isArray(listed) ? listed : []).map((version) =>
      recordKey({ id, version }),
    );
    return verdict(difference(versions.map(recordKey), given), answer);
  }),
  'versions.unversioned': onWorld(async (bench, world) => {
    const marking = world.known.find(({ id }) => typeOf(id) === 'marking-definition');
    if (marking === undefined) return skip('no marking definition is there');
    const object = listOf(await ask(bench, ['objects', marking.id]), 'objects')[0];
    const answer = await ask(bench, ['objects', marking.id, 'versions']);
    const listed = answer.json?.versions;
    const version = Array.isArray(listed) ? String(listed[0]) : '';
    const good = instantOf(version) === instantOf(statedVersion(object ?? {}));
    return verdict(good ? null : `the version is "${version}"`, answer);
  }),
  async 'versions.unknown'(bench) {
    const answer = await ask(bench, ['objects', bench.samples.unknownId, 'versions']);
    return verdict(answer.status === 404 ? null : emptyProblem(answer), answer);
  },
};

export const HEADERS_EQUAL: Check = onWorld(async (bench, world) => {
  const added = new Map(world.known.map((one) => [recordKey(one), one.added]));
  for (const path of [['objects'], ['manifest']] as const) {
    const filters = [ALL, ...since(world)];
    const { pages } = await walk(bench, world, { path, filters, limit: 2 });
    for (const page of pages) {
      const rows = listOf(page, 'objects');
      const key = path[0] === 'manifest' ? recordKey : objectKey;
      const ends = [rows[0], rows.at(-1)].map((row) => added.get(row ? key(row) : ''));
      const problem = headerProblem(page, ends);
      if (problem !== null) return fail(problem, page);
    }
  }
  return pass();
});

/** Ends that are somebody else's objects are not known and not compared. */
function headerProblem(page: Exchange, ends: readonly (string | undefined)[]): string | null {
  for (const [index, name] of ['x-taxii-date-added-first', 'x-taxii-date-added-last'].entries()) {
    const expected = ends[index];
    if (expected === undefined || expected === '') continue;
    const value = page.headers.get(name);
    if (value === null || instantOf(value) !== instantOf(expected)) {
      return `${name} is ${value ?? 'absent'}, date_added is ${expected}`;
    }
  }
  return null;
}
