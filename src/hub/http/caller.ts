/** From a socket's request to the caller: address behind trusted proxies, certificate, principal. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { CybexError } from '../../core/error.ts';
import type { Authenticated } from '../auth/authenticate.ts';
import type { DirectoryIndex } from '../directory.ts';
import type { Hub } from '../hub.ts';
import { directoryFor } from '../sample/audience.ts';
import { isLoopback } from './loopback.ts';

export interface Arrived {
  readonly caller: Authenticated;
  /** As this caller may know of it. */
  readonly directory: DirectoryIndex;
}

export type Proxies = (address: string) => boolean;

/** Forwarded headers count only from these addresses and are otherwise ignored. */
export function trustedProxies(ranges: readonly string[]): Proxies {
  const list = new BlockList();
  for (const range of ranges.filter((text) => text !== '')) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) {
      throw new CybexError('invalid-argument', `trust-proxy: ${range} is not an address or CIDR.`);
    }
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:/, '');
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

export function clientAddress(request: IncomingMessage, proxies: Proxies): string {
  const peer = request.socket.remoteAddress ?? 'local';
  const forwarded = request.headers['x-forwarded-for'];
  if (!proxies(peer) || forwarded === undefined) return peer;
  const chain = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded).split(',');
  // The last address that is not itself a trusted proxy: what is left of it anyone can write.
  const stranger = chain.map((part) => part.trim()).findLast((address) => !proxies(address));
  return stranger && isIP(stranger) !== 0 ? stranger : peer;
}

/** What a proxy leaves behind; a browser or a command on this machine sends none of them. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * True when the request was made at this machine. A proxy on it speaks for strangers, and a name
 * that somebody else's page has bound to 127.0.0.1 stands in `Host`.
 */
export function isFromHere(request: IncomingMessage, proxies: Proxies): boolean {
  const peer = request.socket.remoteAddress;
  if (peer === undefined || !isLoopback(peer) || proxies(peer)) return false;
  if (FORWARDED.some((name) => request.headers[name] !== undefined)) return false;
  const host = (request.headers.host ?? 'localhost').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return isLoopback(host);
}

export async function arrive(
  hub: Hub,
  request: IncomingMessage,
  proxies: Proxies,
  local: boolean,
): Promise<Arrived> {
  const directory = await hub.directory.current();
  const address = clientAddress(request, proxies);
  const certificate = peerCertificate(request);
  const caller = await hub.authenticator.authenticate(
    {
      ...(request.headers.authorization === undefined
        ? {}
        : { authorization: request.headers.authorization }),
      ...(certificate === null ? {} : { certificate }),
      address,
      local,
    },
    directory,
  );
  const anonymous = caller.principal.kind === 'anonymous';
  if (!local) limit(hub, anonymous ? `address:${address}` : `principal:${caller.principal.id}`);
  const here = local || isFromHere(request, proxies);
  return { caller, directory: directoryFor(caller.principal, directory, here) };
}

function limit(hub: Hub, key: string): void {
  const wait = hub.rate.take(key);
  if (wait > 0) {
    throw new CybexError('too-many-requests', 'Too many requests.', { retryAfter: wait });
  }
}

/** Only a certificate that the TLS layer verified against our own authorities counts. */
function peerCertificate(request: IncomingMessage): string | null {
  const socket = request.socket as Partial<TLSSocket>;
  if (socket.authorized !== true) return null;
  const certificate = socket.getPeerCertificate?.();
  return certificate?.fingerprint256?.replaceAll(':', '').toLowerCase() ?? null;
}
