/** A product of an advisory by its names, and whether a component of an asset is it. */
import { ANY, includesName, NA, parseCpe, plain } from '../cpe/index.ts';
import { readRange } from '../csaf/model/ranges.ts';
import { foldedName } from '../cve/index.ts';
import { type Purl, packageOfPurl, parsePurl } from '../purl/index.ts';
import { compareVersions, versContains, versionScheme } from '../vers/index.ts';
import { type Identity, isDistributionType, moduleOf, versionOf } from './identity.ts';
import type { Inventory, Subject } from './inventory.ts';
import { cpeKey, deviceKey, hashKey, productKey, purlKey, WIDE } from './keys.ts';
import type { Basis, Confidence, Undecided } from './model.ts';
import { type Coverage, readSystem, runsOn, systemOfCpe, systemOfWords } from './system.ts';

export interface PartNames {
  readonly purls: readonly string[];
  readonly cpes: readonly string[];
  /** Algorithm and value. */
  readonly hashes: readonly (readonly string[])[];
  readonly serials: readonly string[];
  readonly models: readonly string[];
  readonly skus: readonly string[];
  /** Of the branches above it. */
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
  readonly range?: string;
}

/** Keys of the components that may be the part. */
export function partKeys(part: PartNames): string[] {
  const { purls, cpes, hashes, serials, models, skus, vendor, product } = part;
  const keys = [
    ...purls.flatMap((text) => {
      const purl = parsePurl(text);
      return purl.ok ? [purlKey(purl.value)] : [];
    }),
    ...cpes.flatMap((text) => {
      const name = parseCpe(text);
      return name.ok ? [cpeKey(name.value) ?? WIDE] : [];
    }),
    ...hashes.map(([algorithm = '', value = '']) => hashKey(algorithm, value)),
    ...serials.map((value) => deviceKey('serial', value)),
    ...models.map((value) => deviceKey('model', value)),
    ...skus.map((value) => deviceKey('sku', value)),
    ...(vendor === undefined || product === undefined ? [] : [productKey(vendor, product)]),
  ];
  return [...new Set(keys)];
}

/** How a component is the part. */
export interface PartMatch {
  readonly basis: Basis;
  readonly confidence: Confidence;
  /** More is more exactly meant. */
  readonly specific: number;
  /** A distribution's build that the part names, and the component's under that name. */
  readonly build: Build | null;
  /** The version is, or is not, that of the part; null where nobody can tell. */
  readonly version: boolean | null;
  readonly reason?: Undecided;
  readonly why: string;
}

export interface Build {
  readonly stated: string;
  readonly own: string;
  readonly scheme: string;
}

/**
 * The best match of the part's names; null where the component is another product. `moduleStated`:
 * another part of the product tells the module.
 */
export function matchPart(
  part: PartNames,
  subject: Subject,
  moduleStated = false,
): PartMatch | null {
  const found = [
    ...part.purls.map((text) => byPurl(text, part, subject, moduleStated)),
    ...part.cpes.map((text) => byCpe(text, part, subject)),
    byHash(part, subject),
    byDevice(part, subject),
    byName(part, subject),
  ].filter((match) => match !== null);
  const good = found.filter(({ version }) => version !== false);
  return (good.length > 0 ? good : found).sort((a, b) => b.specific - a.specific)[0] ?? null;
}

const EXACT = 1_000;
const VERSION = 100;
const RANGE = 50;

interface Extent {
  readonly version: boolean | null;
  readonly specific: number;
  readonly reason?: Undecided;
}

/** What the branches say of the version: one, a range, or nothing, which is all. */
function extentOf(part: PartNames, version: string | null, scheme: string | null): Extent {
  if (part.range !== undefined) return rangeExtent(part.range, version);
  if (part.version === undefined) return { version: true, specific: 0 };
  if (version === null) return { version: null, specific: VERSION, reason: 'version' };
  return { version: sameVersion(scheme, part.version, version), specific: VERSION };
}

/** 2.1 §3.1.3.3.2: `vers:` is evaluated; a range without scheme has no order. */
function rangeExtent(range: string, version: string | null): Extent {
  if (range === 'vers:all/*') return { version: true, specific: 0 };
  if (readRange(range).kind !== 'vers') return { version: null, specific: RANGE, reason: 'order' };
  if (version === null) return { version: null, specific: RANGE, reason: 'version' };
  const within = versContains(range, version);
  if (within.ok) return { version: within.value, specific: RANGE };
  const scheme = /^vers:([^/]*)/.exec(range)?.[1] ?? '';
  return {
    version: null,
    specific: RANGE,
    reason: versionScheme(scheme) === null ? 'order' : 'version',
  };
}

