import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CodecOptions, Piece } from '../../core/codec.ts';
import { sha256 } from '../../core/digest.ts';
import { canonicalize } from '../../core/json/index.ts';
import { isAccepted, stixCodec } from './codec.ts';

const UUID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const IDENTITY = {
  type: 'identity',
  spec_version: '2.1',
  id: `identity--${UUID}`,
  created: '2024-01-01T00:00:00.000Z',
  modified: '2024-01-02T00:00:00.000Z',
  name: 'Acme',
};
const ADDRESS = {
  type: 'ipv4-addr',
  spec_version: '2.1',
  id: `ipv4-addr--${UUID}`,
  value: '1.2.3.4',
};
const BUNDLE_ID = `bundle--${UUID}`;

async function run(text: string, options: CodecOptions = {}, size = 1 << 20): Promise<Piece[]> {
  const bytes = new TextEncoder().encode(text);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  const pieces: Piece[] = [];
  for await (const piece of stixCodec.records(chunks, options)) pieces.push(piece);
  return pieces;
}

function reassembled(pieces: readonly Piece[]): string {
  const parts = pieces.flatMap(({ gap, bytes }) => (bytes === undefined ? [gap] : [gap, bytes]));
  return Buffer.concat(parts).toString();
}

function ids(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ record }) => (record === undefined ? [] : [record.identity.id]));
}

function codes(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ path, issues }) =>
    issues.map((issue) => `${issue.severity} ${issue.code} ${path}${issue.path}`),
  );
}

const text = (value: unknown) => JSON.stringify(value);
const BOTH = [IDENTITY.id, ADDRESS.id];

test('bundle, envelope, list and lone object: the same records, paths of their own', async () => {
  const objects = [IDENTITY, ADDRESS];
  const shapes: readonly (readonly [string, string[], string[]])[] = [
    [text({ type: 'bundle', id: BUNDLE_ID, objects }), BOTH, ['/objects/0', '/objects/1', '']],
    [text({ more: true, next: 'x', objects }), BOTH, ['/objects/0', '/objects/1', '']],
    [text(objects), BOTH, ['/0', '/1', '']],
    [text(IDENTITY), [IDENTITY.id], ['', '']],
  ];
  for (const [delivery, expected, paths] of shapes) {
    const pieces = await run(delivery);
    assert.deepEqual(ids(pieces), expected);
    assert.deepEqual(
      pieces.map(({ path }) => path),
      paths,
    );
    assert.equal(reassembled(pieces), delivery);
  }
});

test('a record is its exact bytes, with the digest of its RFC 8785 form', async () => {
  const written = `{ "name":"Ac\\u006de" ,\n ${text(IDENTITY).slice(1, -'"name":"Acme"}'.length)} "x_n": 1.0 }`;
  const pieces = await run(`{"objects":[ ${written} ]}`);
  const record = pieces[0]?.record;
  assert.ok(record);
  assert.equal(Buffer.from(record.bytes).toString(), written);
  const canonical = canonicalize({ ...IDENTITY, x_n: 1 });
  assert.ok(canonical.ok);
  assert.deepEqual(record.contentDigest, sha256(canonical.value));
  assert.deepEqual(record.identity, {
    format: 'stix',
    id: IDENTITY.id,
    type: 'identity',
    specVersion: '2.1',
    version: IDENTITY.modified,
    versionKey: record.identity.versionKey,
    created: IDENTITY.created,
    withdrawn: false,
  });
});

test('version keys go by the instant, however it is written', async () => {
  const key = async (modified: string) =>
    (await run(text({ ...IDENTITY, modified })))[0]?.record?.identity.versionKey ?? '';
  assert.equal(await key('2024-01-02T00:00:00.1Z'), await key('2024-01-02T00:00:00.100Z'));
  assert.ok((await key('2024-01-02T00:00:00.1Z')) > (await key('2024-01-02T00:00:00.09Z')));
});

test('revoked objects are withdrawn; observables have no version', async () => {
  const [revoked] = await run(text({ ...IDENTITY, revoked: true, created_by_ref: IDENTITY.id }));
  assert.equal(revoked?.record?.identity.withdrawn, true);
  assert.equal(revoked?.record?.identity.creator, IDENTITY.id);
  const [address] = await run(text(ADDRESS));
  assert.equal(address?.record?.identity.version, '');
  assert.equal(address?.record?.identity.versionKey, '');
});

test('what can be no record has findings and keeps its bytes', async () => {
  const rows: readonly (readonly [string, string])[] = [
    ['[7]', 'stix-not-object'],
    ['[null]', 'stix-not-object'],
    ['[{}]', 'stix-type'],
    ['[{"type":"identity"}]', 'stix-required'],
    [text([{ ...IDENTITY, id: undefined }]), 'stix-required'],
    [text([{ type: 'bundle', id: BUNDLE_ID }]), 'stix-bundle-object'],
  ];
  for (const [delivery, code] of rows) {
    const pieces = await run(delivery);
    assert.deepEqual(ids(pieces), [], delivery);
    assert.ok(!pieces.some(isAccepted));
    assert.ok(
      codes(pieces).some((row) => row.startsWith(`error ${code}`)),
      `${delivery} ${codes(pieces)}`,
    );
    assert.equal(reassembled(pieces), delivery);
  }
});

