/** Feeds that are pulled, peers that are pushed to. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { readGivenFile } from '../given-file.ts';
import { everySeconds } from '../period.ts';
import { table } from '../print.ts';
import { acceptCommand, inviteCommand } from './invite.ts';

type Options = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

export function exchangeCommands(): Command[] {
  return [feedCommand(), pullCommand(), peerCommand(), pushCommand()];
}

function withAuth(command: Command): Command {
  return command
    .option('--user <name>', 'user name for Basic; the password comes from --secret-file')
    .option('--secret-file <file>', 'password, or bearer token when there is no --user')
    .option('--allow-private', 'permit http, loopback and private addresses for this URL');
}

function authOf(options: Options): object | 'none' {
  if (typeof options.secretFile !== 'string') return 'none';
  const secret = readGivenFile(options.secretFile).trim();
  if (typeof options.user === 'string') return { basic: { user: options.user, password: secret } };
  return { bearer: secret };
}

function feedCommand(): Command {
  const command = new Command('feed').description('Feeds that are pulled.');
  withAuth(
    command
      .command('add')
      .description('Pull a TAXII 2.1 collection regularly.')
      .argument('<name>')
      .argument('<url>', 'discovery address of the other side')
      .requiredOption('--from <collection>', 'collection id or alias over there')
      .requiredOption('--into <collection>', 'collection id or alias here')
      .option('--root <url>', 'API root over there, when it is not the default')
      .option('--every <period>', '90s, 15m, 2h, 1d or never', '15m')
      .option('--tlp <level>', 'for what carries no TLP marking'),
  ).action(action(addFeed));
  withAuth(
    command
      .command('test')
      .description('Ask what another side offers; nothing is stored.')
      .argument('<url>'),
  ).action(
    action(async (context, options, [url = '']) => {
      const answer = await context.withHub((hub) =>
        hub.json<{ title: string; roots: { url: string; collections: Row[] }[] }>({
          method: 'POST',
          path: '/feeds/test',
          json: { url, auth: authOf(options), allowPrivate: options.allowPrivate === true },
        }),
      );
      const rows = answer.roots.flatMap(({ url: root, collections }) =>
        collections.map(({ id, title }) => [root, String(id), String(title)]),
      );
      context.print.data(
        answer,
        () => `${answer.title}\n${table(['api root', 'id', 'title'], rows)}`,
      );
    }),
  );
  command.command('list').description('Feeds with their state.').action(action(listFeeds));
  command
    .command('status')
    .description('Last success, new, failed, alarms.')
    .action(action(listFeeds));
  command
    .command('remove')
    .argument('<name>')
    .description('Forget a feed; what it brought stays.')
    .action(action((context, _options, [name]) => forget(context, 'feeds', name)));
  return command;
}

async function addFeed(
  context: Context,
  options: Options,
  [name = '', url = '']: readonly string[],
): Promise<void> {
  const row = await context.withHub((hub) =>
    hub.json<Row>({
      method: 'POST',
      path: '/feeds',
      json: {
        name,
        url,
        collection: options.from,
        into: options.into,
        auth: authOf(options),
        allowPrivate: options.allowPrivate === true,
        everySeconds: everySeconds(String(options.every)),
        ...(options.root ? { apiRoot: options.root } : {}),
        ...(options.tlp ? { tlp: String(options.tlp).toUpperCase() } : {}),
      },
    }),
  );
  context.print.data(row, () => `feed ${name}: pulled every ${String(options.every)}`);
}

async function listFeeds(context: Context): Promise<1 | 0> {
  const answer = await context.withHub((hub) =>
    hub.json<{ feeds: Row[]; peers: Row[]; states: Row[] }>({ method: 'GET', path: '/feeds' }),
  );
  const columns = ['name', 'direction', 'lastSuccess', 'fresh', 'failed', 'alarm', 'why'];
  const named = [...answer.feeds, ...answer.peers].filter(
    ({ name }) => !answer.states.some((state) => state.name === name),
  );
  const rows = [...answer.states, ...named].map((row) =>
    columns.map((column) => String(row[column] ?? '')),
  );
  context.print.data(answer, () => table(columns, rows));
  return answer.states.some(({ alarm }) => alarm === true) ? 1 : 0;
}

async function forget(context: Context, kind: 'feeds' | 'peers', name = ''): Promise<void> {
  const row = await context.withHub((hub) =>
    hub.json<Row>({ method: 'DELETE', path: `/${kind}/${encodeURIComponent(name)}` }),
  );
  context.print.data(row, () => `removed ${name}`);
}

function pullCommand(): Command {
  return new Command('pull')
    .description('Pull a feed now, to its present end.')
    .argument('<feed>')
    .action(action((context, _options, [name]) => run(context, 'feeds', 'pull', name)));
}

function pushCommand(): Command {
  return new Command('push')
    .description('Push to a peer now, up to the present end.')
    .argument('<peer>')
    .action(action((context, _options, [name]) => run(context, 'peers', 'push', name)));
}

async function run(
  context: Context,
  kind: 'feeds' | 'peers',
  verb: 'pull' | 'push',
  name = '',
): Promise<1 | 0> {
  const state = await context.withHub((hub) =>
    hub.json<Row>({ method: 'POST', path: `/${kind}/${encodeURIComponent(name)}/${verb}` }),
  );
  context.print.data(state, () => `${name}: ${state.fresh} new, ${state.failed} failed`);
  return Number(state.failed) > 0 ? 1 : 0;
}

function peerCommand(): Command {
  const command = new Command('peer').description('Other exchange points.');
  withAuth(
    command
      .command('add')
      .description('Push a collection to a peer, exactly what it could read here.')
      .argument('<name>')
      .argument('<url>', 'discovery address of the other side')
      .requiredOption('--from <collection>', 'collection id or alias here')
      .requiredOption('--to <collection>', 'collection id or alias over there')
      .requiredOption('--as <who>', 'person, peer or service here as whom it reads')
      .option('--root <url>', 'API root over there, when it is not the default')
      .option('--every <period>', '90s, 15m, 2h, 1d or never', '1m'),
  ).action(action(addPeer));
  command.addCommand(inviteCommand());
  command.addCommand(acceptCommand());
  command.command('list').description('Peers with their state.').action(action(listFeeds));
  command
    .command('remove')
    .argument('<name>')
    .description('Forget a peer; what it has got stays with it.')
    .action(action((context, _options, [name]) => forget(context, 'peers', name)));
  return command;
}

async function addPeer(
  context: Context,
  options: Options,
  [name = '', url = '']: readonly string[],
): Promise<void> {
  const row = await context.withHub((hub) =>
    hub.json<Row>({
      method: 'POST',
      path: '/peers',
      json: {
        name,
        url,
        collection: options.to,
        from: options.from,
        as: options.as,
        auth: authOf(options),
        allowPrivate: options.allowPrivate === true,
        everySeconds: everySeconds(String(options.every)),
        ...(options.root ? { apiRoot: options.root } : {}),
      },
    }),
  );
  context.print.data(row, () => `peer ${name}: pushed to every ${String(options.every)}`);
}
