import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { hasErrors } from '../../core/issue.ts';
import { checkStix } from './check.ts';
import { stixCodec } from './codec.ts';
import { STIX_DIVERGENCES } from './divergences.ts';
import type { StixOptions } from './profile.ts';

const CORPORA = process.env.CYBEX_CORPORA ?? '../shared/corpora';

function absent(name: string): string | false {
  return existsSync(join(CORPORA, name)) ? false : `corpus ${name} absent: set CYBEX_CORPORA`;
}

function json<T>(name: string): T {
  return JSON.parse(readFileSync(join(CORPORA, name), 'utf8')) as T;
}

interface ValidityCase {
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: unknown;
  readonly expected: string;
  readonly must_only: string | null;
}

/** Two checks of that tool go by its numbers in one case. */
const NUMBERS: Readonly<Record<string, string>> = {
  141: 'observable-object-keys',
  304: 'deprecated-properties',
};

function names(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return list.map((name: unknown) => NUMBERS[String(name)] ?? String(name));
}

function optionsOf({ options }: ValidityCase): StixOptions {
  const version = options.version === '2.0' ? '2.0' : '2.1';
  return {
    strict: options.strict === true,
    strictTypes: options.strict_types === true,
    strictProperties: options.strict_properties === true,
    interop: options.interop === true,
    disabled: names(options.disabled),
    enabled: names(options.enabled),
    ...(options.version === undefined ? {} : { version }),
  };
}

function verdict(input: unknown, options: StixOptions): string {
  return hasErrors(checkStix(input, options)) ? 'invalid' : 'valid';
}

/** Ids of the cases in which we are known to say otherwise. */
function explained(asked: 'expected' | 'must_only'): ReadonlySet<string | null> {
  const rows = STIX_DIVERGENCES.filter(({ verdict }) => verdict === asked || verdict === 'both');
  return new Set(rows.map((row) => row.case));
}

test('stix-validity 2.1: the verdict under the options of the case, or a reason', (t) => {
  const skip = absent('stix-validity');
  if (skip !== false) return t.skip(skip);
  const cases = json<ValidityCase[]>('stix-validity/cases-2.1.json');
  const known = explained('expected');
  let agreed = 0;
  for (const row of cases) {
    const ours = verdict(row.input, optionsOf(row));
    assert.equal(ours !== row.expected, known.has(row.id), `${row.id}: ${ours}`);
    if (ours === row.expected) agreed++;
  }
  t.diagnostic(`expected: ${agreed} of ${cases.length} agree`);
  assert.ok(cases.length >= 413);
});

test('stix-validity 2.1: the verdict on MUSTs alone, at least 98 % and a reason for the rest', (t) => {
  const skip = absent('stix-validity');
  if (skip !== false) return t.skip(skip);
  const all = json<ValidityCase[]>('stix-validity/cases-2.1.json');
  const cases = all.filter((row) => row.must_only !== null);
  const known = explained('must_only');
  let agreed = 0;
  for (const row of cases) {
    const ours = verdict(row.input, {});
    assert.equal(ours !== row.must_only, known.has(row.id), `${row.id}: ${ours}`);
    if (ours === row.must_only) agreed++;
  }
  t.diagnostic(`must_only: ${agreed} of ${cases.length} agree`);
  assert.ok(agreed / cases.length >= 0.98);
});

interface Delivery {
  readonly records: number;
  readonly accepted: number;
  readonly errors: string[];
}

/** Runs a delivery through the codec and holds what comes out against what went in. */
async function deliver(bytes: Uint8Array, tolerant = false): Promise<Delivery> {
  const parts: Uint8Array[] = [];
  const errors: string[] = [];
  let records = 0;
  let accepted = 0;
  for await (const piece of stixCodec.records(inChunks(bytes, 65_521), { tolerant })) {
    parts.push(piece.gap);
    if (piece.bytes !== undefined) parts.push(piece.bytes);
    if (piece.record !== undefined) records++;
    if (piece.record !== undefined && !hasErrors(piece.issues)) accepted++;
    for (const issue of piece.issues) {
      if (issue.severity === 'error') errors.push(`${issue.code} ${piece.path}${issue.path}`);
    }
  }
  assert.ok(Buffer.concat(parts).equals(bytes), 'the pieces are the delivery, byte for byte');
  return { records, accepted, errors };
}

