/** Faults that the conformance runner must find, each alone. */
import type { FaultRow } from '../fault-writing.ts';
import { ACCESS } from './access.ts';
import { ADDING } from './adding.ts';
import { CONTENT } from './content.ts';
import { DATES } from './dates.ts';
import { DELETING } from './deleting.ts';
import { ERRORS } from './errors.ts';
import { FILTERS } from './filters.ts';
import { INFORMATION } from './information.ts';
import { PAGING } from './paging.ts';

export const FAULTS: readonly FaultRow[] = [
  ...PAGING,
  ...DATES,
  ...FILTERS,
  ...CONTENT,
  ...ERRORS,
  ...ACCESS,
  ...ADDING,
  ...DELETING,
  ...INFORMATION,
];
