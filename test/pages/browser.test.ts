/** A real browser looks at the pages: accessibility, content security policy, keyboard, widths. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type RunningHub, startHub } from '../journey/hub-process.ts';

const CHROMIUM = process.env.CYBEX_CHROMIUM ?? '/usr/bin/chromium';
const skip = existsSync(CHROMIUM)
  ? false
  : `NOT TESTED: no browser at ${CHROMIUM} (apt-get install chromium, or set CYBEX_CHROMIUM)`;
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Only loopback is there for it, and it is told not to look further. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let hub: RunningHub;
let browser: Browser;

before(async () => {
  if (skip) return;
  const { chromium } = await import('playwright-core');
  hub = await startHub();
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
});

after(async () => {
  await browser?.close();
  await hub?.stop();
});

/** A page in a context of its own, with everything that it complains of. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('request', (request) => {
    if (!request.url().startsWith(hub.url)) complaints.push(`${request.url()} is not ours`);
  });
  await page.goto(`${hub.url}${path}`);
  return { page, complaints, close: () => context.close() };
}

interface AxeResult {
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}

/** Findings of axe. Its script runs in a world of its own: the page permits none. */
async function findings(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const evaluate = async (expression: string) => {
    const answer = await session.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    assert.equal(answer.exceptionDetails, undefined, JSON.stringify(answer.exceptionDetails));
    return answer.result.value as unknown;
  };
  await evaluate(readFileSync(AXE, 'utf8'));
  const { violations } = (await evaluate('axe.run(document)')) as AxeResult;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const PATHS = ['/', '/docs', '/docs/errors'];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en-GB', 'ja-JP']) {
    test(`no finding, no violation of the policy: ${colorScheme}, ${locale}`, {
      skip,
    }, async () => {
      for (const path of PATHS) {
        const { page, complaints, close } = await open(path, { colorScheme, locale });
        assert.equal(await page.getAttribute('html', 'lang'), locale.slice(0, 2));
        assert.deepEqual(await findings(page), [], path);
        assert.deepEqual(complaints, [], path);
        await close();
      }
    });
  }
}

test('axe and the policy find what is planted', { skip }, async () => {
  const { page, complaints, close } = await open('/');
  await page.evaluate(`
    document.body.append(Object.assign(document.createElement('img'), { src: 'data:image/gif,' }));
    document.body.append(Object.assign(document.createElement('script'), { text: 'self.x = 1' }));
  `);
  assert.ok((await findings(page)).some((finding) => finding.startsWith('image-alt')));
  assert.ok(
    complaints.some((text) => text.includes('Content Security Policy')),
    complaints.join(),
  );
  assert.equal(await page.evaluate(`'x' in self`), false);
  await close();
});

test('everything is reached by the keyboard, the content first', { skip }, async () => {
  const { page, close } = await open('/');
  const focused = () => page.evaluate<string>(`document.activeElement?.textContent?.trim() ?? ''`);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'To the content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement?.id'), 'content');
  await page.keyboard.press('Tab');
  assert.match(await focused(), /^Sign in/);
  const ways = new Set<string>();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    ways.add(await focused());
  }
  for (const name of ['API documentation', 'Error codes', '日本語'])
    assert.ok(ways.has(name), name);
  await close();
});

test('links lead to pages, and the language stays chosen by one', { skip }, async () => {
  const { page, complaints, close } = await open('/');
  await page.getByRole('link', { name: '日本語' }).click();
  assert.equal(await page.getAttribute('html', 'lang'), 'ja');
  await page.getByRole('link', { name: 'エラーコード' }).click();
  assert.match(page.url(), /\/docs\/errors$/);
  const anchors = await page.locator('main a[href^="#"]').count();
  assert.ok(anchors > 3);
  const ids = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[id]')].map(({ id }) => id)`,
  );
  assert.equal(new Set(ids).size, ids.length, 'every id once');
  assert.deepEqual(complaints, []);
  await close();
});

test('on a telephone nothing hangs over the edge', { skip }, async () => {
  for (const path of PATHS) {
    const { page, close } = await open(path, { viewport: { width: 360, height: 640 } });
    const over = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    assert.equal(over, 0, path);
    await close();
  }
});

test('a signed-in administrator sees more, and who he is', { skip }, async () => {
  const token = readFileSync(join(hub.data, 'admin-token'), 'utf8').trim();
  const httpCredentials = { username: 'administrator', password: token };
  const { page, close } = await open('/sign-in', { httpCredentials });
  assert.equal(new URL(page.url()).pathname, '/');
  assert.match((await page.locator('main').textContent()) ?? '', /signed in as administrator/);
  assert.match((await page.locator('main').textContent()) ?? '', /TLP:AMBER/);
  assert.deepEqual(await findings(page), []);
  await close();
});

test('a question for a password that is put away leaves an explanation', { skip }, async () => {
  const answer = await fetch(`${hub.url}/sign-in`);
  assert.equal(answer.status, 401);
  // Without a window there is nobody who could put the question away: the body alone is looked at.
  const { page, close } = await open('/');
  await page.setContent(await answer.text());
  assert.match((await page.locator('main').textContent()) ?? '', /administrator/);
  assert.deepEqual(await findings(page), []);
  await close();
});

test('text of others is text', { skip }, async () => {
  const name = '<img src=x onerror=alert(1)>"\'</td>';
  const object = {
    type: 'tool',
    spec_version: '2.1',
    id: 'tool--6f0d1b54-3d6b-4d1f-9a54-6e1e2b6a1c11',
    created: '2026-11-01T00:00:00.000Z',
    modified: '2026-11-01T00:00:00.000Z',
    name,
    object_marking_refs: ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'],
  };
  const collection = ['collection', 'add', 'Open', '--alias', 'open', '--read', 'anyone'];
  assert.equal((await hub.cybex(collection)).code, 0);
  const input = JSON.stringify(object);
  const imported = await hub.cybex(['import', '-', '--collection', 'open'], { input });
  assert.equal(imported.code, 0, imported.stderr);
  const { page, complaints, close } = await open('/');
  assert.ok(((await page.locator('main').textContent()) ?? '').includes(name));
  assert.equal(await page.locator('main img').count(), 0);
  assert.deepEqual(complaints, []);
  await close();
});
