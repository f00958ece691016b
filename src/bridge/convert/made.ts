/** Conversions that make one JSON document, checked by the checker of its format. */
import type { Issue } from '../../core/issue.ts';
import type { JsonObject, JsonValue } from '../../core/json/value.ts';
import type { DocumentContext, MadeDocument } from '../csaf-openvex/index.ts';
import { bridgeIssue } from '../issues.ts';
import {
  CONVERT_NAMESPACE,
  type Conversion,
  TARGET_FORMATS,
  type TargetFormat,
} from './conversion.ts';
import { timesOf } from './dates.ts';

type Make = (source: JsonValue, context: DocumentContext) => MadeDocument;

/** `check` gives what is wrong with the text that was made. */
export function made(
  to: TargetFormat,
  make: Make,
  check: (text: string, document: JsonObject) => readonly Issue[],
): Conversion['run'] {
  return (source, { namespace, now }) => {
    const context = {
      namespace: namespace ?? CONVERT_NAMESPACE,
      now: now ?? timesOf(source).modified,
    };
    const { document, losses } = make(source, context);
    const format = TARGET_FORMATS[to];
    if (document === undefined) {
      return { format, losses, issues: [bridgeIssue('bridge-empty', '')] };
    }
    const output = JSON.stringify(document, null, 2);
    return { format, output, losses, issues: check(output, document) };
  };
}
