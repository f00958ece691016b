/** The formats of JSON Schema that CSAF 2.1 asserts (§2.2): uri, date-time, uuid. */
import { timestampFault } from '../../../core/timestamp.ts';

const OFFSETS = { offsets: true } as const;

/** RFC 3339 §5.6 on the real calendar. Leap seconds are legal here; test 6.1.37 forbids them. */
export function isDateTime(text: string): boolean {
  return timestampFault(text, OFFSETS) === null;
}

/** RFC 9562 §4, any version, either case. */
export function isUuid(text: string): boolean {
  return text.length === 36 && UUID.test(text);
}

const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

const UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=";
const USERINFO = table(`${UNRESERVED}:`);
const REGISTERED_NAME = table(UNRESERVED);
const PATH = table(`${UNRESERVED}:@/`);
const QUERY = table(`${UNRESERVED}:@/?`);
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]{0,62}:/;
const PORT = /^[0-9]{0,5}$/;
const IP_LITERAL = /^(?:[0-9a-fA-F:.]{2,45}|[vV][0-9a-fA-F]{1,8}\.[\w.~!$&'()*+,;=:-]{1,80})$/;

/** RFC 3986 §3: an absolute or other URI with a scheme; one pass, no back-tracking. */
export function isUri(text: string): boolean {
  const scheme = SCHEME.exec(text)?.[0];
  if (scheme === undefined) return false;
  let rest = text.slice(scheme.length);
  const hash = rest.indexOf('#');
  if (hash >= 0) {
    if (!consists(rest.slice(hash + 1), QUERY)) return false;
    rest = rest.slice(0, hash);
  }
  const mark = rest.indexOf('?');
  if (mark >= 0) {
    if (!consists(rest.slice(mark + 1), QUERY)) return false;
    rest = rest.slice(0, mark);
  }
  if (!rest.startsWith('//')) return consists(rest, PATH);
  const end = rest.indexOf('/', 2);
  const path = end < 0 ? '' : rest.slice(end);
  return isAuthority(end < 0 ? rest.slice(2) : rest.slice(2, end)) && consists(path, PATH);
}

/** RFC 3986 §3.2. */
function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@');
  if (at >= 0 && !consists(authority.slice(0, at), USERINFO)) return false;
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) {
    const close = host.indexOf(']');
    if (close < 0 || !IP_LITERAL.test(host.slice(1, close))) return false;
    const after = host.slice(close + 1);
    return after === '' || (after.startsWith(':') && PORT.test(after.slice(1)));
  }
  const colon = host.indexOf(':');
  if (colon < 0) return consists(host, REGISTERED_NAME);
  return consists(host.slice(0, colon), REGISTERED_NAME) && PORT.test(host.slice(colon + 1));
}

function consists(text: string, allowed: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x25) {
      if (!isHex(text.charCodeAt(i + 1)) || !isHex(text.charCodeAt(i + 2))) return false;
      i += 2;
    } else if (code > 127 || allowed[code] !== 1) return false;
  }
  return true;
}

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

function table(characters: string): Uint8Array {
  const allowed = new Uint8Array(128);
  for (const character of characters) allowed[character.charCodeAt(0)] = 1;
  return allowed;
}