function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/**
 * Releases that break a MUST beyond doubt, with the codes: objects modified before they were
 * created (§3.6.1) and lists without a value (§2.12).
 */
const BROKEN_RELEASES: Readonly<Record<string, readonly string[]>> = {
  '11.0': ['stix-empty-list', 'stix-modified-early'],
  '11.1': ['stix-empty-list', 'stix-modified-early'],
  '11.2': ['stix-empty-list'],
  '11.3': ['stix-empty-list'],
};

test('attack-ics: every release is valid but for the known, and comes in whole', async (t) => {
  const skip = absent('attack-ics');
  if (skip !== false) return t.skip(skip);
  const files = readdirSync(join(CORPORA, 'attack-ics')).filter((file) => file.endsWith('.gz'));
  assert.equal(files.length, 24);
  for (const file of files) {
    const bytes = gunzipSync(readFileSync(join(CORPORA, 'attack-ics', file)));
    const release = /ics-attack-([0-9.]+)\.json/.exec(file)?.[1] ?? '';
    const strictly = await deliver(bytes);
    const codes = [...new Set(strictly.errors.map((error) => error.split(' ')[0]))].sort();
    assert.deepEqual(codes, BROKEN_RELEASES[release] ?? [], file);
    const tolerantly = await deliver(bytes, true);
    assert.equal(tolerantly.accepted, tolerantly.records, file);
    assert.ok(tolerantly.records > 600, file);
  }
});

test('capec: 2,683 valid objects, and both ends of every relationship', async (t) => {
  const skip = absent('capec');
  if (skip !== false) return t.skip(skip);
  const bytes = gunzipSync(readFileSync(join(CORPORA, 'capec/capec-2.1-bundle.json.gz')));
  const ids = new Set<string>();
  const ends: string[] = [];
  for await (const piece of stixCodec.records([bytes])) {
    assert.ok(!hasErrors(piece.issues), JSON.stringify(piece.issues));
    if (piece.record === undefined) continue;
    const { identity, facts } = piece.record;
    ids.add(identity.id);
    if (identity.type !== 'relationship') continue;
    for (const { kind, target } of facts.edges) {
      if (kind === 'source_ref' || kind === 'target_ref') ends.push(target);
    }
  }
  assert.equal(ids.size, 2683);
  assert.equal(ends.length, 2 * 1182);
  assert.deepEqual(
    ends.filter((end) => !ids.has(end)),
    [],
  );
});

interface ExampleCase {
  readonly file: string;
  readonly stix_version: string;
  readonly objects: number;
}

test('stix-examples: all accepted, with the version that they have', async (t) => {
  const skip = absent('stix-examples');
  if (skip !== false) return t.skip(skip);
  const cases = json<ExampleCase[]>('stix-examples/cases.json');
  assert.equal(cases.length, 69);
  for (const row of cases) {
    const bytes = readFileSync(join(CORPORA, 'stix-examples', row.file));
    const { records, accepted, errors } = await deliver(bytes);
    assert.deepEqual(errors, [], row.file);
    assert.equal(accepted, row.objects, row.file);
    assert.equal(records, row.objects, row.file);
  }
});

test('stix-validity 2.0: every case is read, and told from 2.1', (t) => {
  const skip = absent('stix-validity');
  if (skip !== false) return t.skip(skip);
  const cases = json<ValidityCase[]>('stix-validity/cases-2.0.json');
  for (const row of cases) {
    const issues = checkStix(row.input, { version: '2.0' });
    assert.ok(issues.length > 0 || typeof row.input !== 'object', row.id);
  }
});
