import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StixMap } from '../findings.ts';
import { factsOf } from './facts.ts';

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const MD5 = 'd41d8cd98f00b204e9800998ecf8427e';
const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function observables(object: StixMap): string[] {
  return factsOf(object).observables.map(({ kind, value }) => `${kind} = ${value}`);
}

function edges(object: StixMap): string[] {
  return factsOf(object).edges.map(({ kind, target }) => `${kind} ${target.split('--')[0]}`);
}

test('the title is the best name that an object has', () => {
  const rows: readonly (readonly [string, StixMap])[] = [
    ['Poison Ivy', { type: 'malware', name: 'Poison Ivy', description: 'd' }],
    ['example.com', { type: 'domain-name', value: 'example.com' }],
    ['In short', { type: 'note', abstract: 'In short', content: 'At length' }],
    ['strongly-agree', { type: 'opinion', opinion: 'strongly-agree' }],
    ['HKLM\\x', { type: 'windows-registry-key', key: 'HKLM\\x' }],
    [MD5, { type: 'file', hashes: { MD5 } }],
    ['sighting of malware', { type: 'sighting', sighting_of_ref: `malware--${ID}` }],
    [
      'malware targets identity',
      {
        type: 'relationship',
        relationship_type: 'targets',
        source_ref: `malware--${ID}`,
        target_ref: `identity--${ID}`,
      },
    ],
    ['', { type: 'observed-data' }],
    ['', { type: 'malware', name: 7 }],
    ['脅威グループ', { type: 'intrusion-set', name: '脅威グループ' }],
  ];
  for (const [title, object] of rows) assert.equal(factsOf(object).title, title);
});

test('aliases: every list of that name, without the name itself', () => {
  const object = {
    type: 'intrusion-set',
    name: 'APT1',
    aliases: ['APT1', 'Comment Crew', ''],
    x_mitre_aliases: ['Comment Crew', 'コメント'],
    nonaliases_x: ['no'],
  };
  assert.deepEqual(factsOf(object).aliases, ['Comment Crew', 'コメント']);
  assert.deepEqual(factsOf({ type: 'tool', aliases: 'x' }).aliases, []);
});

test('ids in other systems come from the external references', () => {
  const external_references = [
    { source_name: 'cve', external_id: 'CVE-2021-44228' },
    { source_name: 'cve', external_id: 'CVE-2021-44228' },
    { source_name: 'blog', url: 'https://example.com' },
    { source_name: 'x', external_id: 7 },
    null,
    'text',
  ];
  assert.deepEqual(factsOf({ type: 'vulnerability', external_references }).external, [
    'CVE-2021-44228',
  ]);
});

test('every reference is an edge, wherever it stands', () => {
  const object = {
    type: 'email-message',
    from_ref: `email-addr--${ID}`,
    to_refs: [`email-addr--${ID}`, `email-addr--${ID}`],
    body_multipart: [{ body_raw_ref: `artifact--${ID}` }],
    granular_markings: [{ marking_ref: `marking-definition--${ID}`, selectors: ['x'] }],
    extensions: { [`extension-definition--${ID}`]: { other_ref: `tool--${ID}` }, 'ntfs-ext': {} },
    created_by_ref: 'not an id',
    object_ref: `--${ID}`,
    x_ref: 7,
  };
  assert.deepEqual(edges(object), [
    'from_ref email-addr',
    'to_refs email-addr',
    'to_refs email-addr',
    'body_raw_ref artifact',
    'marking_ref marking-definition',
    'extensions extension-definition',
    'other_ref tool',
  ]);
});

test('a relationship gives its own name too', () => {
  const object = {
    type: 'relationship',
    relationship_type: 'uses',
    source_ref: `malware--${ID}`,
    target_ref: `tool--${ID}`,
  };
  assert.deepEqual(edges(object), ['source_ref malware', 'target_ref tool', 'uses tool']);
});

test('references of a container are keys of it and lead nowhere', () => {
  const objects = { '0': { type: 'domain-name', value: 'a', resolves_to_refs: ['1'] } };
  assert.deepEqual(edges({ type: 'observed-data', objects }), []);
});

test('observables come in normal form, under the path that a pattern would name', () => {
  const rows: readonly (readonly [StixMap, string[]])[] = [
    [{ type: 'ipv4-addr', value: '198.51.100.3/32' }, ['ipv4-addr:value = 198.51.100.3']],
    [{ type: 'ipv6-addr', value: '2001:DB8:0::1' }, ['ipv6-addr:value = 2001:db8::1']],
    [
      { type: 'domain-name', value: 'Bücher.Example.' },
      ['domain-name:value = xn--bcher-kva.example'],
    ],
    [{ type: 'url', value: 'HTTP://EXAMPLE.com' }, ['url:value = http://example.com/']],
    [{ type: 'email-addr', value: 'A@EXAMPLE.com' }, ['email-addr:value = A@example.com']],
    [{ type: 'mac-addr', value: 'D2:FB:49:24:37:18' }, ['mac-addr:value = d2:fb:49:24:37:18']],
    [{ type: 'autonomous-system', number: 15139 }, ['autonomous-system:number = 15139']],
    [
      { type: 'file', name: 'x.exe', hashes: { 'SHA-256': SHA256.toUpperCase(), sha1: 'AB' } },
      ['file:name = x.exe', `file:hashes.'SHA-256' = ${SHA256}`, "file:hashes.'SHA-1' = ab"],
    ],
    [{ type: 'file', hashes: { SSDEEP: '3:Ab:c' } }, ['file:hashes.SSDEEP = 3:Ab:c']],
    [{ type: 'mutex', name: '' }, []],
    [{ type: 'mutex', name: null, hashes: 7 }, []],
    [{ type: 'malware', name: 'x', value: 'y' }, []],
  ];
  for (const [object, expected] of rows) assert.deepEqual(observables(object), expected);
});

