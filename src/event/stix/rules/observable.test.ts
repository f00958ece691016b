import { test } from 'node:test';
import { type Change, judge } from '../check.test.fixture.ts';

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('§6.1: an artifact is its bytes or a place to find them', () => {
  const url = 'https://example.com/a.exe';
  const hashes = { 'SHA-256': SHA256 };
  const none = { payload_bin: undefined, url: undefined, hashes: undefined };
  judge('artifact', [
    [none, 'E artifact-content', 'E identifier-random /id'],
    [{ ...none, payload_bin: 'AAAA' }],
    [{ ...none, url, hashes }],
    [{ ...none, payload_bin: 'AAAA', url, hashes }, 'E artifact-content'],
    [{ ...none, url }, 'E artifact-hashes', 'E identifier-random /id'],
    [{ ...none, payload_bin: 'AAA' }, 'E binary /payload_bin'],
    [{ ...none, payload_bin: 7 }, 'E value-type /payload_bin'],
    [{ ...none, url: 'no url', hashes }, 'E url /url'],
    [{ encryption_algorithm: 'AES-256-GCM', decryption_key: 'k' }],
    [{ encryption_algorithm: 'rot13' }, 'E enumeration /encryption_algorithm'],
    [{ encryption_algorithm: undefined, decryption_key: 'k' }, 'E artifact-key /decryption_key'],
    [{ mime_type: 'image/png' }],
    [{ mime_type: 'png' }, 'W mime-type /mime_type'],
  ]);
});

test('§6.4–§6.10, §6.15: values of single-valued observables', () => {
  const rows: readonly (readonly [name: string, good: string, bad: string, code: string])[] = [
    ['domain-name', 'example.com', 'exa mple', 'domain-name'],
    ['email-addr', 'a@example.com', 'a', 'email-address'],
    ['ipv4-addr', '10.0.0.0/8', '10.0.0.256', 'ipv4'],
    ['ipv6-addr', '2001:db8::/32', '2001:db8', 'ipv6'],
    ['mac-addr', 'd2:fb:49:24:37:18', 'D2:FB:49:24:37:18', 'mac'],
    ['url', 'https://example.com/', 'example', 'url-value'],
  ];
  for (const [name, good, bad, code] of rows) {
    judge(name, [
      [{ value: good }],
      [{ value: bad }, `E ${code} /value`],
      [{ value: '' }, `E ${code} /value`],
      [{ value: 7 }, 'E value-type /value'],
      [{ value: undefined }, 'E identifier-random /id', 'E required'],
    ]);
  }
});

test('§6.6.1: text of a message in one part, or in parts', () => {
  judge('email-message', [
    [{ is_multipart: false, body: 'x' }],
    [{ is_multipart: true, body: 'x' }, 'E email-body /body'],
    [{ is_multipart: undefined }, 'E required'],
    [{ from_ref: `tool--${ID}` }, 'E reference-type /from_ref'],
    [{ subject: '=?utf-8?B?5pel5pys?=' }, 'E email-header /subject'],
    [{ subject: 'about =?utf-8?B?5pel5pys?= words' }],
    [{ additional_header_fields: { 'X-Mailer': ['a'] } }],
    [
      { additional_header_fields: { 'X-Mailer': 'a' } },
      'E dictionary-value /additional_header_fields/X-Mailer',
    ],
    [
      { additional_header_fields: { 'X-Mailer': [] } },
      'E empty-list /additional_header_fields/X-Mailer',
    ],
  ]);
  const parts = (...body_multipart: unknown[]) => ({ body_multipart });
  judge('email-message-multipart', [
    [parts({ body: 'x' })],
    [parts({ body_raw_ref: `file--${ID}` })],
    [parts({ content_type: 'text/plain' }), 'E email-part /body_multipart/0'],
    [parts({ body_raw_ref: `tool--${ID}` }), 'E reference-type /body_multipart/0/body_raw_ref'],
    [{ is_multipart: false }, 'E email-body /body_multipart'],
  ]);
});

test('§6.7: a file has hashes or a name', () => {
  judge('file', [
    [{ hashes: undefined, name: 'x' }],
    [
      {
        hashes: undefined,
        name: undefined,
        name_enc: undefined,
        extensions: undefined,
        parent_directory_ref: undefined,
      },
      'E file-identity',
      'E identifier-random /id',
    ],
    [{ size: -1 }, 'E number-range /size'],
    [{ magic_number_hex: 'FF' }, 'I hex-case /magic_number_hex'],
    [{ magic_number_hex: 'f' }, 'E hex /magic_number_hex'],
    [{ parent_directory_ref: `file--${ID}` }, 'E reference-type /parent_directory_ref'],
    [{ contains_refs: [`url--${ID}`] }],
    [{ contains_refs: [`tool--${ID}`] }, 'E reference-type /contains_refs/0'],
  ]);
});

