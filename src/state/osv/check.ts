/** Every rule of the OSV schema on a record. */
import { isJsonObject, type JsonValue } from '../../core/json/value.ts';
import { textOf } from '../../core/json/view.ts';
import { checkShape } from '../../core/shape/index.ts';
import { clause } from './clause.ts';
import { OsvFindings, type OsvIssue } from './issues.ts';
import { checkAffected } from './packages.ts';
import { isLater, RECORD_RULES } from './rules.ts';
import { LATER_SHAPE, OSV_SHAPE } from './schema.ts';

/** Checks one record of schema 1.x. */
export function checkOsv(value: JsonValue): readonly OsvIssue[] {
  const later = isJsonObject(value) && isLater(textOf(value, 'schema_version') ?? '');
  const shape = checkShape(later ? LATER_SHAPE : OSV_SHAPE, value, clause('record'));
  const findings = new OsvFindings();
  if (isJsonObject(value)) {
    for (const rule of RECORD_RULES) rule(value, findings);
    checkAffected(value, findings);
  }
  return [...shape, ...findings.issues];
}
