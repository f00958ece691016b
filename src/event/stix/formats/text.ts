/** Textual values that other standards define: domain names, mail addresses, URLs, languages, CPE. */

/**
 * RFC 1034 §3.5 within RFC 5890: labels of 1–63 octets, 253 together, letters, digits, hyphens and
 * (for the service names seen in practice) underscores; U-labels are letters beyond ASCII.
 */
export function isDomainName(text: string): boolean {
  const end = text.endsWith('.') ? text.length - 1 : text.length;
  if (end < 1 || end > 253) return false;
  let label = 0;
  for (let i = 0; i <= end; i++) {
    const code = i === end ? 46 : text.charCodeAt(i);
    if (code === 46) {
      if (label < 1 || label > 63) return false;
      if (text.charCodeAt(i - 1) === 45 || text.charCodeAt(i - label) === 45) return false;
      label = 0;
    } else {
      if (!isDomainCode(code)) return false;
      label++;
    }
  }
  return true;
}

function isDomainCode(code: number): boolean {
  if (code >= 97 && code <= 122) return true;
  if (code >= 48 && code <= 57) return true;
  if (code >= 65 && code <= 90) return true;
  return code === 45 || code === 95 || code >= 0xa1;
}

/** RFC 5322 §3.4.1 addr-spec: `local-part@domain` without display name, comment or white space. */
export function isAddrSpec(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1) return false;
  return isLocalPart(text.slice(0, at)) && isMailDomain(text.slice(at + 1));
}

function isLocalPart(text: string): boolean {
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) return true;
  let previous = 46;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 127 || '()<>[]:;@\\,"'.includes(text[i] as string)) return false;
    if (code === 46 && previous === 46) return false;
    previous = code;
  }
  return previous !== 46;
}

function isMailDomain(text: string): boolean {
  if (text.startsWith('[') && text.endsWith(']')) return text.length > 2;
  return isDomainName(text);
}

/** RFC 3986 §3: an absolute URI: scheme, colon, and a rest of printable characters without spaces. */
export function isUri(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon < 1 || colon === text.length - 1) return false;
  for (let i = 0; i < colon; i++) {
    const code = text.charCodeAt(i) | 32;
    const letter = code >= 97 && code <= 122;
    if (!letter && (i === 0 || !isSchemeCode(text.charCodeAt(i)))) return false;
  }
  for (let i = colon + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 34 || code === 60 || code === 62 || code === 127) return false;
  }
  return true;
}

function isSchemeCode(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

/** RFC 5646 §2.1 well-formed language tag (registry membership is a matter of validity, §2.2.9). */
export function isLanguageTag(text: string): boolean {
  if (text.length < 2 || text.length > 255) return false;
  const subtags = text.split('-');
  const first = subtags[0] as string;
  if (first === 'x' || first === 'X' || first === 'i' || first === 'I') return subtags.length > 1;
  if (!/^[A-Za-z]{2,8}$/.test(first)) return false;
  return subtags.every((subtag) => /^[A-Za-z0-9]{1,8}$/.test(subtag));
}

/** CPE 2.3 formatted string (NISTIR 7695 §6.2): `cpe:2.3:` part and ten further components. */
export function isCpe23(text: string): boolean {
  if (!text.startsWith('cpe:2.3:')) return false;
  let components = 1;
  let length = 0;
  for (let i = 8; i <= text.length; i++) {
    const char = i === text.length ? ':' : (text[i] as string);
    if (char === '\\') {
      i++;
      length += 2;
    } else if (char === ':') {
      if (length === 0) return false;
      if (i < text.length) components++;
      length = 0;
    } else {
      if (char <= ' ') return false;
      length++;
    }
  }
  return components === 11 && 'aoh*-'.includes(text[8] as string);
}

/** The exact CVE identifier: `CVE-` year, and a sequence number of at least four digits. */
export function isCveId(text: string): boolean {
  return text.length < 40 && /^CVE-\d{4}-(?:0\d{3}|[1-9]\d{3,})$/.test(text);
}

/** `CAPEC-` and a number. */
export function isCapecId(text: string): boolean {
  return text.length < 40 && /^CAPEC-\d+$/.test(text);
}
