/**
 * requirements.txt (pip documentation, "Requirements File Format"; PEP 440, PEP 508). Only what is
 * pinned with `==` or `===` has a version. The comments of pip-compile say who needs whom.
 */
import { LIMITS } from '../../../core/limits.ts';
import { nameKey, type PurlComponents } from '../../purl/index.ts';
import type { Hash } from '../../sbom/index.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { linesOf, textOfBytes } from '../text.ts';
import { onlyDigest } from './python-names.ts';

export const REQUIREMENTS: PartsReader = {
  kind: 'requirements',
  names: /^(?:.*[-_.])?requirements(?:[-_.].*)?\.txt$/,
  beside: [],
  read: (file) => readRequirements(file),
};

/** A requirement as written, lines ending in a backslash joined, with the comments below it. */
interface Logical {
  readonly text: string;
  readonly path: string;
  readonly via: readonly string[];
}

function readRequirements(file: SourceFile): Parts {
  const form = 'requirements.txt';
  const text = textOfBytes(file.bytes);
  if (text === null) return noParts(file.path, form, 'inventory-size', 'The file');
  const list = new PartsList(file.path, form);
  const needed: { ref: string; via: readonly string[]; path: string }[] = [];
  for (const { text: line, path, via } of logicalLines(text)) {
    const ref = readLine(line, path, list);
    if (ref !== null) needed.push({ ref, via, path });
  }
  relateVia(needed, list);
  return list.done();
}

function* logicalLines(text: string): Generator<Logical> {
  let held: { text: string; path: string; via: string[] } | null = null;
  let open = false;
  for (const line of linesOf(text.replace(/^\uFEFF/, ''))) {
    const comment = /^\s*#\s*(.*)$/.exec(line.text.slice(0, LIMITS.inventory.nameChars));
    if (comment !== null) {
      held?.via.push(comment[1] ?? '');
      open = false;
      continue;
    }
    const continues = line.text.endsWith('\\');
    const part = continues ? line.text.slice(0, -1) : line.text;
    if (open && held !== null) held.text += ` ${part}`;
    else {
      if (held !== null) yield held;
      held = { text: part, path: `line:${line.number}`, via: [] };
    }
    open = continues;
  }
  if (held !== null) yield held;
}

const NAMED =
  /^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,255}[A-Za-z0-9])?)\s*(?:\[([^\]]{0,1024})\])?\s*(.*)$/s;

/** One requirement; options, and what they take in, are told. */
function readLine(logical: string, path: string, list: PartsList): string | null {
  const line = logical.replace(/(?:^|\s)#.*$/s, '').trim();
  if (line === '') return null;
  const include = /^(?:-r|--requirement|-c|--constraint)(?:\s*=?\s*)(\S+)/.exec(line);
  if (include !== null) {
    list.find('inventory-include', path, shown(include[1] ?? ''));
    return null;
  }
  const editable = /^(?:-e|--editable)[\s=]+(.*)$/s.exec(line)?.[1];
  if (editable === undefined && line.startsWith('-')) return null;
  const [wanted = '', ...options] = (editable ?? line).split(/\s--/);
  const hashes = onlyDigest(options.flatMap((option) => hashOf(option)));
  const place = wanted.trim();
  if (isPlace(place)) return addPlace(place, path, hashes, list);
  const named = NAMED.exec(place.split(';')[0] ?? '');
  const rest = named?.[3]?.trim() ?? '';
  const name = named?.[1];
  if (name === undefined || !/^(?:$|[<>=!~(@])/.test(rest)) {
    list.find('inventory-entry', path, shown(line));
    return null;
  }
  if (rest.startsWith('@'))
    return addNamed(name, undefined, rest.slice(1).trim(), path, hashes, list);
  const pinned = pinOf(rest);
  if (pinned === null) list.find('inventory-unpinned', path, shown(`${name} ${rest}`.trim()));
  return addNamed(name, pinned ?? undefined, undefined, path, hashes, list);
}

function hashOf(option: string): readonly string[] {
  const value = /^hash[=\s]\s*(\S+)/.exec(option)?.[1];
  return value === undefined ? [] : [value];
}

function isPlace(text: string): boolean {
  return (
    /^(?:[a-z][a-z0-9+.-]*:\/\/|\.{0,2}\/|file:)/i.test(text) ||
    /^[^\s@]+\.(?:whl|zip|tar\.gz)$/.test(text)
  );
}

/** A single clause with `==` without wildcard, or `===`; null for whatever allows more. */
function pinOf(specifiers: string): string | null {
  const bare = specifiers.replace(/^\(([^()]*)\)$/, '$1').trim();
  const pinned = /^(===?)\s*([^\s,;]+)$/.exec(bare);
  if (pinned === null) return null;
  return pinned[1] === '==' && pinned[2]?.endsWith('.*') ? null : (pinned[2] ?? null);
}

/** A wheel says its name and version (PEP 427), a repository perhaps behind `#egg=`. */
function addPlace(
  place: string,
  path: string,
  hashes: readonly Hash[],
  list: PartsList,
): string | null {
  const bare = place.split(/[;\s]/)[0] ?? '';
  const egg = /[#&]egg=([A-Za-z0-9._-]{1,255})/.exec(bare)?.[1];
  const file = bare.split(/[?#]/)[0] ?? '';
  const wheel = /(?:^|\/)([A-Za-z0-9._]+)-([^-/]+)-(?:[^-/]+-)?[^-/]+-[^-/]+-[^-/]+\.whl$/.exec(
    file,
  );
  const name = egg ?? wheel?.[1];
  if (name === undefined) {
    list.find('inventory-entry', path, shown(place));
    return null;
  }
  return addNamed(name, wheel?.[2], bare, path, hashes, list);
}

function addNamed(
  name: string,
  version: string | undefined,
  place: string | undefined,
  path: string,
  hashes: readonly Hash[],
  list: PartsList,
): string | null {
  return list.add({
    key: nameKey('pep503', name),
    path,
    name,
    version,
    purl: pypiPurl(name, version, place),
    hashes,
  });
}

/** Type pypi; a repository or a file elsewhere is told by a qualifier. */
export function pypiPurl(
  name: string,
  version: string | undefined,
  place?: string | undefined,
): PurlComponents {
  const qualifiers: Record<string, string> = {};
  if (place !== undefined && /^(?:git|hg|svn|bzr)\+/.test(place)) qualifiers.vcs_url = place;
  else if (place !== undefined && /^https?:/.test(place)) qualifiers.download_url = place;
  return { type: 'pypi', name: nameKey('pep503', name), version, qualifiers };
}

/** `# via name` and the lines of names below it; `-r file` means: asked for by the project. */
function relateVia(
  needed: readonly { ref: string; via: readonly string[]; path: string }[],
  list: PartsList,
): void {
  const direct: string[] = [];
  let told = false;
  for (const { ref, via, path } of needed) {
    const start = via.findIndex((line) => /^via\b/.test(line));
    if (start < 0) continue;
    told = true;
    const names = via.slice(start).flatMap((line) => line.replace(/^via\b/, '').split(','));
    for (const name of names.map((each) => each.trim())) {
      if (/^-[rc] /.test(name) || name.includes('(')) direct.push(ref);
      else if (name !== '') {
        const needs = list.refOf(nameKey('pep503', name));
        if (list.has(needs)) list.relate(needs, ref, path);
      }
    }
  }
  if (told) list.direct(direct);
}
