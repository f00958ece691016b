/**
 * Which way a viewer's pages of a collection are read. The store counts the rows of each label in
 * each collection; from these counts, which may be some seconds old, the cheaper way is chosen. Both
 * ways give the same rows.
 */
import type { Clock } from '../../core/clock.ts';
import { type Runner, rowOf, rowsOf, sql } from './connect.ts';
import type { ViewBits } from './view-bits.ts';

const VISIBLE = `CASE WHEN p.label < 8 * length($2::bytea)
  THEN get_bit($2::bytea, p.label) = 1 ELSE false END`;
const OWNED = VISIBLE.replaceAll('$2', '$3');

const ESTIMATE = sql(
  `SELECT coalesce(sum(p.rows), 0)::bigint AS total,
     coalesce(sum(p.rows) FILTER (WHERE ${VISIBLE}), 0)::bigint AS visible,
     count(*) FILTER (WHERE ${VISIBLE}) AS labels
   FROM pair p WHERE p.collection = $1`,
);
const LABELS = sql(
  `SELECT p.id, p.label FROM pair p
   WHERE p.collection = $1 AND p.id > $4 AND (${VISIBLE} OR ${OWNED}) ORDER BY p.id`,
);

/** Microseconds that looking at one row, and beginning with one label, cost about. */
const COST = { row: 0.4, label: 6, merge: 150 };
const MOST_LABELS = 4_096;
const ESTIMATE_MICROS = 10_000_000;

interface Estimate {
  readonly at: number;
  readonly total: number;
  readonly visible: number;
  readonly labels: number;
}

class Lanes {
  estimate: Estimate | null = null;
  readonly labels: number[] = [];
  /** Highest pair that `labels` has taken in. */
  through = 0;
}

/** What is known of one view's labels, collection by collection. */
const known = new WeakMap<ViewBits, Map<number, Lanes>>();

/**
 * The visible labels of a collection in the runner's snapshot, when it is cheaper to walk them one
 * by one; null when the collection is to be walked. `pairs` is the highest pair of the snapshot.
 */
export async function laneLabels(
  runner: Runner,
  clock: Clock,
  bits: ViewBits,
  collection: number,
  pairs: number,
  limit: number,
): Promise<readonly number[] | null> {
  if (bits.seesEverything) return null;
  const lanes = lanesOf(bits, collection);
  if (lanes.estimate === null || clock.now() - lanes.estimate.at > ESTIMATE_MICROS) {
    const row = await rowOf<Estimate>(runner, ESTIMATE, collection, bits.visible);
    lanes.estimate = { ...row, at: clock.now() };
  }
  if (!isSparse(lanes.estimate, limit)) return null;
  if (lanes.through < pairs) {
    const rows = await rowsOf<{ id: number; label: number }>(
      runner,
      LABELS,
      collection,
      bits.visible,
      bits.owned,
      lanes.through,
    );
    // Two requests may have read the same rows.
    for (const { id, label } of rows) if (id > lanes.through) lanes.labels.push(label);
    lanes.through = Math.max(lanes.through, pairs);
  }
  return lanes.labels;
}

/** True when pages of this view are known to be read by walking the collection. */
export function walksCollection(bits: ViewBits, collection: number, limit: number): boolean {
  if (bits.seesEverything) return true;
  const estimate = known.get(bits)?.get(collection)?.estimate ?? null;
  return estimate !== null && !isSparse(estimate, limit);
}

function lanesOf(bits: ViewBits, collection: number): Lanes {
  const ofView = known.get(bits) ?? new Map<number, Lanes>();
  known.set(bits, ofView);
  const lanes = ofView.get(collection) ?? new Lanes();
  ofView.set(collection, lanes);
  return lanes;
}

function isSparse({ total, visible, labels }: Estimate, limit: number): boolean {
  if (labels > MOST_LABELS) return false;
  const walked = Math.min(total, (limit * total) / Math.max(1, visible));
  return COST.merge + labels * COST.label + limit * COST.row < walked * COST.row;
}
