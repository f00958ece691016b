/** Rules of qualifiers (STIX 2.1 §9.5.1) beyond their syntax. */
import { compareTimestamps } from '../../core/timestamp.ts';
import type { Report } from './issues.ts';
import type { PatternVersion, Qualified, StartStop } from './tree.ts';

export function checkQualifiers(node: Qualified, version: PatternVersion, report: Report): void {
  if (version === '2.1') oneOfEachType(node, report);
  for (const qualifier of node.qualifiers) {
    if (qualifier.kind === 'start-stop') startBeforeStop(qualifier, report);
  }
}

/** §9.5.1: not more than one qualifier of a type on one observation expression; new in 2.1. */
function oneOfEachType(node: Qualified, report: Report): void {
  const seen = new Set<string>();
  for (const qualifier of node.qualifiers) {
    if (seen.has(qualifier.kind)) {
      const name = qualifier.kind === 'start-stop' ? 'START … STOP' : qualifier.kind.toUpperCase();
      report('qualifier-repeated', 'error', `${name} stands here twice.`, qualifier.at);
    }
    seen.add(qualifier.kind);
  }
}

/** §9.5.1: from START on and before STOP, which no time is when STOP is not later. */
function startBeforeStop(qualifier: StartStop, report: Report): void {
  const { start, stop } = qualifier;
  if (compareTimestamps(start.value, stop.value) < 0) return;
  report('window-empty', 'warning', 'START is not before STOP.', qualifier.at);
}
