/** From values of decision points to outcomes; what is not known is followed in all its values. */
import { type SsvcIssue, SsvcIssues } from './issues.ts';
import { type SsvcPoint, type SsvcTable, type SsvcValue, splitId } from './model.ts';
import { SSVC_TABLES } from './policies.table.ts';

/**
 * Values by decision point. A point is named by its id, by namespace and key, by its key or by its
 * name; a value by its key or name. Several values are as many possibilities; a point that is left
 * out, or has an empty list, has all its values.
 */
export type SsvcInput = Readonly<Record<string, string | readonly string[]>>;

export interface SsvcDecision {
  readonly table: string;
  /** What can come out, the least urgent first: one entry when the inputs decide. */
  readonly outcomes: readonly SsvcValue[];
  /** Ids of the points that had no value. */
  readonly assumed: readonly string[];
  /** Values that were followed, by id of the point. */
  readonly followed: Readonly<Record<string, readonly string[]>>;
}

export type SsvcDecided =
  | { readonly ok: true; readonly value: SsvcDecision; readonly issues: readonly SsvcIssue[] }
  | { readonly ok: false; readonly issues: readonly SsvcIssue[] };

/**
 * The shipped table of an id, `namespace:key`, key or name, or of a name as files have it
 * (`deployer_patch_application_priority`); null when there is none.
 */
export function findSsvcTable(name: string): SsvcTable | null {
  const file = fileName(name);
  return (
    SSVC_TABLES.find((table) => isNamed(table, name)) ??
    SSVC_TABLES.find((table) =>
      [fileName(table.name), fileName(`${table.name} ${splitId(table.id)[2]}`)].includes(file),
    ) ??
    null
  );
}

function fileName(text: string): string {
  return text
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '_');
}

/**
 * Decides by a table, shipped or read. A missing point that another shipped table makes from
 * points that are given (Human Impact from Safety and Mission Impact, say) is decided by that table
 * first.
 */
export function decideSsvc(table: string | SsvcTable, input: SsvcInput): SsvcDecided {
  const issues = new SsvcIssues();
  const found = typeof table === 'string' ? findSsvcTable(table) : table;
  if (found === null) {
    const known = SSVC_TABLES.map(({ id }) => id).join(', ');
    issues.add(
      'ssvc-table-unknown',
      `There is no table "${String(table).slice(0, 60)}"; there are ${known}.`,
    );
    return { ok: false, issues: issues.issues };
  }
  const reading = new InputReading(found, input, issues);
  const sets = found.inputs.map((point) => reading.valuesOf(point));
  reading.leftOver();
  if (issues.failed) return { ok: false, issues: issues.issues };
  const outcomes = reach(found, sets);
  const value: SsvcDecision = {
    table: found.id,
    outcomes: found.outcome.values.filter((_, at) => outcomes.has(at)),
    assumed: reading.assumed,
    followed: Object.fromEntries(
      found.inputs.map((point, at) => [point.id, (sets[at] ?? []).map((n) => keyOf(point, n))]),
    ),
  };
  return { ok: true, value, issues: issues.issues };
}

/** Numbers of the outcomes of every combination of the sets. */
function reach(table: SsvcTable, sets: readonly (readonly number[])[]): ReadonlySet<number> {
  let rows: readonly number[] = [0];
  for (const [at, { values }] of table.inputs.entries()) {
    rows = rows.flatMap((row) => (sets[at] ?? []).map((value) => row * values.length + value));
  }
  return new Set(rows.map((row) => table.outcomes[row] as number));
}

class InputReading {
  readonly assumed: string[] = [];
  readonly #table: SsvcTable;
  readonly #input: SsvcInput;
  readonly #issues: SsvcIssues;
  readonly #used = new Set<string>();

  constructor(table: SsvcTable, input: SsvcInput, issues: SsvcIssues) {
    this.#table = table;
    this.#input = input;
    this.#issues = issues;
  }

  /** Numbers of the values that a point can have. */
  valuesOf(point: SsvcPoint): readonly number[] {
    const given = this.#given(point);
    if (given !== null) return given;
    const made = this.#made(point);
    if (made !== null) return made;
    this.assumed.push(point.id);
    const said = `${point.name} (${point.id}) has no value: all ${point.values.length} were followed.`;
    this.#issues.add('ssvc-assumed', said, '', 'info');
    return point.values.map((_, at) => at);
  }

  /** The values given for a point, or null when there are none. */
  #given(point: SsvcPoint): readonly number[] | null {
    const numbers = new Set<number>();
    let given = false;
    for (const [name, stated] of Object.entries(this.#input)) {
      if (!isNamed(point, name)) continue;
      this.#used.add(name);
      for (const value of typeof stated === 'string' ? [stated] : stated) {
        given = true;
        const at = point.values.findIndex((known) => isValue(known, value));
        if (at >= 0) numbers.add(at);
        else this.#noValue(point, name, value);
      }
    }
    return given ? [...numbers].sort((a, b) => a - b) : null;
  }

  /** The outcomes of another shipped table whose points are given, or null. */
  #made(point: SsvcPoint): readonly number[] | null {
    const maker = SSVC_TABLES.find(({ outcome }) => outcome.id === point.id);
    if (maker === undefined || maker === this.#table) return null;
    const sets = maker.inputs.map((input) => this.#given(input));
    if (sets.every((set) => set === null)) return null;
    const all = maker.inputs.map((input, at) => sets[at] ?? input.values.map((_, n) => n));
    for (const [at, input] of maker.inputs.entries()) {
      if (sets[at] !== null) continue;
      this.assumed.push(input.id);
      this.#issues.add('ssvc-assumed', `${input.name} (${input.id}) has no value.`, '', 'info');
    }
    return [...reach(maker, all)].sort((a, b) => a - b);
  }

  #noValue(point: SsvcPoint, name: string, value: string): void {
    const known = point.values.map(([key, title]) => `${key} (${title})`).join(', ');
    const said = `${point.name} has no value "${value.slice(0, 40)}"; it has ${known}.`;
    this.#issues.add('ssvc-value-unknown', said, pointer(name));
  }

  /** Points that the table does not know. */
  leftOver(): void {
    const { id, inputs } = this.#table;
    for (const name of Object.keys(this.#input)) {
      if (this.#used.has(name)) continue;
      const other = inputs.find((point) => sameButVersion(point.id, name));
      if (other !== undefined) {
        this.#issues.add(
          'ssvc-point-version',
          `${id} uses ${other.id}, not ${name}.`,
          pointer(name),
        );
        continue;
      }
      const known = inputs.map((point) => point.id).join(', ');
      const said = `${id} has no decision point "${name.slice(0, 60)}"; it has ${known}.`;
      this.#issues.add('ssvc-point-unknown', said, pointer(name));
    }
  }
}

function isNamed({ id, name }: { id: string; name: string }, wanted: string): boolean {
  const [namespace, key] = splitId(id);
  return (
    wanted === id ||
    wanted === `${namespace}:${key}` ||
    wanted === key ||
    wanted.toLowerCase() === name.toLowerCase()
  );
}

function sameButVersion(id: string, wanted: string): boolean {
  const [namespace, key] = splitId(id);
  return wanted.startsWith(`${namespace}:${key}:`);
}

function isValue([key, name]: SsvcValue, wanted: string): boolean {
  return wanted === key || wanted.toLowerCase() === name.toLowerCase();
}

function keyOf(point: SsvcPoint, value: number): string {
  return point.values[value]?.[0] ?? '';
}

function pointer(name: string): string {
  return `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
