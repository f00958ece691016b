import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeHtml } from './help-page.ts';
import { NOBODY } from './memory.test.house.ts';
import { type AskParts, ask, testHousehold } from './server.test.fixture.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const browse = (parts: AskParts = {}) =>
  ask(testHousehold(), 'GET', '/taxii2/', { headers: { accept: BROWSER }, ...parts });

test('a browser gets a page in English and Japanese, a TAXII client never does', async () => {
  const page = await browse({ options: { publicUrl: 'https://x.example/hub' } });
  assert.deepEqual([page.status, page.headers['content-type']], [200, 'text/html; charset=utf-8']);
  assert.match(page.text, /This is a TAXII 2\.1 server/);
  assert.match(page.text, /<section lang="ja">/);
  assert.match(page.text, /https:\/\/x\.example\/hub\/taxii2\/api1\//);
  assert.equal(page.headers['content-length'], String(page.bytes.length));
  for (const accept of [
    'application/taxii+json',
    '*/*',
    `text/html;q=0.5, application/taxii+json`,
  ]) {
    assert.notEqual((await browse({ headers: { accept } })).json, null, accept);
  }
});

test('only discovery has a page', async () => {
  const root = await ask(testHousehold(), 'GET', '/taxii2/api1/', {
    headers: { accept: 'text/html' },
  });
  assert.equal(root.status, 406);
});

test('the page runs nothing and loads nothing, whatever the titles are', async () => {
  const evil = `</title><script>alert("1")</script><img src='x' onerror=1>&`;
  const page = await browse({
    around: (house) => ({
      ...house,
      discovery: async () => ({
        title: evil,
        description: '',
        apiRoots: [{ path: 'a"b<c', title: evil, description: '' }],
      }),
    }),
  });
  assert.doesNotMatch(page.text, /<(?:script|img|link|a)\b|<[^>]*\son\w+=/);
  assert.match(page.text, /&lt;script&gt;alert\(&quot;1&quot;\)/);
  assert.match(page.text, /a%22b%3Cc/);
  assert.match(
    page.headers['content-security-policy'] ?? '',
    /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /,
  );
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
});

test('a stranger to whom the house shows nothing sees the page with 401', async () => {
  const around: AskParts['around'] = (house) => ({ ...house, discovery: async () => null });
  const page = await browse({ around, caller: NOBODY });
  assert.equal(page.status, 401);
  assert.match(page.headers['www-authenticate'] ?? '', /^Basic/);
  assert.match(page.text, /None without credentials/);
  const member = await browse({ around });
  assert.deepEqual([member.status, member.json.error_code], [404, 'not-found']);
});

test('what a page must not hold raw is escaped', () => {
  assert.equal(escapeHtml(`<&>"'`), '&lt;&amp;&gt;&quot;&#39;');
});
