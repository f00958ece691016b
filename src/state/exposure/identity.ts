/** What a component is called where vulnerabilities are published. */
import { type Purl, packageOfPurl, parsePurl } from '../purl/index.ts';
import type { Component } from '../sbom/index.ts';

export interface Identity {
  readonly component: Component;
  readonly purl: Purl;
  /** As OSV writes it; with its release for packages of a distribution. */
  readonly ecosystem: string;
  /** Names under which the distribution speaks of it: the source package first. */
  readonly names: readonly string[];
  readonly version: string;
  /** A package of an operating system: only its distribution decides. */
  readonly distribution: boolean;
  /** The release is needed and not known. */
  readonly releaseUnknown: boolean;
}

export type Identified =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly reason: 'no-identity' | 'no-version' | 'no-ecosystem' };

/** `distro` names the release for components that do not, e.g. `debian-12` or `Debian:12`. */
export function identify(component: Component, distro: string | null): Identified {
  if (component.purl === undefined) return { ok: false, reason: 'no-identity' };
  const parsed = parsePurl(component.purl);
  if (!parsed.ok) return { ok: false, reason: 'no-identity' };
  const purl = parsed.value;
  const found = packageOfPurl(purl);
  if (found === null) return { ok: false, reason: 'no-ecosystem' };
  const source = sourceOf(purl);
  const version = source?.version ?? versionOf(purl, component);
  if (version === null) return { ok: false, reason: 'no-version' };
  const distribution = found.ecosystem.releases === true;
  const release = distribution ? releaseOf(found.ecosystem.osv, purl, distro) : null;
  return {
    ok: true,
    identity: {
      component,
      purl,
      ecosystem: release === null ? found.ecosystem.osv : `${found.ecosystem.osv}:${release}`,
      names: source === null ? [found.name] : [source.name, found.name],
      version,
      distribution,
      releaseUnknown: distribution && release === null && !ROLLING.has(found.ecosystem.osv),
    },
  };
}

/** Distributions without releases: one statement holds for all. */
const ROLLING = new Set(['Wolfi', 'Chainguard', 'MinimOS', 'Echo']);

/** RPM writes the epoch apart; a version without one has the epoch 0. */
function versionOf(purl: Purl, component: Component): string | null {
  const version = purl.version ?? component.version ?? null;
  const { epoch } = purl.qualifiers;
  return version !== null && epoch !== undefined && !version.includes(':')
    ? `${epoch}:${version}`
    : version;
}

/** `upstream=name` or `upstream=name@version`: the source package of a binary one. */
function sourceOf(purl: Purl): { readonly name: string; readonly version: string | null } | null {
  const { upstream } = purl.qualifiers;
  if (upstream === undefined || upstream === '') return null;
  const at = upstream.lastIndexOf('@');
  if (at > 0) return { name: upstream.slice(0, at), version: upstream.slice(at + 1) };
  return { name: sourceRpmName(upstream), version: null };
}

/** A source RPM is named by its file: `name-version-release.src.rpm`. */
function sourceRpmName(upstream: string): string {
  if (!upstream.endsWith('.src.rpm')) return upstream;
  const parts = upstream.slice(0, -'.src.rpm'.length).split('-');
  return parts.length > 2 ? parts.slice(0, -2).join('-') : upstream;
}

/** Ubuntu says `22.04` and `22.04:LTS`; Debian says 12; Alpine says v3.19. */
function releaseOf(osv: string, purl: Purl, distro: string | null): string | null {
  const stated = purl.qualifiers.distro ?? distro;
  if (stated === undefined || stated === null) return null;
  const number = /(?:^|[-:_ v])([0-9]+(?:\.[0-9]+)*)(?:$|[^0-9.])/.exec(stated)?.[1];
  const release = number ?? CODENAMES[stated.toLowerCase().replace(/^[a-z]+-/, '')];
  if (release === undefined) return null;
  if (osv === 'Alpine') return `v${release.split('.').slice(0, 2).join('.')}`;
  if (osv === 'Debian') return release.split('.')[0] ?? release;
  return release;
}

const CODENAMES: Readonly<Record<string, string>> = {
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
  forky: '14',
  bionic: '18.04',
  focal: '20.04',
  jammy: '22.04',
  noble: '24.04',
};
