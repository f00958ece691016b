/** `cybex scan` as a person uses it: outputs, policies, exit codes, rules, VEX, an index. */
import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readCsv } from '../../src/core/text/csv.ts';
import { ROOT } from '../house/sources.ts';
import { cybex, type Ran, type RunOptions } from './hub-process.ts';

const SBOM = join(ROOT, 'fixtures/exposure/app.cdx.json');
const ADVISORIES = join(ROOT, 'fixtures/exposure/advisories');

let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cybex-scan-'));
});

after(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string) => join(folder, name);

function put(name: string, content: unknown): string {
  const file = place(name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function scan(args: readonly string[], options?: RunOptions): Promise<Ran> {
  return cybex(['scan', ...args], options);
}

const held = (...args: readonly string[]) => scan([SBOM, '--advisories', ADVISORIES, ...args]);

test('the guide shows what is printed', async () => {
  const guide = readFileSync(join(ROOT, 'docs/guide/match.md'), 'utf8');
  const shown = /```text\n(pkg:npm[\s\S]*?)```/.exec(guide)?.[1];
  assert.equal((await held()).stdout, shown);
});

test('findings are exit 1; what is closed or does not fail is not; what is unknown is exit 3', async () => {
  const clean = ['--accept', 'no-identity'];
  assert.equal((await held()).code, 1);
  assert.equal((await held(...clean, '--fail-on', 'not fixable')).code, 0);
  const unknown = await held(...clean, '--fail-on', 'cvss3>=high');
  assert.equal(unknown.code, 3);
  assert.match(unknown.stderr, /cannot be decided for 2 findings: no cvss3 is known/);
  const notLookedUp = await held('--fail-on', 'none');
  assert.equal(notLookedUp.code, 3);
  assert.match(notLookedUp.stderr, /1 component cannot be looked up \(no-identity\)/);
  const old = await held(...clean, '--fail-on', 'none', '--max-age', '1h');
  assert.equal(old.code, 3);
  assert.match(old.stderr, /OSV npm is .* old; --max-age is 3600 s/);
});

test('an empty database is never clean', async () => {
  const empty = place('empty');
  mkdirSync(empty);
  writeFileSync(
    join(empty, 'x.json'),
    '{"id":"EXAMPLE-9","modified":"2026-11-01T00:00:00Z","affected":[]}',
  );
  const ran = await scan([SBOM, '--advisories', empty]);
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /No statement about any package of npm was given/);
  const broken = put('broken/y.json', '{"id": ');
  const half = await scan([SBOM, '--advisories', broken, ADVISORIES, '--fail-on', 'none']);
  assert.equal(half.code, 3);
  assert.match(half.stderr, /1 document could not be read/);
});

test('wrong use is exit 2, with what to do', async () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[SBOM], /nothing to hold the components against/],
    [[SBOM, '--advisories', place('nowhere')], /There is no file/],
    [[place('nowhere.json'), '--advisories', ADVISORIES], /There is no file/],
    [[SBOM, '--advisories', ADVISORIES, '--fail-on', 'high'], /name the scheme/],
    [[SBOM, '--advisories', ADVISORIES, '--fail-on', '@nowhere'], /There is no file nowhere/],
    [[SBOM, '--advisories', ADVISORIES, '--format', 'pdf'], /--format pdf: one of table, json/],
    [[SBOM, '--advisories', ADVISORIES, '--max-age', 'soon'], /write 12h, 7d/],
    [[SBOM, '--advisories', ADVISORIES, '--accept', 'no-data'], /--accept no-data: one of/],
    [[SBOM, '--advisories', ADVISORIES, '--format', 'openvex'], /--author NAME/],
    [[SBOM, '--index', SBOM], /advisory-file-magic/],
    [[SBOM, '--advisories', ADVISORIES, '--output', place('no/such/f')], /cannot be written/],
  ];
  for (const [args, message] of wrong) {
    const ran = await scan(args);
    assert.equal(ran.code, 2, args.join(' '));
    assert.match(ran.stderr, message);
    assert.match(ran.stderr, /what to do: /);
  }
});

