/**
 * Tokens and passwords. A token is 256 random bits and stored as its SHA-256; a password is stored
 * as argon2id and, once it has been checked, remembered for at most five minutes under a key that
 * lives in this process alone.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock, Micros } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Credential } from '../../store/port.ts';

const REMEMBERED_FOR: Micros = 5 * 60 * 1_000_000;
const REMEMBERED_MAX = 10_000;

/** `cybex_` + 43 characters: recognisable by secret scanners, 256 bits. */
export function newToken(): string {
  return `cybex_${randomBytes(LIMITS.token.bytes).toString('base64url')}`;
}

export function tokenSecret(token: string): string {
  return sha256(token).toString('hex');
}

/** Loaded with the first password: most hubs never see one, and the binary is per platform. */
const argon2 = () => import('@node-rs/argon2');

export async function passwordSecret(password: string): Promise<string> {
  const { hash } = await argon2();
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

export function inForce(credential: Credential, now: Micros): boolean {
  return !credential.revoked && (credential.expires === undefined || credential.expires > now);
}

export class PasswordCheck {
  readonly #clock: Clock;
  readonly #key = randomBytes(32);
  readonly #remembered = new Map<string, Micros>();
  /** Compared against when the name is unknown, so that both answers take the same work. */
  #decoy: Promise<string> | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async matches(credential: Credential, password: string): Promise<boolean> {
    if (credential.kind === 'token') return sameText(credential.secret, tokenSecret(password));
    if (credential.kind !== 'password') return false;
    const key = createHmac('sha256', this.#key)
      .update(`${credential.id}\0${credential.secret}\0${password}`)
      .digest('base64');
    const until = this.#remembered.get(key);
    if (until !== undefined && until > this.#clock.now()) return true;
    const { verify } = await argon2();
    if (!(await verify(credential.secret, password))) return false;
    if (this.#remembered.size >= REMEMBERED_MAX) this.#remembered.clear();
    this.#remembered.set(key, this.#clock.now() + REMEMBERED_FOR);
    return true;
  }

  async matchesNobody(password: string): Promise<false> {
    this.#decoy ??= passwordSecret(randomBytes(16).toString('hex'));
    const { verify } = await argon2();
    await verify(await this.#decoy, password);
    return false;
  }
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
