/**
 * What a collection holds, by label and by type, and how much of it a viewer sees: from this a
 * page knows whether it must look at labels at all, and which index answers it soonest.
 */
import type { LabelBook } from '../label-book.ts';
import type { LabelView } from '../label-view.ts';
import type { Database } from './driver.ts';
import { Query } from './rows.ts';
import type { HouseRow } from './sequencer.ts';
import { AXIS } from './stock.ts';

/** Memberships by label and by type. Keys are complete; counts may lag a little. */
export interface Shelf {
  /** In the order in which they appeared. */
  readonly labels: Map<number, number>;
  readonly types: Map<number, number>;
  total: number;
  /** Goes up when counts are read anew. */
  version: number;
}

/** A shelf as one viewer sees it. */
export interface ViewedShelf {
  readonly total: number;
  readonly types: ReadonlyMap<number, number>;
  /** Labels that occur here and that the viewer sees. */
  readonly labels: readonly number[];
  /** About how many memberships those are. */
  readonly visible: number;
  /** The viewer sees every membership of the collection. */
  readonly whole: boolean;
  /** A visible label has an embargo, now or in the past. */
  readonly timed: boolean;
}

type Row = [axis: number, key: number, members: number];

interface Loaded extends Shelf {
  epoch: number;
  position: number;
  at: number;
}

interface Counted {
  shelf: ViewedShelf;
  version: number;
  generation: number;
  labels: number;
}

/** Microseconds after which changed counts are read again, and per key what that costs. */
const FRESH = 1_000_000;
const PER_KEY = 100;

export class Shelves {
  readonly #born: Query<Row>;
  readonly #shelves = new Map<number, Loaded>();
  #counted = new WeakMap<LabelView, Map<number, Counted>>();

  constructor(database: Database) {
    this.#born = new Query(
      database,
      'SELECT axis, key, members FROM stock WHERE collection = ? AND born > ? ORDER BY born',
    );
  }

  /** The shelf of a collection as of this snapshot, as this view has it. */
  viewed(collection: number, house: HouseRow, view: LabelView, book: LabelBook): ViewedShelf {
    const shelf = this.#load(collection, house);
    let counted = this.#counted.get(view);
    if (counted === undefined) {
      counted = new Map();
      this.#counted.set(view, counted);
    }
    const known = counted.get(collection);
    const { version, labels } = shelf;
    const { generation } = view;
    if (
      known?.version === version &&
      known.generation === generation &&
      known.labels === labels.size
    ) {
      return known.shelf;
    }
    const viewed = viewShelf(shelf, view, book);
    counted.set(collection, { shelf: viewed, version, generation, labels: labels.size });
    return viewed;
  }

  #load(collection: number, house: HouseRow): Shelf {
    const known = this.#shelves.get(collection);
    if (known === undefined) {
      const empty = { labels: new Map(), types: new Map(), total: 0, version: 0 };
      return this.#read(collection, { ...empty, epoch: 0, position: 0, at: 0 }, house);
    }
    if (known.epoch !== house.stockEpoch) return this.#read(collection, known, house);
    const age = performance.now() * 1_000 - known.at;
    const worth = FRESH + PER_KEY * (known.labels.size + known.types.size);
    if (known.position !== house.lastPosition && age > worth) {
      known.epoch = 0;
      known.version++;
      return this.#read(collection, known, house);
    }
    return known;
  }

  #read(collection: number, shelf: Loaded, house: HouseRow): Shelf {
    for (const [axis, key, members] of this.#born.all(collection, shelf.epoch)) {
      const keys = axis === AXIS.label ? shelf.labels : shelf.types;
      if (axis === AXIS.label) shelf.total += members - (keys.get(key) ?? 0);
      keys.set(key, members);
    }
    if (shelf.epoch === 0) shelf.at = performance.now() * 1_000;
    shelf.epoch = house.stockEpoch;
    shelf.position = house.lastPosition;
    this.#shelves.set(collection, shelf);
    return shelf;
  }
}

function viewShelf(shelf: Shelf, view: LabelView, book: LabelBook): ViewedShelf {
  const labels: number[] = [];
  let visible = 0;
  let whole = true;
  let timed = false;
  for (const [label, members] of shelf.labels) {
    if (!view.sees(label)) {
      whole = false;
      continue;
    }
    labels.push(label);
    visible += members;
    if ((book.get(label)?.from ?? null) === null) continue;
    timed = true;
    // Under an embargo some memberships of a visible label are hidden.
    if (!view.owns(label)) whole = false;
  }
  return { total: shelf.total, types: shelf.types, labels, visible, whole, timed };
}
