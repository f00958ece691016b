/** FIRST's JSON representation of a vector with its scores: checked and made. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { CvssIssues } from './issues.ts';
import type { CvssVersion } from './metric.ts';
import { type CvssScore, scoreCvss } from './score.ts';
import { type CvssSeverity, cvssSeverity } from './severity.ts';
import { cvssMetrics, jsonWord, type Metric } from './titles.ts';
import { type CvssParsed, type CvssVector, changeCvss, formatCvss, parseCvss } from './vector.ts';

const REPRESENTATION = 'FIRST JSON representation of CVSS';
const VERSIONS: readonly CvssVersion[] = ['2.0', '3.0', '3.1', '4.0'];
const SEVERITIES: readonly string[] = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/** A score object as FIRST's schemas describe it. */
export type CvssJson = Readonly<Record<string, string | number>>;

/**
 * Checks an object of FIRST's schemas 2.0, 3.0, 3.1 or 4.0 and gives the vector and scores that its
 * vector string has. A stated score, severity or metric that says something else is an error; the
 * value is there all the same when the vector string itself holds. Paths start at the object.
 */
export function checkCvssJson(value: JsonValue): {
  readonly value: CvssScore | null;
  readonly issues: CvssParsed<never>['issues'];
} {
  const issues = new CvssIssues();
  issues.concern({ clause: REPRESENTATION });
  if (!isJsonObject(value)) {
    issues.add('cvss-json-type', 'An object is needed.');
    return { value: null, issues: issues.issues };
  }
  const check = new ObjectCheck(value, issues);
  const score = check.vector();
  return { value: score, issues: issues.issues };
}

class ObjectCheck {
  readonly #object: JsonObject;
  readonly #issues: CvssIssues;

  constructor(object: JsonObject, issues: CvssIssues) {
    this.#object = object;
    this.#issues = issues;
  }

  vector(): CvssScore | null {
    const version = this.#word('version', VERSIONS, true);
    const text = this.#member('vectorString', 'string', true);
    const parsed = typeof text === 'string' ? parseCvss(text) : null;
    for (const issue of parsed?.issues ?? []) {
      this.#issues.issues.push({ ...issue, path: '/vectorString' });
    }
    if (!parsed?.ok) {
      this.#withoutVector(version);
      return null;
    }
    const vector = parsed.value;
    if (version !== null && version !== vector.version) {
      const said = `version is ${version}, the vector string is of ${vector.version}.`;
      this.#issues.add('cvss-json-version', said, { path: '/version' });
    }
    for (const metric of cvssMetrics(vector.version)) this.#metric(metric, vector);
    const scored = scoreCvss(vector);
    if (!scored.ok) return null;
    this.#scores(vector, scored.value);
    return scored.value;
  }

