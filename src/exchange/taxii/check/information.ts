/** Discovery, API root and collections (TAXII 2.1 §4.1, §4.2, §5.1, §5.2). */
import { parseMediaType } from '../../../core/media-type.ts';
import { parseUuid, randomUuid } from '../../../core/uuid.ts';
import { below } from '../client/url.ts';
import { type Bench, type Checks, difference } from './bench.ts';
import { listOf } from './probe.ts';
import { fail, pass, verdict } from './verdict.ts';

export const DISCOVERY: Checks<'discovery'> = {
  async 'discovery.place'({ discovery }) {
    if (discovery.status !== 200) return fail(`discovery answers ${discovery.status}`, discovery);
    const { pathname } = discovery.url;
    return pathname === '/taxii2/'
      ? pass(undefined, discovery)
      : fail(`discovery was found at ${pathname}, not at the root of the server`, discovery);
  },
  async 'discovery.title'({ discovery }) {
    return verdict(textProblem(discovery.json, 'title'), discovery);
  },
  async 'discovery.default'({ discovery }) {
    const { default: byDefault, api_roots } = discovery.json ?? {};
    if (byDefault === undefined) return pass('there is no default', discovery);
    const listed = Array.isArray(api_roots) && api_roots.includes(byDefault);
    return verdict(listed ? null : `default ${String(byDefault)} is not in api_roots`, discovery);
  },
  async 'discovery.api-root-urls'({ discovery }) {
    const roots = discovery.json?.api_roots;
    if (!Array.isArray(roots)) return fail('there is no api_roots', discovery);
    const problem = roots.map(apiRootProblem).find((found) => found !== null);
    return verdict(problem, discovery);
  },
};

/** §4.1.1. */
function apiRootProblem(root: unknown): string | null {
  if (typeof root !== 'string') return `${JSON.stringify(root)} is not a string`;
  if (root.includes('?')) return `${root} has a query`;
  if (root.startsWith('/')) return root.startsWith('//') ? `${root} begins with two slashes` : null;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(root)) return `${root} is relative without a leading slash`;
  return root.toLowerCase().startsWith('https://') ? null : `${root} is absolute, but not HTTPS`;
}

export const API_ROOT: Checks<'api-root'> = {
  async 'api-root.exists'({ root }) {
    return verdict(root.status === 200 ? null : `the API root answers ${root.status}`, root);
  },
  async 'api-root.title'({ root }) {
    return verdict(textProblem(root.json, 'title'), root);
  },
  async 'api-root.versions'({ root }) {
    const versions = root.json?.versions;
    if (!Array.isArray(versions)) return fail('there is no list of versions', root);
    const problem = versions.map(versionProblem).find((found) => found !== null);
    if (problem !== undefined) return fail(problem, root);
    const ours = versions.some((v) => parseMediaType(v)?.parameters.get('version') === '2.1');
    return verdict(ours ? null : 'version 2.1 is not listed', root);
  },
  async 'api-root.max-content-length'({ root }) {
    const value = root.json?.max_content_length;
    const good = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
    return verdict(good ? null : `max_content_length is ${JSON.stringify(value)}`, root);
  },
  async 'api-root.unknown'({ probe, root }) {
    const sibling = new URL(`../none-${randomUuid()}/`, root.url);
    const answer = await probe.send(sibling);
    return verdict(answer.status === 404 ? null : `it answers ${answer.status}`, answer);
  },
};

/** §4.2.1: the media types of §1.6.8.1, with the version that is optional elsewhere. */
function versionProblem(value: unknown): string | null {
  const type = typeof value === 'string' ? parseMediaType(value) : null;
  // A server may offer TAXII 2.0 beside 2.1, which has its own media type.
  const known = type?.essence === 'application/taxii+json' || /taxii/.test(type?.essence ?? '');
  if (type === null || !known) return `${JSON.stringify(value)} is no media type of TAXII`;
  return type.parameters.has('version') ? null : `${String(value)} has no version`;
}