test('every format is written whole, to stdout or to a file', async () => {
  const formats = ['json', 'sarif', 'cyclonedx', 'openvex', 'csv', 'table'];
  for (const format of formats) {
    const file = place(`report.${format}`);
    const args = ['--format', format, '--author', 'Example CSIRT'];
    const ran = await held(...args, '--output', file);
    assert.equal(ran.code, 1, ran.stderr);
    assert.equal(ran.stdout, '');
    const text = readFileSync(file, 'utf8');
    assert.ok(text.includes('CVE-2026-99001'), format);
    if (format === 'csv') assert.equal([...readCsv(text)].length, 4);
    else if (format !== 'table') assert.ok(JSON.parse(text));
  }
  const sarif = JSON.parse(readFileSync(place('report.sarif'), 'utf8'));
  const { region } = sarif.runs[0].results[0].locations[0].physicalLocation;
  assert.match(readFileSync(SBOM, 'utf8').split('\n')[region.startLine - 1] ?? '', /example-codec/);
  const json = JSON.parse((await held('--json')).stdout);
  assert.equal(json.exit, 1);
  assert.deepEqual(json.sources[0].kind, 'osv');
});

test('a report of ours is read by our own checks', async () => {
  for (const format of ['cyclonedx', 'openvex']) {
    const file = place(`check.${format}.json`);
    await held('--format', format, '--author', 'Example CSIRT', '--output', file);
    const ran = await cybex(['check', file]);
    assert.equal(ran.code, 0, ran.stdout + ran.stderr);
  }
});

test('a rule hides until its end, is listed, and goes out as OpenVEX that closes elsewhere', async () => {
  const rule = {
    vulnerability: 'CVE-2026-99001',
    component: 'pkg:npm/example-codec',
    reason: 'input comes from our own encoder only',
    author: 'Hana Sato',
    expires: '2999-01-01T00:00:00Z',
    justification: 'vulnerable_code_cannot_be_controlled_by_adversary',
  };
  const rules = put('rules.json', [rule]);
  const hidden = JSON.parse((await held('--ignores', rules, '--json')).stdout);
  assert.equal(hidden.suppressed[0].status, 'ignored');
  assert.match(hidden.suppressed[0].by, /Hana Sato until 2999/);
  const vex = place('decisions.openvex.json');
  const args = ['--ignores', rules, '--format', 'openvex', '--author', 'Example CSIRT'];
  await held(...args, '--output', vex);
  const closed = JSON.parse(
    (await held('--vex', vex, '--trust', 'Example CSIRT', '--json')).stdout,
  );
  assert.equal(closed.suppressed[0].status, 'not_affected');
  const stranger = JSON.parse((await held('--vex', vex, '--json')).stdout);
  assert.equal(stranger.suppressed.length, 0);

  const over = put('over.json', [{ ...rule, expires: '2026-01-01T00:00:00Z' }]);
  const reopened = await held('--ignores', over);
  assert.match(reopened.stderr, /2026-01-01T00:00:00Z/);
  assert.match(reopened.stdout, /affected +CVE-2026-99001/);
  const faulty = await held('--ignores', put('faulty.json', [{ vulnerability: 'CVE-2026-99001' }]));
  assert.match(faulty.stderr, /has no reason.*not applied/);
});

test('catalogues and scores take part in the policy', async () => {
  const entry = {
    cveID: 'CVE-2026-99001',
    vendorProject: 'Example',
    product: 'codec',
    vulnerabilityName: 'Example',
    dateAdded: '2026-11-19',
    shortDescription: 'Example',
    requiredAction: 'Update',
    dueDate: '2026-12-10',
  };
  const kev = put('kev.json', {
    title: 'Catalogue of Example CSIRT',
    catalogVersion: '1',
    dateReleased: '2026-11-20T00:00:00Z',
    count: 1,
    vulnerabilities: [entry],
  });
  const head = '#model_version:v2026.03.01,score_date:2026-11-20T00:00:00+0000';
  const epss = put('epss.csv', `${head}\ncve,epss,percentile\nCVE-2026-99001,0.7,0.98\n`);
  const given = ['--kev', kev, '--epss', epss, '--accept', 'no-identity'];
  const hit = await held(...given, '--fail-on', 'kev and epss>=0.5');
  assert.equal(hit.code, 1);
  assert.match(hit.stdout, /exploited \(KEV\), EPSS 70\.0 %/);
  const policies = put(
    'policy.txt',
    '# ours\nkev and epss>=0.9\nknown cvss4 and cvss4>=critical\n',
  );
  const ran = await held(...given, '--fail-on', `@${policies}`);
  assert.equal(ran.code, 0, ran.stderr);
});

