/**
 * SSVC namespaces (pattern of SelectionList 2.0.0), read part by part: the published pattern
 * nests its repetitions and takes exponential time on crafted text.
 */
import { isLanguageTag } from './patterns.ts';

export interface SsvcNamespace {
  /** Up to the first `/`: `ssvc`, `cisa`, `x_example.test#private`. */
  readonly base: string;
  /** Language segment, empty when it was left out or is not there. */
  readonly language: string;
  /** Everything behind the base, without its leading `/`; empty where there is none. */
  readonly extension: string;
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const FRAGMENT = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const REGISTERED = /^[a-z][a-z0-9](?:[.-]?[a-z0-9])+$/;

/** Null when the text is no namespace. */
export function parseNamespace(text: string): SsvcNamespace | null {
  if (text.length < 3 || text.length > 1000) return null;
  const [base = '', ...segments] = text.split('/');
  if (!isBase(base)) return null;
  if (segments.length === 0) return { base, language: '', extension: '' };
  const [language = '', ...rest] = segments;
  if (language !== '' && !isLanguageTag(language)) return null;
  if (!rest.every(isSegment)) return null;
  return { base, language, extension: segments.join('/') };
}

function isBase(base: string): boolean {
  if (base.startsWith('x_')) {
    const [domain, fragment, ...more] = base.slice(2).split('#');
    return (
      more.length === 0 && isDomain(domain) && fragment !== undefined && FRAGMENT.test(fragment)
    );
  }
  const [name, fragment, ...more] = base.split('#');
  if (more.length > 0 || !REGISTERED.test(name as string)) return false;
  return fragment === undefined || FRAGMENT.test(fragment);
}

/** At least two labels, in reverse order. */
function isDomain(text: string | undefined): boolean {
  const labels = text?.split('.') ?? [];
  return labels.length >= 2 && labels.every((label) => LABEL.test(label));
}

/** A language, an extension of a domain with its fragment, or a translation of one. */
function isSegment(segment: string): boolean {
  if (!segment.startsWith('.')) return isLanguageTag(segment);
  const [extension = '', language, ...more] = segment.slice(1).split('$');
  if (more.length > 0) return false;
  const [domain, fragment, ...hashes] = extension.split('#');
  if (hashes.length > 0 || !isDomain(domain)) return false;
  if (fragment !== undefined && !FRAGMENT.test(fragment)) return false;
  if (language !== undefined) return isLanguageTag(language);
  return fragment !== undefined;
}
