import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CONTRIBUTING_PROPERTIES, stixId } from './id.ts';
import { OBSERVABLE_TYPES } from './tables/classes.ts';

/** Objects and ids of the examples of STIX 2.1 Errata 01, section 6. */
const EXAMPLES: readonly (readonly [string, Record<string, unknown>])[] = [
  [
    'autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff',
    { type: 'autonomous-system', number: 15139, name: 'Slime Industries', rir: 'ARIN' },
  ],
  [
    'directory--0a58d0c1-59e6-5afd-8252-dcd3f13e5622',
    { type: 'directory', path: 'C:\\Windows\\System32' },
  ],
  [
    'domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7',
    { type: 'domain-name', value: 'example.com', resolves_to_refs: ['x'] },
  ],
  [
    'email-addr--7165e2a9-671f-585d-b1e1-ca59c671d934',
    { type: 'email-addr', value: 'john@example.com', display_name: 'John Doe' },
  ],
  [
    'email-message--92fa1bfd-2c62-5a30-8b7c-5b91ea73cf29',
    {
      type: 'email-message',
      from_ref: 'email-addr--89f52ea8-d6ef-51e9-8fce-6a29236436ed',
      to_refs: ['email-addr--2aeeb98c-9db4-525e-874d-221fdfe9f76e'],
      is_multipart: false,
      date: '1997-11-21T15:55:06.000Z',
      subject: 'Saying Hello',
    },
  ],
  [
    'file--949eb97a-da1e-5292-8959-03c4249dc9f3',
    {
      type: 'file',
      hashes: { 'SHA-256': 'fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db' },
      size: 25536,
      name: 'foo.dll',
    },
  ],
  [
    'file--7d1e3a18-89e7-5bc5-be36-9879f5b7f5c8',
    {
      type: 'file',
      hashes: { 'SHA-256': '841a8921140aba50671ebb0770fecc4ee308c4952cfeff8de154ab14eeef4649' },
      name: 'quêry.dll',
      name_enc: 'windows-1252',
    },
  ],
  [
    'file--39643577-13b7-5f21-9584-df7e7c33f357',
    {
      type: 'file',
      hashes: { 'SHA-256': 'ceafbfd424be2ca4a5f0402cae090dda2fb0526cf521b60b60077c0f622b285a' },
      parent_directory_ref: 'directory--93c0a9b0-520d-545d-9094-1a08ddf46b05',
      name: 'qwerty.dll',
    },
  ],
  [
    'file--ba04c974-3cef-5f42-adc7-084d467874e2',
    {
      type: 'file',
      hashes: { 'SHA-256': '35a01331e9ad96f751278b891b6ea09699806faedfa237d40513d92ad1b7100f' },
      extensions: {
        'ntfs-ext': { alternate_data_streams: [{ name: 'second.stream', size: 25536 }] },
      },
    },
  ],
  ['ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4', { type: 'ipv4-addr', value: '198.51.100.3' }],
  [
    'ipv4-addr--1ea47840-aa39-5aa8-b4a2-cd203eb6662a',
    { type: 'ipv4-addr', value: '198.51.100.0/24' },
  ],
  [
    'ipv6-addr--85a85a8c-ee99-5722-946d-3c3a3270fc6f',
    { type: 'ipv6-addr', value: '2001:0db8:85a3:0000:0000:8a2e:0370:7334' },
  ],
  [
    'ipv6-addr--084d3b4c-7785-568a-a569-0c61c95754ab',
    { type: 'ipv6-addr', value: '2001:0db8::/96' },
  ],
  [
    'mac-addr--757b1725-9903-54f5-a855-1240691d7659',
    { type: 'mac-addr', value: 'd2:fb:49:24:37:18' },
  ],
  ['mutex--f93fe911-e545-5239-b9b0-597840d0c871', { type: 'mutex', name: '__CLEANSWEEP__' }],
  [
    'network-traffic--6e0cb830-0305-57d4-8536-7be874d42005',
    {
      type: 'network-traffic',
      src_ref: 'ipv4-addr--4d22aae0-2bf9-5427-8819-e4f6abf20a53',
      dst_ref: 'ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd',
      protocols: ['tcp'],
    },
  ],
  [
    'software--710b0b41-d4d0-5d6c-a400-fc9254554ffc',
    {
      type: 'software',
      name: 'Word',
      cpe: 'cpe:2.3:a:microsoft:word:2000:*:*:*:*:*:*:*',
      version: '2002',
      vendor: 'Microsoft',
    },
  ],
  [
    'url--47c3cf9a-5027-5bf0-997a-017c7edc7c55',
    { type: 'url', value: 'https://example.com/research/index.html' },
  ],
  [
    'user-account--f94d689e-707d-58c3-b803-c720bb6ed096',
    { type: 'user-account', user_id: '1001', account_login: 'jdoe', account_type: 'unix' },
  ],
  [
    'windows-registry-key--1884b770-b679-522a-a9c7-45fadaaec7bb',
    { type: 'windows-registry-key', key: 'HKEY_LOCAL_MACHINE\\System\\Foo\\Bar' },
  ],
  [
    'windows-registry-key--f6a11ddf-fa2b-54c8-97ab-e7f28413095a',
    {
      type: 'windows-registry-key',
      key: 'hkey_local_machine\\system\\bar\\foo',
      values: [
        { name: 'Foo', data: 'qwerty', data_type: 'REG_SZ' },
        { name: 'Bar', data: '42', data_type: 'REG_DWORD' },
      ],
    },
  ],
  [
    'x509-certificate--bf86f034-2390-54d7-8426-d08433db3fbe',
    {
      type: 'x509-certificate',
      serial_number: '36:f7:d4:32:f4:ab:70:ea:d3:ce:98:6e:ea:99:93:49:32:0a:b7:06',
    },
  ],
];

