/** The envelope of TAXII 2.1 §3.7, cut into its objects without touching a byte of them. */
import { cutBytes } from '../../../core/json/index.ts';
import { type Answer, BrokenBody, decodeUtf8, demandTaxii, unexpected } from './answer.ts';

/** One object as it came. */
export interface FeedObject {
  /** The exact bytes of the object in the envelope, without what stands around it. */
  readonly bytes: Uint8Array;
  readonly id: string;
  readonly type: string;
  /** `modified`, else `created`, else empty: the version of §3.4.1 as the object states it. */
  readonly version: string;
}

export interface Envelope {
  readonly objects: readonly FeedObject[];
  readonly more: boolean;
  readonly next?: string;
}

export function readEnvelope(answer: Answer): Envelope {
  demandTaxii(answer);
  const pieces = cutBytes(answer.body);
  const end = pieces.at(-1);
  if (end?.kind !== 'end') throw new BrokenBody('the envelope cannot be cut');
  const fault = end.issues.find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw new BrokenBody(`the envelope is broken: ${fault.message}`);
  const elements = pieces.filter((piece) => piece.kind === 'element');
  if (elements.length !== end.elements) throw unexpected(answer, 'an object is too large');
  if (end.shape === 'array' || end.shape === 'none') throw unexpected(answer, 'no envelope');
  // Without the member `objects` the lone object is the envelope itself.
  const objects = end.shape === 'member' ? elements.map(({ bytes }) => describe(bytes)) : [];
  return { objects, ...readPaging(Object.fromEntries(end.members)) };
}

/** `more` and `next`; an absent `more` means false (§3.7). */
export function readPaging(members: Readonly<Record<string, unknown>>): {
  more: boolean;
  next?: string;
} {
  const { more, next } = members;
  return {
    more: more === true,
    ...(typeof next === 'string' && next !== '' ? { next } : {}),
  };
}

function describe(bytes: Uint8Array): FeedObject {
  const value = parse(bytes);
  const members = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const text = (name: string) => {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    return typeof member === 'string' ? member : '';
  };
  return {
    bytes,
    id: text('id'),
    type: text('type'),
    version: text('modified') || text('created'),
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch (cause) {
    throw new BrokenBody('an object is not JSON in UTF-8', { cause });
  }
}
