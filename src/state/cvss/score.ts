/** From a vector to its scores, whatever the version. */

import type { CvssVersion } from './metric.ts';
import { MOST_METRICS } from './scan.ts';
import { type ScoresV2, scoreV2 } from './score-v2.ts';
import { scoreV3 } from './score-v3.ts';
import { scoreV4 } from './score-v4.ts';
import { type CvssSeverity, cvssSeverity } from './severity.ts';
import { type CvssParsed, type CvssVector, formatCvss, readValues } from './vector.ts';

/** CVSS 4.0 §1.3: which groups the score counts; used for the older versions by analogy. */
export type CvssName = 'CVSS-B' | 'CVSS-BT' | 'CVSS-BE' | 'CVSS-BTE';

interface Score<Version extends CvssVersion> {
  readonly version: Version;
  /**
   * The score that all given metrics together make, 0.0 to 10.0: of 2.0 and 3.x the environmental
   * score when an environmental metric is given, else the temporal, else the base score.
   */
  readonly score: number;
  readonly severity: CvssSeverity;
  readonly name: CvssName;
}

/** Scores of a vector of 2.0, 3.0 or 3.1. */
export interface EquationScore extends Score<'2.0' | '3.0' | '3.1'> {
  readonly base: number;
  readonly temporal: number;
  readonly environmental: number;
  /** Impact sub-score of the base score, to one decimal. */
  readonly impact: number;
  /** Exploitability sub-score of the base score, to one decimal. */
  readonly exploitability: number;
}

/** Score of a vector of 4.0, which has one score and no sub-scores. */
export interface MacroVectorScore extends Score<'4.0'> {
  /** Levels of the equivalence sets EQ1 to EQ6 (§8.2), e.g. `000100`. */
  readonly macroVector: string;
}

export type CvssScore = EquationScore | MacroVectorScore;

// One reading at a time: nothing here waits, so that one array serves all.
const scratch = new Uint8Array(MOST_METRICS);

/** Scores a vector string, or a vector read before. What is wrong with it comes as issues. */
export function scoreCvss(vector: string | CvssVector): CvssParsed<CvssScore> {
  const text = typeof vector === 'string' ? vector : formatCvss(vector);
  const read = readValues(text, scratch);
  if (!read.ok) return read;
  const { grammar, values } = read.value;
  return { ok: true, value: scoreValues(grammar.set.version, values), issues: read.issues };
}

/** Scores numbers of values, as the reader gives them. */
export function scoreValues(version: CvssVersion, values: ArrayLike<number>): CvssScore {
  if (version === '4.0') {
    const { score, macroVector, hasThreat, hasEnvironmental } = scoreV4(values);
    const severity = cvssSeverity(score, version);
    return { version, score, severity, name: nameOf(hasThreat, hasEnvironmental), macroVector };
  }
  return equationScore(version, version === '2.0' ? scoreV2(values) : scoreV3(values, version));
}

function equationScore(version: EquationScore['version'], scores: ScoresV2): EquationScore {
  const { base, temporal, environmental, impact, exploitability } = scores;
  const { hasTemporal, hasEnvironmental } = scores;
  const score = hasEnvironmental ? environmental : hasTemporal ? temporal : base;
  return {
    version,
    score,
    severity: cvssSeverity(score, version),
    name: nameOf(hasTemporal, hasEnvironmental),
    base,
    temporal,
    environmental,
    impact,
    exploitability,
  };
}

function nameOf(threat: boolean, environmental: boolean): CvssName {
  if (threat) return environmental ? 'CVSS-BTE' : 'CVSS-BT';
  return environmental ? 'CVSS-BE' : 'CVSS-B';
}
