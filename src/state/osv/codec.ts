/** OSV records as the house takes them in: one record, a list, or an answer `{"vulns": […]}`. */
import { jsonCodec } from '../../core/json-codec.ts';
import { checkOsv } from './check.ts';
import { factsOf, identityOf } from './facts.ts';
import type { OsvIssueCode } from './issues.ts';
import { OSV_SIGN } from './sniff.ts';

/** Rules that published databases break and that nothing here rests on. */
const TOLERATED: ReadonlySet<string> = new Set<OsvIssueCode>([
  'shape-form',
  'shape-unknown',
  'shape-repeated',
  'osv-ecosystem',
  'osv-semver',
  'osv-commit',
  'osv-vector',
  'osv-purl',
  'osv-purl-version',
  'osv-severity-twice',
  'osv-alias-upstream',
]);

export const osvCodec = jsonCodec({
  ...OSV_SIGN,
  member: 'vulns',
  check: (value) => checkOsv(value),
  tolerated: TOLERATED,
  identify: identityOf,
  facts: factsOf,
});
