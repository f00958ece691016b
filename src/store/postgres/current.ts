/**
 * What a process knows of its house without asking: directory, labels, terms, and the views made
 * from them. Everything is brought up to the snapshot of the statement that needs it, by the epochs
 * that the statement itself read.
 */
import type { Clock, Micros } from '../../core/clock.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Principal } from '../../core/principal.ts';
import { accessKey, mayRead, resolvePrincipal, viewEpoch } from '../access.ts';
import { type DirectoryRow, directoryFrom } from '../directory.ts';
import { LabelBook } from '../label-book.ts';
import { type LabelView, LabelViews } from '../label-view.ts';
import type { Directory, PageQuery, Sees, Viewer } from '../port.ts';
import { type Runner, rowOf, rowsOf, sql } from './connect.ts';
import { checkSchema } from './migrate.ts';
import { Terms } from './terms.ts';
import { ViewBits } from './view-bits.ts';

/** The house row, as every page statement reads it in its own snapshot. */
export interface Epochs {
  readonly schema: number;
  readonly policy_epoch: number;
  readonly feed_epoch: string;
  /** Highest label. */
  readonly labels: number;
  /** Highest (collection, label) pair. */
  readonly pairs: number;
}

export const EPOCH_COLUMNS = 'h.schema, h.policy_epoch, h.feed_epoch, h.labels, h.pairs';

const EPOCHS = sql(`SELECT ${EPOCH_COLUMNS} FROM house h`);
const DIRECTORY = sql(
  `SELECT h.policy_epoch, d.kind, d.id, d.body
   FROM house h LEFT JOIN directory d ON true ORDER BY d.kind, d.id`,
);
const LABELS = sql('SELECT id, digest, text FROM label WHERE id > $1 ORDER BY id LIMIT 20000');

/** What a viewer is entitled to by the directory of one policy epoch. */
export interface Access {
  readonly policyEpoch: number;
  readonly principal: Principal;
  readonly bits: ViewBits;
  readonly view: LabelView;
  /** Collections that the viewer may read: id to number. */
  readonly readable: ReadonlyMap<string, number>;
  /** Number of the viewer's organisation; -1 when it has none or has delivered nothing. */
  readonly organisation: number;
  /** View epochs worked out so far, by whether the collection may be read. */
  readonly epochs: Map<boolean, string>;
}

/** Queries whose rows had to be looked at one by one; they skip the quick way for a while. */
class Careful {
  readonly #clock: Clock;
  readonly #until = new Map<string, Micros>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  has(query: PageQuery): boolean {
    return (this.#until.get(keyOf(query)) ?? 0) > this.#clock.now();
  }

  add(query: PageQuery): void {
    if (this.#until.size >= CAREFUL_QUERIES) this.#until.clear();
    this.#until.set(keyOf(query), this.#clock.now() + CAREFUL_MICROS);
  }
}

const CAREFUL_MICROS = 5_000_000;
const CAREFUL_QUERIES = 1_000;

function keyOf({ collection, match }: PageQuery): string {
  return JSON.stringify([collection, match.types, match.specVersions, match.versions]);
}

export class Current {
  readonly terms = new Terms();
  readonly book = new LabelBook();
  readonly careful: Careful;
  readonly #clock: Clock;
  readonly #views: LabelViews;
  readonly #bits = new WeakMap<LabelView, ViewBits>();
  readonly #viewSecret: Uint8Array;
  /** Entitlements by the directory of one policy epoch. */
  readonly #accesses = new Map<string, Access>();
  #directory: Directory | null = null;

  constructor(clock: Clock, sees: Sees, viewSecret: Uint8Array) {
    this.#clock = clock;
    this.careful = new Careful(clock);
    this.#views = new LabelViews(sees);
    this.#viewSecret = viewSecret;
  }

  get directory(): Directory | null {
    return this.#directory;
  }

  /** The directory of this snapshot or a later one. */
  async loadDirectory(runner: Runner): Promise<Directory> {
    const rows = await rowsOf<DirectoryRow & { policy_epoch: number }>(runner, DIRECTORY);
    const epoch = rows[0]?.policy_epoch ?? 0;
    if (this.#directory === null || this.#directory.policyEpoch < epoch) {
      const entries = rows.filter((row) => row.kind !== null);
      await this.terms.find(
        runner,
        entries
          .filter(({ kind }) => kind === 'collection' || kind === 'organisation')
          .map(({ id }) => id),
      );
      this.#directory = directoryFrom(entries, epoch);
    }
    return this.#directory;
  }

  /** Reads the epochs of the runner's snapshot and takes up everything that they announce. */
  async bringUpTo(runner: Runner): Promise<Epochs> {
    const epochs = await rowOf<Epochs>(runner, EPOCHS);
    checkSchema(epochs.schema);
    if (!this.#isDirectoryOf(epochs)) await this.loadDirectory(runner);
    await this.loadLabels(runner, epochs.labels);
    return epochs;
  }

  async loadLabels(runner: Runner, highest: number): Promise<void> {
    while (this.book.highest < highest) {
      const after = this.book.highest;
      const rows = await rowsOf<{ id: number; digest: Uint8Array; text: string }>(
        runner,
        LABELS,
        after,
      );
      for (const row of rows) this.book.add(row);
      if (rows.length === 0) break;
    }
  }

  /** Whether what is known covers a snapshot with these epochs. */
  covers(epochs: Epochs, access: Access): boolean {
    return (
      epochs.policy_epoch <= access.policyEpoch &&
      this.#isDirectoryOf(epochs) &&
      epochs.labels <= this.book.highest
    );
  }

  #isDirectoryOf(epochs: Epochs): boolean {
    return this.#directory !== null && this.#directory.policyEpoch >= epochs.policy_epoch;
  }

  /** Entitlement of a viewer by what is known now; null when nothing is known yet. */
  access(viewer: Viewer): Access | null {
    const directory = this.#directory;
    if (directory === null) return null;
    const key = `${viewer.channel} ${accessKey(viewer.principal)}`;
    const known = this.#accesses.get(key);
    const holds = known !== undefined && known.policyEpoch === directory.policyEpoch;
    const access = holds ? known : this.#entitle(viewer, directory);
    if (!holds) {
      if (this.#accesses.size >= LIMITS.store.views) this.#accesses.clear();
      this.#accesses.set(key, access);
    }
    access.bits.bringUpTo(access.view, this.book, this.#clock.now());
    return access;
  }

  #entitle(viewer: Viewer, directory: Directory): Access {
    const principal = resolvePrincipal(viewer.principal, directory);
    const view = this.#views.of(principal, viewer.channel);
    const bits = this.#bits.get(view) ?? new ViewBits();
    this.#bits.set(view, bits);
    // A collection that has no number yet holds nothing; -1 finds nothing.
    const readable = directory.collections
      .filter((each) => mayRead(principal, each))
      .map((each) => [each.id, this.terms.id(each.id) ?? -1] as const);
    const organisation = this.terms.id(principal.organisation) ?? -1;
    const policyEpoch = directory.policyEpoch;
    const epochs = new Map<boolean, string>();
    return {
      policyEpoch,
      principal,
      view,
      bits,
      readable: new Map(readable),
      organisation,
      epochs,
    };
  }

  viewEpoch({ principal, readable, epochs }: Access, collection: string): string {
    const may = readable.has(collection);
    const known = epochs.get(may);
    if (known !== undefined) return known;
    const made = viewEpoch(this.#viewSecret, principal, may);
    epochs.set(may, made);
    return made;
  }
}
