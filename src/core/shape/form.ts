/**
 * Forms of texts. A form's test is linear in the text: no expression here repeats what already
 * repeats.
 */
import { parseTimestamp } from '../timestamp.ts';

export interface Form {
  /** For messages: "… is no NAME". */
  readonly name: string;
  readonly example: string;
  test(text: string): boolean;
}

/** A form that an expression describes; it must be anchored and must not back-track. */
export function pattern(name: string, expression: RegExp, example: string): Form {
  return { name, example, test: (text) => expression.test(text) };
}

/** RFC 3339 §5.6 date-time, on the real calendar, any offset. */
export const DATE_TIME: Form = {
  name: 'date-time of RFC 3339',
  example: '2026-11-21T09:30:00Z',
  test: (text) => parseTimestamp(text, { offsets: true }).ok,
};

/** RFC 3339 §5.6 full-date, on the real calendar. */
export const DATE: Form = {
  name: 'date of RFC 3339',
  example: '2026-11-21',
  test: (text) => text.length === 10 && parseTimestamp(`${text}T00:00:00Z`).ok,
};

/** RFC 9562 §4, any version and variant. */
export const UUID: Form = pattern(
  'UUID',
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  '7d444840-9dc0-41d1-b245-5ffdce74fad2',
);

/** A mailbox as addresses are exchanged (RFC 5321 §4.1.2 without quoted local parts). */
export const EMAIL: Form = pattern(
  'e-mail address',
  /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,255}$/,
  'csirt@example.org',
);

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** RFC 3986 appendix A: unreserved, sub-delims, and what separates the components. */
const URI_CHARACTERS = /^(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*$/i;
/** RFC 3987 §2.2 adds the characters beyond ASCII. */
const IRI_CHARACTERS = /^(?:[\w.~!$&'()*+,;=:@/?\u00a0-\u{10fffd}-]|%[0-9a-f]{2})*$/iu;

/** RFC 3986 §3: an absolute URI, a fragment allowed. */
export const URI: Form = {
  name: 'URI',
  example: 'https://example.org/advisory/1',
  test: (text) => SCHEME.test(text) && isReference(text.slice(text.indexOf(':') + 1), false),
};

/** RFC 3986 §4.1: a URI or a relative reference. */
export const URI_REFERENCE: Form = {
  name: 'URI reference',
  example: 'https://example.org/advisory/1',
  test: (text) => URI.test(text) || (relative(text) && isReference(text, false)),
};

/** RFC 3987 §2.2: a URI or a relative reference that may hold characters beyond ASCII. */
export const IRI_REFERENCE: Form = {
  name: 'IRI reference',
  example: 'https://example.org/勧告',
  test(text) {
    if (SCHEME.test(text)) return isReference(text.slice(text.indexOf(':') + 1), true);
    return relative(text) && isReference(text, true);
  },
};

/** RFC 3986 §4.2: the first segment of a relative path holds no colon. */
function relative(text: string): boolean {
  const colon = text.indexOf(':');
  const slash = text.search(/[/?#]/);
  return colon === -1 || (slash !== -1 && slash < colon);
}

function isReference(text: string, international: boolean): boolean {
  const characters = international ? IRI_CHARACTERS : URI_CHARACTERS;
  const hash = text.indexOf('#');
  const body = hash === -1 ? text : text.slice(0, hash);
  if (hash !== -1 && !characters.test(text.slice(hash + 1))) return false;
  if (!body.startsWith('//')) return characters.test(body);
  const end = body.slice(2).search(/[/?]/);
  const authority = end === -1 ? body.slice(2) : body.slice(2, end + 2);
  return isAuthority(authority, characters) && characters.test(body.slice(authority.length + 2));
}

const IP_LITERAL = /^\[(?:[0-9a-f:.]+|v[0-9a-f]+\.[\w.~!$&'()*+,;=:-]+)\](?::[0-9]*)?$/i;

/** RFC 3986 §3.2: userinfo, host and port. */
function isAuthority(authority: string, characters: RegExp): boolean {
  const at = authority.lastIndexOf('@');
  const user = at === -1 ? '' : authority.slice(0, at);
  const host = authority.slice(at + 1);
  if (user.includes('@') || !characters.test(user)) return false;
  if (host.startsWith('[')) return IP_LITERAL.test(host);
  const colon = host.indexOf(':');
  const port = colon === -1 ? '' : host.slice(colon + 1);
  return /^[0-9]*$/.test(port) && characters.test(colon === -1 ? host : host.slice(0, colon));
}
