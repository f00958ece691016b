/** External references (STIX 2.1 §2.5) of a projection. */
import { URI } from '../../core/shape/form.ts';
import type { ExternalReference } from '../../event/stix/types.ts';
import { cleaned } from './projector.ts';

/** References without repetition, in their order. */
export class References {
  readonly #byText = new Map<string, ExternalReference>();

  add(reference: ExternalReference): void {
    const whole = cleaned({ ...reference }) as unknown as ExternalReference;
    this.#byText.set(JSON.stringify(whole), whole);
  }

  get list(): readonly ExternalReference[] {
    return [...this.#byText.values()];
  }
}

/** True for what may stand in `url` (RFC 3986). */
export function isUrl(text: string): boolean {
  return URI.test(text);
}

const AUTHORITY = /^[a-z][a-z0-9+.-]{0,30}:\/\/(?:[^@/?#]*@)?([^/?#:[\]]{1,253})/i;

/** The name of the source of a URL that has no other: its host. */
export function hostOf(url: string): string {
  return AUTHORITY.exec(url)?.[1]?.toLowerCase() ?? 'reference';
}

/** STIX 2.1 §4.19.1, §4.1.1: these names and these forms of ids go together. */
const CATALOGUES: readonly (readonly [name: string, form: RegExp])[] = [
  ['cve', /^CVE-\d{4}-(?:0\d{3}|[1-9]\d{3,})$/],
  ['capec', /^CAPEC-\d+$/],
];

/** True for ids that only their own catalogue may give: a reference to them says "this is it". */
export function isCatalogued(id: string): boolean {
  return /^(?:CVE|CAPEC)-/i.test(id);
}

/** `cve`, `capec`, else the prefix of the id in lower case, e.g. `ghsa`. */
export function systemOf(id: string): string {
  const catalogue = id.length < 40 ? CATALOGUES.find(([, form]) => form.test(id)) : undefined;
  if (catalogue !== undefined) return catalogue[0];
  const prefix = /^([A-Za-z0-9]{1,40})-/.exec(id)?.[1]?.toLowerCase() ?? 'id';
  return isReserved(prefix) ? 'id' : prefix;
}

function isReserved(name: string): boolean {
  return CATALOGUES.some(([reserved]) => reserved === name);
}

/** Whatever a source calls itself, it is no catalogue without an id of that catalogue. */
export function nameOfSource(name: string): string {
  return isReserved(name) ? `${name} (as named by the source)` : name;
}
