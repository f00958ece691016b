/**
 * Which objects a follower may meet twice. A record is met again only when it was given a new
 * position after it had been served, and of all that happens in a run only one thing moves what a
 * reader may already have: an organisation that newly sees a label (a member who joins, a client
 * who is taken on) is offered anew what lies under that label in the collections that it follows.
 *
 * Whatever else widens is invisible to every reader until that moment (a record that is owner only
 * before its label is lowered, before its embargo ends, before its definition arrives) or gives a
 * place in another collection: it is met once, and a second time is a fault.
 */

/** An organisation that newly sees a label. */
export interface Joining {
  /** The reader that follows for this organisation. */
  readonly reader: string;
  /** Group of records that it newly sees; a record belongs to one at most. */
  readonly group: string;
  readonly collection: string;
  /** The request that let it in: what was sent after the answer is news to it as it is to others. */
  readonly begun: number;
  readonly done: number;
}

/** A record that can be offered anew, by group and the time at which it was sent first. */
export interface Movable {
  readonly group: string;
  readonly sent: number;
}

export interface Doubles {
  /** Met again because the reader's own organisation was let in, after it had met them. */
  readonly offeredAnew: number;
  /** Met again because another reader's organisation was let in: a position belongs to all. */
  readonly offeredToOthers: number;
  /** Met more often than it was given a new position: a fault. */
  readonly withoutEvent: number;
}

/**
 * `met` are the times at which the reader received each record of its collection. Every joining
 * excuses one meeting of a record: one that comes after it began, of a record that was sent before
 * it was answered and that belongs to its group. The last meeting is owed to the last joining: the
 * first that a newcomer has of a record may itself be owed to his own.
 */
export function doubles(
  reader: { readonly name: string; readonly collection: string },
  met: ReadonlyMap<string, readonly number[]>,
  movable: (record: string) => Movable | undefined,
  joinings: readonly Joining[],
): Doubles {
  const found = { offeredAnew: 0, offeredToOthers: 0, withoutEvent: 0 };
  for (const [record, times] of met) {
    if (times.length < 2) continue;
    const origin = movable(record);
    const left = joinings
      .filter(
        ({ collection, group, done }) =>
          collection === reader.collection && group === origin?.group && origin.sent < done,
      )
      .reverse();
    for (const time of times.slice(1).reverse()) {
      const index = left.findIndex(({ begun }) => begun < time);
      const [joining] = index < 0 ? [] : left.splice(index, 1);
      if (joining === undefined) found.withoutEvent++;
      else if (joining.reader === reader.name) found.offeredAnew++;
      else found.offeredToOthers++;
    }
  }
  return found;
}
