/**
 * The proxy of the surroundings, as other programs on the machine read it: `HTTPS_PROXY` and
 * `NO_PROXY`. Only https goes through it, in a tunnel: the proxy sees a name and a port.
 */
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { CybexError } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';

/** The proxy that a URL is to be fetched through; null: none. */
export type ProxyChoice = (url: URL) => URL | null;

export const NO_PROXY_AT_ALL: ProxyChoice = () => null;

/** Names in lower case win over those in capitals, as curl has it. Throws on a proxy that is no URL. */
export function proxyOf(environment: Readonly<Record<string, string | undefined>>): ProxyChoice {
  const said = environment.https_proxy ?? environment.HTTPS_PROXY ?? '';
  if (said === '') return NO_PROXY_AT_ALL;
  const proxy = proxyUrl(said);
  const exempt = exemption(environment.no_proxy ?? environment.NO_PROXY ?? '');
  return (url) => {
    if (url.protocol !== 'https:' || isThisMachine(url) || exempt(url)) return null;
    return proxy;
  };
}

function proxyUrl(said: string): URL {
  const text = said.includes('://') ? said : `http://${said}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const right = url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '';
  if (!right || /%(?![0-9a-f]{2})/i.test(url.username + url.password)) {
    throw new CybexError('invalid-argument', 'HTTPS_PROXY is not the address of a proxy.', {
      remedy: 'It looks like http://proxy.example.org:3128, with user:password@ where it asks.',
    });
  }
  return url;
}

function isThisMachine(url: URL): boolean {
  const host = bareHost(url);
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** `NO_PROXY`: names with all below them, `name:port`, addresses, address ranges, `*` for all. */
function exemption(list: string): (url: URL) => boolean {
  const tests = list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(exempted);
  return (url) => tests.some((test) => test(url));
}

function exempted(entry: string): (url: URL) => boolean {
  if (entry === '*') return () => true;
  const range = /^([0-9a-f.:]+)\/([0-9]{1,3})$/i.exec(entry);
  if (range !== null) return inRange(range[1] ?? '', Number(range[2]));
  const ported = isIP(entry) === 6 ? null : /^(.*):([0-9]+)$/.exec(entry);
  const port = ported?.[2];
  const name = (ported?.[1] ?? entry).replace(/^\*?\./, '').replace(/^\[|\]$/g, '');
  const wanted = name.toLowerCase();
  return (url) => {
    const host = bareHost(url).replace(/\.$/, '');
    if (port !== undefined && port !== (url.port || '443')) return false;
    return host === wanted || (isIP(host) === 0 && host.endsWith(`.${wanted}`));
  };
}

function inRange(network: string, prefix: number): (url: URL) => boolean {
  const family = isIP(network);
  if (family === 0 || prefix > (family === 4 ? 32 : 128)) return () => false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family === 4 ? 'ipv4' : 'ipv6');
  return (url) => {
    const host = bareHost(url);
    const kind = isIP(host);
    return kind !== 0 && list.check(host, kind === 4 ? 'ipv4' : 'ipv6');
  };
}

/**
 * A TLS connection to the host of `url` in a tunnel of the proxy (RFC 9110 §9.3.6). Rejects with
 * CybexError `peer` where the proxy refuses, is silent or cannot be reached.
 */
export async function connectThrough(
  proxy: URL,
  url: URL,
  { ca, signal }: { readonly ca?: string[]; readonly signal: AbortSignal },
): Promise<tls.TLSSocket> {
  const host = bareHost(url);
  const socket = await openTunnel(proxy, `${url.hostname}:${url.port || '443'}`, signal);
  const servername = isIP(host) === 0 ? host : '';
  const secured = tls.connect({ socket, host, servername, ...(ca ? { ca } : {}) });
  try {
    await once(secured, 'secureConnect', { signal });
    return secured;
  } catch (cause) {
    socket.destroy();
    if ((cause as Error).name === 'AbortError') throw cause;
    throw new CybexError('peer', `${url.host}: ${(cause as Error).message}`, { cause });
  }
}

async function openTunnel(proxy: URL, target: string, signal: AbortSignal): Promise<Duplex> {
  const request = (proxy.protocol === 'https:' ? https : http).request({
    host: bareHost(proxy),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...credentials(proxy) },
    timeout: LIMITS.outbound.idleMilliseconds,
    signal,
    agent: false,
  });
  request.on('timeout', () => request.destroy(new Error('is silent')));
  request.end();
  // Whatever the proxy answers to CONNECT comes with this event, a refusal too.
  const [answer, socket] = (await once(request, 'connect').catch((cause: Error) => {
    if (cause.name === 'AbortError') throw cause;
    throw new CybexError('peer', `The proxy ${proxy.host}: ${cause.message}`, { cause });
  })) as [http.IncomingMessage, Duplex];
  if (answer.statusCode === 200) return socket;
  socket.destroy();
  throw new CybexError('peer', `The proxy ${proxy.host} refused ${target}: ${answer.statusCode}.`);
}

function credentials({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = [username, password].map((part) => decodeURIComponent(part)).join(':');
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