for (const [id, object] of EXAMPLES) {
  test(`§6: the example ${id}`, () => {
    assert.deepEqual(stixId(object), { ok: true, value: id, issues: [] });
  });
}

test('of several hashes MD5, SHA-1, SHA-256, SHA-512 contribute in this order, else the first', () => {
  const of = (...names: string[]) =>
    stixId({ type: 'file', hashes: Object.fromEntries(names.map((name) => [name, `v${name}`])) });
  assert.deepEqual(of('SHA-512', 'SHA-256', 'SHA-1', 'MD5'), of('MD5'));
  assert.deepEqual(of('SHA-512', 'SHA-256', 'SHA-1'), of('SHA-1'));
  assert.deepEqual(of('SSDEEP', 'SHA-512', 'SHA-256'), of('SHA-256'));
  assert.deepEqual(of('TLSH', 'SHA-512'), of('SHA-512'));
  assert.deepEqual(of('TLSH', 'SHA3-256'), of('SHA3-256'));
  assert.notDeepEqual(of('MD5'), of('SHA-1'));
});

test('every observable has its contributing properties, and only a process has none', () => {
  assert.deepEqual([...CONTRIBUTING_PROPERTIES.keys()].sort(), [...OBSERVABLE_TYPES].sort());
  const without = OBSERVABLE_TYPES.filter(
    (type) => CONTRIBUTING_PROPERTIES.get(type)?.length === 0,
  );
  assert.deepEqual(without, ['process']);
});

test('what is no observable, and an observable with nothing to make an id of, is refused', () => {
  const codeOf = (value: unknown) => {
    const result = stixId(value);
    return result.ok ? result.value : result.issues[0]?.code;
  };
  assert.equal(codeOf({ type: 'indicator' }), 'stix-type');
  assert.equal(codeOf({}), 'stix-type');
  assert.equal(codeOf('ipv4-addr'), 'stix-not-object');
  assert.equal(codeOf(null), 'stix-not-object');
  assert.equal(codeOf({ type: 'process', pid: 1 }), 'stix-identifier-random');
  assert.equal(codeOf({ type: 'email-message', is_multipart: false }), 'stix-identifier-random');
});

test('other properties, and the order of properties, change nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (name, version, extra) => {
      const one = stixId({ type: 'software', name, version, x_extra: extra });
      const other = stixId({ version, swid: undefined, x_other: 1, name, type: 'software' });
      const plain = stixId({ type: 'software', name, version });
      assert.deepEqual(one, plain);
      assert.equal(other.ok, false); // undefined is no JSON value
    }),
    { numRuns: 50 },
  );
});

test('every extension contributes, and hashes that are no dictionary as they are', () => {
  const id = (more: object) => stixId({ type: 'file', name: 'x', ...more });
  const one = id({ extensions: { 'ntfs-ext': { sid: 'a' } } });
  const two = id({ extensions: { 'ntfs-ext': { sid: 'a' }, 'pdf-ext': { version: '1' } } });
  assert.notDeepEqual(one, two);
  assert.ok(id({ hashes: 'x' }).ok);
  assert.notDeepEqual(id({ hashes: 'x' }), id({ hashes: 'y' }));
});
