/** CVSS of a source as scores of the extension. */

import type { JsonObject } from '../../core/json/value.ts';
import { type CvssVersion, checkCvssJson, cvssMetrics, parseCvss } from '../../state/cvss/index.ts';
import type { Source } from '../mapping/index.ts';
import type { Score } from './extension.ts';

/** A bare vector string; undefined where it is none. */
export function vectorScore(vector: string | undefined): Score | undefined {
  const parsed = vector === undefined ? null : parseCvss(vector);
  if (!parsed?.ok) return undefined;
  return { system: 'cvss', version: parsed.value.version, vector };
}

/**
 * An object of FIRST's JSON form. The vector says what its members say: where they agree the whole
 * object is carried, and where they do not, what contradicts the vector is lost. A vector that is
 * none is not carried.
 */
export function cvssScore(cvss: Source): Score | undefined {
  const vector = cvss.seeText('vectorString');
  const bare = vectorScore(vector);
  if (bare === undefined) return undefined;
  const { issues } = checkCvssJson(cvss.value);
  const wrong = new Set(issues.map(({ path }) => path.split('/')[1] ?? ''));
  const known = repeats(bare.version as CvssVersion);
  cvss.carry(...Object.keys(cvss.value).filter((name) => !wrong.has(name) && known.has(name)));
  cvss.carry('vectorString');
  const [score, severity] = [cvss.see('baseScore'), cvss.seeText('baseSeverity')];
  if (typeof score === 'number') cvss.carry('baseScore');
  if (severity !== undefined) cvss.carry('baseSeverity');
  return { ...bare, score: typeof score === 'number' ? score : undefined, severity };
}

/** An object of FIRST's JSON form that says nothing wrong, with the members that FIRST defines. */
export function rightCvss(cvss: Source): JsonObject | undefined {
  const { value, issues } = checkCvssJson(cvss.value);
  if (value === null || issues.length > 0) return undefined;
  const known = repeats(value.version);
  const names = Object.keys(cvss.value).filter(
    (name) => name === 'vectorString' || known.has(name),
  );
  cvss.carry(...names);
  return Object.fromEntries(names.map((name) => [name, cvss.see(name) ?? null]));
}

/** Members that repeat the vector or follow from it; any other would be lost with the object. */
function repeats(version: CvssVersion): ReadonlySet<string> {
  const metrics = cvssMetrics(version).map(({ member }) => member);
  const kinds = ['base', 'temporal', 'threat', 'environmental'];
  const results = kinds.flatMap((kind) => [`${kind}Score`, `${kind}Severity`]);
  return new Set(['version', ...metrics, ...results]);
}
