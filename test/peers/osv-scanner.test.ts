/**
 * The same OSV data and the same SBOM, given to an independent scanner without a network. Where
 * CYBEX_OSV_SCANNER does not name the program (osv-scanner 1.9.2, from the Go registry), this says so.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checksum } from '../../src/core/deflate.ts';
import { scan } from '../../src/state/exposure/index.ts';
import { ecosystemOf } from '../../src/state/purl/index.ts';
import { readSbom } from '../../src/state/sbom/index.ts';
import { compareVersions } from '../../src/state/vers/index.ts';
import { type Random, seededRandom } from '../hostile/random.ts';

const PROGRAM = process.env.CYBEX_OSV_SCANNER;
const ABSENT = 'osv-scanner is not named: CYBEX_OSV_SCANNER=/path/to/osv-scanner';
const RECORDS = 150;
const COMPONENTS = 60;

interface Pool {
  readonly type: string;
  readonly range: 'SEMVER' | 'ECOSYSTEM';
  readonly names: readonly string[];
  readonly versions: readonly string[];
}

const PLAIN = ['0.9.0', '1.0.0', '1.0.1', '1.2.0', '1.10.0', '2.0.0', '3.1.4'];

/** Ecosystems of which the scanner reads package URLs, with versions that put an order to the test. */
const POOLS: Readonly<Record<string, Pool>> = {
  npm: {
    type: 'npm',
    range: 'SEMVER',
    names: ['alpha', 'beta', '@scope/gamma'],
    versions: [...PLAIN, '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-rc.1', '2.0.0-beta.11'],
  },
  PyPI: {
    type: 'pypi',
    range: 'ECOSYSTEM',
    names: ['alpha', 'beta', 'gamma-delta'],
    versions: [...PLAIN, '1.0a1', '1.0rc1', '1.0.post1', '1.0.dev2', '1!0.5', '2.0.0b3'],
  },
  Maven: {
    type: 'maven',
    range: 'ECOSYSTEM',
    names: ['org.example:alpha', 'org.example:beta'],
    versions: [
      ...PLAIN,
      '1.0.0-SNAPSHOT',
      '1.0.0-alpha-1',
      '1.0-rc1',
      '1.0.0.RELEASE',
      '2.0.0-jre',
    ],
  },
  Go: {
    type: 'golang',
    range: 'SEMVER',
    names: ['example.com/alpha', 'example.com/beta'],
    versions: [...PLAIN, '1.0.0-0.20260101000000-abcdefabcdef', '1.2.0-rc.1'],
  },
  'crates.io': {
    type: 'cargo',
    range: 'SEMVER',
    names: ['alpha', 'beta'],
    versions: [...PLAIN, '1.0.0-alpha.1', '2.0.0-rc.1'],
  },
  RubyGems: {
    type: 'gem',
    range: 'ECOSYSTEM',
    names: ['alpha', 'beta'],
    versions: [...PLAIN, '1.0.0.pre1', '1.0.0.rc1', '2.0.0.beta.2', '1.2'],
  },
  NuGet: {
    type: 'nuget',
    range: 'ECOSYSTEM',
    names: ['Alpha', 'Beta.Gamma'],
    versions: [...PLAIN, '1.0.0-alpha', '1.0.0-beta.2', '1.2.0.1'],
  },
  Packagist: {
    type: 'composer',
    range: 'ECOSYSTEM',
    names: ['example/alpha', 'example/beta'],
    versions: [...PLAIN, '1.0.0-alpha1', '1.0.0-RC1', '2.0.0-beta2', '1.0.0-p1'],
  },
};

interface OsvRecord {
  readonly id: string;
  readonly [name: string]: unknown;
}

function recordOf(random: Random, ecosystem: string, pool: Pool, index: number): OsvRecord {
  const [first, second, third] = [0, 0, 0].map(() => random.pick(pool.versions));
  const events: object[] = [{ introduced: random.once(2) ? '0' : first }];
  const end = random.below(4);
  if (end === 0) events.push({ fixed: second });
  else if (end === 1) events.push({ last_affected: second });
  else if (end === 2) events.push({ fixed: second }, { introduced: third });
  const versions = random.once(4) ? [random.pick(pool.versions)] : [];
  return {
    schema_version: '1.6.0',
    id: `EX-${ecosystem.replace(/\W/g, '')}-${index}`,
    modified: '2026-11-01T00:00:00Z',
    ...(random.once(15) ? { withdrawn: '2026-11-02T00:00:00Z' } : {}),
    affected: [
      {
        package: { ecosystem, name: random.pick(pool.names) },
        ranges: [{ type: pool.range, events }],
        ...(versions.length > 0 ? { versions } : {}),
      },
    ],
  };
}

function purlOf({ type }: Pool, name: string, version: string): string {
  const path = name.replace(':', '/').split('/').map(encodeURIComponent).join('/');
  return `pkg:${type}/${path}@${encodeURIComponent(version)}`;
}

/** Stored entries, which every reader of archives reads. */
function zipOf(entries: ReadonlyMap<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of entries) {
    const [named, bytes] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(checksum(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(named.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), fields, named, bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), fields, rest, named);
    at += 30 + named.length + bytes.length;
  }
  const tables = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(tables.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, tables, end]);
}

interface World {
  readonly records: readonly OsvRecord[];
  readonly sbom: string;
}

