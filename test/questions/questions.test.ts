/** Thirty questions to a hub that holds 5,200 records, each with its variant that has no answer. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { type RunningHub, startHub } from '../journey/hub-process.ts';
import { QUESTIONS, type Question } from './questions.table.ts';
import { COUNTS, makeLibrary } from './world.ts';

interface Row {
  readonly id: string;
  readonly format: string;
  readonly withdrawn: boolean;
  readonly title: string;
}

const library = makeLibrary(2031);
/** TLP:RED is for named persons, and these advisories name none. */
const readable = library.records.filter(({ tlp }) => tlp !== 'RED');
let hub: RunningHub;
let folder: string;
let ours: string;
let outsider: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cybex-questions-'));
  for (const [name, text] of library.files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  hub = await startHub({ args: ['--no-sample'] });
  ours = readFileSync(join(hub.data, 'admin-token'), 'utf8').trim();
  const { id } = await api<{ id: string }>('POST', '/organisations', ours, {
    name: 'Outsider',
    communities: [],
  });
  outsider = (await api<{ token: string }>('POST', '/tokens', ours, { organisation: id })).token;
  const imported = await hub.cybex(['import', folder, '--collection', 'main', '--tlp', 'CLEAR']);
  assert.equal(imported.code, 0, imported.stderr + imported.stdout);
});

after(async () => {
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function api<T>(method: string, path: string, token: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${hub.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** Every row of the answer, page by page; what the hub derived from a record is not counted. */
async function ask(query: Question['query'], token: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const asked = new URLSearchParams({ ...query, limit: '97', ...(cursor ? { cursor } : {}) });
    const page = await api<{ records: Row[]; cursor?: string }>('GET', `/records?${asked}`, token);
    rows.push(...page.records.filter(({ format }) => format !== 'stix'));
    cursor = page.cursor;
    if (cursor === undefined) return rows;
  }
}

const key = ({ format, id }: { readonly format: string; readonly id: string }) => `${format} ${id}`;

test('all of the library is there, by format', async () => {
  const { collections } = await api<{
    collections: { alias?: string; formats: Record<string, number> }[];
  }>('GET', '/collections', ours);
  const { stix: _derived, ...formats } =
    collections.find(({ alias }) => alias === 'main')?.formats ?? {};
  const csaf = readable.filter(({ format }) => format === 'csaf').length;
  assert.deepEqual(formats, { ...COUNTS, csaf });
});

test('there are thirty questions or more, each of its own', () => {
  assert.ok(QUESTIONS.length >= 30);
  assert.equal(new Set(QUESTIONS.map(({ asks }) => asks)).size, QUESTIONS.length);
});

for (const { asks, query, answer, empty, outsider: stranger = false } of QUESTIONS) {
  test(`answered: ${asks}`, async () => {
    const token = stranger ? outsider : ours;
    const expected = readable.filter(answer);
    assert.ok(expected.length > 0, 'a question that has an answer');
    const found = await ask(query, token);
    assert.deepEqual(found.map(key).sort(), expected.map(key).sort());
    assert.deepEqual(await ask({ ...query, ...empty }, token), []);
  });
}

test('what was withdrawn says so, and all else does not', async () => {
  const found = await ask({ format: 'cve,osv' }, ours);
  const withdrawn = library.records.filter((known) => known.withdrawn);
  assert.deepEqual(
    found
      .filter((row) => row.withdrawn)
      .map(key)
      .sort(),
    withdrawn.map(key).sort(),
  );
});

test('the original of each format comes back byte for byte', async () => {
  for (const name of ['cve/CVE-2031-20007.json', 'osv/EXAMPLE-2031-8.json', 'csaf/ex-8.json']) {
    const text = library.files.get(name) ?? '';
    const [format = ''] = name.split('/');
    const id =
      { cve: 'CVE-2031-20007', osv: 'EXAMPLE-2031-8', csaf: 'https://example.com EX-8' }[format] ??
      '';
    const url = `${hub.url}/api/v1/collections/main/records/${encodeURIComponent(id)}?format=${format}`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${ours}` } });
    assert.equal(await answer.text(), text, name);
  }
});
