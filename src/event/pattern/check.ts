/** Everything that the clauses ask of a pattern beyond its syntax. */
import { checkAddress } from './check-address.ts';
import { checkConstants } from './check-constant.ts';
import { checkPath } from './check-path.ts';
import { checkQualifiers } from './check-qualifier.ts';
import { excerpt, IssueList, type PatternIssue, type Report } from './issues.ts';
import { type PatternOptions, parsePattern } from './parse.ts';
import type { BooleanOperation, ComparisonExpression, Pattern, PatternNode } from './tree.ts';
import { walkPattern } from './walk.ts';

/**
 * All findings on the text of a pattern. Errors: it is invalid and must not match (§9.4) or breaks
 * a MUST; warnings: it cannot match, or other readers will not take it; infos: a better form exists.
 */
export function checkPattern(text: string, options: PatternOptions = {}): PatternIssue[] {
  const parsed = parsePattern(text, options);
  if (!parsed.ok) return [...parsed.issues];
  return [...parsed.issues, ...checkTree(parsed.value, text)];
}

/** The findings on a tree beyond its syntax; `text` is what it was read from. */
export function checkTree(pattern: Pattern, text: string): PatternIssue[] {
  const list = new IssueList(text);
  const report: Report = (code, severity, message, at) => list.add(code, severity, message, at);
  walkPattern(pattern, (node) => checkNode(node, pattern, report));
  return list.issues;
}

function checkNode(node: PatternNode, pattern: Pattern, report: Report): void {
  switch (node.kind) {
    case 'qualified':
      checkQualifiers(node, pattern.version, report);
      break;
    case 'observation':
      checkTypes(node.expression, report);
      break;
    case 'path':
      checkPath(node, report);
      break;
    case 'comparison':
      checkConstants(node, report);
      checkAddress(node, report);
      break;
  }
}

/**
 * §9.5: all operands of AND must be satisfiable with the same object. The types of the objects that
 * can satisfy an expression: those of either side for OR, those of both sides for AND.
 */
function checkTypes(node: ComparisonExpression, report: Report): ReadonlySet<string> {
  if (node.kind === 'comparison') return new Set([node.path.type]);
  const sets = node.operands.map((operand) => checkTypes(operand, report));
  return node.operator === 'OR' ? union(sets) : intersection(sets, node, report);
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const set of sets) for (const type of set) all.add(type);
  return all;
}

function intersection(
  sets: readonly ReadonlySet<string>[],
  node: BooleanOperation,
  report: Report,
): ReadonlySet<string> {
  let common = sets[0] ?? new Set<string>();
  for (const set of sets.slice(1)) {
    common = new Set([...common].filter((type) => set.has(type)));
  }
  // An operand that can never match itself has been reported; do not repeat it for what encloses.
  if (common.size === 0 && sets.every((set) => set.size > 0)) {
    const types = excerpt([...union(sets)].join(', '));
    report('types-exclude', 'warning', `No object is of all these types: ${types}.`, node.at);
  }
  return common;
}
