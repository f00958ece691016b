/** For tests: a founded hub in a temporary folder, listening on a free port of this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { compose } from '../../src/hub/compose.ts';
import { loadSettings } from '../../src/hub/config/load.ts';
import { firstStart } from '../../src/hub/first-start.ts';
import type { Listening } from '../../src/hub/http/server.ts';
import { listen } from '../../src/hub/http/server.ts';
import type { Hub } from '../../src/hub/hub.ts';

export const TOKEN = 'a-test-administrator-token-of-full-length';
export const ADMINISTRATOR = { authorization: `Bearer ${TOKEN}` };

export interface TestHub {
  readonly hub: Hub;
  readonly listening: Listening;
  readonly url: string;
  api(method: string, path: string, body?: unknown): Promise<Response>;
}

export async function openHub(
  t: TestContext,
  flags: Readonly<Record<string, unknown>> = {},
): Promise<TestHub> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'cybex-hub-'));
  const loaded = loadSettings({
    flags: { port: 0, 'log-level': 'silent', 'admin-token': TOKEN, ...flags },
    environment: {},
  });
  if (!loaded.ok) throw new Error(loaded.problems.join('; '));
  const hub = await compose({ settings: loaded.settings, dataDirectory });
  await firstStart(hub, { sample: loaded.settings.sample && flags.sample === true });
  let listening: Listening;
  try {
    listening = await listen(hub);
  } catch (error) {
    await hub.close();
    rmSync(dataDirectory, { recursive: true, force: true });
    throw error;
  }
  t.after(async () => {
    await listening.close();
    await hub.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  const url = listening.address;
  const api = (method: string, path: string, body?: unknown) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...ADMINISTRATOR, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { hub, listening, url, api };
}
