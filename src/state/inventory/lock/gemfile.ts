/** Gemfile.lock and gems.locked (Bundler; its lockfile_parser states the form). */
import type { PurlComponents } from '../../purl/index.ts';
import { hexDigest } from '../digest-text.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { linesOf, textOfBytes } from '../text.ts';

export const GEMFILE_LOCK: PartsReader = {
  kind: 'gemfile',
  names: /^(?:gemfile\.lock|gems\.locked|.*\.gemfile\.lock)$/,
  beside: [],
  read: readGemfile,
};

/** One gem of a section, with what it needs. */
interface Gem {
  readonly name: string;
  readonly version: string;
  readonly platform: string;
  readonly origin: Origin;
  readonly path: string;
  readonly needs: { readonly name: string; readonly path: string }[];
}

interface Origin {
  readonly section: string;
  remote: string;
  revision: string;
}

interface Lock {
  readonly gems: Gem[];
  readonly asked: string[];
  readonly sums: Map<string, string>;
}

const SECTIONS = /^(?:GEM|GIT|PATH|PLUGIN SOURCE|SVN)$/;
const SPEC = /^ {4}(\S+) \(([^()\s]+)\)$/;

function readGemfile(file: SourceFile): Parts {
  const text = textOfBytes(file.bytes);
  if (text === null) return noParts(file.path, 'Gemfile.lock', 'inventory-size', 'The file');
  const list = new PartsList(file.path, 'Gemfile.lock');
  const { gems, asked, sums } = readSections(text, list);
  if (gems.length === 0 && !/^GEM$/m.test(text)) {
    list.find('inventory-form', '', 'There is no section GEM');
  }
  const byName = new Map<string, string[]>();
  const added: { ref: string; gem: Gem }[] = [];
  for (const gem of gems) {
    const ref = addGem(gem, sums, list);
    if (ref === null) continue;
    byName.set(gem.name, [...(byName.get(gem.name) ?? []), ref]);
    added.push({ ref, gem });
  }
  for (const { ref, gem } of added) {
    list.stated(ref);
    for (const { name, path } of gem.needs) {
      const targets = byName.get(name) ?? [];
      for (const target of targets) list.relate(ref, target, path);
      // Bundler itself is needed by many and listed by nobody.
      if (targets.length === 0 && name !== 'bundler') {
        list.find('inventory-dangling', path, shown(name));
      }
    }
  }
  list.direct(asked.flatMap((name) => byName.get(name) ?? []));
  return list.done();
}

/** Sections begin at the margin; within one, indentation of 2, 4 and 6 tells what a line is. */
function readSections(text: string, list: PartsList): Lock {
  const lock: Lock = { gems: [], asked: [], sums: new Map() };
  let section = '';
  let origin: Origin = { section: '', remote: '', revision: '' };
  for (const { text: line, number } of linesOf(text)) {
    const path = `line:${number}`;
    if (line.trim() === '') continue;
    if (/^(?:<{7}|={7}|>{7})/.test(line)) {
      list.find('inventory-syntax', path, 'A merge has left a conflict');
      continue;
    }
    if (!line.startsWith(' ')) {
      section = line.trim();
      origin = { section, remote: '', revision: '' };
    } else if (SECTIONS.test(section)) specLine(line, path, origin, lock, list);
    else if (section === 'DEPENDENCIES') {
      const name = /^ {2}([^\s!(]+)/.exec(line)?.[1];
      if (name !== undefined) lock.asked.push(name);
    } else if (section === 'CHECKSUMS') {
      const sum = /^ {2}(\S+) \(([^()\s]+)\) sha256=([0-9a-f]{64})/.exec(line);
      if (sum !== null) lock.sums.set(`${sum[1]} (${sum[2]})`, sum[3] ?? '');
    }
  }
  return lock;
}

function specLine(line: string, path: string, origin: Origin, lock: Lock, list: PartsList): void {
  const option = /^ {2}(\w+):(?: (.*))?$/.exec(line);
  if (option !== null) {
    if (option[1] === 'remote') origin.remote = option[2] ?? '';
    if (option[1] === 'revision') origin.revision = option[2] ?? '';
    return;
  }
  const spec = SPEC.exec(line);
  if (spec !== null) {
    const [, name = '', said = ''] = spec;
    // A version has no hyphen: what follows one is the platform.
    const dash = said.indexOf('-');
    const version = dash < 0 ? said : said.slice(0, dash);
    const platform = dash < 0 ? '' : said.slice(dash + 1);
    lock.gems.push({ name, version, platform, origin, path, needs: [] });
    return;
  }
  const need = /^ {6}([^\s!(]+)/.exec(line)?.[1];
  const last = lock.gems.at(-1);
  if (need !== undefined && last?.origin === origin) last.needs.push({ name: need, path });
  else list.find('inventory-syntax', path, shown(line.trim()));
}

function addGem(gem: Gem, sums: ReadonlyMap<string, string>, list: PartsList): string | null {
  const { name, version, platform, origin, path } = gem;
  const whole = platform === '' ? version : `${version}-${platform}`;
  return list.add({
    key: `${name}@${whole}`,
    path,
    type: origin.section === 'PATH' ? 'application' : 'library',
    name,
    version,
    purl: gemPurl(gem),
    hashes: hexDigest('sha256', sums.get(`${name} (${whole})`) ?? ''),
  });
}

function gemPurl({ name, version, platform, origin }: Gem): PurlComponents {
  const { section, remote, revision } = origin;
  const qualifiers: Record<string, string> = platform === '' ? {} : { platform };
  if (section === 'GIT') qualifiers.vcs_url = `git+${remote}@${revision}`;
  else if (section === 'GEM' && remote !== '' && !/^https?:\/\/rubygems\.org\/?$/.test(remote)) {
    qualifiers.repository_url = remote;
  }
  return { type: 'gem', name, version, qualifiers };
}
