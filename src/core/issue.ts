/** One finding on input. Bad subject matter is a result with issues, never an exception. */

export type Severity = 'error' | 'warning' | 'info';

export interface Issue<Code extends string = string> {
  /** Stable name of the finding, from the closed union of the module that reports it. */
  readonly code: Code;
  readonly severity: Severity;
  /** Clause of the standard that the finding rests on, e.g. `STIX 2.1 §3.2`. */
  readonly clause: string;
  /** JSON pointer (RFC 6901) of the place; empty string for the whole document. */
  readonly path: string;
  /** One sentence that helps a stranger: what is wrong and what would be right. */
  readonly message: string;
}

/** One thing that a conversion could not carry. */
export interface Loss {
  readonly path: string;
  readonly reason: string;
}

/** What a decoder gives: the value when there is one, and always the issues. */
export type Parsed<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue<Code>[] }
  | { readonly ok: false; readonly issues: readonly Issue<Code>[] };

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** Findings of a strict reading: what a SHOULD asks is asked as a MUST. */
export function asErrors<Code extends string>(
  issues: readonly Issue<Code>[],
): readonly Issue<Code>[] {
  return issues.map((issue) =>
    issue.severity === 'warning' ? { ...issue, severity: 'error' } : issue,
  );
}
