/**
 * The tag-value form of SPDX 2.2 and 2.3, read into the members of the JSON form, so that one
 * check and one reader serve both. Places are lines: `line:12`.
 */
import type { Issue } from '../../../core/issue.ts';
import { type SbomIssueCode, sbomIssue } from '../issues.ts';
import { type Place, TAGS, type TagRow } from './tags.table.ts';

type Members = Record<string, unknown>;

export interface TagValueDocument {
  readonly document: Members;
  readonly issues: readonly Issue<SbomIssueCode>[];
  /** Line of each element, by its identifier. */
  readonly lines: ReadonlyMap<string, number>;
}

interface Entry {
  readonly tag: string;
  readonly value: string;
  readonly line: number;
}

/** Reads a whole document; lines that say nothing become findings, the rest is kept. */
export function readTagValue(text: string): TagValueDocument {
  const reader = new TagReader();
  for (const entry of entries(text, reader.issues)) reader.take(entry);
  return { document: reader.document, issues: reader.issues, lines: reader.lines };
}

/** §5: one tag a line; `<text>` … `</text>` spans lines; `#` begins a comment line. */
function* entries(text: string, issues: Issue<SbomIssueCode>[]): Generator<Entry> {
  const lines = text.split(/\r\n|\r|\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = i + 1;
    const trimmed = (lines[i] ?? '').trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const colon = trimmed.indexOf(':');
    if (colon <= 0 || !/^[A-Za-z]+$/.test(trimmed.slice(0, colon))) {
      issues.push(sbomIssue('spdx-tag-line', `line:${line}`, `Line ${line}`));
      continue;
    }
    const tag = trimmed.slice(0, colon);
    let value = trimmed.slice(colon + 1).trim();
    if (value.startsWith('<text>')) {
      const whole = [value];
      while (!(whole.at(-1) ?? '').includes('</text>') && i + 1 < lines.length) {
        whole.push(lines[++i] ?? '');
      }
      value = whole.join('\n');
      const end = value.indexOf('</text>');
      if (end === -1) {
        issues.push(sbomIssue('spdx-text-unclosed', `line:${line}`, `Line ${line}, ${tag}`));
      }
      value = value.slice('<text>'.length, end === -1 ? value.length : end);
    }
    yield { tag, value, line };
  }
}

class TagReader {
  readonly document: Members = Object.create(null);
  readonly issues: Issue<SbomIssueCode>[] = [];
  readonly lines = new Map<string, number>();
  /** The element under way for each place; a new package ends the file before it, and so on. */
  #current: Partial<Record<Place, Members>> = {};
  /** What SPDXID and the tags of an element without place of their own belong to. */
  #innermost: Place = 'document';

  take(entry: Entry): void {
    const row = Object.hasOwn(TAGS, entry.tag) ? TAGS[entry.tag] : undefined;
    if (row === undefined) {
      this.#find('spdx-tag-unknown', entry, `Line ${entry.line}, ${entry.tag}`);
      return;
    }
    const value = row.read(entry.value);
    if (value === null) {
      this.#find('spdx-tag-line', entry, `Line ${entry.line}, ${entry.tag}: "${entry.value}"`);
      return;
    }
    const place = row.place === 'innermost' ? this.#innermost : row.place;
    if (row.begins) this.#begin(place, row.begins);
    const target = place === 'document' ? this.document : this.#current[place];
    if (target === undefined) {
      this.#find('spdx-tag-place', entry, `Line ${entry.line}, ${entry.tag} outside a ${place}`);
      return;
    }
    set(target, row, value);
    if (entry.tag === 'SPDXID' || entry.tag === 'SnippetSPDXID') {
      this.lines.set(entry.value, entry.line);
    }
  }

  #begin(place: Place, list: string): void {
    const element: Members = Object.create(null);
    listOf(this.#ownerOf(place), list).push(element);
    this.#current[place] = element;
    if (place === 'package') this.#current = { package: element };
    if (place === 'package' || place === 'file' || place === 'snippet') this.#innermost = place;
  }

  #ownerOf(place: Place): Members {
    const owner = place === 'externalRef' ? 'package' : null;
    return (owner === null ? undefined : this.#current[owner]) ?? this.document;
  }

  #find(code: SbomIssueCode, entry: Entry, detail: string): void {
    this.issues.push(sbomIssue(code, `line:${entry.line}`, detail));
  }
}

/** The value as the member or members that its tag stands for. */
function set(target: Members, row: TagRow, value: unknown): void {
  if (row.merges) {
    Object.assign(target, value);
    return;
  }
  const path = row.member.split('.');
  let holder = target;
  for (const name of path.slice(0, -1)) {
    holder[name] ??= Object.create(null);
    holder = holder[name] as Members;
  }
  const last = path.at(-1) ?? row.member;
  if (row.many) listOf(holder, last).push(value);
  else holder[last] = value;
}

function listOf(holder: Members, name: string): unknown[] {
  const known = holder[name];
  if (Array.isArray(known)) return known;
  const list: unknown[] = [];
  holder[name] = list;
  return list;
}
