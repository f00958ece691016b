import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isAddrSpec,
  isCapecId,
  isCpe23,
  isCveId,
  isDomainName,
  isLanguageTag,
  isUri,
} from './text.ts';

function sort(accepts: (text: string) => boolean, good: string[], bad: string[]): void {
  for (const text of good) assert.ok(accepts(text), `${text.slice(0, 60)} is one`);
  for (const text of bad) assert.ok(!accepts(text), `${text.slice(0, 60)} is none`);
}

const LABEL = 'a'.repeat(63);

test('§6.4: domain names of RFC 1034 and RFC 5890', () => {
  sort(
    isDomainName,
    [
      'example.com',
      'EXAMPLE.com',
      'example.com.',
      'localhost',
      'xn--bcher-kva.example',
      'bücher.example',
      '例え.テスト',
      '_dmarc.example.com',
      `${LABEL}.example`,
      `${LABEL}.${LABEL}.${LABEL}.${'a'.repeat(61)}`,
      '1.2.3.example',
    ],
    [
      '',
      '.',
      '..',
      'a..b',
      '.a',
      '-a.example',
      'a-.example',
      'a b.example',
      'a/b',
      'a:80',
      `${LABEL}a.example`,
      `${LABEL}.${LABEL}.${LABEL}.${'a'.repeat(62)}`,
      'exam\u0000ple.com',
      'a@b.example',
    ],
  );
});

test('§6.5: mail addresses without display name', () => {
  sort(
    isAddrSpec,
    [
      'john@example.com',
      "o'neil+tag@example.com",
      '"a b"@example.com',
      'a@[192.0.2.1]',
      'ü@例え.jp',
    ],
    [
      '',
      '@',
      'a@',
      '@b',
      'John <a@b.example>',
      'a b@example.com',
      'a@b c',
      '.a@b',
      'a.@b',
      'a..b@c',
    ],
  );
});

test('RFC 3986 §3: absolute URIs', () => {
  sort(
    isUri,
    [
      'https://example.com/',
      'hxxp://example.com',
      'urn:uuid:x',
      'mailto:a@example.com',
      'x+y-z.1:a',
      'https://例え.jp/道',
    ],
    [
      '',
      'a',
      ':a',
      'a:',
      '1a:b',
      'ht tp://a',
      'http://a b',
      '//example.com',
      'http://a"b',
      'http://<a>',
    ],
  );
});

test('RFC 5646 §2.1: well-formed language tags', () => {
  sort(
    isLanguageTag,
    [
      'en',
      'en-US',
      'zh-Hant-TW',
      'de-1996',
      'x-private',
      'i-klingon',
      'sl-rozaj-biske',
      'abcdefgh',
    ],
    [
      '',
      'e',
      'en_US',
      'en-',
      '-en',
      'en--US',
      '12',
      'x',
      'abcdefghi',
      'en-abcdefghi',
      'e'.repeat(300),
    ],
  );
});

test('NISTIR 7695: eleven components, with escapes', () => {
  sort(
    isCpe23,
    [
      'cpe:2.3:a:microsoft:word:2000:*:*:*:*:*:*:*',
      'cpe:2.3:o:a\\:b:c:-:*:*:*:*:*:*:*',
      'cpe:2.3:h:a:b:1:*:*:*:*:*:*:*',
    ],
    [
      '',
      'cpe:/a:microsoft:word',
      'cpe:2.3:',
      'cpe:2.3:a:b:c',
      'cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*',
      'cpe:2.3:x:b:c:1:*:*:*:*:*:*:*',
      'cpe:2.3:a::c:1:*:*:*:*:*:*:*',
      'cpe:2.3:a:b c:c:1:*:*:*:*:*:*:*',
    ],
  );
});

test('CVE and CAPEC ids', () => {
  sort(
    isCveId,
    ['CVE-2024-0001', 'CVE-1999-12345', 'CVE-2024-1234567'],
    ['cve-2024-0001', 'CVE-2024-001', 'CVE-24-0001', 'CVE-2024-01234', 'CVE-2024-0001 ', ''],
  );
  sort(isCapecId, ['CAPEC-1', 'CAPEC-550'], ['CAPEC-', 'capec-1', 'CAPEC-1a', '550', '']);
});
