/** Conversions whose result is a CSAF document of 2.1. */
import type { Issue } from '../../core/issue.ts';
import { checkCsaf, convertCsaf } from '../../state/csaf/index.ts';
import { openVexToCsaf } from '../csaf-openvex/index.ts';
import { cveToCsaf } from '../cve-csaf/index.ts';
import { type Conversion, TARGET_FORMATS } from './conversion.ts';
import { made } from './made.ts';

/** Schema and mandatory tests. */
function faultsOf(text: string): readonly Issue[] {
  const { issues, tests } = checkCsaf(text, { tests: ['basic'] });
  return [...issues, ...tests.flatMap((each) => each.issues)];
}

export const TO_CSAF: readonly Conversion[] = [
  {
    from: ['csaf-2.0'],
    to: 'csaf',
    run: (_document, { now }, input) => ({
      format: TARGET_FORMATS.csaf,
      ...convertCsaf(input, now === undefined ? {} : { now }),
    }),
  },
  { from: ['cve'], to: 'csaf', run: made('csaf', cveToCsaf, faultsOf) },
  { from: ['openvex'], to: 'csaf', run: made('csaf', openVexToCsaf, faultsOf) },
];
