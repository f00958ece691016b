/** STIX patterns of indicators: the door to `event/pattern`, and the names that a pattern uses. */
import { checkTree, comparisons } from '../pattern/index.ts';
import { type Findings, type StixMap, shown, textOf } from './findings.ts';
import { isTypeName } from './formats/identifier.ts';
import { hasSourcePrefix, isPropertyName } from './formats/names.ts';
import { readPattern } from './pattern-reading.ts';
import type { PatternChecker } from './profile.ts';
import { TABLES } from './tables/index.ts';

/** Reads patterns with `event/pattern`. */
export const checkStixPattern: PatternChecker = (pattern, version) => {
  const parsed = readPattern(pattern, version === '2.0' ? '2.0' : '2.1');
  if (!parsed.ok) return { issues: parsed.issues, paths: [] };
  const paths = comparisons(parsed.value).map(({ type, steps }) => {
    const first = steps[0];
    return { type, property: first?.kind === 'key' ? first.name : '' };
  });
  return { issues: [...parsed.issues, ...checkTree(parsed.value, pattern)], paths };
};

/** §4.7.1 and section 9: a pattern of type stix is one; custom names in it follow section 11. */
export function checkIndicatorPattern(object: StixMap, at: Findings): void {
  const check = at.profile.checkPattern;
  const pattern = textOf(object, 'pattern');
  if (check === null || pattern === undefined || textOf(object, 'pattern_type') !== 'stix') return;
  const report = check(pattern, textOf(object, 'pattern_version') ?? '2.1');
  for (const issue of report.issues) {
    if (issue.severity === 'error') {
      at.add('stix-pattern', issue.message, { key: 'pattern', clause: issue.clause });
    }
  }
  for (const { type, property } of report.paths) checkPath(type, property, at);
}

const CLAUSE = 'STIX 2.1 §3.1';

function checkPath(type: string, property: string, at: Findings): void {
  if (type.length < 3 || type.length > 250 || !isTypeName(type)) {
    at.add('stix-pattern', `${shown(type)} is no object type`, { key: 'pattern', clause: CLAUSE });
  } else if (property !== 'id' && !isPropertyName(property)) {
    const detail = `${shown(property)} is no property name`;
    at.add('stix-pattern', detail, { key: 'pattern', clause: CLAUSE });
  } else {
    checkNames(type, property, at);
  }
}

function checkNames(type: string, property: string, at: Findings): void {
  const table = TABLES.get(type);
  if (table === undefined) {
    if (at.profile.strictTypes) at.add('stix-custom-type', shown(type), { key: 'pattern' });
    checkPrefix(type, '-', at);
  } else if (!table.properties.has(property)) {
    if (at.profile.strictProperties) {
      at.add('stix-custom-property', shown(property), { key: 'pattern' });
    }
    checkPrefix(property, '_', at);
  }
}

/** An extension may define the name (§7.3); the prefix is asked for only where that is not used. */
function checkPrefix(name: string, separator: '-' | '_', at: Findings): void {
  if (at.wants('extensions-use')) return;
  if (!name.startsWith(`x${separator}`)) {
    at.add('stix-pattern-custom-lax', shown(name), { key: 'pattern' });
  }
  if (!hasSourcePrefix(name, separator)) {
    at.add('stix-pattern-custom', shown(name), { key: 'pattern' });
  }
}
