/** Decision points and decision tables of SSVC. */

/** A value of a decision point: its key and its name. */
export type SsvcValue = readonly [key: string, name: string];

/** A decision point: an ordered set of values, the least urgent first. */
export interface SsvcPoint {
  /** `namespace:key:version`, e.g. `ssvc:A:2.0.0`. */
  readonly id: string;
  readonly name: string;
  readonly values: readonly SsvcValue[];
}

/** A total function from combinations of values to one outcome. */
export interface SsvcTable {
  /** `namespace:key:version`, e.g. `cisa:DT_BOD2604:1.0.0`. */
  readonly id: string;
  readonly name: string;
  readonly inputs: readonly SsvcPoint[];
  readonly outcome: SsvcPoint;
  /** Numbers of outcome values by combination, the last input changing first. */
  readonly outcomes: readonly number[];
}

export function point(id: string, name: string, values: readonly SsvcValue[]): SsvcPoint {
  return { id, name, values };
}

/** Builds a shipped table; a slip in the data is an error of ours and throws. */
export function table(
  points: readonly SsvcPoint[],
  id: string,
  name: string,
  inputs: readonly string[],
  outcome: string,
  rows: readonly string[],
): SsvcTable {
  const find = (wanted: string) => {
    const found = points.find((known) => known.id === wanted);
    if (found === undefined) throw new TypeError(`${id}: there is no point ${wanted}`);
    return found;
  };
  const result = find(outcome);
  const outcomes = rows
    .flatMap((row) => row.split(' '))
    .map((key) => result.values.findIndex(([known]) => known === key));
  const made = { id, name, inputs: inputs.map(find), outcome: result, outcomes };
  if (outcomes.includes(-1) || outcomes.length !== combinations(made.inputs)) {
    throw new TypeError(`${id} does not cover its combinations`);
  }
  return made;
}

/** How many combinations of values the points have. */
export function combinations(points: readonly SsvcPoint[]): number {
  return points.reduce((product, { values }) => product * values.length, 1);
}

/** Namespace, key and version of an id. */
export function splitId(id: string): readonly [namespace: string, key: string, version: string] {
  const last = id.lastIndexOf(':');
  const middle = id.lastIndexOf(':', last - 1);
  return [id.slice(0, middle), id.slice(middle + 1, last), id.slice(last + 1)];
}
