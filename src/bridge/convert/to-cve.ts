/** Conversions whose result is what a CNA sends to the CVE Services. */
import type { JsonObject } from '../../core/json/value.ts';
import { checkCveBody } from '../../state/cve/index.ts';
import { csafToCve } from '../cve-csaf/index.ts';
import { bridgeIssue } from '../issues.ts';
import { type Conversion, type Converted, TARGET_FORMATS } from './conversion.ts';

/** One vulnerability gives one body, several give a list of them. */
function run(document: JsonObject): Converted {
  const format = TARGET_FORMATS.cve;
  const { containers, losses } = csafToCve(document);
  const [first] = containers;
  if (first === undefined) return { format, losses, issues: [bridgeIssue('bridge-empty', '')] };
  const bodies = containers.map(({ body }) => body);
  const several = bodies.length > 1;
  const issues = bodies.flatMap((body, i) =>
    checkCveBody('cna', body).map((issue) => ({
      ...issue,
      path: several ? `/${i}${issue.path}` : issue.path,
    })),
  );
  return { format, output: JSON.stringify(several ? bodies : first.body, null, 2), losses, issues };
}

export const TO_CVE: readonly Conversion[] = [{ from: ['csaf-2.0', 'csaf-2.1'], to: 'cve', run }];