export const COLLECTIONS: Checks<'collections'> = {
  async 'collections.members'({ collections }) {
    if (collections.status !== 200) return fail(`it answers ${collections.status}`, collections);
    const list = listOf(collections, 'collections');
    const problem = list.map(collectionProblem).find((found) => found !== null);
    return verdict(problem, collections);
  },
  async 'collections.ids'({ collections }) {
    const ids = listOf(collections, 'collections').map(({ id }) => String(id));
    const bad = ids.find((id) => parseUuid(id)?.version !== 4);
    return verdict(bad === undefined ? null : `${bad} is no UUID of version 4`, collections);
  },
  async 'collections.order'({ probe, collections }) {
    const again = await probe.send(collections.url);
    const ids = (answer: typeof again) => listOf(answer, 'collections').map(({ id }) => id);
    const same = JSON.stringify(ids(collections)) === JSON.stringify(ids(again));
    return verdict(same ? null : 'the order has changed', collections, again);
  },
  async 'collections.single'({ probe, collections }) {
    for (const collection of listOf(collections, 'collections').slice(0, LOOKED_AT)) {
      const answer = await probe.send(below(collections.url, String(collection.id)));
      if (answer.status !== 200) return fail(`it answers ${answer.status}`, answer, collections);
      if (!sameJson(collection, answer.json)) {
        return fail('it differs from the one in the list', answer, collections);
      }
    }
    return pass();
  },
  async 'collections.alias'({ probe, collections }) {
    const named = listOf(collections, 'collections').filter(({ alias }) => alias !== undefined);
    if (named.length === 0) return pass('no collection has an alias');
    const aliases = named.map(({ alias }) => String(alias));
    const problem = difference(aliases, aliases);
    if (problem !== null) return fail(problem, collections);
    for (const { alias, id } of named.slice(0, LOOKED_AT)) {
      const answer = await probe.send(below(collections.url, String(alias)));
      if (answer.json?.id !== id) return fail(`${String(alias)} does not lead to it`, answer);
    }
    return pass();
  },
  async 'collections.unknown'({ probe, collections }) {
    const answer = await probe.send(below(collections.url, randomUuid()));
    return verdict(answer.status === 404 ? null : `it answers ${answer.status}`, answer);
  },
  async 'collections.unknown-objects'({ probe, collections }) {
    const unknown = below(collections.url, randomUuid());
    for (const resource of ['objects', 'manifest']) {
      const answer = await probe.send(below(unknown, resource));
      if (answer.status !== 404) return fail(`${resource} answers ${answer.status}`, answer);
    }
    return pass();
  },
};

/** Collections that are looked at one by one. */
const LOOKED_AT = 10;

function collectionProblem(collection: Record<string, unknown>): string | null {
  const text = textProblem(collection, 'id') ?? textProblem(collection, 'title');
  if (text !== null) return text;
  for (const name of ['can_read', 'can_write']) {
    if (typeof collection[name] !== 'boolean') return `${name} is not a boolean`;
  }
  const types = collection.media_types;
  if (types === undefined) return null;
  return Array.isArray(types) && types.every((type) => typeof type === 'string')
    ? null
    : 'media_types is not a list of strings';
}

function textProblem(json: Readonly<Record<string, unknown>> | undefined, name: string) {
  const value = json?.[name];
  if (value === undefined) return `${name} is missing`;
  return typeof value === 'string' ? null : `${name} is ${JSON.stringify(value)}, not a string`;
}

/** Equal whatever the order of members. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(b, name) &&
      sameJson((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
  );
}

export const STATUS_UNKNOWN = async (bench: Bench) => {
  const answer = await bench.probe.send(below(bench.root.url, 'status', randomUuid()));
  return verdict(answer.status === 404 ? null : `it answers ${answer.status}`, answer);
};