test('the observables of a container count', () => {
  const objects = {
    '0': { type: 'mutex', name: 'm' },
    '1': { type: 'ipv4-addr', value: '::1' },
    '2': 7,
  };
  assert.deepEqual(observables({ type: 'observed-data', objects }), [
    'mutex:name = m',
    'ipv4-addr:value = ::1',
  ]);
});

function looksFor(pattern: string, more: StixMap = { pattern_type: 'stix' }): string[] {
  return observables({ type: 'indicator', pattern, ...more });
}

test('an indicator has what its pattern looks for by equality', () => {
  const rows: readonly (readonly [string, string[]])[] = [
    ["[ipv4-addr:value = '198.51.100.3/32']", ['ipv4-addr:value = 198.51.100.3']],
    [
      "[domain-name:value IN ('A.example', 'b.example')]",
      ['domain-name:value = a.example', 'domain-name:value = b.example'],
    ],
    [
      `[file:hashes.MD5 = '${MD5.toUpperCase()}'] OR [file:hashes.'SHA-256' = '${SHA256}']`,
      [`file:hashes.MD5 = ${MD5}`, `file:hashes.'SHA-256' = ${SHA256}`],
    ],
    ["[network-traffic:dst_ref.value = '203.0.113.9']", ['ipv4-addr:value = 203.0.113.9']],
    ["[network-traffic:dst_ref.value = 'c.example']", ['domain-name:value = c.example']],
    ["[network-traffic:src_ref.value = '2001:DB8::9']", ['ipv6-addr:value = 2001:db8::9']],
    ["[email-message:from_ref.value = 'A@B.example']", ['email-addr:value = A@b.example']],
    ["[domain-name:resolves_to_refs[*].value = '1.2.3.4']", ['ipv4-addr:value = 1.2.3.4']],
    ['[autonomous-system:number = 5]', ['autonomous-system:number = 5']],
    ["[url:value = 'hxxp://x[.]example/']", ['url:value = http://x.example/']],
    ["[ipv4-addr:value NOT = '1.2.3.4']", []],
    ["[ipv4-addr:value != '1.2.3.4']", []],
    ["[url:value LIKE '%x%']", []],
    ["[ipv4-addr:value ISSUBSET '10.0.0.0/8']", []],
    ['not a pattern', []],
  ];
  for (const [pattern, expected] of rows) assert.deepEqual(looksFor(pattern), expected, pattern);
});

test('patterns of other languages are left unread; those of STIX 2.0 have no type', () => {
  const pattern = "[ipv4-addr:value = '1.2.3.4']";
  assert.deepEqual(looksFor(pattern, { pattern_type: 'snort' }), []);
  assert.deepEqual(looksFor(pattern, {}), ['ipv4-addr:value = 1.2.3.4']);
});

test('a pattern may list many thousands: the first thousand are kept', () => {
  const list = Array.from({ length: 3_000 }, (_, i) => `'d${i}.example'`).join(',');
  assert.equal(looksFor(`[domain-name:value IN (${list})]`).length, 1_000);
});

test('words for search are kept as they are written, in any script', () => {
  const text = factsOf({
    type: 'threat-actor',
    name: '名前',
    description: '日本語の説明。\u2028続き',
    labels: ['ラベル', 'b'],
    x_acme_aliases: ['別名'],
    x_acme_secret: 'not these',
    external_references: [{ source_name: 's', external_id: 'G0001' }],
    created: '2020-01-01T00:00:00.000Z',
  }).text;
  assert.equal(text, '名前\n日本語の説明。\u2028続き\nラベル\nb\n別名\nG0001');
});

test('translations can be found', () => {
  const contents = { ja: { name: '攻撃', labels: ['一'] }, de: { name: 'Angriff' } };
  assert.equal(factsOf({ type: 'language-content', contents }).text, '攻撃\n一\nAngriff');
});

test('facts are taken from anything', () => {
  const strange: StixMap[] = [
    {},
    { type: 7 },
    { type: 'file', hashes: [], name: {} },
    { type: 'relationship' },
    { type: 'indicator', pattern: 7 },
    { type: 'observed-data', objects: [] },
    JSON.parse(
      '{"__proto__": {"name": "x"}, "type": "tool", "constructor": {"a_ref": 1}}',
    ) as StixMap,
  ];
  for (const object of strange) assert.equal(typeof factsOf(object).title, 'string');
  let deep: unknown = `tool--${ID}`;
  for (let i = 0; i < 5_000; i++) deep = i % 2 === 0 ? { x_refs: deep } : [deep];
  assert.ok(Array.isArray(factsOf({ type: 'tool', deep, description: deep }).edges));
});
