/** Validity of language tags (RFC 5646 §2.2.9): every subtag is one of the registry. */
import {
  EXTENDED,
  GRANDFATHERED,
  LANGUAGES_OF_THREE,
  LANGUAGES_OF_TWO,
  REGIONS,
  SCRIPTS,
  VARIANTS,
} from './languages.table.ts';

interface Registry {
  readonly languages: ReadonlySet<string>;
  readonly extended: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly variants: ReadonlySet<string>;
  readonly grandfathered: ReadonlySet<string>;
}

let read: Registry | undefined;

function registry(): Registry {
  read ??= {
    languages: new Set([...cut(LANGUAGES_OF_TWO, 2), ...cut(LANGUAGES_OF_THREE, 3)]),
    extended: new Set(cut(EXTENDED, 3)),
    scripts: new Set(cut(SCRIPTS, 4)),
    regions: words(REGIONS),
    variants: words(VARIANTS),
    grandfathered: words(GRANDFATHERED),
  };
  return read;
}

function cut(table: string, width: number): string[] {
  const text = table.replaceAll(/\s/g, '').toLowerCase();
  const pieces: string[] = [];
  for (let i = 0; i < text.length; i += width) pieces.push(text.slice(i, i + width));
  return pieces;
}

function words(table: string): ReadonlySet<string> {
  return new Set(table.trim().toLowerCase().split(/\s+/));
}

/** What is wrong with a well-formed tag; null when it is valid. */
export function languageFault(tag: string): string | null {
  const known = registry();
  const lower = tag.toLowerCase();
  if (known.grandfathered.has(lower)) return null;
  const subtags = lower.split('-');
  const first = subtags[0] as string;
  if (first === 'x') return null;
  if (!known.languages.has(first) && !isPrivateLanguage(first)) {
    return `${first} is no language of the registry`;
  }
  const used = new Set<string>();
  for (let i = 1; i < subtags.length; i++) {
    const subtag = subtags[i] as string;
    if (subtag === 'x') return null;
    if (subtag.length === 1) {
      if (used.has(subtag)) return `the extension ${subtag} stands twice`;
      used.add(subtag);
      // What follows belongs to the extension, up to the next single letter.
      while ((subtags[i + 1]?.length ?? 0) > 1) i++;
      continue;
    }
    const fault = subtagFault(subtag, i, known, used);
    if (fault !== null) return fault;
  }
  return null;
}

function subtagFault(
  subtag: string,
  at: number,
  known: Registry,
  used: Set<string>,
): string | null {
  if (/^[a-z]{3}$/.test(subtag) && at <= 3) {
    return known.extended.has(subtag) ? null : `${subtag} is no extended language of the registry`;
  }
  if (/^[a-z]{4}$/.test(subtag)) {
    const private_ = subtag >= 'qaaa' && subtag <= 'qabx';
    return known.scripts.has(subtag) || private_ ? null : `${subtag} is no script of the registry`;
  }
  if (/^(?:[a-z]{2}|[0-9]{3})$/.test(subtag)) {
    return known.regions.has(subtag) || isPrivateRegion(subtag)
      ? null
      : `${subtag.toUpperCase()} is no region of the registry`;
  }
  if (!known.variants.has(subtag)) return `${subtag} is no variant of the registry`;
  if (used.has(subtag)) return `the variant ${subtag} stands twice`;
  used.add(subtag);
  return null;
}

function isPrivateLanguage(subtag: string): boolean {
  return /^q[a-t][a-z]$/.test(subtag);
}

function isPrivateRegion(subtag: string): boolean {
  return /^(?:q[m-z]|x[a-z])$/.test(subtag);
}

/** RFC 5646 §2.2.7 and §2.2.1: any part of the tag is for private use. */
export function isPrivateUse(tag: string): boolean {
  const subtags = tag.toLowerCase().split('-');
  const [first = '', ...rest] = subtags;
  if (first === 'x' || rest.includes('x') || isPrivateLanguage(first)) return true;
  return rest.some(
    (subtag) =>
      (/^[a-z]{4}$/.test(subtag) && subtag >= 'qaaa' && subtag <= 'qabx') ||
      (subtag.length === 2 && (isPrivateRegion(subtag) || subtag === 'aa' || subtag === 'zz')),
  );
}
