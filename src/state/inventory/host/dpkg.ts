/** The database of dpkg: /var/lib/dpkg/status, and status.d of images without dpkg (dpkg(1)). */
import { LIMITS } from '../../../core/limits.ts';
import type { PurlComponents } from '../../purl/index.ts';
import { shown } from '../issues.ts';
import type { Parts, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { textOfBytes } from '../text.ts';
import { type Stanza, stanzasOf } from './control.ts';
import { type Distribution, distroOf } from './os-release.ts';

const FORM = 'dpkg status';

/** A package of the database, before what it depends on is looked up. */
interface Installed {
  readonly ref: string;
  readonly path: string;
  readonly name: string;
  readonly arch: string;
  readonly wants: string;
}

/**
 * The packages whose status is `installed`: what is half-installed, unpacked or left as
 * configuration is told, and not counted.
 */
export function readDpkg(file: SourceFile, distribution: Distribution | null): Parts {
  const text = textOfBytes(file.bytes);
  if (text === null) return noParts(file.path, FORM, 'inventory-size', 'The database');
  const list = new PartsList(file.path, FORM);
  const installed: Installed[] = [];
  const names = new Map<string, string[]>();
  for (const stanza of stanzasOf(text)) {
    const found = addPackage(stanza, distribution, list);
    if (found === null) continue;
    installed.push(found);
    for (const name of [found.name, ...providedBy(stanza)]) {
      const known = names.get(name);
      if (known === undefined) names.set(name, [found.ref]);
      else known.push(found.ref);
    }
  }
  for (const each of installed) relate(each, names, list);
  return list.done();
}

function addPackage(
  stanza: Stanza,
  distribution: Distribution | null,
  list: PartsList,
): Installed | null {
  const path = `line:${stanza.line}`;
  for (const line of stanza.strange) list.find('inventory-syntax', `line:${line}`, 'A line');
  const name = stanza.fields.get('package') ?? '';
  const state = stanza.fields.get('status');
  if (state !== undefined && !isInstalled(state)) {
    if (!/ (?:not-installed|config-files)$/.test(state)) {
      list.find('inventory-entry', path, `${shown(name)} is in the state ${shown(state)}`);
    }
    return null;
  }
  const version = stanza.fields.get('version') ?? '';
  const arch = stanza.fields.get('architecture') ?? '';
  if (name === '' || version === '') {
    list.find('inventory-entry', path, `Package ${shown(name)}, Version ${shown(version)}`);
    return null;
  }
  const homepage = stanza.fields.get('homepage');
  const maintainer = stanza.fields.get('maintainer')?.replace(/\s*<[^<>]*>$/, '');
  const ref = list.add({
    key: arch === '' ? name : `${name}:${arch}`,
    path,
    name,
    version,
    purl: debPurl(name, version, arch, sourceOf(stanza), distribution),
    ...(maintainer === undefined || maintainer === ''
      ? {}
      : { supplier: { name: maintainer, urls: homepage === undefined ? [] : [homepage] } }),
  });
  if (ref === null) return null;
  list.stated(ref);
  const wants = [stanza.fields.get('pre-depends'), stanza.fields.get('depends')];
  return { ref, path, name, arch, wants: wants.filter((each) => each !== undefined).join(',') };
}

/** dpkg(1): want, flag, state; status.d has no such field, what lies there is installed. */
function isInstalled(status: string): boolean {
  return status.split(/\s+/)[2] === 'installed';
}

export interface SourcePackage {
  readonly name: string;
  readonly version: string;
}

/** Debian Policy §5.6.1: `Source: name (version)` where either differs from the binary package. */
export function sourceOf({ fields }: Stanza): SourcePackage {
  const own = { name: fields.get('package') ?? '', version: fields.get('version') ?? '' };
  const said = /^(\S+)(?:\s+\(([^()]+)\))?$/.exec(fields.get('source') ?? '');
  return said === null ? own : { name: said[1] ?? own.name, version: said[2] ?? own.version };
}

/** Type deb, with the qualifiers of distribution packages; `upstream` where the source differs. */
export function debPurl(
  name: string,
  version: string,
  arch: string,
  source: SourcePackage,
  distribution: Distribution | null,
): PurlComponents {
  const differs = source.name !== name || source.version !== version;
  const upstream = source.version === version ? source.name : `${source.name}@${source.version}`;
  return {
    type: 'deb',
    namespace: distribution?.id ?? 'debian',
    name,
    version,
    qualifiers: { arch, distro: distroOf(distribution), ...(differs ? { upstream } : {}) },
  };
}

function providedBy({ fields }: Stanza): string[] {
  return (fields.get('provides') ?? '').split(',').flatMap((each) => nameOf(each) ?? []);
}

/** A relation without version and architecture: `libc6:any (>= 2.36)` is libc6. */
function nameOf(relation: string): string | null {
  return /^\s*([a-z0-9][a-z0-9+.-]*)/.exec(relation)?.[1] ?? null;
}

/** §7.1: of alternatives the installed ones; of several architectures the own one. */
function relate(each: Installed, names: ReadonlyMap<string, readonly string[]>, list: PartsList) {
  for (const clause of each.wants.slice(0, LIMITS.inventory.manifestBytes).split(',')) {
    const [target] = clause.split('|').flatMap((alternative) => {
      const refs = names.get(nameOf(alternative) ?? '') ?? [];
      return refs.find((ref) => ref.endsWith(`:${each.arch}`)) ?? refs.slice(0, 1);
    });
    if (target !== undefined && target !== each.ref) list.relate(each.ref, target, each.path);
  }
}
