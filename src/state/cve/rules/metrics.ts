/** Scores are computed again from their vectors (definition metrics; FIRST's JSON forms). */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/value.ts';
import { entriesOf, member, textOf } from '../../../core/json/view.ts';
import {
  type CvssVector,
  type CvssVersion,
  cvssMetrics,
  cvssSeverity,
  parseCvss,
  scoreCvss,
} from '../../cvss/index.ts';
import type { CveFindings } from '../issues.ts';
import type { ContainerRule } from './rule.ts';

const FORMS: readonly (readonly [member: string, version: CvssVersion])[] = [
  ['cvssV2_0', '2.0'],
  ['cvssV3_0', '3.0'],
  ['cvssV3_1', '3.1'],
  ['cvssV4_0', '4.0'],
];

type Path = readonly (string | number)[];

export const scoresAreRight: ContainerRule = ({ value, path }, findings) => {
  entriesOf(value, 'metrics').forEach((metric, i) => {
    for (const [name, version] of FORMS) {
      const cvss = member(metric, name);
      if (cvss !== undefined && isJsonObject(cvss)) {
        checkScore(cvss, version, [...path, 'metrics', i, name], findings);
      }
    }
  });
};

function checkScore(
  cvss: JsonObject,
  version: CvssVersion,
  path: Path,
  findings: CveFindings,
): void {
  severityFits(cvss, version, path, findings);
  const text = textOf(cvss, 'vectorString');
  if (text === undefined) return;
  const vector = parseCvss(text);
  if (!vector.ok) {
    findings.add('cve-vector', [...path, 'vectorString'], vector.issues[0]?.message ?? '');
    return;
  }
  // Of another version: the shape has said so.
  if (vector.value.version !== version) return;
  scoreFits(cvss, vector.value, path, findings);
  metricsFit(cvss, vector.value, path, findings);
}

/** The word of a severity is that of its score, whatever the vector says. */
function severityFits(
  cvss: JsonObject,
  version: CvssVersion,
  path: Path,
  findings: CveFindings,
): void {
  for (const kind of ['base', 'temporal', 'threat', 'environmental']) {
    const score = member(cvss, `${kind}Score`);
    const stated = textOf(cvss, `${kind}Severity`);
    // The severity of 4.0 is part of its shape.
    if (typeof score !== 'number' || stated === undefined || version === '4.0') continue;
    const right = cvssSeverity(score, version).toUpperCase();
    if (right !== stated) {
      findings.add('cve-severity', [...path, `${kind}Severity`], `${stated} for ${score}`);
    }
  }
}

function scoreFits(cvss: JsonObject, vector: CvssVector, path: Path, findings: CveFindings): void {
  const scored = scoreCvss(onlyBase(vector));
  const stated = member(cvss, 'baseScore');
  if (!scored.ok || typeof stated !== 'number' || scored.value.score === stated) return;
  const detail = `${stated} is stated, ${scored.value.score} computed`;
  findings.add('cve-score', [...path, 'baseScore'], detail);
}

/** baseScore is that of the base metrics, whatever else the vector has. */
function onlyBase({ version, metrics }: CvssVector): CvssVector {
  const base = cvssMetrics(version).filter(
    ({ group, name }) => group === 'base' && name in metrics,
  );
  return {
    version,
    metrics: Object.fromEntries(base.map(({ name }) => [name, metrics[name] as string])),
  };
}

/** Metrics may stand beside the vector, as words. */
function metricsFit(cvss: JsonObject, vector: CvssVector, path: Path, findings: CveFindings): void {
  for (const { name, member: spelled, values } of cvssMetrics(vector.version)) {
    const stated: JsonValue | undefined = member(cvss, spelled);
    const code = vector.metrics[name];
    if (typeof stated !== 'string') continue;
    const title = values.find(([value]) => value === code)?.[1];
    const word = title?.toUpperCase().replaceAll(/[ -]/g, '_') ?? 'NOT_DEFINED';
    // Two names of one value of 4.0 are in use.
    const alike = word === stated || (word === 'NEGLIGIBLE' && stated === 'NONE');
    if (!alike)
      findings.add(
        'cve-metric-differs',
        [...path, spelled],
        `${stated} beside ${name}:${code ?? 'X'}`,
      );
  }
}
