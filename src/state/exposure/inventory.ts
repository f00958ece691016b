/** An SBOM prepared for many questions: every component with all names that statements may use. */
import {
  ANY,
  type CpeAsset,
  NA,
  parseCpe,
  prepareAsset,
  quote,
  type Wfn,
  wfn,
} from '../cpe/index.ts';
import type { Purl } from '../purl/index.ts';
import type { Component } from '../sbom/index.ts';
import { type Identified, type Identity, identify, isDistributionType } from './identity.ts';
import { cpeKey, deviceKey, hashKey, packageKey, productKey, purlKey, WIDE } from './keys.ts';
import { readSystem, type System, systemOfCpe } from './system.ts';

export interface Subject {
  readonly component: Component;
  readonly identified: Identified;
  readonly identity: Identity | null;
  readonly cpes: readonly Wfn[];
  /** The same, read once for many questions. */
  readonly assets: readonly CpeAsset[];
  /** `algorithm:digest` in the form of keys. */
  readonly hashes: readonly string[];
  readonly devices: readonly { readonly kind: string; readonly value: string }[];
  readonly vendor: string | null;
  /** Its names as a package of OSV, the most telling first. */
  readonly packages: readonly NamedPackage[];
  /** Every other key under which a statement about it may stand. */
  readonly keys: readonly string[];
  /** Its CPE names were guessed from its package URL. */
  readonly guessed: boolean;
}

export interface NamedPackage {
  readonly key: string;
  readonly name: string;
  readonly version: string;
}

export class Inventory {
  readonly subjects: readonly Subject[];
  readonly system: System | null;
  readonly #byKey = new Map<string, Subject[]>();
  readonly #byRef = new Map<string, Subject>();
  /** One name of each part that is known: an operating system, hardware. */
  readonly #known = new Map<string, Wfn>();
  /** Its operating system is made of packages, which are in the inventory. */
  readonly packaged: boolean;

  constructor(components: readonly Component[], distro: string | null, guess = false) {
    const listed = components.find(({ type }) => type === 'operating-system');
    this.system = distro !== null ? readSystem(distro) : systemOf(listed);
    this.subjects = components.map((component) => subjectOf(component, this.system, guess));
    this.packaged = this.subjects.some(({ identity }) => identity?.distribution === true);
    for (const subject of this.subjects) {
      this.#byRef.set(subject.component.ref, subject);
      for (const key of [...subject.keys, ...subject.packages.map((each) => each.key)]) {
        const known = this.#byKey.get(key);
        if (known === undefined) this.#byKey.set(key, [subject]);
        else known.push(subject);
      }
      for (const name of subject.cpes) {
        if (!this.#known.has(name.part)) this.#known.set(name.part, name);
      }
    }
  }

  /** What may be meant by a key. */
  with(key: string): readonly Subject[] {
    return this.#byKey.get(key) ?? [];
  }

  byRef(ref: string): Subject | undefined {
    return this.#byRef.get(ref);
  }

  /** A name of the operating system and of the hardware, where they are known. */
  get surroundings(): readonly Wfn[] {
    return ['o', 'h'].flatMap((part) => this.#known.get(part) ?? []);
  }
}

/** Name and version of the operating system that an SBOM lists. */
function systemOf(component: Component | undefined): System | null {
  if (component === undefined) return null;
  const [cpe] = component.cpes.flatMap(namesOfCpe);
  const named =
    component.version === undefined ? null : readSystem(`${component.name}-${component.version}`);
  return named?.row != null || cpe === undefined ? named : (systemOfCpe(cpe) ?? named);
}

function subjectOf(component: Component, system: System | null, guess: boolean): Subject {
  const identified = identify(component, system);
  const identity = identified.ok ? identified.identity : null;
  const stated = component.cpes.flatMap(namesOfCpe).map((name) => withVersion(name, component));
  const guessed = guess && stated.length === 0 && identity !== null && !identity.distribution;
  const cpes = guessed ? guessCpes(identity) : stated;
  const hashes = component.hashes.map(({ algorithm, value }) => hashKey(algorithm, value));
  const devices = component.identifiers.flatMap(({ type, value }) => {
    const kind = /serial|model|sku/i.exec(type)?.[0].toLowerCase();
    return kind === undefined ? [] : [{ kind, value }];
  });
  const vendor = component.supplier?.name ?? component.group ?? null;
  const keys = new Set([
    ...(identity === null ? [] : purlKeys(identity)),
    ...cpes.map((name) => cpeKey(name) ?? ''),
    ...(cpes.length > 0 ? [WIDE] : []),
    ...cpes.map(({ vendor: v, product: p }) => (isNamed(v) && isNamed(p) ? productOf(v, p) : '')),
    ...hashes,
    ...devices.flatMap(({ kind, value }) => [deviceKey(kind, value), `d\n${kind}`]),
    ...(vendor === null ? [] : [productKey(vendor, component.name)]),
  ]);
  keys.delete('');
  const packages = identity === null ? [] : packagesOf(identity);
  const assets = cpes.map(prepareAsset);
  const names = { cpes, assets, hashes, devices, vendor, packages, keys: [...keys], guessed };
  return { component, identified, identity, ...names };
}

function packagesOf({ ecosystem, names }: Identity): NamedPackage[] {
  if (ecosystem === null) return [];
  return names.map((named) => ({ ...named, key: packageKey(ecosystem, named.name) }));
}

function purlKeys({ names, purl }: Identity): string[] {
  const others = names.map(({ name }) => purlKey({ ...purl, ...splitName(purl.type, name) }));
  return [purlKey(purl), ...others];
}

/** Source packages and other module paths, as package URLs name them. */
function splitName(type: string, name: string): Partial<Purl> {
  if (isDistributionType(type)) return { name };
  if (type !== 'golang') return {};
  const at = name.lastIndexOf('/');
  return at < 0 ? { name } : { namespace: name.slice(0, at), name: name.slice(at + 1) };
}

function productOf(vendor: string, product: string): string {
  return productKey(vendor.replace(/\\(.)/g, '$1'), product.replace(/\\(.)/g, '$1'));
}

function isNamed(value: string): boolean {
  return value !== ANY && value !== NA;
}

function namesOfCpe(text: string): Wfn[] {
  const parsed = parseCpe(text);
  return parsed.ok ? [parsed.value] : [];
}

/** A name that leaves the version open is one of the component's version. */
function withVersion(name: Wfn, { version }: Component): Wfn {
  return name.version === ANY && version !== undefined && version !== ''
    ? { ...name, version: quote(version) }
    : name;
}

/** Vendor and product as they often are; a guess names both, never any vendor. */
function guessCpes({ purl, version }: Identity): Wfn[] {
  const owner = purl.namespace?.replace(/^@/, '').split(/[/.]/).at(-1) ?? purl.name;
  const vendors = [...new Set([owner, purl.name])].filter((each) => each !== '');
  return vendors.map((vendor) =>
    wfn({
      part: 'a',
      vendor: quote(vendor),
      product: quote(purl.name),
      version: quote(version.replace(/^v(?=[0-9])/, '')),
    }),
  );
}
