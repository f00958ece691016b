/** Where the walker is, and what it has found. Places become text only when there is a finding. */
import type { Severity } from '../../core/issue.ts';
import { joinPointer } from '../../core/json/index.ts';
import { LIMITS } from '../../core/limits.ts';
import { STIX_ISSUES, type StixIssue, type StixIssueCode } from './issues.ts';
import type { Profile } from './profile.ts';

/** A JSON object as the platform's parser gives it. */
export type StixMap = { readonly [name: string]: unknown };

/** A prose rule: looks at one object and reports. */
export type Rule = (object: StixMap, at: Findings) => void;

const NONE: StixIssue[] = [];

export class Findings {
  readonly profile: Profile;
  /** Names and indexes from the object's root; only the first `depth` count. */
  readonly path: (string | number)[] = [];
  depth = 0;
  /** The object as a whole, for rules that look across it (selectors, say). */
  root: StixMap = {};
  /** True when a toplevel-property-extension speaks for the custom properties. */
  extended = false;
  /** True within an observable: its references are read more kindly (see `checkReference`). */
  observable = false;
  /** The keys of the observable container that is being read, else null. */
  container: StixMap | null = null;
  private found: StixIssue[] = NONE;

  constructor(profile: Profile) {
    this.profile = profile;
  }

  /** Starts over for the next object. */
  reset(root: StixMap): void {
    this.depth = 0;
    this.root = root;
    this.extended = false;
    this.observable = false;
    this.container = null;
    this.found = NONE;
  }

  /** The findings so far; not to be changed by the caller. */
  get issues(): readonly StixIssue[] {
    return this.found;
  }

  enter(key: string | number): void {
    this.path[this.depth++] = key;
  }

  leave(): void {
    this.depth--;
  }

  /** True when findings of this optional check are wanted. */
  wants(check: string): boolean {
    return this.profile.checks.has(check);
  }

  /**
   * Reports at the present place, or at `key` below it. `detail` comes before the meaning of the
   * code; `clause` and `check` replace those of the code.
   */
  add(
    code: StixIssueCode,
    detail: string,
    more: { key?: string | number; clause?: string; check?: string; path?: string } = {},
  ): void {
    const { level, clause, meaning, check } = STIX_ISSUES[code];
    const named = more.check ?? check;
    if (level !== 'must' && named !== undefined && !this.wants(named)) return;
    if (this.found.length >= LIMITS.json.issuesPerRecord) return;
    if (this.found === NONE) this.found = [];
    this.found.push({
      code,
      severity: this.severityOf(level),
      clause: more.clause ?? clause,
      path: more.path ?? this.pointer(more.key),
      message: detail === '' ? meaning : `${detail}: ${meaning}`,
    });
  }

  /** Reports a value of the wrong JSON type; null is told apart, the commonest of them. */
  wrongType(expected: string, value: unknown): void {
    if (value === null) this.add('stix-null', '');
    else this.add('stix-value-type', `${shown(value)} is not ${expected}`);
  }

  private severityOf(level: 'must' | 'should' | 'note'): Severity {
    if (level === 'must') return 'error';
    if (level === 'note') return 'info';
    return this.profile.strict ? 'error' : 'warning';
  }

  /** JSON pointer of the present place, or of `key` below it. */
  pointer(key?: string | number): string {
    const tokens = this.path.slice(0, this.depth);
    if (key !== undefined) tokens.push(key);
    return joinPointer(tokens);
  }
}

/** A value for a message: short, on one line, quoted. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** True for a JSON object. */
export function isMap(value: unknown): value is StixMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property of that name when it is text, else undefined. */
export function textOf(object: StixMap, name: string): string | undefined {
  if (!Object.hasOwn(object, name)) return undefined;
  const value = object[name];
  return typeof value === 'string' ? value : undefined;
}

/** True when the object has the property, whatever its value. */
export function has(object: StixMap, name: string): boolean {
  return Object.hasOwn(object, name);
}
