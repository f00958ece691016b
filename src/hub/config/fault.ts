/** What is wrong with a value that somebody typed, in words for who typed it. */
import type { z } from 'zod';

type Fault = z.core.$ZodIssue;

/** One clause that follows the name of the value: `is not a number`. */
export function faultText(fault: Fault): string {
  switch (fault.code) {
    case 'invalid_type':
      return wrongType(fault.expected, fault.message);
    case 'invalid_value':
      return `is one of ${fault.values.join(', ')}`;
    case 'invalid_format':
      return wrongForm(fault.format, fault.message);
    case 'too_small':
      return isNumber(fault.origin) ? `is ${fault.minimum} or more` : fault.message;
    case 'too_big':
      return isNumber(fault.origin) ? `is ${fault.maximum} at most` : fault.message;
    default:
      return fault.message;
  }
}

/** Lengths have messages of their own beside their schema. */
function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int';
}

function wrongType(expected: string, message: string): string {
  if (message.endsWith('received undefined')) return 'is missing';
  return `is not ${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`;
}

function wrongForm(format: string, message: string): string {
  if (format === 'datetime') return 'is not an RFC 3339 time such as 2026-11-21T09:00:00Z';
  if (format === 'url') return 'is not a URL';
  return message;
}
