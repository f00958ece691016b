/** go.mod with go.sum (The Go Modules Reference, "go.mod files"). */
import { LIMITS } from '../../../core/limits.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { linesOf, textOfBytes } from '../text.ts';

export const GO_MOD: PartsReader = {
  kind: 'go',
  names: /^go\.mod$/,
  beside: ['go.sum'],
  read: readGoMod,
};

interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  /** What stands behind `//`. */
  readonly comment: string;
  readonly path: string;
}

interface Replacement {
  readonly name: string;
  /** Undefined for a folder, which has no version. */
  readonly version: string | undefined;
  readonly path: string;
}

function readGoMod(file: SourceFile, around: Surroundings): Parts {
  const text = textOfBytes(file.bytes);
  if (text === null) return noParts(file.path, 'go.mod', 'inventory-size', 'The file');
  const list = new PartsList(file.path, 'go.mod');
  const directives = [...directivesOf(text, list)];
  const module = directives.find(({ verb }) => verb === 'module');
  const name = module?.words[0];
  if (name === undefined) {
    list.find('inventory-form', '', 'There is no module');
    return list.done();
  }
  list.root = list.add({
    key: '.',
    path: module?.path ?? '',
    type: 'application',
    name,
    purl: goPurl(name, undefined),
  });
  completeness(directives, list);
  const sums = sumsOf(around.beside('go.sum'));
  const replaced = replacements(directives, list);
  const direct: string[] = [];
  for (const each of directives.filter(({ verb }) => verb === 'require')) {
    const ref = require(each, replaced, sums, list);
    if (ref === null || list.root === null) continue;
    if (/^indirect\b/.test(each.comment)) continue;
    direct.push(ref);
    list.relate(list.root, ref, each.path);
  }
  list.direct(direct);
  return list.done();
}

/** Lines of the form `verb words`, and `verb (` … `)` with one entry a line. */
function* directivesOf(text: string, list: PartsList): Generator<Directive> {
  let block = '';
  for (const line of linesOf(text)) {
    const path = `line:${line.number}`;
    const slashes = line.text.search(/(?:^|\s)\/\//);
    const said = (slashes < 0 ? line.text : line.text.slice(0, slashes)).trim();
    const comment =
      slashes < 0
        ? ''
        : line.text
            .slice(slashes)
            .replace(/^\s*\/\/\s*/, '')
            .trim();
    if (said === '') continue;
    if (said.length > LIMITS.inventory.nameChars) {
      list.find('inventory-size', path, `A line of ${said.length} characters`);
      continue;
    }
    const words = said.split(/\s+/).map(unquote);
    if (block !== '' && said === ')') block = '';
    else if (block !== '') yield { verb: block, words, comment, path };
    else if (words.at(-1) === '(' && words.length === 2) block = words[0] ?? '';
    else if (words.length === 1 && said.endsWith('(')) block = said.slice(0, -1);
    else yield { verb: words[0] ?? '', words: words.slice(1), comment, path };
  }
  if (block !== '') list.find('inventory-syntax', '', `${block} ( is not closed`);
}

function unquote(word: string): string {
  return /^(?:"[^"]*"|`[^`]*`)$/.test(word) ? word.slice(1, -1) : word;
}

/** Since go 1.17 every module that packages of the build come from is listed ("graph pruning"). */
function completeness(directives: readonly Directive[], list: PartsList): void {
  const said = directives.find(({ verb }) => verb === 'go')?.words[0] ?? '1.16';
  const minor = /^1\.(\d{1,4})/.exec(said)?.[1];
  if (minor !== undefined && Number(minor) < 17) {
    list.find('inventory-incomplete', '', `go ${said} lists direct requirements only`);
  }
}

/** `replace old [version] => new version`, or `=> ./folder`. */
function replacements(
  directives: readonly Directive[],
  list: PartsList,
): ReadonlyMap<string, Replacement> {
  const replaced = new Map<string, Replacement>();
  for (const { words, path } of directives.filter(({ verb }) => verb === 'replace')) {
    const arrow = words.indexOf('=>');
    const [name, version] = words.slice(arrow + 1);
    if ((arrow !== 1 && arrow !== 2) || name === undefined) {
      list.find('inventory-syntax', path, shown(words.join(' ')));
      continue;
    }
    replaced.set(words.slice(0, arrow).join(' '), { name, version, path });
  }
  return replaced;
}

function require(
  { words, path }: Directive,
  replaced: ReadonlyMap<string, Replacement>,
  sums: ReadonlyMap<string, string>,
  list: PartsList,
): string | null {
  const [name, version] = words;
  if (name === undefined || version === undefined || words.length > 2) {
    list.find('inventory-entry', path, shown(words.join(' ')));
    return null;
  }
  // A replacement for one version counts before one for all.
  const other = replaced.get(`${name} ${version}`) ?? replaced.get(name);
  const taken = other === undefined ? { name, version } : other;
  const folder = other !== undefined && other.version === undefined;
  const sum = sums.get(`${taken.name} ${taken.version}`);
  return list.add({
    key: name,
    path,
    name: folder ? name : taken.name,
    version: folder ? undefined : taken.version,
    ...(folder ? {} : { purl: goPurl(taken.name, taken.version) }),
    identifiers: sum === undefined ? [] : [{ type: 'go-h1', value: sum }],
  });
}

/** go.sum: `module version h1:digest`; the lines for `/go.mod` speak of that file alone. */
function sumsOf(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const { text } of linesOf(bytes === undefined ? '' : (textOfBytes(bytes) ?? ''))) {
    const [name, version, sum] = text.slice(0, LIMITS.inventory.nameChars).split(' ');
    if (sum?.startsWith('h1:') && !version?.endsWith('/go.mod'))
      sums.set(`${name} ${version}`, sum);
  }
  return sums;
}

/** Type golang: the path of the module up to its last segment is the namespace. */
export function goPurl(path: string, version: string | undefined) {
  const slash = path.lastIndexOf('/');
  return {
    type: 'golang',
    namespace: slash < 0 ? '' : path.slice(0, slash),
    name: path.slice(slash + 1),
    version,
  };
}
