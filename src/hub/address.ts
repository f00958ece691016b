/** Under which address this hub is reached, and whether anybody but this machine reaches it. */
import type { Settings } from './config/schema.ts';
import { isLoopback } from './http/loopback.ts';

/** True while no address, proxy or public name lets others in. */
export function isLocalOnly(settings: Settings): boolean {
  const proxied = settings['trust-proxy'].some((range) => range !== '');
  const opened = settings['public-url'] !== undefined || settings.listen !== undefined || proxied;
  return !opened && isLoopback(settings.host);
}

/** Without a slash at the end. `port` is the one that was given when any free one was asked for. */
export function addressOf(settings: Settings, port: number): string {
  const named = settings['public-url'] ?? settings.listen;
  if (named !== undefined) return named.replace(/\/$/, '');
  const secure = settings['tls-cert'] !== undefined && settings['tls-key'] !== undefined;
  const host = isLoopback(settings.host) ? 'localhost' : settings.host;
  return `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
