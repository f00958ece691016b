/** SSVC objects in JSON: decision points, tables and selections of schema 2.0.0, selections of 1. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { LIMITS } from '../../core/limits.ts';
import {
  checkShape,
  DATE_TIME,
  exactly,
  list,
  object,
  required,
  type Shape,
  text,
  URI,
} from '../../core/shape/index.ts';
import type { SsvcInput } from './decide.ts';
import { type SsvcIssue, SsvcIssues } from './issues.ts';
import { combinations, type SsvcPoint, type SsvcTable } from './model.ts';
import { KEY, NAMESPACE, VERSION } from './namespace.ts';

const filled = text({ min: 1 });
const key = text({ form: KEY });
const namespace = text({ form: NAMESPACE });
const version = text({ form: VERSION });

const POINT: Shape = object({
  namespace: required(namespace),
  key: required(key),
  version,
  name: required(filled),
  definition: required(filled),
  schemaVersion: required(exactly('2.0.0')),
  values: required(
    list(object({ key: required(key), name: required(filled), definition: required(filled) })),
  ),
});

const TABLE: Shape = object({
  namespace: required(namespace),
  key: required(key),
  version,
  name: required(filled),
  definition: required(filled),
  schemaVersion: required(exactly('2.0.0')),
  decision_points: required(object({}, { rest: POINT, min: 1 })),
  outcome: required(filled),
  mapping: list(object({}, { rest: text() })),
});

const REFERENCE = object(
  { uri: required(text({ min: 1, form: URI })), summary: required(text()) },
  { closed: true },
);
const CHOSEN = object({ name: filled, definition: filled, key: required(key) }, { closed: true });

const SELECTIONS: Shape = object(
  {
    timestamp: required(text({ form: DATE_TIME })),
    schemaVersion: required(exactly('2.0.0')),
    target_ids: list(text(), { min: 1, unique: true }),
    selections: required(
      list(
        object(
          {
            namespace: required(namespace),
            key: required(key),
            version: required(version),
            name: filled,
            definition: filled,
            values: required(list(CHOSEN, { min: 1 })),
          },
          { closed: true },
        ),
        { min: 1 },
      ),
    ),
    decision_point_resources: list(REFERENCE, { min: 1 }),
    references: list(REFERENCE, { min: 1 }),
  },
  { closed: true },
);

/** As CVE records carry it in `metrics[].other`, and as CERT/CC published it before 2. */
const SELECTIONS_V1: Shape = object(
  {
    id: required(filled),
    role: filled,
    schemaVersion: required(exactly('1-0-1')),
    timestamp: required(text({ form: DATE_TIME })),
    selections: required(
      list(
        object(
          {
            name: required(filled),
            namespace: required(filled),
            version: required(version),
            values: required(list(filled, { min: 1 })),
          },
          { closed: true },
        ),
        { min: 1 },
      ),
    ),
  },
  { closed: true },
);

/** A value, or none and why. */
export type SsvcParsed<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly SsvcIssue[] }
  | { readonly ok: false; readonly issues: readonly SsvcIssue[] };

/** Reads a decision point of schema 2.0.0. */
export function readSsvcPoint(value: JsonValue): SsvcParsed<SsvcPoint> {
  const issues = new SsvcIssues();
  issues.issues.push(...checkShape(POINT, value, 'SSVC schema 2.0.0, DecisionPoint'));
  if (issues.failed || !isJsonObject(value)) return { ok: false, issues: issues.issues };
  const made = pointOf(value, '', issues);
  return issues.failed
    ? { ok: false, issues: issues.issues }
    : { ok: true, value: made, issues: issues.issues };
}

/**
 * Reads a decision table of schema 2.0.0: total over its combinations, no combination twice. Where a
 * more urgent input makes the outcome less urgent, there is a warning.
 */
export function readSsvcTable(value: JsonValue): SsvcParsed<SsvcTable> {
  const issues = new SsvcIssues();
  issues.issues.push(...checkShape(TABLE, value, 'SSVC schema 2.0.0, DecisionTable'));
  if (issues.failed || !isJsonObject(value)) return { ok: false, issues: issues.issues };
  const made = tableOf(value, issues);
  if (made === null || issues.failed) return { ok: false, issues: issues.issues };
  return { ok: true, value: made, issues: issues.issues };
}

function pointOf(value: JsonObject, path: string, issues: SsvcIssues): SsvcPoint {
  const values = (value.values as readonly JsonObject[]).map(
    (row) => [String(row.key), String(row.name)] as const,
  );
  const keys = new Set<string>();
  for (const [at, [own]] of values.entries()) {
    if (keys.has(own)) {
      issues.add('ssvc-repeated', `The key ${own} is given again.`, `${path}/values/${at}/key`);
    }
    keys.add(own);
  }
  return { id: idOf(value), name: String(value.name), values };
}

function idOf(value: JsonObject): string {
  return `${value.namespace}:${value.key}:${value.version ?? '0.0.1'}`;
}

