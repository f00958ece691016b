/** The memberships of contested objects, to be decided among those that the viewer sees. */
import type { LabelView } from '../label-view.ts';
import { CONTEST, type CompiledMatch, type Contender, chosen } from '../match.ts';
import type { Database } from './driver.ts';
import type { Head } from './heads.ts';
import type { Terms } from './interned.ts';
import { Query } from './rows.ts';

type Row = [
  object: number,
  id: number,
  label: number,
  contest: number,
  preference: number,
  since: number,
  spec: number,
  version: string,
  versionKey: string,
];

/** A contender with what decides whether it is seen at all. */
export interface Seen extends Contender {
  readonly object: number;
  readonly label: number;
}

export class ContenderReader {
  readonly #ofObjects: Query<Row>;
  readonly #terms: Terms;

  constructor(database: Database, terms: Terms) {
    this.#terms = terms;
    this.#ofObjects = new Query(
      database,
      `SELECT m.object, m.id, m.label, m.contest, m.preference, m.since, m.spec, r.version,
         r.version_key
       FROM json_each(?) k
       CROSS JOIN membership m INDEXED BY membership_object
         ON m.object = k.value AND m.collection = ?
       CROSS JOIN record r ON r.id = m.record`,
    );
  }

  /** Visible memberships of these objects in a collection, by object. */
  visible(collection: number, objects: Iterable<number>, view: LabelView): Map<number, Seen[]> {
    const found = new Map<number, Seen[]>();
    for (const row of this.#ofObjects.all(JSON.stringify([...objects]), collection)) {
      const [object, id, label, contest, preference, since] = row;
      const [spec, version, versionKey] = row.slice(6) as [number, string, string];
      if (!view.admits(label, (contest & CONTEST.embargo) !== 0)) continue;
      const specVersion = this.#terms.text(spec);
      const seen = { object, id, label, preference, since, specVersion, version, versionKey };
      const group = found.get(object);
      if (group === undefined) found.set(object, [seen]);
      else group.push(seen);
    }
    return found;
  }
}

/** Decides contested heads of one page; each object is looked into once. */
export class Contest {
  readonly #reader: ContenderReader;
  readonly #collection: number;
  readonly #view: LabelView;
  readonly #match: CompiledMatch;
  readonly #decided = new Map<number, ReadonlySet<number>>();

  constructor(reader: ContenderReader, collection: number, view: LabelView, match: CompiledMatch) {
    this.#reader = reader;
    this.#collection = collection;
    this.#view = view;
    this.#match = match;
  }

  /** Those of the contested heads that the match means. */
  winners(contested: readonly Head[]): ReadonlySet<number> {
    const objects = new Set(contested.map((head) => head.object));
    const unknown = [...objects].filter((object) => !this.#decided.has(object));
    if (unknown.length > 0) {
      const visible = this.#reader.visible(this.#collection, unknown, this.#view);
      for (const object of unknown) {
        this.#decided.set(object, chosen(visible.get(object) ?? [], this.#match));
      }
    }
    const winners = new Set<number>();
    for (const { object, membership } of contested) {
      if (this.#decided.get(object)?.has(membership)) winners.add(membership);
    }
    return winners;
  }
}