function sameVersion(scheme: string | null, stated: string, own: string): boolean {
  if (stated === own) return true;
  const order = scheme === null ? null : compareVersions(scheme, stated, own);
  return order?.ok === true && order.value === 0;
}

function byPurl(
  text: string,
  part: PartNames,
  subject: Subject,
  moduleStated: boolean,
): PartMatch | null {
  const parsed = parsePurl(text);
  const { identity } = subject;
  if (!parsed.ok || identity === null) return null;
  const stated = parsed.value;
  const own = meantBy(stated, subject, identity);
  const qualified = own === null ? 'no' : qualifiersOf(stated, identity);
  if (own === null || qualified === 'no') return null;
  const found = packageOfPurl(stated)?.ecosystem.scheme ?? null;
  const scheme = found ?? (isDistributionType(stated.type) ? stated.type : null);
  const version = versionOf(stated, stated.version);
  const general = 1 + Object.keys(stated.qualifiers).length;
  const extent: Extent =
    version === null
      ? extentOf(part, own, scheme)
      : { version: sameVersion(scheme, version, own), specific: VERSION };
  const build =
    version !== null && scheme !== null && isDistributionType(stated.type)
      ? { stated: version, own, scheme }
      : null;
  const open = qualified === 'module' && !moduleStated ? { version: null, reason: qualified } : {};
  return {
    basis: identity.distribution ? 'distribution' : 'purl',
    confidence: 'high',
    build,
    why: `${text} means it`,
    ...extent,
    ...open,
    specific: general + extent.specific,
  };
}

/** The component's version under the name that the package URL means; null: another package. */
function meantBy(stated: Purl, { keys }: Subject, identity: Identity): string | null {
  const { purl, names, version } = identity;
  if (!identity.distribution) return keys.includes(purlKey(stated)) ? version : null;
  const same =
    stated.type === purl.type &&
    (stated.namespace === purl.namespace ||
      (identity.ecosystem !== null && packageOfPurl(stated)?.ecosystem.osv === identity.ecosystem));
  if (!same) return null;
  const { arch } = stated.qualifiers;
  const ofSource = arch === 'src' || arch === 'source';
  const own = { name: purl.name, version };
  const sources = names.length > 0 ? names : [own];
  const asked = ofSource ? [...sources].reverse() : arch === undefined ? [own, ...sources] : [own];
  return asked.find(({ name }) => name === stated.name)?.version ?? null;
}

/** Qualifiers that tell packages apart, as far as both sides state them. */
function qualifiersOf(stated: Purl, { purl, module, system }: Identity): 'yes' | 'no' | 'module' {
  const said = stated.qualifiers;
  const own = purl.qualifiers;
  if (isOther(said.arch, own.arch) || isOther(said.classifier, own.classifier)) return 'no';
  if (said.distro !== undefined) {
    const platform = readSystem(said.distro);
    if (platform !== null && runsOn(platform, system) === 'no') return 'no';
  }
  const wanted = moduleOf(stated, stated.version ?? '');
  if (wanted === module || (wanted === null && stated.version === null)) return 'yes';
  // A module is not what is beside it; without its stream nobody knows which module is meant.
  if (wanted === null || module === null) return 'no';
  return wanted === '' || module === '' ? 'module' : 'no';
}

const ANYWHERE: ReadonlySet<string | undefined> = new Set([
  undefined,
  'noarch',
  'all',
  'src',
  'source',
]);

function isOther(stated: string | undefined, own: string | undefined): boolean {
  return !ANYWHERE.has(stated) && !ANYWHERE.has(own) && stated !== own;
}

function byCpe(text: string, part: PartNames, subject: Subject): PartMatch | null {
  const parsed = parseCpe(text);
  if (!parsed.ok) return null;
  const stated = parsed.value;
  const key = cpeKey(stated);
  const base = {
    basis: 'cpe',
    confidence: 'medium',
    build: null,
    why: `${text} means it`,
  } as const;
  for (const own of subject.cpes) {
    if (key !== null && cpeKey(own) !== key) continue;
    if (!includesName({ ...stated, version: ANY, update: ANY }, { ...own, update: ANY })) continue;
    const version = own.version === ANY || own.version === NA ? null : plain(own.version);
    if (stated.version === ANY) {
      const extent = extentOf(part, version, null);
      return { ...base, ...extent, specific: 1 + extent.specific };
    }
    if (version === null) return { ...base, specific: VERSION, version: null, reason: 'version' };
    return { ...base, specific: VERSION, version: includesName(stated, own) };
  }
  return null;
}

