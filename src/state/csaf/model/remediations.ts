/** Tables 1 and 2 of CSAF 2.1 §3.2.4.12.1: which categories of remediations go together with what. */
import { AFFECTED, FIXED, NOT_AFFECTED, UNDER_INVESTIGATION, UNKNOWN } from './vulnerability.ts';

const CATEGORIES = [
  'workaround',
  'mitigation',
  'vendor_fix',
  'optional_patch',
  'none_available',
  'fix_planned',
  'no_fix_planned',
] as const;

export const REMEDIATION_BITS: ReadonlyMap<string, number> = new Map(
  CATEGORIES.map((category, i) => [category, 1 << i]),
);

/** Table 1: the categories that each category prohibits. */
const PROHIBITED: ReadonlyMap<string, readonly string[]> = new Map([
  ['workaround', ['optional_patch', 'none_available']],
  ['mitigation', ['optional_patch', 'none_available']],
  ['vendor_fix', ['optional_patch', 'none_available', 'fix_planned', 'no_fix_planned']],
  ['optional_patch', CATEGORIES.filter((other) => other !== 'optional_patch')],
  ['none_available', CATEGORIES.filter((other) => other !== 'none_available')],
  ['fix_planned', ['vendor_fix', 'optional_patch', 'none_available', 'no_fix_planned']],
  ['no_fix_planned', ['vendor_fix', 'optional_patch', 'none_available', 'fix_planned']],
]);

/** A category among `given` (bits) that the category contradicts; undefined where there is none. */
export function contradict(category: string, given: number): string | undefined {
  return PROHIBITED.get(category)?.find(
    (other) => (given & (REMEDIATION_BITS.get(other) ?? 0)) !== 0,
  );
}

interface Combination {
  readonly prohibited: number;
  readonly discouraged: number;
}

const NEITHER = NOT_AFFECTED | FIXED;
const OPEN = UNDER_INVESTIGATION | UNKNOWN;

/** Table 2; what it allows stands in no column. */
const COMBINATIONS: ReadonlyMap<string, Combination> = new Map([
  ['workaround', { prohibited: NEITHER, discouraged: OPEN }],
  ['mitigation', { prohibited: NEITHER, discouraged: OPEN }],
  ['vendor_fix', { prohibited: NEITHER, discouraged: OPEN }],
  ['optional_patch', { prohibited: AFFECTED, discouraged: FIXED }],
  ['none_available', { prohibited: NEITHER, discouraged: 0 }],
  ['fix_planned', { prohibited: FIXED, discouraged: NOT_AFFECTED | OPEN }],
  ['no_fix_planned', { prohibited: FIXED, discouraged: NOT_AFFECTED }],
]);

/** The status groups (bits) among `groups` for which the table says `kind` of the category. */
export function combinationOf(
  category: string,
  groups: number,
  kind: 'prohibited' | 'discouraged',
): number {
  return groups & (COMBINATIONS.get(category)?.[kind] ?? 0);
}