/** Writes what the scanner reads: an archive for each ecosystem, and the SBOM. */
function worldIn(folder: string, seed: number): World {
  const random = seededRandom(seed);
  const all: OsvRecord[] = [];
  const components: object[] = [];
  for (const [ecosystem, pool] of Object.entries(POOLS)) {
    const records = Array.from({ length: RECORDS }, (_, i) => recordOf(random, ecosystem, pool, i));
    const place = join(folder, 'osv-scanner', ecosystem);
    mkdirSync(place, { recursive: true });
    const texts = records.map((each) => [`${each.id}.json`, JSON.stringify(each)] as const);
    writeFileSync(join(place, 'all.zip'), zipOf(new Map(texts)));
    all.push(...records);
    for (let i = 0; i < COMPONENTS; i++) {
      const [name, version] = [random.pick(pool.names), random.pick(pool.versions)];
      const purl = purlOf(pool, name, version);
      components.push({ type: 'library', 'bom-ref': `${purl}#${i}`, name, version, purl });
    }
  }
  const distinct = new Map(components.map((each) => [(each as { purl: string }).purl, each]));
  const document = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 };
  const sbom = JSON.stringify({ ...document, components: [...distinct.values()] });
  writeFileSync(join(folder, 'bom.cdx.json'), sbom);
  return { records: all, sbom };
}

interface Theirs {
  readonly results?: readonly {
    readonly packages: readonly {
      readonly package: {
        readonly name: string;
        readonly version: string;
        readonly ecosystem: string;
      };
      readonly vulnerabilities?: readonly { readonly id: string }[];
    }[];
  }[];
}

/** `ecosystem name version id`, each once. */
function theirHits(folder: string): Set<string> {
  const ran = spawnSync(
    PROGRAM ?? '',
    ['scan', '--experimental-offline', '--format', 'json', '--sbom', join(folder, 'bom.cdx.json')],
    {
      encoding: 'utf8',
      env: { ...process.env, OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY: folder },
      maxBuffer: 1 << 28,
    },
  );
  assert.ok(ran.status === 0 || ran.status === 1, ran.stderr);
  const { results = [] } = JSON.parse(ran.stdout) as Theirs;
  const hits = results.flatMap(({ packages }) =>
    packages.flatMap(({ package: { ecosystem, name, version }, vulnerabilities = [] }) =>
      vulnerabilities.map(({ id }) => `${ecosystem} ${name} ${version} ${id}`),
    ),
  );
  return new Set(hits);
}

function ourHits({ records, sbom: text }: World): {
  readonly hits: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
} {
  const { sbom } = readSbom(text);
  assert.ok(sbom);
  const result = scan(sbom, records as never, { time: '2026-11-22T00:00:00Z' });
  const named = ({ component, sources }: (typeof result.matches)[number]) =>
    sources.map((source) => {
      const id = source.replace(/^osv:/, '');
      const ecosystem = records.find((each) => each.id === id)?.affected as never as readonly {
        package: { ecosystem: string };
      }[];
      return `${ecosystem[0]?.package.ecosystem} ${component.name} ${component.version} ${id}`;
    });
  return {
    hits: new Set(result.matches.flatMap(named)),
    open: new Set(result.undecidable.flatMap((each) => named(each as never))),
  };
}

test('osv-scanner and we find the same, but where docs/divergences.md says why not', (t) => {
  if (PROGRAM === undefined) return t.skip(ABSENT);
  const counts = { both: 0, ours: [] as string[], theirs: [] as string[], open: 0 };
  for (const seed of [1, 2, 3]) {
    const folder = mkdtempSync(join(tmpdir(), 'cybex-osv-'));
    try {
      const world = worldIn(folder, seed);
      const theirs = theirHits(folder);
      const { hits, open } = ourHits(world);
      for (const hit of hits) {
        if (theirs.has(hit)) counts.both++;
        else counts.ours.push(reasonOf(world, hit));
      }
      for (const hit of theirs) {
        if (open.has(hit)) counts.open++;
        else if (!hits.has(hit)) counts.theirs.push(reasonOf(world, hit));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const { both, ours, theirs, open } = counts;
  t.diagnostic(
    `${both} both, ${ours.length} ours alone, ${theirs.length} theirs alone, ${open} open`,
  );
  assert.ok(both > 1_000);
  assert.deepEqual(tally(ours), {
    'introduced and fixed at one version': 58,
    'listed in other words': 13,
  });
  assert.deepEqual(tally(theirs), { 'introduced and fixed at one version': 44 });
});

function tally(reasons: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const reason of reasons.toSorted()) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

interface Entry {
  readonly package: { readonly ecosystem: string };
  readonly ranges: readonly { readonly events: readonly Readonly<Record<string, string>>[] }[];
  readonly versions?: readonly string[];
}

function same(ecosystem: string, a: string | undefined, b: string | undefined): boolean {
  const scheme = ecosystemOf(ecosystem)?.scheme ?? null;
  if (scheme === null || a === undefined || b === undefined) return false;
  const order = compareVersions(scheme, a, b);
  return order.ok && order.value === 0;
}

/** Which row of docs/divergences.md tells why; what none tells is as it is. */
function reasonOf({ records }: World, hit: string): string {
  const record = records.find(({ id }) => hit.endsWith(` ${id}`));
  const [entry] = (record?.affected ?? []) as unknown as readonly Entry[];
  const [ecosystem = '', , version = ''] = hit.split(' ');
  const events = entry?.ranges[0]?.events ?? [];
  const twice = events.some(({ introduced }) =>
    events.some(({ fixed }) => same(ecosystem, introduced, fixed)),
  );
  if (twice) return 'introduced and fixed at one version';
  const listed = (entry?.versions ?? []).some(
    (each) => each !== version && same(ecosystem, each, version),
  );
  if (listed) return 'listed in other words';
  return `${hit} ${JSON.stringify([events, entry?.versions])}`;
}
