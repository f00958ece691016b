/** CPE dictionaries (NISTIR 7697): entries by name, and where deprecated names lead. */
import { LIMITS } from '../../core/limits.ts';
import { bindToFs } from './formatted-string.ts';
import { type CpeIssue, cpeIssue, excerpt } from './issues.ts';
import { ANY, hasWildcard, type Wfn } from './wfn.ts';

/** §5.4.2: why a name was deprecated; `unstated` where the source does not say. */
export type DeprecationType =
  | 'NAME_CORRECTION'
  | 'NAME_REMOVAL'
  | 'ADDITIONAL_INFORMATION'
  | 'unstated';

export interface Deprecation {
  /** RFC 3339, or empty where the source has none. */
  readonly date: string;
  readonly type: DeprecationType;
  /** Formatted string of the name that replaces it; empty when there is none. */
  readonly by: string;
}

export interface DictionaryEntry {
  readonly name: Wfn;
  /** Formatted string: the key of the entry. */
  readonly fs: string;
  readonly titles: readonly { readonly language: string; readonly text: string }[];
  readonly references: readonly string[];
  readonly deprecated: boolean;
  readonly deprecations: readonly Deprecation[];
}

export interface Resolution {
  /** Names that are in use now; several where a name was split, none where it was removed. */
  readonly names: readonly string[];
  /** Whether the name that was asked for is in the dictionary. */
  readonly known: boolean;
  readonly issues: readonly CpeIssue[];
}

export class CpeDictionary {
  readonly #entries = new Map<string, DictionaryEntry>();
  readonly #issues: CpeIssue[] = [];

  get size(): number {
    return this.#entries.size;
  }

  /** What was found wrong with the entries, as many as one record may have. */
  get issues(): readonly CpeIssue[] {
    return this.#issues;
  }

  /** Adds an entry; a later one of the same name replaces the earlier. */
  add(entry: DictionaryEntry, path = ''): void {
    for (const found of checkEntry(entry, this.#entries.has(entry.fs), path)) {
      if (this.#issues.length < LIMITS.json.issuesPerRecord) this.#issues.push(found);
    }
    this.#entries.set(entry.fs, entry);
  }

  get(name: Wfn | string): DictionaryEntry | undefined {
    return this.#entries.get(typeof name === 'string' ? name : bindToFs(name));
  }

  entries(): IterableIterator<DictionaryEntry> {
    return this.#entries.values();
  }

  /**
   * Follows deprecations to the names in use: one name may become several, through several steps.
   * A circle, a name that is not there and too many steps are issues; what was reached stands.
   */
  resolve(name: Wfn | string): Resolution {
    const start = typeof name === 'string' ? name : bindToFs(name);
    const issues: CpeIssue[] = [];
    const names = new Set<string>();
    const seen = new Set<string>([start]);
    const due = [start];
    for (let at = 0; at < due.length; at++) {
      if (at >= LIMITS.cpe.deprecationSteps) {
        issues.push(
          cpeIssue('cpe-deprecation', `"${excerpt(start)}" leads through too many names.`),
        );
        break;
      }
      const fs = due[at] as string;
      const entry = this.#entries.get(fs);
      if (entry === undefined && at > 0) {
        issues.push(cpeIssue('cpe-deprecation', `"${excerpt(fs)}" is not in the dictionary.`));
      }
      if (entry === undefined || !entry.deprecated) {
        names.add(fs);
        continue;
      }
      follow(entry, seen, due, issues);
    }
    return { names: [...names], known: this.#entries.has(start), issues };
  }
}

function follow(
  { fs, deprecations }: DictionaryEntry,
  seen: Set<string>,
  due: string[],
  issues: CpeIssue[],
): void {
  for (const { by } of deprecations) {
    if (by === '') continue;
    if (by === fs || seen.has(by)) {
      // Two ways to one name are no circle, but a name before this one is.
      if (by === fs || due.indexOf(by) <= due.indexOf(fs)) {
        issues.push(
          cpeIssue('cpe-deprecation', `"${excerpt(fs)}" leads back to "${excerpt(by)}".`),
        );
      }
      continue;
    }
    seen.add(by);
    due.push(by);
  }
}

function checkEntry(entry: DictionaryEntry, again: boolean, path: string): CpeIssue[] {
  const issues: CpeIssue[] = [];
  if (again) {
    issues.push(
      cpeIssue('cpe-dictionary-duplicate', `"${entry.fs}" stands twice.`, path, 'warning'),
    );
  }
  if (!isIdentifier(entry.name)) {
    const message = `"${entry.fs}" does not identify one product.`;
    issues.push(cpeIssue('cpe-dictionary-identifier', message, path));
  }
  const leads = entry.deprecations.some(({ by, type }) => by !== '' || type === 'NAME_REMOVAL');
  if (entry.deprecated && !leads) {
    const message = `"${entry.fs}" is deprecated and says not by what.`;
    issues.push(cpeIssue('cpe-deprecation', message, path, 'warning'));
  }
  return issues;
}

/** §5.2.1: part, vendor, product and version are stated, and nothing has wildcards. */
function isIdentifier(name: Wfn): boolean {
  const stated = [name.part, name.vendor, name.product, name.version];
  return stated.every((value) => value !== ANY) && !Object.values(name).some(hasWildcard);
}
