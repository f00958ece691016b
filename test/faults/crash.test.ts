import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { crash, isSound } from '../endurance/crash.ts';
import { feed, isComplete } from '../endurance/feed.ts';
import { NO_SERVER, startPostgres } from '../servers/postgres.ts';

/** Where the house of a run lies: a file, or a schema of a server that goes with the test. */
async function storeOf(t: TestContext, kind: 'sqlite' | 'postgres'): Promise<string | null> {
  if (kind === 'sqlite') return kind;
  const server = await startPostgres();
  if (server === null) return null;
  t.after(() => server.remove());
  return (await server.schema()).url;
}

for (const kind of ['sqlite', 'postgres'] as const) {
  test(`kill -9 three times under eight writers on ${kind}: nothing acknowledged is lost`, async (t) => {
    const store = await storeOf(t, kind);
    if (store === null) return t.skip(NO_SERVER);
    const figures = await crash({ kills: 3, writers: 8, requests: 20, store, seed: 3 }, () => {});
    t.diagnostic(JSON.stringify(figures));
    assert.ok(figures.fewestRequestsAKill >= 20);
    // How fast it is back is measured by the long run: here other tests share the machine.
    assert.ok(isSound({ ...figures, slowestRestartMilliseconds: 0 }), JSON.stringify(figures));
  });

  test(`readers that follow ${kind} miss nothing of 2,000 objects and their events`, async (t) => {
    const store = await storeOf(t, kind);
    if (store === null) return t.skip(NO_SERVER);
    const options = { objects: 2_000, writers: 8, store, hubs: 1, seed: 4 };
    const figures = await feed(options, () => {});
    t.diagnostic(JSON.stringify(figures));
    assert.ok(isComplete(figures), JSON.stringify(figures));
  });
}
