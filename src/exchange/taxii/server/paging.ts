/**
 * `next` tokens (TAXII 2.1 §3.5): where a walk goes on.
 *
 * A token is encrypted, since positions and ties would tell how much lies between two objects that
 * the caller sees, and authenticated together with the caller, the collection, the endpoint and the
 * filters, so that it serves nobody else and nothing else. The initialisation vector is the
 * authentication code itself (the SIV construction, RFC 5297, over HMAC-SHA-256 and AES-256-CTR):
 * no nonce can repeat, where random nonces of AES-GCM under one key run out after 2^32 pages, about
 * two weeks at full speed; and the same page always gives the same token, so that pages compare.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import type { TaxiiCursor } from '../port.ts';

const TAG_BYTES = 16;
/** position, tie, tag of the epoch: 8 bytes each. */
const PLAIN_BYTES = 24;
const TOKEN_CHARS = Math.ceil(((TAG_BYTES + PLAIN_BYTES) * 4) / 3);
const KEY_BYTES_MIN = 32;

/** What a token is bound to; the same for every page of one walk. */
export interface WalkContext {
  readonly caller: string;
  readonly collection: string;
  /** Endpoint and filters in a canonical form. */
  readonly filters: string;
}

export interface Bookmark extends TaxiiCursor {
  /** Tag of the epoch in which the token was made. */
  readonly epoch: string;
}

export interface PageTokens {
  /** Makes the token for the page after this place. */
  seal(context: WalkContext, cursor: TaxiiCursor, epoch: string): string;
  /** Null when the token was not made here for this context. */
  open(context: WalkContext, token: string): Bookmark | null;
  /** Short name of an epoch, to compare with a bookmark's. */
  epochTag(epoch: string): string;
  /** Keyed digest of texts and bytes, 128 bits in base64url: for validators and filters. */
  digest(purpose: string, ...parts: readonly (string | Uint8Array)[]): string;
}

/** Parts are separated by their lengths, so that no two contexts look alike. */
function contextBytes(context: WalkContext): string {
  const { caller, collection, filters } = context;
  return `${caller.length}:${collection.length}:${caller}${collection}${filters}`;
}

function subKey(master: Uint8Array, purpose: string): KeyObject {
  return createSecretKey(createHmac('sha256', master).update(`taxii ${purpose}`).digest());
}

/**
 * Makes the tokens of one house. The key is secret, at least 32 bytes, and the same in every
 * process that serves the house; a new key ends every walk with a request to start again.
 */
export function createPageTokens(key: Uint8Array): PageTokens {
  if (key.length < KEY_BYTES_MIN) throw new RangeError(`key shorter than ${KEY_BYTES_MIN} bytes`);
  const authenticate = subKey(key, 'next authentication');
  const encrypt = subKey(key, 'next encryption');
  const derive = subKey(key, 'digest');

  const tagOf = (context: WalkContext, plain: Uint8Array) =>
    createHmac('sha256', authenticate)
      .update(contextBytes(context))
      .update(plain)
      .digest()
      .subarray(0, TAG_BYTES);

  let lastEpoch = '';
  let lastEpochTag = Buffer.alloc(8);
  /** The epoch seldom changes between two pages, so its tag is remembered. */
  const epochBytes = (epoch: string) => {
    if (epoch !== lastEpoch) {
      lastEpochTag = createHmac('sha256', derive).update('epoch').update(epoch).digest();
      lastEpoch = epoch;
    }
    return lastEpochTag.subarray(0, 8);
  };

  return {
    seal(context, cursor, epoch) {
      const plain = Buffer.allocUnsafe(PLAIN_BYTES);
      plain.writeDoubleBE(cursor.position, 0);
      plain.writeDoubleBE(cursor.tie, 8);
      epochBytes(epoch).copy(plain, 16);
      const tag = tagOf(context, plain);
      const cipher = createCipheriv('aes-256-ctr', encrypt, tag);
      return Buffer.concat([tag, cipher.update(plain)]).toString('base64url');
    },
    open(context, token) {
      if (token.length !== TOKEN_CHARS || !/^[\w-]+$/.test(token)) return null;
      const sealed = Buffer.from(token, 'base64url');
      if (sealed.length !== TAG_BYTES + PLAIN_BYTES) return null;
      // Base64url leaves two bits of the last character unused: only one spelling is a token.
      if (sealed.toString('base64url') !== token) return null;
      const tag = sealed.subarray(0, TAG_BYTES);
      const cipher = createDecipheriv('aes-256-ctr', encrypt, tag);
      const plain = cipher.update(sealed.subarray(TAG_BYTES));
      if (!timingSafeEqual(tag, tagOf(context, plain))) return null;
      return {
        position: plain.readDoubleBE(0),
        tie: plain.readDoubleBE(8),
        epoch: plain.toString('hex', 16),
      };
    },
    epochTag: (epoch) => epochBytes(epoch).toString('hex'),
    digest(purpose, ...parts) {
      const mac = createHmac('sha256', derive).update(`${purpose}\0`);
      for (const part of parts) mac.update(`${part.length}:`).update(part);
      return mac.digest().subarray(0, TAG_BYTES).toString('base64url');
    },
  };
}
