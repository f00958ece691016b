/**
 * Who asks: the one place where a request becomes a principal. Bearer token, Basic, client
 * certificate, or the local socket, which only the user who runs the hub can open.
 */
import type { Clock } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import type { Principal } from '../../core/principal.ts';
import { ANONYMOUS } from '../../core/principal.ts';
import type { Credential } from '../../store/port.ts';
import type { DirectoryIndex } from '../directory.ts';
import { canonicalUserName, LOCAL_OPERATOR, principalOf } from '../directory.ts';
import { inForce, PasswordCheck, tokenSecret } from './credential.ts';
import { LoginThrottle } from './throttle.ts';

export type Scope = Credential['scope'][number];

export interface Presented {
  readonly authorization?: string;
  /** SHA-256 fingerprint (hex, lower case) of a client certificate that the listener verified. */
  readonly certificate?: string;
  /** Address of the client, after trusted proxies. */
  readonly address: string;
  /** True on the local socket. */
  readonly local: boolean;
}

export interface Authenticated {
  readonly principal: Principal;
  readonly scope: readonly Scope[];
  /** Absent for the anonymous and for the local socket. */
  readonly credential?: Credential;
}

const NOBODY: Authenticated = { principal: ANONYMOUS, scope: [] };
const EVERY_SCOPE: readonly Scope[] = ['taxii', 'api', 'admin'];

export class Authenticator {
  readonly #clock: Clock;
  readonly #passwords: PasswordCheck;
  readonly #throttle: LoginThrottle;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#passwords = new PasswordCheck(clock);
    this.#throttle = new LoginThrottle(clock);
  }

  /** Wrong credentials are an error and never fall back to anonymous. */
  async authenticate(presented: Presented, directory: DirectoryIndex): Promise<Authenticated> {
    if (presented.local) return localOperator(directory);
    const { authorization, certificate } = presented;
    if (authorization !== undefined) return this.#byHeader(authorization, presented, directory);
    if (certificate !== undefined) {
      const credential = directory.credentialBySecret.get(certificate);
      if (credential?.kind === 'certificate') return this.#accept(credential, directory);
    }
    return NOBODY;
  }

  async #byHeader(
    header: string,
    { address }: Presented,
    directory: DirectoryIndex,
  ): Promise<Authenticated> {
    const [scheme = '', rest = ''] = splitOnce(header.trim(), ' ');
    const keys = [`address:${address}`];
    const basic = scheme.toLowerCase() === 'basic' ? basicPair(rest) : null;
    if (basic) keys.push(`user:${canonicalUserName(basic.user)}`);
    const wait = this.#throttle.wait(keys);
    if (wait > 0) {
      throw new CybexError('too-many-requests', 'Too many failed log-ins.', { retryAfter: wait });
    }
    const credential = basic
      ? await this.#byPassword(basic, directory)
      : bearerCredential(scheme, rest.trim(), directory);
    if (credential === null || !inForce(credential, this.#clock.now())) {
      this.#throttle.failed(keys);
      throw new CybexError('unauthenticated', 'The credentials are not valid.');
    }
    this.#throttle.succeeded(keys);
    return this.#accept(credential, directory);
  }

  async #byPassword(
    { user, password }: { user: string; password: string },
    directory: DirectoryIndex,
  ): Promise<Credential | null> {
    const candidates = directory.credentialsByUser.get(canonicalUserName(user)) ?? [];
    for (const credential of candidates) {
      if (await this.#passwords.matches(credential, password)) return credential;
    }
    if (candidates.length === 0) await this.#passwords.matchesNobody(password);
    return null;
  }

  #accept(credential: Credential, directory: DirectoryIndex): Authenticated {
    const person = directory.personById.get(credential.principal);
    if (person === undefined || !inForce(credential, this.#clock.now())) {
      throw new CybexError('unauthenticated', 'The credentials are not valid.');
    }
    const assurance = credential.kind === 'certificate' ? 'certificate' : credential.kind;
    return {
      principal: principalOf(person, directory, assurance),
      scope: credential.scope,
      credential,
    };
  }
}

/** Whoever can open the socket file runs the hub. Before the house is founded there is nobody. */
function localOperator(directory: DirectoryIndex): Authenticated {
  const person = directory.personById.get(LOCAL_OPERATOR);
  if (person === undefined) return NOBODY;
  return { principal: principalOf(person, directory, 'password'), scope: EVERY_SCOPE };
}

function bearerCredential(
  scheme: string,
  token: string,
  directory: DirectoryIndex,
): Credential | null {
  if (scheme.toLowerCase() !== 'bearer' || token === '') return null;
  const credential = directory.credentialBySecret.get(tokenSecret(token));
  return credential?.kind === 'token' ? credential : null;
}

function basicPair(encoded: string): { user: string; password: string } {
  const text = Buffer.from(encoded.trim(), 'base64').toString('utf8');
  const [user = '', password = ''] = splitOnce(text, ':');
  return { user, password };
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
