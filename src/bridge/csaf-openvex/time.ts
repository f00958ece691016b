/** Times that both formats take. */
import { DATE_TIME } from '../../core/shape/form.ts';

/** RFC 3339 in capitals, with seconds and a zone; CSAF 2.1 §2.2 forbids leap seconds. */
export function isTime(text: string): boolean {
  return DATE_TIME.test(text) && FORM.test(text) && !text.startsWith(':60', 16);
}

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
