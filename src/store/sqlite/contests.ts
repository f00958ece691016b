/**
 * Keeps the contest bits of an object's memberships true. A new one is compared through the index
 * with its neighbours only: a source may write thousands of versions of one object, and each must
 * not cost a look at all before it.
 */
import { CONTEST, compareSpecVersions } from '../match.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';
import { AXIS, isHead } from './stock.ts';

/** Where a membership stands among those of its object. */
export interface Standing {
  readonly object: number;
  readonly collection: number;
  readonly spec: number;
  readonly specVersion: string;
  readonly versionKey: string;
  readonly born: number;
  readonly preference: number;
}

/** A membership whose bits may change. */
interface Neighbour {
  readonly id: number;
  readonly label: number;
  readonly contest: number;
}

type Place = [versionKey: string, born: number];

const OF_SPEC = `FROM membership INDEXED BY membership_object
  WHERE object = ? AND collection = ? AND spec = ?`;
const AT = `${OF_SPEC} AND version_key = ? AND born = ?`;

export class Contests {
  readonly #later: Query<Place>;
  readonly #earlier: Query<Place>;
  readonly #preferred: Query<[number]>;
  readonly #specs: Query<[number]>;
  readonly #at: Query<[number, number, number]>;
  readonly #ofSpec: Query<[number, number, number]>;
  readonly #set: Command;

  constructor(database: Database) {
    this.#later = new Query(
      database,
      `SELECT version_key, born ${OF_SPEC} AND (version_key, born) > (?, ?)
       ORDER BY version_key, born LIMIT 1`,
    );
    this.#earlier = new Query(
      database,
      `SELECT version_key, born ${OF_SPEC} AND (version_key, born) < (?, ?)
       ORDER BY version_key DESC, born DESC LIMIT 1`,
    );
    this.#preferred = new Query(database, `SELECT 1 ${AT} AND preference <= ? LIMIT 1`);
    this.#specs = new Query(
      database,
      `SELECT DISTINCT spec FROM membership INDEXED BY membership_object
       WHERE object = ? AND collection = ?`,
    );
    this.#at = new Query(database, `SELECT id, label, contest ${AT}`);
    this.#ofSpec = new Query(database, `SELECT id, label, contest ${OF_SPEC}`);
    this.#set = new Command(database, 'UPDATE membership SET contest = ? WHERE id = ?');
  }

  /** Bits of a membership that is about to be added; those that it contests get theirs. */
  admit(commit: Commit, added: Standing): number {
    const spec = [added.object, added.collection, added.spec] as const;
    const place = [added.versionKey, added.born] as const;
    const [later] = this.#later.all(...spec, ...place);
    const [earlier] = this.#earlier.all(...spec, ...place);
    const here = this.#at.all(...spec, ...place).map(neighbour);
    let bits = 0;
    if (later !== undefined) bits |= CONTEST.later;
    if (earlier !== undefined) bits |= CONTEST.earlier;
    // The last so far, or the first: it is no more.
    if (later === undefined && here.length === 0 && earlier !== undefined) {
      this.#contest(commit, added, this.#at.all(...spec, ...earlier).map(neighbour), CONTEST.later);
    }
    if (earlier === undefined && here.length === 0 && later !== undefined) {
      this.#contest(commit, added, this.#at.all(...spec, ...later).map(neighbour), CONTEST.earlier);
    }
    if (here.length > 0) bits |= this.#vary(commit, added, here);
    return bits | this.#compareSpecs(commit, added);
  }

  /** Variants of one version: the preferred one stands above the others. */
  #vary(commit: Commit, added: Standing, here: readonly Neighbour[]): number {
    const { object, collection, spec, versionKey, born, preference } = added;
    const place = [object, collection, spec, versionKey, born] as const;
    if (this.#preferred.first(...place, preference) !== undefined) return CONTEST.variant;
    this.#contest(commit, added, here, CONTEST.variant);
    return 0;
  }

  #compareSpecs(commit: Commit, added: Standing): number {
    const { object, collection, spec, specVersion } = added;
    const specs = this.#specs.all(object, collection).map(([each]) => each);
    const known = specs.includes(spec);
    let bits = 0;
    for (const other of specs) {
      if (other === spec) continue;
      const order = compareSpecVersions(commit.ground.terms.text(other), specVersion);
      if (order > 0) bits |= CONTEST.spec;
      else if (!known) {
        const rows = this.#ofSpec.all(object, collection, other).map(neighbour);
        this.#contest(commit, added, rows, CONTEST.spec);
      }
    }
    return bits;
  }

  #contest(
    commit: Commit,
    { collection }: Standing,
    rows: readonly Neighbour[],
    bit: number,
  ): void {
    for (const { id, label, contest } of rows) {
      if ((contest & bit) === 0)
        this.set(commit, collection, { id, label, contest }, contest | bit);
    }
  }

  /** Writes new bits of a membership, and counts it among those above all others or not. */
  set(commit: Commit, collection: number, row: Neighbour, contest: number): void {
    this.#set.run(contest, row.id);
    const heads = Number(isHead(contest)) - Number(isHead(row.contest));
    if (heads !== 0) commit.stock(collection, AXIS.label, row.label, 0, heads);
  }
}

function neighbour([id, label, contest]: [number, number, number]): Neighbour {
  return { id, label, contest };
}
