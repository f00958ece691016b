/** Seeded advisories and inventories for the exposure engine; the same in every run. */
import { random } from './data.ts';

const ECOSYSTEMS = ['npm', 'PyPI', 'Maven', 'Go', 'Debian:12', 'Ubuntu:22.04:LTS', 'Alpine:v3.19'];
const TYPES: Readonly<Record<string, string>> = {
  npm: 'npm/',
  PyPI: 'pypi/',
  Maven: 'maven/org.example/',
  Go: 'golang/example.org/',
  'Debian:12': 'deb/debian/',
  'Ubuntu:22.04:LTS': 'deb/ubuntu/',
  'Alpine:v3.19': 'apk/alpine/',
};
/** Packages of each ecosystem, and products of CVE records. */
const [PACKAGES, PRODUCTS, VENDORS] = [40_000, 60_000, 20_000];
/** Share of statements that nobody can decide. */
const UNDECIDABLE = 0.05;

export class Advisories {
  readonly #draw: () => number;
  #made = 0;

  constructor(seed: number) {
    this.#draw = random(seed);
  }

  #below(end: number): number {
    return Math.floor(this.#draw() * end);
  }

  #version(): string {
    return `${this.#below(10)}.${this.#below(20)}.${this.#below(30)}`;
  }

  /** From a release to one of its next. */
  #range(): [start: string, end: string] {
    const [major, minor] = [this.#below(10), this.#below(20)];
    return [`${major}.${minor}.0`, `${major}.${minor + 1 + this.#below(3)}.${this.#below(30)}`];
  }

  /** A CVE record with three products and one configuration; `hot`: about the product of all. */
  cve(hot: boolean): string {
    const number = ++this.#made;
    const product = () => {
      const p = this.#below(PRODUCTS);
      return hot ? ['hot', 'hot'] : [`vendor-${p % VENDORS}`, `product-${p}`];
    };
    const affected = [product(), this.#other(), this.#other()].map(([vendor, name]) => {
      const [version, lessThan] = this.#range();
      const versionType = this.#draw() < UNDECIDABLE ? 'custom' : 'semver';
      const versions = [{ status: 'affected', version, lessThan, versionType }];
      return { vendor, product: name, defaultStatus: 'unaffected', versions };
    });
    const [vendor, name] = product();
    const [start, end] = this.#range();
    const cpeMatch = [
      {
        vulnerable: true,
        criteria: `cpe:2.3:a:${vendor}:${name}:*:*:*:*:*:*:*:*`,
        versionStartIncluding: start,
        versionEndExcluding: end,
      },
    ];
    return JSON.stringify({
      dataType: 'CVE_RECORD',
      dataVersion: '5.1',
      cveMetadata: {
        cveId: `CVE-2026-${10_000 + number}`,
        state: 'PUBLISHED',
        dateUpdated: '2026-01-01T00:00:00Z',
      },
      containers: {
        cna: {
          descriptions: [
            { lang: 'en', value: `A made-up fault, number ${number}. ${'x'.repeat(200)}` },
          ],
          affected,
          cpeApplicability: [{ nodes: [{ operator: 'OR', negate: false, cpeMatch }] }],
        },
      },
    });
  }

  #other(): [string, string] {
    const p = this.#below(PRODUCTS);
    return [`vendor-${p % VENDORS}`, `product-${p}`];
  }

  /** An OSV record about five or six packages of one ecosystem. */
  osv(): string {
    const number = ++this.#made;
    const ecosystem = ECOSYSTEMS[this.#below(ECOSYSTEMS.length)] as string;
    const affected = Array.from({ length: 5 + (number % 2) }, () => ({
      package: { ecosystem, name: packageOf(ecosystem, this.#below(PACKAGES)) },
      ranges: [
        {
          type: this.#draw() < UNDECIDABLE ? 'GIT' : 'ECOSYSTEM',
          events: [{ introduced: '0' }, { fixed: this.#version() }],
        },
      ],
    }));
    return JSON.stringify({
      id: `EXAMPLE-2026-${number}`,
      modified: '2026-01-01T00:00:00Z',
      aliases: [`CVE-2026-${10_000 + number}`],
      summary: `A made-up fault, number ${number}`,
      details: 'x'.repeat(300),
      affected,
    });
  }

  /** An SBOM in CycloneDX, with the hot product among its components where it is wanted. */
  sbom(components: number, hot: boolean): string {
    const listed = Array.from({ length: components - (hot ? 1 : 0) }, (_, i) => {
      const ecosystem = ECOSYSTEMS[this.#below(ECOSYSTEMS.length)] as string;
      const name = packageOf(ecosystem, this.#below(PACKAGES));
      const version = this.#version();
      const short = name.slice(name.search(/package-/));
      const distro = DISTRO[ecosystem] ?? '';
      const purl = `pkg:${TYPES[ecosystem]}${short}@${version}${distro}`;
      return { type: 'library', 'bom-ref': `c${i}`, name: short, version, purl };
    });
    const all = hot ? [...listed, hotComponent('5.10.15')] : listed;
    return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: all });
  }
}

const DISTRO: Readonly<Record<string, string>> = {
  'Debian:12': '?distro=debian-12',
  'Ubuntu:22.04:LTS': '?distro=ubuntu-22.04',
  'Alpine:v3.19': '?distro=alpine-3.19.1',
};

function packageOf(ecosystem: string, number: number): string {
  const prefix = { Maven: 'org.example:', Go: 'example.org/' }[ecosystem] ?? '';
  return `${prefix}package-${number}`;
}

export function hotComponent(version: string) {
  return {
    type: 'application',
    'bom-ref': 'hot',
    name: 'hot',
    version,
    cpe: `cpe:2.3:a:hot:hot:${version}:*:*:*:*:*:*:*`,
  };
}
