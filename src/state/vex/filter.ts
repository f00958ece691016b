/** The results of a scanner without those that a VEX closes (SARIF 2.1.0). */
import { memberOf, objectsOf, textOf } from '../../core/json/member.ts';
import type { JsonObject } from '../../core/json/value.ts';
import { compareTimestamps } from '../../core/timestamp.ts';
import type { VexStatement } from './model.ts';

export interface FilteredSarif {
  readonly sarif: JsonObject;
  /** What was taken out, and by which statement. */
  readonly closed: readonly { readonly rule: string; readonly statement: VexStatement }[];
}

/** Scanners put the package behind the name of the vulnerability. */
const CVE = /^CVE-[0-9]{4}-[0-9]{4,19}(?![0-9])/;

/**
 * Takes out results whose rule names a vulnerability that is not_affected or fixed. `statements`
 * are those that count for what was scanned (see `vexStatus`): the newest on each vulnerability
 * decides. Everything else stays as it is.
 */
export function filterSarif(sarif: JsonObject, statements: readonly VexStatement[]): FilteredSarif {
  const latest = new Map<string, VexStatement>();
  for (const statement of statements) {
    for (const name of statement.vulnerability) {
      const known = latest.get(name);
      if (known === undefined || compareTimestamps(statement.time, known.time) >= 0) {
        latest.set(name, statement);
      }
    }
  }
  const closed: { rule: string; statement: VexStatement }[] = [];
  const closing = (rule: string): VexStatement | undefined => {
    const statement = latest.get(rule) ?? latest.get(CVE.exec(rule)?.[0] ?? '');
    const closes = statement?.status === 'not_affected' || statement?.status === 'fixed';
    return closes ? statement : undefined;
  };
  const runs = [...objectsOf(sarif, 'runs', '')].map(({ entry: run }) => {
    const results = memberOf(run, 'results');
    if (!Array.isArray(results)) return run;
    const staying = [...objectsOf(run, 'results', '')].flatMap(({ entry: result }) => {
      const rule = textOf(result, 'ruleId') ?? '';
      const statement = closing(rule);
      if (statement === undefined) return [result];
      closed.push({ rule, statement });
      return [];
    });
    return { ...run, results: staying };
  });
  return { sarif: { ...sarif, runs }, closed };
}
