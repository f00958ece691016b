/** What the first screen says: where, what to try, who can connect. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FirstStart } from '../hub/first-start.ts';
import { isLoopback } from '../hub/http/loopback.ts';
import type { Hub } from '../hub/hub.ts';
import { lastBackup } from '../hub/jobs/backup.ts';
import { feedStates } from '../hub/jobs/feeds.ts';
import type { Context } from './context.ts';
import { defaultDataDirectory } from './context.ts';
import { messages } from './language.ts';
import { columns, localTime } from './print.ts';

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
  const tokenFile = await storeToken(context, first);
  if (context.print.json) {
    const data = context.dataDirectory;
    const token = tokenFile === null ? {} : { adminTokenFile: tokenFile };
    context.print.data({ address, data, version, first: first.created, ...token }, () => '');
    return;
  }
  const start = startCommand(context);
  const rows = [
    [words.startPage, `${address}/`],
    ['TAXII 2.1', `${address}/taxii2/`],
    [words.apiDocs, `${address}/docs`],
    [words.data, context.dataDirectory],
    ...(first.sample ? [[words.sample, words.sampleNote(start)]] : []),
    ...(first.created ? tokenRows(first, tokenFile) : await stateRows(hub)),
  ];
  const lines = [
    `CYBEX ${version} (Node ${process.versions.node}, ${hub.house.kind})`,
    ...columns(rows).map((line) => `  ${line}`),
    words.tryNext,
    ...commandsToTry(address, start).map((command) => `  ${command}`),
    ...(isOpen(context) ? [] : [words.onlyLocal]),
    words.ready(seconds, megabytes),
  ];
  context.print.data({}, () => lines.join('\n'));
}

function isOpen({ settings }: Context): boolean {
  if (settings['public-url'] !== undefined) return true;
  return settings.listen === undefined && !isLoopback(settings.host);
}

/** How this program is called from here: in a clone, beside an unpacked archive, or installed. */
function calledHere(): string {
  if (existsSync('package-lock.json') && existsSync('dist/src/cli/main.js')) return 'npx cybex';
  return existsSync('bin/cybex') ? 'bin/cybex' : 'cybex';
}

/** The same with what it takes to meet this hub. */
function startCommand({ dataDirectory, settings }: Context): string {
  const elsewhere = dataDirectory !== resolve(defaultDataDirectory());
  const data = elsewhere ? ` --data ${dataDirectory}` : '';
  const store = settings.store === 'sqlite' ? '' : ' --store postgres:…';
  return `${calledHere()}${data}${store}`;
}

/** Three that work when pasted, without a token, in this folder. */
function commandsToTry(address: string, start: string): readonly string[] {
  const example = 'fixtures/stix/invalid/ipv4.octet.json';
  return [
    `curl -s -H 'Accept: application/taxii+json;version=2.1' ${address}/taxii2/`,
    `${start} preview --as anonymous`,
    existsSync(example) ? `${calledHere()} check ${example}` : `${start} doctor`,
  ];
}

/** A terminal shows it once; where there is none it goes into a file, and never into a log. */
async function storeToken(context: Context, first: FirstStart): Promise<string | null> {
  if (first.adminToken === null || (process.stdout.isTTY && !context.print.json)) return null;
  const file = join(context.dataDirectory, 'admin-token');
  await writeFile(file, `${first.adminToken}\n`, { mode: 0o600 });
  return file;
}

function tokenRows(first: FirstStart, file: string | null): string[][] {
  const words = messages();
  if (first.adminToken === null) return [];
  return file === null
    ? [[words.token, `${first.adminToken}  ${words.shownOnce}`]]
    : [[words.token, words.tokenFile(file)]];
}

async function stateRows(hub: Hub): Promise<string[][]> {
  const words = messages();
  const { memberships, quarantined } = await hub.house.operations.state();
  const backup = await lastBackup(hub);
  const troubled = (await feedStates(hub)).filter(({ alarm }) => alarm).map(({ name }) => name);
  return [
    [words.records, String(memberships)],
    [words.lastBackup, backup === null ? words.never : localTime(backup.at)],
    ...(troubled.length > 0 ? [[words.feedsWithProblems, troubled.join(', ')]] : []),
    ...(quarantined > 0 ? [[words.quarantine, String(quarantined)]] : []),
  ];
}
