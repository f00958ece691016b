/**
 * Peers from the Python package registry, pinned, each set in an environment of its own under
 * `.cache/peers`, which git ignores. Only measurements and comparisons use them: neither the
 * product nor its tests need any of this.
 *
 * `npm run peers` installs all sets; names of sets as arguments install those.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * SQLAlchemy is held back because OpenTAXII does not start with its second version;
 * stix2-validator because its 3.3.1 comes without the schemas that it reads.
 */
export const PEER_SETS = {
  opentaxii: ['opentaxii==0.10.0b1', 'sqlalchemy==1.4.54', 'gunicorn==27.0.1'],
  medallion: ['medallion==3.0.0'],
  cvss: ['cvss==3.6'],
  cyclonedx: ['cyclonedx-python-lib[json-validation]==11.12.0'],
  pattern: ['stix2-matcher==3.0.0', 'stix2-patterns==2.1.2'],
  stix: ['stix2==3.0.2', 'stix2-validator==3.2.0', 'taxii2-client==2.3.0'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PeerSet = keyof typeof PEER_SETS;

const FOLDER = join(import.meta.dirname, '..', '..', '.cache', 'peers');
const INSTALLED = 'installed.txt';

/** A set that is installed as pinned. */
export interface Peers {
  /** Path of a program of the set, `python` included. */
  program(name: string): string;
}

/** The set as it lies in the folder, or null when it is absent or of other versions. */
export function findPeers(set: PeerSet): Peers | null {
  const place = join(FOLDER, set);
  const mark = join(place, INSTALLED);
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted(set)) return null;
  return { program: (name) => join(place, 'bin', name) };
}

/** Installs a set unless it is there. Throws one sentence when python3 or the registry is not. */
export function installPeers(set: PeerSet): Peers {
  const present = findPeers(set);
  if (present) return present;
  const place = join(FOLDER, set);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  run('python3', ['-m', 'venv', place], 'python3 with its module venv is needed');
  const options = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '20'];
  run(
    join(place, 'bin', 'python'),
    ['-m', 'pip', 'install', ...options, ...PEER_SETS[set]],
    `the Python package registry did not give ${PEER_SETS[set].join(', ')}`,
  );
  writeFileSync(join(place, INSTALLED), wanted(set));
  const peers = findPeers(set);
  if (peers === null) throw new Error(`${place} cannot be written`);
  return peers;
}

function wanted(set: PeerSet): string {
  return `${PEER_SETS[set].join('\n')}\n`;
}

function run(program: string, words: readonly string[], sentence: string): void {
  try {
    execFileSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    const last = said.split('\n').at(-1) ?? '';
    throw new Error(`${sentence}${last === '' ? '' : ` (${last})`}`, { cause });
  }
}

/** The command behind `npm run peers`. */
function main(words: readonly string[]): void {
  const sets = Object.keys(PEER_SETS) as PeerSet[];
  const unknown = words.find((word) => !sets.some((set) => set === word));
  if (unknown !== undefined) throw new Error(`${unknown} is none of ${sets.join(', ')}`);
  for (const set of sets.filter((name) => words.length === 0 || words.includes(name))) {
    installPeers(set);
    process.stdout.write(`${set}: ${PEER_SETS[set].join(', ')}\n`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
