/** CVE records as the house takes them in: one record, or a list of them. */

import type { JsonValue } from '../../core/json/value.ts';
import { member } from '../../core/json/view.ts';
import { jsonCodec } from '../../core/json-codec.ts';
import { checkCve, checkCveBody } from './check.ts';
import { factsOf, identityOf } from './facts.ts';
import type { CveIssue, CveIssueCode } from './issues.ts';
import { CVE_SIGN } from './sniff.ts';

/** Checks a record, or a request body of the CVE Services by what it holds. */
function check(value: JsonValue): readonly CveIssue[] {
  if (member(value, 'cveMetadata') !== undefined) return checkCve(value);
  if (member(value, 'adpContainer') !== undefined) return checkCveBody('adp', value);
  const cna = member(value, 'cnaContainer');
  if (cna === undefined) return checkCve(value);
  const rejects = member(cna, 'rejectedReasons') !== undefined;
  return checkCveBody(rejects ? 'cna-rejected' : 'cna', value);
}

/** Forms and lengths that nothing here rests on; published records break them. */
const TOLERATED: ReadonlySet<string> = new Set<CveIssueCode>([
  'shape-form',
  'shape-length',
  'shape-count',
  'shape-repeated',
  'shape-unknown',
  'shape-word',
  'cve-language-repeated',
  'cve-purl-version',
  'cve-purl',
  'cve-vector',
]);

export const cveCodec = jsonCodec({
  ...CVE_SIGN,
  check,
  tolerated: TOLERATED,
  identify: identityOf,
  facts: factsOf,
});