test('it speaks Japanese, and its columns stay columns', async () => {
  const ran = await cybex(['--lang', 'ja', 'scan', SBOM, '--advisories', ADVISORIES]);
  assert.match(ran.stdout, /影響あり {2}CVE-2026-99001 {5}- {2}修正版 0\.9\.3/);
  assert.match(ran.stderr, /影響あり 2 件、解決済み 0 件/);
});

test('an index is built, shown, carried, used and updated', async () => {
  const index = place('world.index');
  const bundle = put('more/list.json', [
    {
      id: 'EXAMPLE-2026-0003',
      modified: '2026-11-20T00:00:00Z',
      affected: [{ package: { ecosystem: 'PyPI', name: 'elsewhere' }, versions: ['1'] }],
    },
  ]);
  const packed = place('more/again.json.gz');
  writeFileSync(packed, gzipSync(readFileSync(bundle)));
  const built = await scan(['index', 'build', '--from', ADVISORIES, place('more'), '-o', index]);
  assert.equal(built.code, 0, built.stderr);
  assert.match(built.stdout, /3 records/);
  assert.match(built.stdout, /OSV PyPI +1 +as of 2026-11-20T00:00:00Z/);
  assert.deepEqual(
    readdirSync(folder).filter((name) => /\.(part|spill)$/.test(name)),
    [],
  );

  const shown = JSON.parse((await scan(['index', 'show', index, '--verify', '--json'])).stdout);
  assert.deepEqual([shown.records, shown.verified], [3, true]);

  const carried = place('carried.index');
  copyFileSync(index, carried);
  const answer = JSON.parse((await scan([SBOM, '--index', carried, '--json'])).stdout);
  const loose = JSON.parse((await held('--json')).stdout);
  assert.deepEqual(answer.matches, loose.matches);
  assert.deepEqual(answer.unidentified, loose.unidentified);

  const delta = put('delta/d.json', {
    id: 'EXAMPLE-2026-0001',
    modified: '2026-11-21T00:00:00Z',
    withdrawn: '2026-11-21T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name: 'example-codec' }, versions: ['0.9.2'] }],
  });
  const updated = await scan(['index', 'update', carried, '--delta', delta]);
  assert.equal(updated.code, 0, updated.stderr);
  assert.match(updated.stdout, /0 new, 1 replaced, 0 older/);
  const later = JSON.parse((await scan([SBOM, '--index', carried, '--json'])).stdout);
  assert.deepEqual(
    later.matches.map(({ vulnerability }: { vulnerability: string }) => vulnerability),
    ['EXAMPLE-2026-0002'],
  );
  const back = await scan(['index', 'update', carried, '--delta', ADVISORIES]);
  assert.match(back.stdout, /0 new, 1 replaced, 1 older/);
});

test('a damaged, cut or foreign index is refused, and a file that cannot be read is named', async () => {
  const index = place('whole.index');
  const broken = put('from/broken.json', '{');
  const built = await scan(['index', 'build', '--from', ADVISORIES, broken, '-o', index]);
  assert.equal(built.code, 1);
  assert.match(built.stderr, /could not be read: .*broken\.json/);
  const ran = await scan([SBOM, '--index', index, '--fail-on', 'none', '--accept', 'no-identity']);
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /1 document could not be read, .*broken\.json/);

  const bytes = readFileSync(index);
  const cases: readonly (readonly [string, (copy: Buffer) => Buffer, RegExp])[] = [
    ['cut', (copy) => copy.subarray(0, copy.length - 9), /advisory-file-cut/],
    ['damaged', (copy) => copy.fill(copy[70] === 0 ? 1 : 0, 70, 71), /advisory-file-digest/],
    ['newer', (copy) => copy.fill(7, 16, 17), /It has version 7; this program reads 1/],
  ];
  for (const [name, change, message] of cases) {
    const file = place(`${name}.index`);
    writeFileSync(file, change(Buffer.from(bytes)));
    const refused = await scan([SBOM, '--index', file]);
    assert.ok(refused.code === 2 || refused.code === 3, name);
    assert.equal(refused.stdout, '');
    assert.match(refused.stderr, message);
  }
  const missing = await scan(['index', 'update', place('nothing'), '--delta', ADVISORIES]);
  assert.equal(missing.code, 2);
  assert.ok(!existsSync(place('nothing')));
});