function tableOf(value: JsonObject, issues: SsvcIssues): SsvcTable | null {
  const points: SsvcPoint[] = [];
  for (const [id, member] of Object.entries(value.decision_points as JsonObject)) {
    const path = `/decision_points/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const made = pointOf(member as JsonObject, path, issues);
    if (made.id !== id) issues.add('ssvc-id', `The decision point is ${made.id}, not ${id}.`, path);
    points.push(made);
  }
  const outcome = points.find(({ id }) => id === value.outcome);
  if (outcome === undefined) {
    issues.add('ssvc-outcome', `${String(value.outcome)} is no decision point here.`, '/outcome');
    return null;
  }
  const inputs = points.filter((point) => point !== outcome);
  if (combinations(inputs) > LIMITS.ssvc.combinations) {
    issues.add('ssvc-too-large', `More than ${LIMITS.ssvc.combinations} combinations.`);
    return null;
  }
  const rows = (value.mapping ?? []) as readonly JsonObject[];
  const outcomes = outcomesOf(rows, inputs, outcome, issues);
  const table = { id: idOf(value), name: String(value.name), inputs, outcome, outcomes };
  if (!issues.failed) findDisorder(table, issues);
  return table;
}

function outcomesOf(
  rows: readonly JsonObject[],
  inputs: readonly SsvcPoint[],
  outcome: SsvcPoint,
  issues: SsvcIssues,
): number[] {
  const outcomes = new Array<number>(combinations(inputs)).fill(-1);
  for (const [at, row] of rows.entries()) {
    const path = `/mapping/${at}`;
    const place = inputs.reduce((sum, point) => sum * point.values.length + placeOf(row, point), 0);
    const points = [...inputs, outcome];
    const known = points.every((point) => placeOf(row, point) >= 0);
    if (!known || Object.keys(row).length !== points.length) {
      issues.add(
        'ssvc-row',
        'Each decision point needs one of its values here, and no other.',
        path,
      );
    } else if (outcomes[place] !== -1) {
      issues.add('ssvc-repeated', 'This combination is given again.', path);
    } else outcomes[place] = placeOf(row, outcome);
  }
  const missing = outcomes.filter((value) => value === -1).length;
  if (missing > 0) {
    const said = `${missing} of ${outcomes.length} combinations have no row.`;
    issues.add('ssvc-not-total', said, '/mapping');
  }
  return outcomes;
}

function placeOf(row: JsonObject, point: SsvcPoint): number {
  const own = Object.hasOwn(row, point.id) ? row[point.id] : undefined;
  return point.values.findIndex(([known]) => known === own);
}

/** Each combination against those that have one input a step more urgent. */
function findDisorder(table: SsvcTable, issues: SsvcIssues): void {
  let step = table.outcomes.length;
  for (const point of table.inputs) {
    step /= point.values.length;
    const falls = table.outcomes.filter((outcome, row) => {
      const value = Math.floor(row / step) % point.values.length;
      const next = table.outcomes[row + step];
      return value + 1 < point.values.length && next !== undefined && next < outcome;
    });
    if (falls.length === 0) continue;
    const said = `A more urgent ${point.name} makes ${falls.length} outcomes less urgent.`;
    issues.add('ssvc-order', said, '/mapping', 'warning');
  }
}

/** What a list of selections says of its targets. */
export interface SsvcSelections {
  readonly schemaVersion: '2.0.0' | '1-0-1';
  /** Vulnerabilities, say. */
  readonly targets: readonly string[];
  /** When the decision was taken (RFC 3339). */
  readonly timestamp: string;
  /** For `decideSsvc`: values by `namespace:key:version`, of version 1 by name. */
  readonly values: SsvcInput;
}

/** Reads a selection list of schema 2.0.0 or 1-0-1. */
export function readSsvcSelections(value: JsonValue): SsvcParsed<SsvcSelections> {
  const old = isJsonObject(value) && value.schemaVersion === '1-0-1';
  const shape = old ? SELECTIONS_V1 : SELECTIONS;
  const clause = old ? 'SSVC schema 1-0-1, selection' : 'SSVC schema 2.0.0, SelectionList';
  const issues = checkShape(shape, value, clause);
  if (issues.length > 0 || !isJsonObject(value)) return { ok: false, issues };
  const selections = value.selections as readonly JsonObject[];
  const values = Object.fromEntries(
    selections.map((row): [string, readonly string[]] => [
      old ? String(row.name) : idOf(row),
      (row.values as readonly JsonValue[]).map((one) =>
        isJsonObject(one) ? String(one.key) : String(one),
      ),
    ]),
  );
  const targets = old ? [String(value.id)] : ((value.target_ids ?? []) as readonly string[]);
  const schemaVersion = old ? '1-0-1' : '2.0.0';
  const timestamp = String(value.timestamp);
  return { ok: true, value: { schemaVersion, targets, timestamp, values }, issues };
}
