/** Who may import whom: the direction of architecture.md §4, as data. */
import { type Import, importsOf, isTest, type Source } from './sources.ts';

export const CLUSTERS = [
  'state',
  'event',
  'policy',
  'discovery',
  'assurance',
  'exchange',
  'spam',
  'response',
  'standards',
] as const;

const ROOMS = ['core', ...CLUSTERS, 'bridge', 'store', 'flow', 'hub', 'cli'];

/** What each room may import besides itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  core: [],
  ...Object.fromEntries(CLUSTERS.map((cluster) => [cluster, ['core']])),
  bridge: ['core', ...CLUSTERS],
  store: ['core'],
  flow: ['core', ...CLUSTERS, 'bridge', 'store/port'],
  hub: ['core', ...CLUSTERS, 'bridge', 'store', 'flow'],
  cli: ['core', ...CLUSTERS, 'bridge', 'store', 'flow', 'hub'],
};

/** Packages that a folder may load at run time; nothing else may. */
const PACKAGES: readonly (readonly [folder: string, packages: readonly string[]])[] = [
  ['src/core/xml', ['saxes']],
  ['src/event/pattern', ['re2js']],
  ['src/assurance', ['jose', '@peculiar/x509', 'pkijs', 'xml-crypto']],
  ['src/spam', ['mailauth', 'postal-mime', 'tldts', 'libphonenumber-js']],
  ['src/store/postgres', ['pg']],
  ['src/store/sqlite', ['@photostructure/sqlite']],
  ['src/hub', ['fastify', 'pino', 'prom-client', 'zod', 'smol-toml', '@node-rs/argon2']],
  ['src/cli', ['commander', 'zod']],
];

/** Libraries that also run in a browser: nothing of Node. */
const BROWSER = ['src/bridge', 'src/event/pattern', 'src/event/stix', 'src/policy', 'src/state'];

/** Room of a path, e.g. `event` for `src/event/stix/check.ts`; null outside `src/ROOM/`. */
export function roomOf(path: string): string | null {
  const room = /^src\/([^/]+)\//.exec(path)?.[1];
  return room !== undefined && ROOMS.includes(room) ? room : null;
}

/** Imports that go against the direction, as sentences. */
export function againstDirection(files: readonly Source[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((edge) => edge.target !== '' && !mayImport(file.path, edge.target))
      .map((edge) => `${file.path} may not import ${edge.target}: ${allowed(file.path)}`),
  );
}

function mayImport(path: string, target: string): boolean {
  const from = roomOf(path);
  const to = roomOf(target);
  if (from === null) return /^src\/[^/]+\.ts$/.test(target);
  if (to === null) return target === 'src/index.ts' && (from === 'hub' || from === 'cli');
  if (from === to) return true;
  return (BELOW[from] as readonly string[]).some((door) =>
    door === 'store/port' ? target === 'src/store/port.ts' : door === to,
  );
}

function allowed(path: string): string {
  const room = roomOf(path);
  if (room === null) return 'it is in no room';
  return `${room} imports ${[room, ...(BELOW[room] as readonly string[])].join(', ')}`;
}

/** Packages and modules of Node that a file loads without being allowed to, as sentences. */
export function forbiddenPackages(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((edge) => edge.target === '' && !mayLoad(file.path, edge))
        .map((edge) => `${file.path} may not load ${edge.specifier}`),
    );
}

function mayLoad(path: string, { specifier, typeOnly }: Import): boolean {
  if (specifier.startsWith('node:'))
    return !BROWSER.some((folder) => path.startsWith(`${folder}/`));
  if (typeOnly) return true;
  return PACKAGES.some(
    ([folder, packages]) =>
      path.startsWith(`${folder}/`) &&
      packages.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
  );
}

/** Cycles of the run-time imports between files, each as the path around it. */
export function fileCycles(files: readonly Source[]): string[] {
  const edges = new Map<string, readonly string[]>();
  for (const file of files) {
    const targets = importsOf(file).filter((edge) => edge.target !== '' && !edge.typeOnly);
    edges.set(file.path, [...new Set(targets.map(({ target }) => target))]);
  }
  return cycles(edges);
}

/** Cycles between the folders of one cluster (`event/stix`, `event/pattern`), types included. */
export function folderCycles(files: readonly Source[]): string[] {
  return cycles(folderEdges(files));
}

/** Which folder of a cluster imports which other of the same cluster, tests aside. */
export function folderEdges(files: readonly Source[]): Map<string, string[]> {
  const edges = new Map<string, Set<string>>();
  for (const file of files.filter(({ path }) => !isTest(path))) {
    const from = folderOf(file.path);
    for (const { target } of importsOf(file)) {
      const to = target === '' ? null : folderOf(target);
      if (from === null || to === null || from === to) continue;
      if (from.split('/')[0] !== to.split('/')[0]) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  return new Map([...edges].map(([from, to]) => [from, [...to].sort()]));
}

function folderOf(path: string): string | null {
  const match = /^src\/([^/]+)\/([^/]+)\//.exec(path);
  return match !== null && CLUSTERS.some((cluster) => cluster === match[1])
    ? `${match[1]}/${match[2]}`
    : null;
}

/** Depth first; every cycle is reported once, from where it was entered. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (node: string) => {
    const seen = way.indexOf(node);
    if (seen >= 0) found.push([...way.slice(seen), node].join(' → '));
    if (seen >= 0 || done.has(node)) return;
    way.push(node);
    for (const next of edges.get(node) ?? []) visit(next);
    way.pop();
    done.add(node);
  };
  for (const node of edges.keys()) visit(node);
  return found;
}
