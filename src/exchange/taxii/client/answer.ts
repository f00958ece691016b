/** What came back for a request, and whether it is TAXII. */
import type { Micros } from '../../../core/clock.ts';
import { parseMediaType } from '../../../core/media-type.ts';
import { readErrorMessage, TaxiiError } from './error.ts';
import { readRetryAfter } from './retry.ts';

export interface Answer {
  /** Method and URL of the request, without credentials. */
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** How often the request was sent. */
  readonly attempts: number;
}

/** Thrown by a reader of answers for a body that a repetition may bring whole. */
export class BrokenBody extends Error {}

/**
 * Reads a JSON object out of an answer. What is not JSON is a BrokenBody: a body that was cut off
 * looks like that.
 */
export function readJson(answer: Answer): Record<string, unknown> {
  demandTaxii(answer);
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(answer.body));
  } catch (cause) {
    throw new BrokenBody('the body is not JSON in UTF-8', { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unexpected(answer, 'the body is not a JSON object');
  }
  return value as Record<string, unknown>;
}

/** Throws a TypeError when the bytes are not UTF-8 (§1.6.7). */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Servers that forget the version parameter or say application/json are read nevertheless. */
export function demandTaxii(answer: Answer): void {
  const text = answer.headers.get('content-type') ?? '';
  const type = parseMediaType(text);
  if (type?.essence === 'application/taxii+json' || type?.essence === 'application/json') return;
  if (type?.essence === 'application/vnd.oasis.taxii+json') {
    throw unexpected(answer, 'the server speaks TAXII 2.0, not 2.1');
  }
  throw unexpected(answer, `the answer is "${text}", not application/taxii+json`);
}

/** An answer with a success status that is not what TAXII promises. */
export function unexpected(answer: Answer, message: string): TaxiiError {
  return new TaxiiError(`${answer.request}: ${message}`, {
    request: answer.request,
    status: answer.status,
    attempts: answer.attempts,
    code: 'peer',
  });
}

/** The error for an answer outside 200–299, with the server's own words where it gave any. */
export function refusal(answer: Answer, now: Micros): TaxiiError {
  const taxii = readErrorMessage(parseLenient(answer.body));
  const retryAfter = readRetryAfter(answer.headers.get('retry-after'), now);
  const details = {
    request: answer.request,
    status: answer.status,
    attempts: answer.attempts,
    ...(taxii === undefined ? {} : { taxii }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
  // A browser hides a redirect behind status 0.
  if (answer.status === 0 || (answer.status >= 300 && answer.status < 400)) {
    const target = answer.headers.get('location') ?? 'another address';
    const remedy = 'check the new address and use it';
    return new TaxiiError(`${answer.request}: redirects to ${target}`, { ...details, remedy });
  }
  const words = [taxii?.title, taxii?.description].filter((word) => word !== undefined).join(': ');
  return new TaxiiError(`${answer.request}: ${answer.status} ${words}`.trim(), details);
}

function parseLenient(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
