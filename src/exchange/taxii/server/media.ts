/** Content negotiation (TAXII 2.1 §1.6.8, §3.1; RFC 9110 §12.5.1). */
import { type MediaType, parseMediaType, splitOutsideQuotes } from '../../../core/media-type.ts';

const TAXII_TYPE = 'application/taxii+json';
export const TAXII_VERSION = '2.1';

/**
 * The specification version of TAXII that a media type names is the one we speak. Absent means
 * the latest that the server supports (§1.6.8.2).
 */
function isOurVersion(type: MediaType): boolean {
  const version = type.parameters.get('version');
  return version === undefined || version === TAXII_VERSION;
}

/** How exactly a media range names what is offered: 3 the type itself, 0 not at all. */
function specificity(range: MediaType, offered: string): 0 | 1 | 2 | 3 {
  if (range.essence === offered) return offered !== TAXII_TYPE || isOurVersion(range) ? 3 : 0;
  if (range.essence === `${offered.slice(0, offered.indexOf('/'))}/*`) return 2;
  return range.essence === '*/*' ? 1 : 0;
}

/** Weight of a media range (RFC 9110 §12.4.2): 0 … 1, absent 1; what is no weight counts as 0. */
export function weight(text: string | undefined): number {
  if (text === undefined) return 1;
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : 0;
}

/**
 * Quality of an offered type under an Accept header: the most exact range decides (RFC 9110
 * §12.5.1), of equally exact ones the heaviest. 0 is not acceptable. Ranges that cannot be read
 * are passed over.
 */
export function quality(accept: string, offered: string): number {
  let best = 0;
  let found = 0;
  for (const part of splitOutsideQuotes(accept, ',')) {
    const range = parseMediaType(part);
    if (range === null) continue;
    const exact = specificity(range, offered);
    if (exact === 0 || exact < best) continue;
    const q = weight(range.parameters.get('q'));
    found = exact > best ? q : Math.max(found, q);
    best = exact;
  }
  return found;
}

export type Accepted = 'taxii' | 'html' | 'none';

/**
 * What to answer. A missing header is refused: every TAXII request must name a TAXII media range
 * (§3.1). Wildcards are satisfied, which §3.1 permits, so that plain HTTP tools work. HTML is given
 * only where there is a page for people and it is preferred to TAXII.
 */
export function negotiate(accept: string | undefined, hasPage: boolean): Accepted {
  if (accept === undefined) return 'none';
  if (accept === 'application/taxii+json;version=2.1') return 'taxii';
  const taxii = quality(accept, TAXII_TYPE);
  if (hasPage && quality(accept, 'text/html') > taxii) return 'html';
  return taxii > 0 ? 'taxii' : 'none';
}

/** The body of a POST is a TAXII 2.1 envelope in UTF-8 (§5.5, §1.6.7). */
export function isEnvelopeType(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  const type = parseMediaType(contentType);
  if (type === null || type.essence !== TAXII_TYPE || !isOurVersion(type)) return false;
  const charset = type.parameters.get('charset');
  return charset === undefined || charset.toLowerCase() === 'utf-8';
}

/** True when the caller takes gzip (RFC 9110 §12.5.3); an absent header means: as it is. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined || acceptEncoding === '') return false;
  let any = 0;
  for (const part of acceptEncoding.split(',')) {
    const [name = '', ...parameters] = part.split(';');
    const q = parameters.map((p) => p.trim()).find((p) => /^q=/i.test(p));
    const coding = name.trim().toLowerCase();
    if (coding === 'gzip' || coding === 'x-gzip') return weight(q?.slice(2)) > 0;
    if (coding === '*') any = weight(q?.slice(2));
  }
  return any > 0;
}
