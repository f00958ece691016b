import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalAddress, normalDomain, normalLower, normalMailbox, normalUrl } from './normal.ts';

type Rows = readonly (readonly [written: string, normal: string])[];

function same(normal: (text: string) => string, rows: Rows): void {
  for (const [written, expected] of rows) {
    assert.equal(normal(written), expected, written);
    assert.equal(normal(expected), expected, `${expected} is its own normal form`);
  }
}

test('addresses', () => {
  same(normalAddress, [
    ['198.51.100.3', '198.51.100.3'],
    [' 198.51.100.3/32 ', '198.51.100.3'],
    ['198.51.100.0/24', '198.51.100.0/24'],
    ['198.51.100[.]3', '198.51.100.3'],
    ['198(.)51(.)100(.)3', '198.51.100.3'],
    ['2001:DB8:0:0:0:0:0:1/128', '2001:db8::1'],
    ['2001:0DB8::/32', '2001:db8::/32'],
    ['No Address', 'no address'],
    ['', ''],
  ]);
});

test('domain names: lower case, A-labels, no final dot', () => {
  same(normalDomain, [
    ['Example.COM', 'example.com'],
    ['example.com.', 'example.com'],
    ['example[.]com', 'example.com'],
    ['Bücher.example', 'xn--bcher-kva.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['日本。jp', 'xn--wgv71a.jp'],
    ['_dmarc.Example.com', '_dmarc.example.com'],
    ['', ''],
  ]);
});

test('mailboxes keep the case of the local part', () => {
  same(normalMailbox, [
    ['John@Example.COM', 'John@example.com'],
    ['john[@]example[.]com', 'john@example.com'],
    ['"a@b"@EXAMPLE.com', '"a@b"@example.com'],
    ['nobody', 'nobody'],
  ]);
});

test('URLs are written as the URL standard writes them', () => {
  same(normalUrl, [
    ['HTTP://Example.COM', 'http://example.com/'],
    ['http://example.com:80/a/../b', 'http://example.com/b'],
    ['https://example.com/A?q=é#f', 'https://example.com/A?q=%C3%A9#f'],
    ['hxxp://example[.]com/x', 'http://example.com/x'],
    ['hXXps[:]//example.com/', 'https://example.com/'],
    ['https://例え.jp/', 'https://xn--r8jz45g.jp/'],
    ['http://[2001:DB8::1]/', 'http://[2001:db8::1]/'],
    ['not a url', 'not a url'],
  ]);
});

test('the normal form of a normal form is itself, whatever the text', () => {
  for (const normal of [normalAddress, normalDomain, normalMailbox, normalUrl, normalLower]) {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.domain(), fc.emailAddress(), fc.ipV6()), (text) => {
        const once = normal(text);
        assert.equal(normal(once), once);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        assert.equal(typeof normal(text), 'string');
      }),
    );
  }
});
