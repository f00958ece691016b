/** The revision history, with what the tests on dates ask of it. */
import { compareTimestamps, timestampKey } from '../../../core/timestamp.ts';
import type { CsafModel } from './model.ts';
import { eachObject, textOf } from './values.ts';

export interface Revision {
  readonly date: string;
  readonly number: string;
  readonly path: string;
}

const READ = new WeakMap<CsafModel, readonly Revision[]>();

/** Items that have a date and a number, in the order of the document. */
export function revisionsOf(model: CsafModel): readonly Revision[] {
  const known = READ.get(model);
  if (known !== undefined) return known;
  const revisions: Revision[] = [];
  eachObject(model.tracking.revision_history, (item, i) => {
    const date = textOf(item.date);
    const number = textOf(item.number);
    if (date === undefined || number === undefined) return;
    revisions.push({ date, number, path: `/document/tracking/revision_history/${i}` });
  });
  READ.set(model, revisions);
  return revisions;
}

/** Date of the newest item; undefined where there is none that can be read. */
export function newestRevision(model: CsafModel): string | undefined {
  return extreme(model, 1);
}

export function oldestRevision(model: CsafModel): string | undefined {
  return extreme(model, -1);
}

function extreme(model: CsafModel, sign: 1 | -1): string | undefined {
  let found: string | undefined;
  for (const { date } of revisionsOf(model)) {
    if (timestampKey(date) === '') continue;
    if (found === undefined || compareTimestamps(date, found) === sign) found = date;
  }
  return found;
}

/** True when the document is released, so that its history binds its dates. */
export function isReleased(model: CsafModel): boolean {
  return model.status === 'final' || model.status === 'interim';
}
