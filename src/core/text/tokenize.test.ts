import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS } from '../limits.ts';
import { foldText } from './fold.ts';
import { TOKENIZER_VERSION, tokenize, tokenizeQuery } from './tokenize.ts';

/** True when a record of this text is found by the query, as every store decides it. */
function finds(query: string, text: string): boolean {
  const tokens = new Set(tokenize(text));
  const wanted = tokenizeQuery(query);
  return wanted.length > 0 && wanted.every((token) => tokens.has(token));
}

/** A change of any line here needs a new TOKENIZER_VERSION. */
const TOKENS: readonly [text: string, tokens: string][] = [
  ['', ''],
  ['Emotet, again!', 'emotet again'],
  ['CVE-2021-44228', 'cve 2021 44228 cve-2021 2021-44228 cve-2021-44228'],
  ['T1059.001', 't1059 001 t1059.001'],
  ['192.0.2.1', '192 0 2 1 192.0 0.2 2.1 192.0.2 0.2.1 192.0.2.1'],
  [
    'https://www.example.com/a.html?q=1',
    'https www example com www.example example.com www.example.com a html a.html q 1',
  ],
  ['mailto:Ann.Lee@example.org', 'mailto ann lee ann.lee example org example.org'],
  ['IPv6:2001:DB8::1', 'ipv6 2001 db8 1 2001:db8 db8::1 2001:db8::1'],
  [
    '::ffff:192.0.2.1',
    'ffff 192 0 2 1 ffff:192 192.0 0.2 2.1 ffff:192.0 192.0.2 0.2.1 ffff:192.0.2 192.0.2.1 ffff:192.0.2.1',
  ],
  ['at 12:30:45', 'at 12 30 45'],
  ['-lead.trail-. _', 'lead trail lead.trail'],
  ['C:\\Windows\\evil.exe', 'c windows evil exe evil.exe'],
  ['脆弱性', '脆 弱 性 脆弱 弱性'],
  ['穴', '穴'],
  ['ウイルス', 'う い る す うい いる るす'],
  ['ｳｲﾙｽ', 'う い る す うい いる るす'],
  ['ＣＶＥ－２０２１', 'cve 2021 cve-2021'],
  ['Log4jの脆弱性', 'log4j の 脆 弱 性 の脆 脆弱 弱性'],
  ['악성코드', '악 성 코 드 악성 성코 코드'],
  ['มัล', 'ม ั ล มั ัล'],
  ['𠮷野家', '𠮷 野 家 𠮷野 野家'],
  ['Straße STRAẞE ΟΔΟΣ οδός ﬁle', 'strasse οδοσ οδόσ file'],
  ['İstanbul ISPARTA ısparta', 'i̇stanbul isparta'],
  ['mal\u200bware soft\u00adware', 'malware software'],
  [
    'hxxp://evil[.]example(dot)com',
    'hxxp evil example com evil.example example.com evil.example.com',
  ],
  ['x\ud800y', 'x y'],
  ['a\u0000b', 'a b'],
];

test('the tokens of version 1 of the tokeniser', () => {
  assert.equal(TOKENIZER_VERSION, 1);
  for (const [text, tokens] of TOKENS) {
    assert.deepEqual(tokenize(text), tokens === '' ? [] : tokens.split(' '), text);
  }
});

test('the tokens of a query: the longest first, only what decides', () => {
  const cases: readonly [string, string][] = [
    ['CVE-2021-44228', 'cve-2021-44228'],
    ['emotet 192.0.2.1', '192.0.2.1 emotet'],
    ['脆弱性', '弱性 脆弱'],
    ['毒', '毒'],
    [
      'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f',
      'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f',
    ],
    ['1-2-3-4-5-6-7', '1-2-3-4-5-6 2-3-4-5-6-7'],
    ['?!', ''],
  ];
  for (const [query, tokens] of cases) assert.equal(tokenizeQuery(query).join(' '), tokens);
});

