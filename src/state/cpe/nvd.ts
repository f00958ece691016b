/** Applicability in JSON: configurations of NVD (API 2.0 and the older feeds) and of CVE records. */
import { LIMITS } from '../../core/limits.ts';
import type { Applicability, LogicalTest } from './applicability.ts';
import type { Criterion, VersionBound } from './criterion.ts';
import { type CpeIssue, cpeIssue, excerpt } from './issues.ts';
import { parseCpe } from './parse.ts';
import { readCpeVersion } from './version.ts';

type Json = Readonly<Record<string, unknown>>;

export interface ReadApplicability {
  /** Null when the value has no such form at all. */
  readonly test: Applicability | null;
  readonly issues: readonly CpeIssue[];
}

/**
 * Reads `configurations`, `cpeApplicability`, `nodes` or an array of these. What cannot be read is
 * a broken test with an issue: its value is an error, never false.
 */
export function readNvdConfiguration(value: unknown): ReadApplicability {
  const reader = new NvdReader();
  return { test: reader.root(value), issues: reader.issues };
}

class NvdReader {
  readonly issues: CpeIssue[] = [];
  #nodes = 0;

  root(value: unknown): Applicability | null {
    if (Array.isArray(value)) return this.#any(value, '', 1);
    if (!isObject(value)) return this.#refuse();
    for (const member of ['configurations', 'cpeApplicability']) {
      if (value[member] !== undefined) return this.#list(value[member], `/${member}`);
    }
    const known = ['nodes', 'cpeMatch', 'cpe_match', 'children'];
    return known.some((member) => value[member] !== undefined)
      ? this.#node(value, '', 1)
      : this.#refuse();
  }

  #refuse(): null {
    this.#note('cpe-expression', 'The value is no configuration of NVD or of a CVE record.', '');
    return null;
  }

  #list(value: unknown, path: string): Applicability {
    if (Array.isArray(value)) return this.#any(value, path, 1);
    return isObject(value) ? this.#node(value, path, 1) : this.#broken('It is no list.', path);
  }

  /** Statements beside each other: one is enough. */
  #any(values: readonly unknown[], path: string, depth: number): LogicalTest {
    const tests = values.map((value, index) => this.#node(value, `${path}/${index}`, depth + 1));
    return { kind: 'or', negate: false, tests };
  }

  #node(value: unknown, path: string, depth: number): Applicability {
    if (!isObject(value)) return this.#broken('A node is an object.', path);
    if (++this.#nodes > LIMITS.cpe.nodes || depth > LIMITS.cpe.depth) {
      this.#note('cpe-too-large', 'The statement is too large or too deep.', path);
      return { kind: 'broken', reason: 'too large' };
    }
    const kind = this.#operator(value.operator, path);
    const negate = this.#negate(value.negate, path);
    const tests = [
      ...this.#members(value, ['cpeMatch', 'cpe_match'], path, (match, at) =>
        this.#criterion(match, at),
      ),
      ...this.#members(value, ['nodes', 'children'], path, (node, at) =>
        this.#node(node, at, depth + 1),
      ),
    ];
    if (kind === null || negate === null) return { kind: 'broken', reason: 'operator' };
    if (tests.length === 0) this.#note('cpe-test-empty', 'The node tests nothing.', path);
    return { kind, negate, tests };
  }

  #members(
    node: Json,
    names: readonly string[],
    path: string,
    read: (value: unknown, path: string) => Applicability,
  ): Applicability[] {
    return names.flatMap((name) => {
      const list = node[name];
      if (list === undefined || list === null) return [];
      if (!Array.isArray(list)) return [this.#broken(`${name} is no list.`, `${path}/${name}`)];
      return list.map((value, index) => read(value, `${path}/${name}/${index}`));
    });
  }

  /** OR where none is stated, as in configurations of one node. */
  #operator(value: unknown, path: string): 'and' | 'or' | null {
    const word = typeof value === 'string' ? value.toUpperCase() : value;
    if (word === undefined || word === null || word === 'OR') return 'or';
    if (word === 'AND') return 'and';
    const message = `"${excerpt(String(value))}" is no operator.`;
    this.#note('cpe-operator', message, `${path}/operator`);
    return null;
  }

  #negate(value: unknown, path: string): boolean | null {
    if (value === undefined || value === null) return false;
    if (typeof value === 'boolean') return value;
    this.#note('cpe-operator', 'negate is true or false.', `${path}/negate`);
    return null;
  }

  #criterion(value: unknown, path: string): Applicability {
    if (!isObject(value)) return this.#broken('A match is an object.', path);
    this.#nodes++;
    const text = value.criteria ?? value.cpe23Uri ?? value.cpe22Uri ?? value.cpeName;
    if (typeof text !== 'string') return this.#broken('A match has no criteria.', path);
    const name = parseCpe(text);
    for (const found of name.issues) {
      this.issues.push({ ...found, path: `${path}/criteria${found.path}` });
    }
    if (!name.ok) return { kind: 'broken', reason: excerpt(text) };
    const id = value.matchCriteriaId;
    return {
      kind: 'name',
      name: name.value,
      start: this.#bound(value, 'versionStart', path),
      end: this.#bound(value, 'versionEnd', path),
      vulnerable: value.vulnerable !== false,
      id: typeof id === 'string' ? id : null,
    } satisfies Criterion;
  }

  #bound(match: Json, name: 'versionStart' | 'versionEnd', path: string): VersionBound | null {
    const including = match[`${name}Including`];
    const excluding = match[`${name}Excluding`];
    if (typeof including === 'string' && typeof excluding === 'string') {
      const message = `${name} has an including and an excluding bound; the narrower one counts.`;
      this.#note('cpe-range', message, path, 'warning');
    }
    const text = typeof excluding === 'string' ? excluding : including;
    if (typeof text !== 'string') return null;
    return {
      text,
      version: readCpeVersion(text.slice(0, LIMITS.cpe.nameChars)),
      including: text !== excluding,
    };
  }

  #broken(reason: string, path: string): Applicability {
    this.#note('cpe-expression', reason, path);
    return { kind: 'broken', reason };
  }

  #note(
    code: CpeIssue['code'],
    message: string,
    path: string,
    severity: CpeIssue['severity'] = 'error',
  ): void {
    if (this.issues.length < LIMITS.json.issuesPerRecord) {
      this.issues.push(cpeIssue(code, message, path, severity));
    }
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
