/** What the first screen says: where, what to try, who can connect. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FirstStart } from '../hub/first-start.ts';
import type { Hub } from '../hub/hub.ts';
import { lastBackup } from '../hub/jobs/backup.ts';
import { feedStates } from '../hub/jobs/feeds.ts';
import type { Context } from './context.ts';
import { messages } from './language.ts';

export interface Welcome {
  readonly context: Context;
  readonly hub: Hub;
  readonly first: FirstStart;
  readonly address: string;
  readonly seconds: string;
  readonly version: string;
}

export async function welcome(facts: Welcome): Promise<void> {
  const { context, hub, first, address, seconds, version } = facts;
  const words = messages();
  const megabytes = (process.memoryUsage().rss / 1e6).toFixed(0);
  const say = (line: string) => context.print.data({}, () => line);
  if (context.print.json) {
    const { dataDirectory } = context;
    context.print.data({ address, data: dataDirectory, version, first: first.created }, () => '');
    await storeToken(context, first);
    return;
  }
  say(`CYBEX ${version} (Node ${process.versions.node}, ${hub.house.kind})`);
  say(`${words.listening}  ${address}`);
  say(`${words.data}  ${context.dataDirectory}`);
  say(`${words.startPage}  ${address}/`);
  say(`TAXII 2.1  ${address}/taxii2/`);
  say(`${words.apiDocs}  ${address}/docs`);
  if (first.created) {
    if (first.sample) say(words.sampleNote);
    await tellToken(context, first, say);
  } else {
    await tellState(hub, say);
  }
  say(words.tryNext);
  for (const command of COMMANDS_TO_TRY(address)) say(`  ${command}`);
  say(words.onlyLocal);
  say(words.ready(seconds, megabytes));
}

/** Three that work when pasted, without a token, in the folder of the clone. */
function COMMANDS_TO_TRY(address: string): readonly string[] {
  return [
    `curl -s -H 'Accept: application/taxii+json;version=2.1' ${address}/taxii2/`,
    'npx cybex preview --as anonymous',
    'npx cybex check fixtures/stix/valid/*.json',
  ];
}

async function tellToken(
  context: Context,
  first: FirstStart,
  say: (line: string) => void,
): Promise<void> {
  if (first.adminToken === null) return;
  if (process.stdout.isTTY) say(`${messages().token}  ${first.adminToken}`);
  else say(`${messages().tokenFile}  ${await storeToken(context, first)}`);
}

/** Never into a log: a file that only its owner can read. */
async function storeToken(context: Context, first: FirstStart): Promise<string> {
  const file = join(context.dataDirectory, 'admin-token');
  if (first.adminToken !== null) await writeFile(file, `${first.adminToken}\n`, { mode: 0o600 });
  return file;
}

async function tellState(hub: Hub, say: (line: string) => void): Promise<void> {
  const words = messages();
  const { records, quarantined } = await hub.house.operations.state();
  const backup = await lastBackup(hub);
  const troubled = (await feedStates(hub)).filter(({ alarm }) => alarm).map(({ name }) => name);
  say(`${words.records}  ${records}`);
  say(`${words.lastBackup}  ${backup?.at ?? words.never}`);
  if (troubled.length > 0) say(`${words.feedsWithProblems}  ${troubled.join(', ')}`);
  if (quarantined > 0) say(`${words.quarantine}  ${quarantined}`);
}
