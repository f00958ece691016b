/** The operating system of an asset, and whether a statement is about its release. */
import type { Wfn } from '../cpe/index.ts';
import { ANY, NA, plain } from '../cpe/index.ts';
import { CODENAMES, SYSTEMS, type SystemRow } from './systems.table.ts';

export interface System {
  /** Null: only a release was given. */
  readonly row: SystemRow | null;
  /** In lower case, as given: `opensuse-leap`. */
  readonly id: string;
  /** In lower case, e.g. `9.3`, `edge`; null where it is not known. */
  readonly version: string | null;
}

/** `debian-12`, `Debian:12`, `bookworm`, `3.19.0`, `opensuse-leap-15.5`, `alpine-edge`. */
export function readSystem(text: string): System | null {
  const said = text.trim().toLowerCase().slice(0, 200);
  if (said === '') return null;
  const word = /[^-: ]*$/.exec(said)?.[0] ?? '';
  const named = Object.hasOwn(CODENAMES, word) ? CODENAMES[word] : undefined;
  if (named !== undefined) return systemOf(said.slice(0, -word.length - 1), named);
  const first = /(?:^|[-:_ ])v?([0-9][^ ]*)/.exec(said);
  if (first !== null) {
    return systemOf(said.slice(0, first.index), first[1]?.replace(/:.*$/, '') ?? null);
  }
  const cut = said.search(/[-: ][^-: ]*$/);
  const whole = rowOf(said);
  if (cut < 0) return systemOf(said, null);
  return whole === null || rowOf(said.slice(0, cut)) === null
    ? systemOf(said, null)
    : systemOf(said.slice(0, cut), word);
}

function systemOf(id: string, version: string | null): System {
  return { row: rowOf(id), id, version };
}

function rowOf(id: string): SystemRow | null {
  if (id === '') return null;
  return SYSTEMS.find(({ ids }) => ids.some((each) => id.startsWith(each))) ?? null;
}

/** The system that a CPE name means; null where it means none that packages are made for. */
export function systemOfCpe({ vendor, product, version, update }: Wfn): System | null {
  const row = SYSTEMS.find(({ cpes }) => cpes.includes(`${plain(vendor)}:${plain(product)}`));
  if (row === undefined) return null;
  if (version === ANY || version === NA) return { row, id: plain(product), version: null };
  // SUSE counts service packs in the update: 15, sp5.
  const pack = /^sp([0-9]+)$/.exec(plain(update))?.[1];
  const number = plain(version) + (pack === undefined ? '' : `.${pack}`);
  return { row, id: plain(product), version: number };
}

/** `Red Hat Enterprise Linux 9`, as advisories write it where they give no identifier. */
export function systemOfWords(words: string): System | null {
  const said = words.trim().toLowerCase();
  const row = SYSTEMS.find((each) => each.words?.test(said) === true);
  if (row === undefined) return null;
  const [, number, pack] = /([0-9]+(?:\.[0-9]+)*)(?: sp([0-9]+))?/.exec(said) ?? [];
  const version = number === undefined ? null : number + (pack === undefined ? '' : `.${pack}`);
  return { row, id: said, version };
}

/** `unknown`: the release is not known, or the names of the distribution contradict each other. */
export type Coverage = 'yes' | 'no' | 'unknown';

/** Whether what is said of a release holds for the system; null: of all releases. */
export function coversRelease(
  osv: string,
  release: string | null,
  system: System | null,
): Coverage {
  const row = SYSTEMS.find((each) => each.osv === osv);
  if (release === null || row?.rolling === true) return 'yes';
  if (system === null) return 'unknown';
  if (system.row !== null && system.row !== row) return 'unknown';
  const rule = Object.hasOwn(RULES, osv) ? RULES[osv] : undefined;
  return (rule ?? byNumber)(release, system);
}

type Rule = (release: string, system: System) => Coverage;

/** 9 holds for 9.3; 9.3 holds for 9.3, and for a 9 that says no more nobody knows. */
const byNumber: Rule = (release, { version }) => {
  if (version === null) return 'unknown';
  const stated = partsOf(release.toLowerCase().replace(/^v/, ''));
  const own = partsOf(version);
  for (const [i, part] of stated.entries()) {
    if (own[i] === undefined) return i === 0 ? 'no' : 'unknown';
    if (own[i] !== part) return 'no';
  }
  return 'yes';
};

function partsOf(version: string): string[] {
  return version.split(/[.-]/);
}

/** `22.04:LTS`, `Pro:18.04:LTS`; certified and real-time builds are packages of their own. */
const ubuntu: Rule = (release, system) => {
  const words = release.split(':');
  const number = words.find((word) => /^[0-9]/.test(word));
  const known = new Set(['LTS', 'Pro', number]);
  if (number === undefined || words.some((word) => !known.has(word))) return 'no';
  return byNumber(number, system);
};

/** A CPE without its beginning: `enterprise_linux:9::baseos`; other products have their own. */
const redHat: Rule = (release, system) => {
  const [product = '', version = ''] = release.split(':');
  if (product === 'enterprise_linux') {
    return system.id.startsWith('rhel_') ? 'no' : byNumber(version, system);
  }
  return system.id === product ? byNumber(version, system) : 'no';
};

/** `Linux Enterprise Server 15 SP5`: modules and extensions belong to a service pack. */
const suse: Rule = (release, { id, version }) => {
  if (version === null) return 'unknown';
  const [, number = '', pack] = /\b([0-9]+(?:\.[0-9]+)?)(?: SP([0-9]+))?/.exec(release) ?? [];
  const stated = pack === undefined ? number : `${number}.${pack}`;
  if (/micro/i.test(release) !== id.includes('micro')) return 'no';
  return stated === version ? 'yes' : 'no';
};

const openSuse: Rule = (release, system) => {
  const tumbleweed = system.id.includes('tumbleweed');
  if (release === 'Tumbleweed') return tumbleweed || system.version === 'tumbleweed' ? 'yes' : 'no';
  return tumbleweed ? 'no' : byNumber(release.replace(/^Leap /, ''), system);
};

const RULES: Readonly<Record<string, Rule>> = {
  Ubuntu: ubuntu,
  'Red Hat': redHat,
  SUSE: suse,
  openSUSE: openSuse,
};

/** Whether the asset runs the system that a statement names as the platform. */
export function runsOn(platform: System, system: System | null): Coverage {
  if (system === null || system.row === null) return 'unknown';
  if (system.row !== platform.row) return 'no';
  if (platform.version === null) return 'yes';
  if (platform.row?.osv === 'SUSE' && system.version !== null) {
    return platform.version === system.version ? 'yes' : 'no';
  }
  return byNumber(platform.version, system);
}
