/** `cybex peer invite` and `cybex peer accept`: one block handed over, tried before it is used. */
import { Command } from 'commander';
import { CybexError } from '../../core/error.ts';
import type { HubConnection } from '../connect.ts';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { readGivenFile } from '../given-file.ts';
import { messages } from '../language.ts';
import { everySeconds } from '../period.ts';
import { table } from '../print.ts';

type Options = Readonly<Record<string, unknown>>;

interface Examination {
  readonly title: string;
  readonly secure: boolean;
  readonly clockSkewSeconds: number | null;
  readonly offers: readonly {
    readonly root: string;
    readonly id: string;
    readonly title: string;
    readonly canRead: boolean;
    readonly canWrite: boolean;
    readonly firstPage: number;
  }[];
  readonly missing: readonly string[];
}

export function inviteCommand(): Command {
  return new Command('invite')
    .description('Make a peer and print the block to hand over. It holds a secret.')
    .argument('<name>', 'the other organisation')
    .requiredOption('--collections <list>', 'ids or aliases, separated by commas')
    .option('--write', 'it may also write into them')
    .option('--outsider', 'it joins no community: it then sees what is CLEAR and what names it')
    .option('--url <url>', 'address under which it reaches this hub (default: the hub’s own)')
    .action(action(invite));
}

async function invite(
  context: Context,
  options: Options,
  [name = '']: readonly string[],
): Promise<void> {
  const { block, gets } = await context.withHub(async (hub) => {
    const invitation = await hub.json<object>({
      method: 'POST',
      path: '/peers/invite',
      json: {
        name,
        collections: String(options.collections)
          .split(',')
          .map((part) => part.trim()),
        write: options.write === true,
        outsider: options.outsider === true,
        ...(typeof options.url === 'string' ? { url: options.url } : {}),
      },
    });
    return { block: invitation, gets: await previewed(hub, name) };
  });
  context.print.data(block, () => JSON.stringify(block, null, 2));
  context.print.note(`${gets} (cybex preview --as "${name}")`);
}

/** What the new peer would get at this moment, in one sentence. */
async function previewed(hub: HubConnection, name: string): Promise<string> {
  const query = { as: name };
  for await (const line of hub.lines<PreviewTotal>({ method: 'GET', path: '/preview', query })) {
    if (line.total === undefined) continue;
    const { gets, withheld } = line.total;
    return messages().preview(name, gets, gets + withheld);
  }
  return '';
}

interface PreviewTotal {
  readonly total?: { readonly gets: number; readonly withheld: number };
}

export function acceptCommand(): Command {
  return new Command('accept')
    .description('Try an invitation, show what would come, and pull it from then on.')
    .argument('<file>', 'the block, or - for stdin')
    .option('--into <collection>', 'collection here that takes it', 'main')
    .option('--name <name>', 'name of the feeds here')
    .option('--every <period>', '90s, 15m, 2h, 1d or never', '15m')
    .option('--allow-private', 'permit http, loopback and private addresses for this peer')
    .option('--dry-run', 'try it, change nothing')
    .action(action(accept));
}

const SKEW_SECONDS_MAX = 60;

async function accept(
  context: Context,
  options: Options,
  [file = '']: readonly string[],
): Promise<1 | 0> {
  const invitation = readInvitation(file);
  const allowPrivate = options.allowPrivate === true;
  const { print } = context;
  return context.withHub<0 | 1>(async (hub) => {
    const examined = await hub.json<Examination>({
      method: 'POST',
      path: '/peers/examine',
      json: { invitation, allowPrivate },
    });
    print.note(examinationText(examined));
    const skewed = Math.abs(examined.clockSkewSeconds ?? 0) > SKEW_SECONDS_MAX;
    if (skewed || examined.missing.length > 0) {
      throw new CybexError('peer', 'The invitation does not work as it stands; see above.');
    }
    if (options.dryRun === true) return 0;
    const base = String(options.name ?? slug(examined.title));
    const names: string[] = [];
    for (const [index, offer] of examined.offers.entries()) {
      const name = examined.offers.length === 1 ? base : `${base}-${index + 1}`;
      await hub.json({
        method: 'POST',
        path: '/feeds',
        json: {
          name,
          url: invitation.discovery,
          apiRoot: offer.root,
          collection: offer.id,
          auth: { basic: { user: invitation.user, password: invitation.token } },
          into: options.into,
          everySeconds: everySeconds(String(options.every)),
          allowPrivate,
        },
      });
      names.push(name);
    }
    print.data(
      { feeds: names },
      () => `accepted: ${names.join(', ')}. They get nothing from here until you invite them back.`,
    );
    return 0;
  });
}

interface InvitationBlock {
  readonly discovery: string;
  readonly user: string;
  readonly token: string;
}

function readInvitation(file: string): InvitationBlock {
  const text = readGivenFile(file);
  try {
    const block = JSON.parse(text) as InvitationBlock;
    if (typeof block.discovery === 'string' && typeof block.token === 'string') return block;
  } catch {
    // Said below, as of any other text.
  }
  throw new CybexError('invalid-argument', `${file} is not an invitation.`, {
    remedy: 'Give the whole block that cybex peer invite printed, braces included.',
  });
}

function examinationText(examined: Examination): string {
  const rows = examined.offers.map(({ title, id, canRead, canWrite, firstPage }) => [
    title,
    id,
    canRead ? 'read' : '',
    canWrite ? 'write' : '',
    firstPage >= 100 ? '100 or more' : String(firstPage),
  ]);
  const transport = examined.secure ? 'TLS' : 'no TLS: for tests on one machine only';
  const skew = examined.clockSkewSeconds;
  return [
    `${examined.title} (${transport}; clocks differ by ${skew ?? 'unknown'} s)`,
    table(['title', 'id', '', '', 'objects waiting'], rows),
    ...examined.missing.map((id) => `not offered after all: ${id}`),
  ].join('\n');
}

function slug(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'peer'
  );
}
