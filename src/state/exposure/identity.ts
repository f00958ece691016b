/** What a component is called where vulnerabilities are published. */
import { goModulePaths, type Purl, packageOfPurl, parsePurl } from '../purl/index.ts';
import type { Component } from '../sbom/index.ts';
import type { UnidentifiedReason } from './model.ts';
import { readSystem, type System } from './system.ts';

/** A name with the version that is counted under it: sources have versions of their own. */
export interface PackageName {
  readonly name: string;
  readonly version: string;
}

export interface Identity {
  readonly purl: Purl;
  /** As OSV writes it, without a release; null where OSV has none. */
  readonly ecosystem: string | null;
  /** The most telling first; a record is asked by the first that it speaks of. */
  readonly names: readonly PackageName[];
  readonly version: string;
  /** A package of an operating system: only its distribution decides. */
  readonly distribution: boolean;
  /** Where it is installed, as far as it is known. */
  readonly system: System | null;
  /** Name and stream of the RHEL module that it belongs to, `nodejs:16`; empty where not said. */
  readonly module: string | null;
}

export type Identified =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly reason: UnidentifiedReason };

/** Package URL types of operating systems. */
const INSTALLED: ReadonlySet<string> = new Set(['deb', 'rpm', 'apk', 'alpm', 'ebuild']);

export function isDistributionType(type: string): boolean {
  return INSTALLED.has(type);
}

/** `system` is that of the asset; a component that names its own is asked by that. */
export function identify(component: Component, system: System | null): Identified {
  if (component.purl === undefined) return { ok: false, reason: 'no-identity' };
  const parsed = parsePurl(component.purl);
  if (!parsed.ok) return { ok: false, reason: 'no-identity' };
  const purl = parsed.value;
  const found = packageOfPurl(purl);
  const distribution = isDistributionType(purl.type);
  if (found === null && !distribution) return { ok: false, reason: 'no-ecosystem' };
  const version = versionOf(purl, purl.version ?? component.version ?? null);
  const names = namesOf(purl, found?.name ?? purl.name, version);
  const [first] = names;
  if (first === undefined) return { ok: false, reason: 'no-version' };
  const { distro } = purl.qualifiers;
  return {
    ok: true,
    identity: {
      purl,
      ecosystem: found?.ecosystem.osv ?? null,
      names,
      version: version ?? first.version,
      distribution,
      system: distribution ? (distro === undefined ? system : readSystem(distro)) : null,
      module: moduleOf(purl, version ?? first.version),
    },
  };
}

/** rpm and dpkg count the epoch with the version; package URLs may write it apart. */
export function versionOf({ type, qualifiers }: Purl, version: string | null): string | null {
  const { epoch } = qualifiers;
  const counted = type === 'rpm' || type === 'deb';
  return counted && version !== null && epoch !== undefined && !/^[0-9]+:/.test(version)
    ? `${epoch}:${version}`
    : version;
}

/** Debian, Ubuntu and Alpine speak of source packages alone; the others of both. */
function namesOf(purl: Purl, name: string, version: string | null): PackageName[] {
  const own = version === null ? [] : [{ name, version }];
  if (purl.type === 'golang') {
    return own.flatMap((each) =>
      goModulePaths(name, purl.version).map((path) => ({ ...each, name: path })),
    );
  }
  const source = sourceOf(purl, version);
  if (source === null) return own;
  return purl.type === 'rpm' || purl.namespace === 'wolfi' || purl.namespace === 'chainguard'
    ? [...own, source]
    : [source];
}

/** `upstream=name`, `name@version`, or the file of a source RPM: `name-version-release.src.rpm`. */
function sourceOf(purl: Purl, binary: string | null): PackageName | null {
  const { upstream } = purl.qualifiers;
  if (upstream === undefined) return null;
  const file = /^(.+)-([^-]+-[^-]+)\.src\.rpm$/.exec(upstream);
  if (file !== null) {
    const [, name = '', version = ''] = file;
    return { name, version: versionOf(purl, version) ?? version };
  }
  const at = upstream.lastIndexOf('@');
  if (at > 0) {
    const version = upstream.slice(at + 1);
    return { name: upstream.slice(0, at), version: versionOf(purl, version) ?? version };
  }
  // Debian Policy 5.6.12: +bN is a rebuild of the binary, of the same source.
  const version = purl.type === 'deb' ? binary?.replace(/\+b[0-9]+$/, '') : binary;
  return version === undefined || version === null ? null : { name: upstream, version };
}

/** `rpmmod=nodejs:16:8070020…`: name and stream; the build is another with every fix. */
export function moduleOf({ type, qualifiers }: Purl, version: string): string | null {
  if (type !== 'rpm') return null;
  const { rpmmod } = qualifiers;
  if (rpmmod !== undefined) return rpmmod.split(':').slice(0, 2).join(':');
  return isModular(version) ? '' : null;
}

export function isModular(version: string): boolean {
  return /\.module[_+]/.test(version);
}