test('§2.7, §10.7: hashes', () => {
  const hashes = (value: unknown) => ({ hashes: value });
  judge('file', [
    [hashes({ 'SHA-256': SHA256 })],
    [hashes({ 'SHA-256': SHA256.slice(1) }), 'E hash-value /hashes/SHA-256'],
    [hashes({ sha256: SHA256 }), 'W hash-algorithm /hashes/sha256'],
    [hashes({ ab: 'x' }), 'E hash-name /hashes/ab'],
    [hashes({ 'a b c': 'x' }), 'E hash-name /hashes/a b c'],
    [hashes({ MD5: 7 }), 'E value-type /hashes/MD5'],
    [hashes({}), 'E empty-dictionary /hashes'],
    [hashes([]), 'E value-type /hashes'],
  ]);
});

function extension(name: string, value: unknown): Change {
  return { extensions: { [name]: value } };
}

test('§6.7.2–§6.7.6: extensions of files', () => {
  const at = (name: string) => `/extensions/${name}`;
  judge('file', [
    [extension('archive-ext', { contains_refs: [`file--${ID}`] })],
    [extension('archive-ext', { comment: 'x' }), `E required ${at('archive-ext')}`],
    [extension('ntfs-ext', { sid: 'S-1' })],
    [extension('ntfs-ext', {}), `E extension-own ${at('ntfs-ext')}`],
    [
      extension('ntfs-ext', { alternate_data_streams: [{ size: 1 }] }),
      `E required ${at('ntfs-ext')}/alternate_data_streams/0`,
    ],
    [extension('pdf-ext', { document_info_dict: { Title: 'x' } })],
    [
      extension('pdf-ext', { document_info_dict: { Titel: 'x' } }),
      `W pdf-info ${at('pdf-ext')}/document_info_dict/Titel`,
    ],
    [extension('raster-image-ext', { exif_tags: { Make: 'x', XResolution: 4928 } })],
    [
      extension('raster-image-ext', { exif_tags: { Make: 1.5 } }),
      `E dictionary-value ${at('raster-image-ext')}/exif_tags/Make`,
    ],
    [extension('windows-pebinary-ext', { pe_type: 'exe', number_of_sections: 4 })],
    [
      extension('windows-pebinary-ext', { pe_type: 'exe' }),
      `E extension-own ${at('windows-pebinary-ext')}`,
    ],
    [
      extension('windows-pebinary-ext', { imphash: 'x' }),
      `E required ${at('windows-pebinary-ext')}`,
    ],
    [
      extension('windows-pebinary-ext', {
        pe_type: 'exe',
        time_date_stamp: '2020-01-01T00:00:00.5Z',
      }),
      `E pe-second ${at('windows-pebinary-ext')}/time_date_stamp`,
    ],
    [
      extension('windows-pebinary-ext', { pe_type: 'exe', optional_header: {} }),
      `E extension-own ${at('windows-pebinary-ext')}/optional_header`,
    ],
    [extension('tcp-ext', { src_flags_hex: '00' }), `E extension-place ${at('tcp-ext')}`],
    [extension('pdf-ext', 'x'), `E value-type ${at('pdf-ext')}`],
  ]);
});

test('§6.12: network traffic', () => {
  const plain = { extensions: undefined };
  judge('network-traffic', [
    [{ ...plain, src_ref: undefined }],
    [{ ...plain, src_ref: undefined, dst_ref: undefined }, 'E traffic-ends'],
    [{ ...plain, src_ref: `url--${ID}` }, 'E reference-type /src_ref'],
    [{ ...plain, src_ref: 'ipv4-addr--no' }, 'W reference-uuid /src_ref'],
    [{ ...plain, src_port: undefined }, 'W traffic-ports'],
    [{ ...plain, dst_port: 65_536 }, 'E number-range /dst_port'],
    [{ ...plain, dst_port: 0 }],
    [{ ...plain, is_active: true }, 'E traffic-active /is_active'],
    [{ ...plain, is_active: true, end: undefined }],
    [{ ...plain, start: '2030-01-01T00:00:00Z' }, 'E time-order /end'],
    [{ ...plain, protocols: ['ipv4', 'no such thing'] }, 'W traffic-protocol /protocols/1'],
    [{ ...plain, protocols: undefined }, 'E required'],
    [{ ...plain, ipfix: { 'own-element': 'x' } }, 'W ipfix /ipfix/own-element'],
    [{ ...plain, encapsulated_by_ref: `file--${ID}` }, 'E reference-type /encapsulated_by_ref'],
    [{ ...plain, src_payload_ref: `file--${ID}` }, 'E reference-type /src_payload_ref'],
  ]);
});

