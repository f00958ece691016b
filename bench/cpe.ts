/**
 * CPE: many statements against many assets, beside nvdtools (Go) where Go and its modules can be
 * had: `node dist/bench/cpe.js [rounds]`. Twice: products with names of their own, and ten product
 * names shared by all vendors. Ours and the peer take turns; the matches must be equal.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import {
  type CpeAsset,
  CpeMatcher,
  type Criterion,
  parseCpe,
  prepareAsset,
  readNvdConfiguration,
  type Wfn,
} from '../src/state/cpe/index.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const [ASSETS, STATEMENTS, VENDORS, PRODUCTS] = [1_000, 20_000, 500, 10];
const LEAST_MILLISECONDS = 300;
const PEER = join(import.meta.dirname, '../../bench/peers/nvdtools.go');

/** Seeded (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

interface World {
  readonly assets: readonly string[];
  readonly matches: readonly Readonly<Record<string, unknown>>[];
}

/** A quarter exact versions, a quarter upper bounds, half ranges. */
function world(shared: boolean): World {
  const random = seeded(28);
  const product = () => {
    const [vendor, number] = [random(VENDORS), random(PRODUCTS)];
    return `v${vendor}:${shared ? '' : `v${vendor}_`}p${number}`;
  };
  const version = () => `${random(10)}.${random(10)}.${random(10)}`;
  const name = (numbers: string) => `cpe:2.3:a:${product()}:${numbers}:*:*:*:*:*:*:*`;
  const assets = Array.from({ length: ASSETS }, () => name(version()));
  const matches = Array.from({ length: STATEMENTS }, (_, index) => {
    if (index % 4 === 0) return { vulnerable: true, cpe23Uri: name(version()) };
    const range = { vulnerable: true, cpe23Uri: name('*'), versionEndExcluding: version() };
    return index % 4 === 1 ? range : { ...range, versionStartIncluding: version() };
  });
  return { assets, matches };
}

function wfnOf(text: string): Wfn {
  const parsed = parseCpe(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

function index({ matches }: World): CpeMatcher<number> {
  const matcher = new CpeMatcher<number>();
  for (const [at, match] of matches.entries()) {
    const { test } = readNvdConfiguration({ cpeMatch: [match] });
    const [criterion] = test?.kind === 'or' ? test.tests : [];
    matcher.add(criterion as Criterion, at);
  }
  return matcher;
}

/** Assets a second and the matches of one pass. */
function pass(matcher: CpeMatcher<number>, assets: readonly CpeAsset[]): [number, number] {
  const start = performance.now();
  let passes = 0;
  let found = 0;
  do {
    found = 0;
    for (const asset of assets) {
      matcher.each(asset, () => {
        found++;
      });
    }
    passes++;
  } while (performance.now() - start < LEAST_MILLISECONDS);
  return [(passes * assets.length * 1000) / (performance.now() - start), found];
}

class Peer {
  readonly #process: ChildProcess;
  readonly #lines: Interface;

  constructor(binary: string, feed: string, assets: string) {
    this.#process = spawn(binary, [feed, assets], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#process.stdout as NodeJS.ReadableStream });
  }

  async pass(): Promise<[number, number]> {
    this.#process.stdin?.write('\n');
    const [line] = (await once(this.#lines, 'line')) as [string];
    return line.split(' ').map(Number) as [number, number];
  }

  end(): void {
    this.#process.stdin?.end();
  }
}

/** Null where there is no Go, or its module cannot be had. */
function buildPeer(folder: string): string | null {
  copyFileSync(PEER, join(folder, 'main.go'));
  const go = (...args: string[]) => spawnSync('go', args, { cwd: folder }).status === 0;
  const built =
    go('mod', 'init', 'peer') &&
    go('get', 'github.com/facebookincubator/nvdtools@v0.1.5') &&
    go('mod', 'tidy') &&
    go('build', '-o', 'peer', '.');
  return built ? join(folder, 'peer') : null;
}

function feedOf({ matches }: World): string {
  const items = matches.map((match, at) => ({
    cve: {
      data_type: 'CVE',
      data_format: 'MITRE',
      data_version: '4.0',
      CVE_data_meta: { ID: `CVE-2026-${10_000 + at}`, ASSIGNER: 'x' },
    },
    configurations: { CVE_data_version: '4.0', nodes: [{ operator: 'OR', cpe_match: [match] }] },
  }));
  return JSON.stringify({
    CVE_data_type: 'CVE',
    CVE_data_format: 'MITRE',
    CVE_data_version: '4.0',
    CVE_Items: items,
  });
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const thousands = (value: number) => `${Math.round(value / 1000)}k`;

async function contest(title: string, shared: boolean, binary: string | null, folder: string) {
  const data = world(shared);
  const started = performance.now();
  const matcher = index(data);
  const loading = performance.now() - started;
  const assets = data.assets.map((text) => prepareAsset(wfnOf(text)));
  const [feed, list] = [join(folder, 'feed.json'), join(folder, 'assets')];
  writeFileSync(feed, feedOf(data));
  writeFileSync(list, `${data.assets.join('\n')}\n`);
  const peer = binary === null ? null : new Peer(binary, feed, list);
  const [ours, theirs]: [number[], number[]] = [[], []];
  pass(matcher, assets);
  await peer?.pass();
  let found: [number, number] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const [rate, matches] = pass(matcher, assets);
    ours.push(rate);
    const other = await peer?.pass();
    if (other !== undefined) theirs.push(other[0]);
    found = [matches, other?.[1] ?? matches];
  }
  peer?.end();
  const range = (values: readonly number[]) =>
    `${thousands(median(values))} assets/s (${thousands(Math.min(...values))}…${thousands(Math.max(...values))})`;
  console.log(`${title}: ${STATEMENTS} statements read and indexed in ${loading.toFixed(0)} ms`);
  console.log(`  ours      ${range(ours)}, ${found[0]} matches`);
  if (theirs.length === 0) return;
  const ratios = ours.map((rate, at) => rate / (theirs[at] as number));
  console.log(`  nvdtools  ${range(theirs)}, ${found[1]} matches`);
  console.log(
    `  ratio     ${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)}…${Math.max(...ratios).toFixed(1)})`,
  );
}

/** Names a second, and what one wrong name costs beside a right one. */
function parsing(): void {
  const { matches } = world(false);
  const names = matches.map(({ cpe23Uri }) => String(cpe23Uri));
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (const name of names) parseCpe(name);
    return (names.length * 1000) / (performance.now() - start);
  });
  console.log(`names read: ${thousands(median(rates))}/s`);
}

const folder = mkdtempSync(join(tmpdir(), 'cybex-cpe-'));
try {
  const binary = buildPeer(folder);
  if (binary === null) console.log('nvdtools is not measured: Go or its module is missing.');
  parsing();
  await contest('products of their own', false, binary, folder);
  await contest('ten names shared by all vendors', true, binary, folder);
} finally {
  rmSync(folder, { recursive: true });
}