function byHash(part: PartNames, { hashes }: Subject): PartMatch | null {
  const same = part.hashes.some(([algorithm = '', value = '']) =>
    hashes.includes(hashKey(algorithm, value)),
  );
  if (!same) return null;
  const why = 'its digest is the same';
  return { basis: 'hash', confidence: 'high', specific: EXACT, build: null, version: true, why };
}

/** Serial and model numbers may have wildcards, ? one character and * any number of them. */
function byDevice(part: PartNames, { devices, component }: Subject): PartMatch | null {
  const named = [
    ...part.serials.map((value) => ['serial', value] as const),
    ...part.models.map((value) => ['model', value] as const),
    ...part.skus.map((value) => ['sku', value] as const),
  ];
  const found = named.find(([kind, value]) =>
    devices.some((own) => own.kind === kind && isLike(own.value, value)),
  );
  if (found === undefined) return null;
  const [kind, value] = found;
  const extent = extentOf(part, component.version ?? null, null);
  const exact = kind === 'serial' ? EXACT : 1;
  return {
    basis: 'device',
    confidence: 'high',
    build: null,
    why: `its ${kind} is ${value}`,
    ...extent,
    specific: exact + extent.specific,
  };
}

/** Linear but for the asterisks: each is tried at every place once. */
export function isLike(text: string, pattern: string): boolean {
  let [at, p, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    const quoted = pattern[p] === '\\' && p + 1 < pattern.length;
    if (pattern[p] === '*') {
      star = p++;
      mark = at;
    } else if (
      quoted ? pattern[p + 1] === text[at] : pattern[p] === '?' || pattern[p] === text[at]
    ) {
      p += quoted ? 2 : 1;
      at++;
    } else if (star >= 0) {
      p = star + 1;
      at = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p >= pattern.length;
}

/** Vendor, name and version as people write them: of low confidence. */
function byName(part: PartNames, { vendor, component }: Subject): PartMatch | null {
  if (part.vendor === undefined || part.product === undefined || vendor === null) return null;
  if (foldedName(part.vendor) !== foldedName(vendor)) return null;
  if (foldedName(part.product) !== foldedName(component.name)) return null;
  const extent = extentOf(part, component.version ?? null, null);
  return {
    basis: 'name',
    confidence: 'low',
    build: null,
    why: `${part.vendor} ${part.product} is its name`,
    ...extent,
    specific: 1 + extent.specific,
  };
}

/** Whether a part that the component is said to be in, or on, is there. */
export function isPresent(part: PartNames, inventory: Inventory, subject: Subject): Coverage {
  const system = subject.identity?.system ?? inventory.system;
  const answers = [
    ...part.purls.flatMap((text) => moduleAnswer(text, subject)),
    ...part.cpes.flatMap((text) => {
      const name = parseCpe(text);
      const platform = name.ok ? systemOfCpe(name.value) : null;
      return platform === null ? [] : [runsOn(platform, system)];
    }),
    ...others(part, inventory, subject),
  ];
  const named = part.purls.length + part.cpes.length > 0 ? null : systemOfWords(part.product ?? '');
  if (named !== null) answers.push(runsOn(named, system));
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

/** Whether the part is a module of RPM. */
export function isModulePart({ purls }: PartNames): boolean {
  return purls.some((text) => /^pkg:\/*rpmmod\//i.test(text));
}

/** A part of the type rpmmod is the module of the component, in its stream. */
function moduleAnswer(text: string, { identity }: Subject): Coverage[] {
  const purl = parsePurl(text);
  if (!purl.ok || purl.value.type !== 'rpmmod') return [];
  const stream = purl.value.version?.split(':')[0] ?? '';
  if (identity === null || identity.module === null) return ['no'];
  if (identity.module === '') return ['unknown'];
  return [identity.module === `${purl.value.name}:${stream}` ? 'yes' : 'no'];
}

function others(part: PartNames, inventory: Inventory, subject: Subject): Coverage[] {
  return partKeys(part).flatMap((key) =>
    inventory.with(key).flatMap((other): Coverage[] => {
      if (other === subject) return [];
      const match = matchPart(part, other);
      if (match === null) return [];
      return [match.version === null ? 'unknown' : match.version ? 'yes' : 'no'];
    }),
  );
}
