/** Scores of a document: which vector, by whom, of which vulnerability, for which products. */
import type { JsonObject } from '../../../core/json/index.ts';
import { isJsonObject } from '../../../core/json/index.ts';
import { CVSS_MEMBERS } from '../model/metrics.ts';
import { eachObject, listOf, objectOf, textOf, textsOf } from '../model/values.ts';

export interface CsafScore {
  /** CVE id, else the first other id; empty where the vulnerability has none. */
  readonly vulnerability: string;
  /** Version of CVSS as stated; empty where none is. */
  readonly version: string;
  readonly vector: string;
  /** Base score as stated. */
  readonly score?: number;
  /** URL of who scored (2.1); empty for the author of the document. */
  readonly source: string;
  /** Product ids that it holds for. */
  readonly products: readonly string[];
  /** JSON pointer of the CVSS object. */
  readonly path: string;
}

/** Every CVSS object with a vector, as stated; `scores` of 2.0 and `metrics` of 2.1 alike. */
export function csafScores(root: JsonObject): CsafScore[] {
  const found: CsafScore[] = [];
  const older = textOf(objectOf(root.document).csaf_version) === '2.0';
  const list = older ? 'scores' : 'metrics';
  eachObject(root.vulnerabilities, (vulnerability, v) => {
    const name = vulnerabilityIds(vulnerability)[0] ?? '';
    eachObject(vulnerability[list], (item, i) => {
      const content = older ? item : objectOf(item.content);
      const at = `/vulnerabilities/${v}/${list}/${i}${older ? '' : '/content'}`;
      const shared = {
        vulnerability: name,
        source: older ? '' : (textOf(item.source) ?? ''),
        products: textsOf(item.products),
      };
      for (const member of CVSS_MEMBERS) {
        const cvss = content[member];
        if (isJsonObject(cvss)) push(found, cvss, `${at}/${member}`, shared);
      }
    });
  });
  return found;
}

function push(
  into: CsafScore[],
  cvss: JsonObject,
  path: string,
  shared: Pick<CsafScore, 'vulnerability' | 'source' | 'products'>,
): void {
  const vector = textOf(cvss.vectorString);
  if (vector === undefined) return;
  const version = textOf(cvss.version) ?? '';
  const score = typeof cvss.baseScore === 'number' ? { score: cvss.baseScore } : {};
  into.push({ ...shared, version, vector, ...score, path });
}

/** CVE id first, then the ids of other systems. */
export function vulnerabilityIds(vulnerability: JsonObject): string[] {
  const cve = textOf(vulnerability.cve);
  const others: string[] = [];
  for (const entry of listOf(vulnerability.ids)) {
    const text = isJsonObject(entry) ? textOf(entry.text) : undefined;
    if (text !== undefined && text !== '') others.push(text);
  }
  return cve === undefined || cve === '' ? others : [cve, ...others];
}