  /** What can be said where no vector string says what is right. */
  #withoutVector(version: CvssVersion | null): void {
    const names = version === null ? [] : cvssMetrics(version);
    for (const { member, values, group } of names) {
      const words = values.map(([, title]) => jsonWord(title));
      this.#word(member, group === 'base' ? words : [...words, 'NOT_DEFINED'], false);
    }
    this.#number('baseScore', true);
    if (version !== '2.0') this.#word('baseSeverity', SEVERITIES, version !== null);
  }

  #metric({ name, member, values, group }: Metric, { metrics }: CvssVector): void {
    const words = values.map(([, title]) => jsonWord(title));
    const all = group === 'base' ? words : [...words, 'NOT_DEFINED'];
    const stated = this.#word(member, all, false);
    if (stated === null) return;
    const at = values.findIndex(([code]) => code === metrics[name]);
    const right = words[at] ?? 'NOT_DEFINED';
    if (stated === right) return;
    const said = `${member} is ${stated}, the vector string says ${right}.`;
    this.#issues.add('cvss-json-metric', said, { path: `/${member}` });
  }

  #scores(vector: CvssVector, score: CvssScore): void {
    const { version } = vector;
    const required = version !== '2.0';
    for (const [kind, right] of Object.entries(this.#rightScores(vector, score))) {
      this.#score(`${kind}Score`, right, kind === 'base');
      const severity = cvssSeverity(right, version);
      if (version !== '2.0')
        this.#severity(`${kind}Severity`, severity, required && kind === 'base');
    }
  }

  /**
   * The schema of 4.0 of 2024 knows one score, that of the whole vector string. An object that
   * states a threat or environmental score follows the one of 2023, where they stand apart.
   */
  #rightScores(vector: CvssVector, score: CvssScore): Readonly<Record<string, number>> {
    if (score.version !== '4.0') {
      const { base, temporal, environmental } = score;
      return { base, temporal, environmental };
    }
    const apart = ['threatScore', 'environmentalScore'].some((name) =>
      Object.hasOwn(this.#object, name),
    );
    if (!apart) return { base: score.score };
    return {
      base: scoreOf(vector, ['base']),
      threat: scoreOf(vector, ['base', 'threat']),
      environmental: score.score,
    };
  }

  #score(name: string, right: number, required: boolean): void {
    const stated = this.#number(name, required);
    if (stated === null || stated === right) return;
    const said = `${name} is ${stated}, the vector has ${right.toFixed(1)}.`;
    this.#issues.add('cvss-json-score', said, { path: `/${name}` });
  }

  #severity(name: string, right: CvssSeverity, required: boolean): void {
    const stated = this.#word(name, SEVERITIES, required);
    if (stated === null || stated === right.toUpperCase()) return;
    const said = `${name} is ${stated}, the score of the vector is ${right.toUpperCase()}.`;
    this.#issues.add('cvss-json-severity', said, { path: `/${name}` });
  }

  #number(name: string, required: boolean): number | null {
    const stated = this.#member(name, 'number', required);
    if (typeof stated !== 'number') return null;
    if (stated >= 0 && stated <= 10) return stated;
    this.#issues.add('cvss-json-value', `${name} is ${stated}; scores are 0 to 10.`, {
      path: `/${name}`,
    });
    return null;
  }

  #word<Word extends string>(name: string, words: readonly Word[], required: boolean): Word | null {
    const stated = this.#member(name, 'string', required);
    if (typeof stated !== 'string') return null;
    const found = words.find((word) => word === stated);
    if (found !== undefined) return found;
    const said = `${name} is "${stated.slice(0, 40)}"; known are ${words.join(', ')}.`;
    this.#issues.add('cvss-json-value', said, { path: `/${name}` });
    return null;
  }

  #member(name: string, type: 'string' | 'number', required: boolean): JsonValue | undefined {
    const path = `/${name}`;
    if (!Object.hasOwn(this.#object, name)) {
      if (required) this.#issues.add('cvss-json-missing', `${name} is missing.`, { path });
      return undefined;
    }
    const stated = this.#object[name];
    if (typeof stated === type) return stated;
    this.#issues.add('cvss-json-type', `${name} must be a ${type}.`, { path });
    return undefined;
  }
}

/** Score of a vector of 4.0 from some of its groups alone. */
function scoreOf(vector: CvssVector, groups: readonly string[]): number {
  const others = cvssMetrics(vector.version).filter(({ group }) => !groups.includes(group));
  const less = changeCvss(vector, Object.fromEntries(others.map(({ name }) => [name, 'X'])));
  const scored = less.ok ? scoreCvss(less.value) : less;
  return scored.ok ? scored.value.score : 0;
}

/**
 * The object of FIRST's schema for a vector: its metrics as written, base score and severity, and
 * of 2.0 and 3.x temporal and environmental ones where such a metric is defined.
 */
export function toCvssJson(vector: string | CvssVector): CvssParsed<CvssJson> {
  const parsed = parseCvss(typeof vector === 'string' ? vector : formatCvss(vector));
  if (!parsed.ok) return parsed;
  const { version, metrics } = parsed.value;
  const scored = scoreCvss(parsed.value);
  if (!scored.ok) return scored;
  const object: Record<string, string | number> = {
    version,
    vectorString: formatCvss(parsed.value),
  };
  for (const { name, member, values } of cvssMetrics(version)) {
    if (!Object.hasOwn(metrics, name)) continue;
    const title = values.find(([code]) => code === metrics[name])?.[1];
    object[member] = title === undefined ? 'NOT_DEFINED' : jsonWord(title);
  }
  for (const [kind, score] of statedScores(scored.value)) {
    object[`${kind}Score`] = score;
    if (version !== '2.0') object[`${kind}Severity`] = cvssSeverity(score, version).toUpperCase();
  }
  return { ok: true, value: object, issues: parsed.issues };
}

function statedScores(score: CvssScore): readonly (readonly [kind: string, score: number])[] {
  if (score.version === '4.0') return [['base', score.score]];
  const { base, temporal, environmental, name } = score;
  const stated: [string, number][] = [['base', base]];
  if (name.includes('T')) stated.push(['temporal', temporal]);
  if (name.endsWith('E')) stated.push(['environmental', environmental]);
  return stated;
}
