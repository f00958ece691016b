/** Organisations, communities, persons, tokens, collections: one noun each. */
import { Command, Option } from 'commander';
import { CybexError } from '../../core/error.ts';
import type { HubConnection } from '../connect.ts';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { readGivenFile } from '../given-file.ts';
import { table } from '../print.ts';
import { type GivenToken, tokenText } from '../token-text.ts';

type Options = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

export function directoryCommands(): Command[] {
  return [
    organisationCommand(),
    communityCommand(),
    personCommand(),
    tokenCommand(),
    collectionCommand(),
  ];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function words(value: unknown): string[] {
  return text(value)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `list`: every row of a noun as a table, or one line of JSON each. */
function listing(path: string, member: string, columns: readonly string[]): Command {
  return new Command('list').description('List them.').action(
    action(async (context) => {
      const rows = await context.withHub((hub) => all(hub, path, member));
      if (context.print.json) for (const row of rows) context.print.data(row, () => '');
      else
        context.print.data(rows, () =>
          table(
            columns,
            rows.map((row) => cells(row, columns)),
          ),
        );
    }),
  );
}

function cells(row: Row, columns: readonly string[]): string[] {
  return columns.map((column) => {
    const value = row[column];
    return Array.isArray(value) ? value.join(',') : String(value ?? '');
  });
}

async function all(hub: HubConnection, path: string, member: string): Promise<readonly Row[]> {
  const answer = await hub.json<Record<string, readonly Row[]>>({ method: 'GET', path });
  return answer[member] ?? [];
}

function removing(path: string, description: string): Command {
  return new Command('remove')
    .description(description)
    .argument('<id>')
    .action(
      action(async (context, _options, [id = '']) => {
        const removed = await context.withHub((hub) =>
          hub.json<Row>({ method: 'DELETE', path: `${path}/${encodeURIComponent(id)}` }),
        );
        context.print.data(removed, () => `removed ${id}`);
      }),
    );
}

async function post(context: Context, path: string, json: object): Promise<Row> {
  return context.withHub((hub) => hub.json<Row>({ method: 'POST', path, json }));
}

/** The id behind a name, so that people can type names. */
async function organisationId(hub: HubConnection, wanted: string): Promise<string> {
  const rows = await all(hub, '/organisations', 'organisations');
  const row = rows.find(({ id, name }) => id === wanted || name === wanted);
  if (row === undefined) {
    throw new CybexError('absent', `There is no organisation ${wanted}.`, {
      remedy: 'cybex org list, or cybex org add NAME',
    });
  }
  return text(row.id);
}

/** A community that does not exist is nobody: a typo would close the collection to everyone. */
async function communityId(hub: HubConnection, wanted: string): Promise<string> {
  const rows = await all(hub, '/communities', 'communities');
  const row = rows.find(({ id, name }) => id === wanted || name === wanted);
  if (row === undefined) {
    throw new CybexError('absent', `There is no community ${wanted}.`, {
      remedy: 'cybex community list, or cybex community add NAME',
    });
  }
  return text(row.id);
}

function organisationCommand(): Command {
  const command = new Command('org').description('Organisations that take part.');
  command.addCommand(
    listing('/organisations', 'organisations', ['id', 'name', 'operator', 'sample']),
  );
  command
    .command('add')
    .description('Add an organisation; it joins the house community unless --outsider.')
    .argument('<name>')
    .option('--outsider', 'join no community: it then sees what is CLEAR and what names it')
    .action(
      action(async (context, options, [name = '']) => {
        const communities = options.outsider === true ? { communities: [] } : {};
        const row = await post(context, '/organisations', { name, ...communities });
        context.print.data(row, () => `${text(row.id)}  ${name}`);
      }),
    );
  command.addCommand(removing('/organisations', 'Remove an organisation.'));
  return command;
}

function communityCommand(): Command {
  const command = new Command('community').description(
    'Circles of organisations (sharing groups).',
  );
  command.addCommand(listing('/communities', 'communities', ['id', 'name', 'version', 'members']));
  command
    .command('add')
    .description('Add a community, or replace its members with --id.')
    .argument('<name>')
    .option('--members <list>', 'organisations by id or name, separated by commas')
    .option('--id <uuid>', 'change this one')
    .action(
      action(async (context, options, [name = '']) => {
        const row = await context.withHub(async (hub) => {
          const members = await Promise.all(
            words(options.members).map((wanted) => organisationId(hub, wanted)),
          );
          const id = options.id === undefined ? {} : { id: options.id };
          return hub.json<Row>({
            method: 'POST',
            path: '/communities',
            json: { name, members, ...id },
          });
        });
        context.print.data(row, () => `${text(row.id)}  ${name}`);
      }),
    );
  command.addCommand(removing('/communities', 'Remove a community.'));
  return command;
}

function personCommand(): Command {
  const command = new Command('person').description('Persons, peers and services.');
  command.addCommand(
    listing('/persons', 'persons', ['id', 'kind', 'name', 'organisation', 'roles']),
  );
  command
    .command('add')
    .description('Add someone to an organisation.')
    .argument('<name>')
    .requiredOption('--org <id>', 'organisation by id or name')
    .option('--kind <kind>', 'person, organisation, peer or service', 'person')
    .option('--roles <list>', 'reader, contributor, org-admin, operator, site-admin', 'reader')
    .action(
      action(async (context, options, [name = '']) => {
        const row = await context.withHub(async (hub) =>
          hub.json<Row>({
            method: 'POST',
            path: '/persons',
            json: {
              name,
              kind: options.kind,
              organisation: await organisationId(hub, text(options.org)),
              roles: words(options.roles),
            },
          }),
        );
        context.print.data(row, () => `${text(row.id)}  ${name}`);
      }),
    );
  command.addCommand(removing('/persons', 'Remove a person.'));
  return command;
}

function tokenCommand(): Command {
  const command = new Command('token').description('Credentials.');
  command.addCommand(
    listing('/tokens', 'tokens', ['id', 'kind', 'userName', 'scope', 'note', 'revoked']),
  );
  command
    .command('create')
    .description('Make a credential; its secret is shown once.')
    .option('--org <id>', 'a new service of this organisation, by id or name')
    .option('--person <id>', 'for this person, peer or service')
    .addOption(
      new Option('--for <use>', 'taxii, api or admin')
        .choices(['taxii', 'api', 'admin'])
        .default('taxii'),
    )
    .option('--name <text>', 'name of the service and note for the list (default: --org)')
    .option('--roles <list>', 'roles of a new service', 'reader,contributor')
    .option('--expires <time>', 'RFC 3339')
    .option('--password-file <file>', 'a password of your own instead of a token')
    .option('--certificate <fingerprint>', 'SHA-256 fingerprint of a client certificate')
    .action(action(createToken));
  command.addCommand(
    new Command('revoke')
      .description('End a credential at once.')
      .argument('<id>')
      .action(
        action(async (context, _options, [id = '']) => {
          const row = await context.withHub((hub) =>
            hub.json<Row>({ method: 'DELETE', path: `/tokens/${encodeURIComponent(id)}` }),
          );
          context.print.data(row, () => `revoked ${id}`);
        }),
      ),
  );
  command
    .command('reset-admin')
    .description('A new administrator token; the old ones end. Only on this machine.')
    .action(
      action(async (context) => {
        const row = await post(context, '/tokens/reset-admin', {});
        context.print.data(row, () => text(row.token));
      }),
    );
  return command;
}

async function createToken(context: Context, options: Options): Promise<void> {
  const row = await context.withHub(async (hub) => {
    const organisation = options.org && {
      organisation: await organisationId(hub, text(options.org)),
    };
    const kind = options.certificate ? 'certificate' : options.passwordFile ? 'password' : 'token';
    const secret = options.passwordFile
      ? readGivenFile(text(options.passwordFile)).trim()
      : options.certificate;
    return hub.json<GivenToken>({
      method: 'POST',
      path: '/tokens',
      json: {
        ...(organisation || {}),
        ...(options.person ? { person: options.person } : {}),
        ...(options.name || options.org ? { name: options.name ?? options.org } : {}),
        kind,
        ...(secret ? { secret } : {}),
        roles: words(options.roles),
        scope:
          options.for === 'admin'
            ? ['taxii', 'api', 'admin']
            : options.for === 'api'
              ? ['taxii', 'api']
              : ['taxii'],
        ...(options.expires ? { expires: options.expires } : {}),
      },
    });
  });
  context.print.data(row, () => tokenText(row));
}

function collectionCommand(): Command {
  const command = new Command('collection').description('What is offered together.');
  command.addCommand(
    listing('/collections', 'collections', [
      'id',
      'alias',
      'title',
      'objects',
      'unmarked',
      'can_write',
    ]),
  );
  command
    .command('add')
    .description('Add a collection.')
    .argument('<title>')
    .option('--alias <name>', 'short name, usable in URLs')
    .option('--api-root <name>', 'TAXII API root', 'main')
    .option('--floor <tlp>', 'no membership is below this', 'CLEAR')
    .option('--unmarked <tlp>', 'TLP of what comes without a marking', 'AMBER')
    .option('--community <id>', 'audience: members of this community only, by id or name')
    .option(
      '--read <who>',
      'anyone, authenticated, or organisations by id or name',
      'authenticated',
    )
    .option('--write <who>', 'authenticated, or organisations by id or name')
    .option('--description <text>')
    .action(action(addCollection));
  command.addCommand(removing('/collections', 'Remove a collection.'));
  return command;
}

async function addCollection(
  context: Context,
  options: Options,
  [title = '']: readonly string[],
): Promise<void> {
  const row = await context.withHub(async (hub) => {
    const wanted = text(options.community);
    const audience = wanted
      ? { organisations: [], communities: [await communityId(hub, wanted)], persons: [] }
      : null;
    return hub.json<Row>({
      method: 'POST',
      path: '/collections',
      json: {
        title,
        apiRoot: options.apiRoot,
        ...(options.alias ? { alias: options.alias } : {}),
        ...(options.description ? { description: options.description } : {}),
        floor: { tlp: text(options.floor).toUpperCase(), audience },
        unmarked: text(options.unmarked).toUpperCase(),
        grants: [
          ...(await grants(hub, options.read, { read: true, write: false })),
          ...(await grants(hub, options.write, { read: true, write: true })),
          ...(await operatorGrant(hub)),
        ],
      },
    });
  });
  context.print.data(row, () => `${text(row.id)}  ${title}`);
}

async function grants(
  hub: HubConnection,
  who: unknown,
  rights: { readonly read: boolean; readonly write: boolean },
): Promise<object[]> {
  return Promise.all(
    words(who).map(async (name) => {
      if (name === 'anyone' || name === 'authenticated') {
        return { subjectKind: name, subject: '', ...rights };
      }
      return { subjectKind: 'organisation', subject: await organisationId(hub, name), ...rights };
    }),
  );
}

/** Whoever runs the hub can fill its collections. */
async function operatorGrant(hub: HubConnection): Promise<object[]> {
  const rows = await all(hub, '/organisations', 'organisations');
  return rows
    .filter(({ operator }) => operator === true)
    .map(({ id }) => ({ subjectKind: 'organisation', subject: id, read: true, write: true }));
}