test('§6.12.2–§6.12.5: extensions of network traffic', () => {
  const request = { request_method: 'get', request_value: '/' };
  judge('network-traffic', [
    [extension('http-request-ext', request)],
    [
      extension('http-request-ext', { ...request, request_method: 'GET' }),
      'I http-lower /extensions/http-request-ext/request_method',
    ],
    [
      extension('http-request-ext', { ...request, request_header: { 'user-agent': ['x'] } }),
      'W http-header /extensions/http-request-ext/request_header/user-agent',
    ],
    [extension('http-request-ext', { ...request, request_header: { 'X-Own': ['x'] } })],
    [
      { ...extension('http-request-ext', request), protocols: ['tcp'] },
      'W traffic-extension-protocol',
    ],
    [
      extension('icmp-ext', { icmp_type_hex: '08' }),
      'E required /extensions/icmp-ext',
      'W traffic-extension-protocol',
    ],
    [extension('socket-ext', { address_family: 'AF_INET' })],
    [
      extension('socket-ext', { address_family: 'AF_OWN' }),
      'E enumeration /extensions/socket-ext/address_family',
    ],
    [
      extension('socket-ext', { address_family: 'AF_INET', options: { SO_OWN: 1 } }),
      'W socket-option /extensions/socket-ext/options/SO_OWN',
    ],
    [
      extension('socket-ext', { address_family: 'AF_INET', options: { SO_TYPE: 'x' } }),
      'E dictionary-value /extensions/socket-ext/options/SO_TYPE',
    ],
    [
      extension('socket-ext', { address_family: 'AF_INET', socket_descriptor: -1 }),
      'E number-range /extensions/socket-ext/socket_descriptor',
    ],
    [extension('tcp-ext', {}), 'E extension-own /extensions/tcp-ext'],
  ]);
});

test('§6.13, §6.16: processes and accounts say something of themselves', () => {
  const gone = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));
  const all = gone(
    'is_hidden',
    'pid',
    'created_time',
    'cwd',
    'command_line',
    'environment_variables',
    'opened_connection_refs',
    'creator_user_ref',
    'image_ref',
    'parent_ref',
    'child_refs',
  );
  judge('process', [
    [{ ...all, extensions: undefined }, 'E object-own'],
    [{ ...all, pid: 1, extensions: undefined }],
    [{ ...all, ...extension('windows-process-ext', { aslr_enabled: true }) }],
    [
      extension('windows-process-ext', { priority: 'HIGH' }),
      'W process-priority /extensions/windows-process-ext/priority',
    ],
    [extension('windows-process-ext', { priority: 'HIGH_PRIORITY_CLASS' })],
    [extension('windows-process-ext', { integrity_level: 'high' })],
    [
      extension('windows-process-ext', { integrity_level: 'higher' }),
      'E enumeration /extensions/windows-process-ext/integrity_level',
    ],
    [
      extension('windows-service-ext', { service_type: 'SERVICE_OWN' }),
      'E enumeration /extensions/windows-service-ext/service_type',
    ],
    [{ environment_variables: { PATH: 7 } }, 'E dictionary-value /environment_variables/PATH'],
    [{ environment_variables: { 'a b': 'x' } }, 'E dictionary-key /environment_variables/a b'],
    [{ id: `process--a932fcc6-e032-576c-826f-cb970a5a1ade` }, 'E identifier-random /id'],
  ]);
  judge('user-account', [
    [{ account_type: 'own' }, 'W vocabulary /account_type'],
    [extension('unix-account-ext', {}), 'E extension-own /extensions/unix-account-ext'],
    [extension('unix-account-ext', { gid: 'x' }), 'E value-type /extensions/unix-account-ext/gid'],
  ]);
});

test('§6.14, §6.17, §6.18: software, registry keys, certificates', () => {
  judge('software', [
    [{ cpe: 'cpe:/a:x:y' }, 'E cpe /cpe'],
    [{ languages: ['en'] }],
    [{ languages: ['e'] }, 'E language /languages/0'],
  ]);
  judge('windows-registry-key', [
    [{ key: 'HKLM\\Software' }, 'E registry-hive /key'],
    [{ key: 'hkcu' }, 'E registry-hive /key'],
    [{ key: 'HKEY_LOCAL_MACHINE' }],
    [{ key: 'hkey_local_machine\\a' }],
    [{ values: [{}] }, 'E extension-own /values/0'],
    [{ values: [{ name: '' }] }],
    [{ values: [{ data_type: 'REG_OWN' }] }, 'E enumeration /values/0/data_type'],
  ]);
  judge('x509-certificate', [
    [{ x509_v3_extensions: {} }, 'E extension-own /x509_v3_extensions'],
    [{ x509_v3_extensions: { key_usage: 'x' } }],
    [{ validity_not_before: 'x' }, 'E timestamp /validity_not_before'],
    [{ subject_public_key_exponent: '65537' }, 'E value-type /subject_public_key_exponent'],
  ]);
});
