/** Every release of the list: what a weakness was called, its status, and whether to map to it. */
import { CybexError } from '../../core/error.ts';
import { type CweUsage, isUsage } from './entry.ts';

/** A weakness as one release has it. */
export interface CweWeakness {
  readonly name: string;
  readonly status: string;
  readonly deprecated: boolean;
  /** Absent before 4.12. */
  readonly usage?: CweUsage;
}

export interface CweRelease {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

interface Run extends CweWeakness {
  readonly from: number;
  readonly to: number;
}

/** The list through its releases, made from the data file. */
export class CweReleases {
  /** Oldest first. */
  readonly releases: readonly CweRelease[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #runs: ReadonlyMap<string, readonly Run[]>;

  constructor(releases: readonly CweRelease[], runs: ReadonlyMap<string, readonly Run[]>) {
    this.releases = releases;
    this.#index = new Map(releases.map(({ version }, i) => [version, i]));
    this.#runs = runs;
  }

  /** The newest release. */
  get latest(): CweRelease {
    return this.releases.at(-1) as CweRelease;
  }

  /** The weakness in a release (the newest by default); null when that has none of the id. */
  weakness(id: string, version: string = this.latest.version): CweWeakness | null {
    const at = this.#index.get(version);
    if (at === undefined) return null;
    return this.#runs.get(id)?.find(({ from, to }) => from <= at && at <= to) ?? null;
  }

  /** Ids of a release, in the order of their numbers. */
  ids(version: string = this.latest.version): string[] {
    const at = this.#index.get(version);
    if (at === undefined) return [];
    return [...this.#runs].flatMap(([id, runs]) =>
      runs.some(({ from, to }) => from <= at && at <= to) ? [id] : [],
    );
  }
}

/**
 * Reads the data file: lines `version TAB date`, an empty line, then a line for each run of releases
 * in which nothing changed: `number TAB first TAB last TAB status TAB usage TAB name`.
 */
export function parseCweReleases(text: string): CweReleases {
  const [head = '', body = ''] = text.split('\n\n', 2);
  const releases = head.split('\n').map((line) => {
    const [version = '', date = ''] = line.split('\t');
    return { version, date };
  });
  const runs = new Map<string, Run[]>();
  for (const line of body.split('\n')) {
    const [number = '', from = '', to = '', status = '', usage = '', name = ''] = line.split('\t');
    if (number === '') continue;
    const id = `CWE-${number}`;
    const run: Run = {
      from: Number(from),
      to: Number(to),
      name,
      status,
      deprecated: status === 'Deprecated',
      ...(isUsage(usage) ? { usage } : {}),
    };
    const known = runs.get(id);
    if (known === undefined) runs.set(id, [run]);
    else known.push(run);
  }
  return new CweReleases(releases, runs);
}

let loaded: CweReleases | undefined;

/**
 * The releases of the data file that comes with the package, read at the first call. Raises
 * `unsupported` outside Node, where the file cannot be read: use `parseCweReleases` there.
 */
export function cweReleases(): CweReleases {
  if (loaded !== undefined) return loaded;
  const fs = globalThis.process?.getBuiltinModule?.('node:fs');
  if (fs === undefined) throw new CybexError('unsupported', 'The data file of CWE needs Node.');
  const file = new URL('../../../../data/cwe/releases.tsv', import.meta.url);
  loaded = parseCweReleases(fs.readFileSync(file, 'utf8'));
  return loaded;
}