test('what a person would look for is found', () => {
  const cases: readonly [query: string, text: string, found: boolean][] = [
    ['example.com', 'see https://www.example.com/x', true],
    ['44228', 'CVE-2021-44228', true],
    ['cve-2021', 'CVE-2021-44228', true],
    ['CVE‑2021‑44228', 'cve-2021-44228', true],
    ['T1059', 'T1059.001', true],
    ['192.0.2', 'from 192.0.2.77', true],
    ['192.0.2.7', 'from 192.0.2.77', false],
    ['2.192', '192.0.2.1', false],
    ['ういるす', 'コンピュータウイルスの検体', true],
    ['検体 ウイルス', 'コンピュータウイルスの検体', true],
    ['体', 'コンピュータウイルスの検体', true],
    ['evil.example.com', 'evil[.]example[.]com', true],
    ['2001:db8::1', 'ip:2001:DB8::1.', true],
    ['00:1a:2b', 'mac 00:1A:2B:3C:4D:5E', true],
    ['exchange', 'the exchanges', false],
  ];
  for (const [query, text, found] of cases) assert.equal(finds(query, text), found, query);
});

test('bounds of LIMITS.text hold on hostile text', () => {
  const distinct = Array.from({ length: 10_000 }, (_, i) => `w${i}`).join(' ');
  assert.equal(tokenize(distinct).length, LIMITS.text.tokensPerRecord);
  assert.equal(tokenizeQuery(distinct).length, LIMITS.text.queryTokens);
  const identifier = Array.from({ length: 5000 }, (_, i) => i).join('-');
  for (const text of ['x'.repeat(3_000_000), identifier, '𠮷'.repeat(200), `a${'𝒜'.repeat(99)}`]) {
    for (const token of tokenize(text)) {
      assert.ok(token.length <= LIMITS.text.tokenChars);
      assert.ok(token.isWellFormed());
    }
  }
  const hash = 'ab'.repeat(64);
  assert.ok(finds(hash, `SHA-512 ${hash.toUpperCase()}`), 'a long hash is found by its beginning');
  assert.deepEqual(tokenize(':'.repeat(1_000_000)), []);
  assert.deepEqual(tokenize('-'.repeat(1_000_000)), []);
  assert.equal(tokenize('a:'.repeat(500_000)).length > 0, true);
});

const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9]{1,8}$/),
  fc.constantFrom('脆弱性', 'マルウェア', 'ﾏﾙｳｪｱ', 'Émile', 'ß', '악성', 'ＡＢＣ', '𠮷野'),
);
const joint = fc.constantFrom('-', '.', '_', '--', ' ', '/', ':', '、', '@', ', ');
const joined = fc.array(fc.tuple(word, joint), { minLength: 1, maxLength: 12 });

test('property: any run of neighbouring words, as written, finds the text', () => {
  fc.assert(
    fc.property(joined, fc.nat(), fc.nat(), (pieces, from, length) => {
      const first = from % pieces.length;
      const last = first + (length % (pieces.length - first)) + 1;
      const text = pieces.map(([w, j]) => w + j).join('');
      const part = pieces.slice(first, last);
      const query = part.map(([w, j], i) => (i === part.length - 1 ? w : w + j)).join('');
      assert.ok(finds(query, text), `${JSON.stringify(query)} in ${JSON.stringify(text)}`);
    }),
    { numRuns: 2000 },
  );
});

test('property: any text finds itself, and its tokens are tokens of themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const tokens = tokenize(text);
      const found = new Set(tokens);
      for (const token of tokenizeQuery(text)) assert.ok(found.has(token), token);
      assert.equal(tokens.length, found.size);
      for (const token of tokens) assert.ok(finds(token, text), token);
    }),
    { numRuns: 2000 },
  );
});

test('property: any part of a Japanese text finds it', () => {
  const kana = fc.constantFrom(...'攻撃者は標的型メールを送りウイルスに感染させる');
  fc.assert(
    fc.property(
      fc.string({ unit: kana, minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.nat(),
      (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        assert.ok(finds(text.slice(start, end), text));
      },
    ),
    { numRuns: 500 },
  );
});

test('folding brings spellings together and is its own fold', () => {
  assert.equal(foldText('ＡＢＣ－１２３　ﾊﾞｯｸﾄﾞｱ'), foldText('abc-123 バックドア'));
  assert.equal(foldText('ガ'), foldText('カ\u3099'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      const folded = foldText(text);
      assert.deepEqual(tokenize(folded), tokenize(text));
    }),
    { numRuns: 2000 },
  );
  for (let point = 0; point <= 0x10ffff; point++) {
    const folded = foldText(String.fromCodePoint(point));
    if (foldText(folded) !== folded) assert.fail(`${point.toString(16)} folds twice`);
  }
});