test('two names alike make a record that means two things: refused', async () => {
  const twice = text(IDENTITY).replace('"name"', '"name":"Other","name"');
  const pieces = await run(twice);
  assert.ok(!pieces.some(isAccepted), codes(pieces).join());
  assert.equal(reassembled(pieces), twice);
});

test('a delivery that is not JSON gives back its bytes and an error', async () => {
  for (const delivery of [
    '',
    'x',
    '{"objects":[',
    `[${text(IDENTITY)}`,
    '{"objects":[{]}',
    '\u0000',
  ]) {
    const pieces = await run(delivery);
    assert.ok(
      codes(pieces).some((row) => row.startsWith('error ')),
      delivery,
    );
    assert.equal(reassembled(pieces), delivery);
  }
});

test('the bundle around the objects is checked, in the last piece', async () => {
  const rows: readonly (readonly [Record<string, unknown>, string[]])[] = [
    [{ type: 'bundle', id: BUNDLE_ID }, []],
    [{ type: 'bundle' }, ['error stix-required ']],
    [{ type: 'bundle', id: 'bundle--1' }, ['error stix-identifier /id']],
    [{ type: 'bundle', id: IDENTITY.id }, ['error stix-identifier-type /id']],
    [{ type: 'package', id: BUNDLE_ID }, ['error stix-type /type']],
    [{ more: false }, []],
  ];
  for (const [around, expected] of rows) {
    const pieces = await run(text({ ...around, objects: [IDENTITY] }));
    assert.deepEqual(codes(pieces), expected, text(around));
    assert.equal(pieces.filter(isAccepted).length, 1, 'the object is good all the same');
  }
  assert.deepEqual(codes(await run(text({ type: 'bundle', id: BUNDLE_ID, objects: [] }))), [
    'error stix-empty-list /objects',
  ]);
  assert.deepEqual(codes(await run(text({ type: 'bundle', id: BUNDLE_ID }))), []);
});

test('the answer of an empty collection is nothing, and nothing is wrong with it', async () => {
  for (const delivery of ['{}', '{"more":false}', '{"objects":[]}', '[]']) {
    const pieces = await run(delivery);
    assert.deepEqual(codes(pieces), [], delivery);
    assert.deepEqual(ids(pieces), []);
    assert.equal(reassembled(pieces), delivery);
  }
});

const LAX = { ...IDENTITY, modified: '2023-01-01T00:00:00.000Z', sectors: [] };

test('tolerant keeps what only breaks a rule that nothing rests on; strict does not', async () => {
  const errors = ['error stix-empty-list /sectors', 'error stix-modified-early /modified'];
  assert.deepEqual(codes(await run(text(LAX))), errors);
  const kept = await run(text(LAX), { tolerant: true });
  assert.deepEqual(
    codes(kept),
    errors.map((row) => row.replace('error', 'warning')),
  );
  assert.ok(kept[0] && isAccepted(kept[0]));
  const strict = await run(text(LAX), { tolerant: true, strict: true });
  assert.ok(!strict.some(isAccepted));
  const worse = await run(text({ ...LAX, name: 7 }), { tolerant: true });
  assert.ok(!worse.some(isAccepted), 'other errors stay');
});

test('STIX 2.0 comes in as such', async () => {
  const { spec_version: _, ...old } = IDENTITY;
  const pieces = await run(text({ ...old, identity_class: 'individual' }));
  assert.equal(pieces[0]?.record?.identity.specVersion, '2.0');
  assert.ok(pieces[0] && isAccepted(pieces[0]));
});

test('however the bytes arrive, the pieces are the same', async () => {
  const delivery = text({ type: 'bundle', id: BUNDLE_ID, objects: [IDENTITY, LAX, 7, ADDRESS] });
  const whole = await run(delivery);
  for (const size of [1, 2, 7, 64]) assert.deepEqual(await run(delivery, {}, size), whole);
});

test('nothing that can be sent makes it throw or lose a byte', async () => {
  const json = fc.json({ maxDepth: 3, noUnicodeString: false } as Parameters<typeof fc.json>[0]);
  const cut = fc
    .tuple(fc.nat(400), fc.nat(8), fc.constantFrom('', '{', '"', ']', '\\', '\u0000', '0'))
    .map(([at, length, put]) => {
      const good = text({ type: 'bundle', id: BUNDLE_ID, objects: [IDENTITY, ADDRESS] });
      return good.slice(0, at) + put + good.slice(at + length);
    });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(json, cut, fc.string()),
      fc.integer({ min: 1, max: 50 }),
      async (delivery, size) => {
        const pieces = await run(delivery, {}, size);
        const bytes = new TextEncoder().encode(delivery);
        assert.equal(reassembled(pieces), Buffer.from(bytes).toString());
      },
    ),
    { numRuns: 300 },
  );
});
