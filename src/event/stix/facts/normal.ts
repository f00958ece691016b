/**
 * Normal forms of observable values: two producers who saw the same thing give the same text.
 * What cannot be normalised stays as it is.
 */
import { formatIpv4, formatIpv6, parseIpv4, parseIpv6 } from '../formats/address.ts';

/** IPv4 address or block: dotted, without /32; an IPv6 address in RFC 5952 form. */
export function normalAddress(value: string): string {
  const text = refang(value.trim());
  const ipv4 = parseIpv4(text);
  if (ipv4 !== null) return formatIpv4(ipv4);
  const ipv6 = parseIpv6(text);
  return ipv6 === null ? text.toLowerCase() : formatIpv6(ipv6);
}

/** Lower-case A-labels (RFC 5890) without the final dot. */
export function normalDomain(value: string): string {
  const text = refang(value.trim()).toLowerCase();
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  return isAscii(name) ? name : (hostOf(`http://${name}/`) ?? name);
}

/** Local part as written (RFC 5321 §2.4), domain in normal form. */
export function normalMailbox(value: string): string {
  const text = refang(value.trim());
  const at = text.lastIndexOf('@');
  return at < 0 ? text : `${text.slice(0, at)}@${normalDomain(text.slice(at + 1))}`;
}

/** As the URL standard writes it: lower-case scheme and host, A-labels, no default port. */
export function normalUrl(value: string): string {
  const text = refang(value.trim());
  try {
    return new URL(text).href;
  } catch {
    return text;
  }
}

/** Lower case: hashes, MAC addresses, registry keys. */
export function normalLower(value: string): string {
  return value.trim().toLowerCase();
}

/** Undoes the commonest ways to make a link harmless: `hxxp`, `[.]`, `(.)`, `[:]`, `[@]`. */
function refang(text: string): string {
  if (!text.includes('[') && !text.includes('(.)') && !/^hxxp/i.test(text)) return text;
  return text
    .replace(/^hxxp/i, 'http')
    .replaceAll('[.]', '.')
    .replaceAll('(.)', '.')
    .replaceAll('[:]', ':')
    .replaceAll('[@]', '@');
}

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return false;
  }
  return true;
}
