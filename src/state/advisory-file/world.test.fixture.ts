/** Files in memory, and worlds of records and bills of materials that meet now and then. */
import fc from 'fast-check';
import type { JsonObject } from '../../core/json/index.ts';
import { readSbom, type Sbom } from '../sbom/index.ts';
import type { ByteSource, FileHead } from './format.ts';
import { AdvisoryFile } from './read.ts';
import { AdvisoryFileWriter, type Spill } from './write.ts';

export class MemorySpill implements Spill {
  #bytes = Buffer.alloc(0);

  append(bytes: Uint8Array): number {
    const offset = this.#bytes.length;
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    return offset;
  }

  read(offset: number, length: number): Uint8Array {
    return this.#bytes.subarray(offset, offset + length);
  }
}

export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return { bytes: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

export const HEAD = {
  tool: 'test',
  made: '2026-11-22T00:00:00Z',
  sources: [],
  unreadable: { count: 0, names: [] },
} as const;

export function writeFile(
  records: readonly JsonObject[],
  before: (writer: AdvisoryFileWriter) => void = () => {},
): { readonly bytes: Uint8Array; readonly head: FileHead } {
  const writer = new AdvisoryFileWriter(new MemorySpill());
  for (const record of records) writer.put(record);
  before(writer);
  let bytes = Buffer.alloc(0);
  const target = {
    write(offset: number, piece: Uint8Array) {
      const end = offset + piece.length;
      if (end > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(end - bytes.length)]);
      bytes.set(piece, offset);
    },
  };
  const head = writer.finish(target, HEAD, () => {});
  return { bytes, head };
}

export function fileOf(records: readonly JsonObject[]): AdvisoryFile {
  return new AdvisoryFile(sourceOfBytes(writeFile(records).bytes));
}

const NAMES = ['a', 'b-c', 'B_C', '@s/a'];
const VERSIONS = ['0.9.0', '1.0.0', '1.5.0', '2.0.0'];
const ECOSYSTEMS = ['npm', 'npm', 'PyPI', 'Debian:12', 'Debian:13', 'Go'];
const TYPES: Readonly<Record<string, string>> = {
  npm: 'npm',
  PyPI: 'pypi',
  'Debian:12': 'deb/debian',
  'Debian:13': 'deb/debian',
  Go: 'golang/example.com',
};
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const cveId = fc.integer({ min: 1000, max: 1012 }).map((number) => `CVE-2026-${number}`);

const osv = fc.record({
  id: fc.integer({ min: 1, max: 30 }).map((number) => `EXAMPLE-${number}`),
  modified: some(['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']),
  aliases: fc.array(cveId, { maxLength: 2 }),
  affected: fc.array(
    fc.tuple(some(ECOSYSTEMS), some(NAMES), some(VERSIONS)).map(([ecosystem, name, fixed]) => ({
      package: { ecosystem, name },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }],
    })),
    { minLength: 1, maxLength: 3 },
  ),
});

const cve = fc
  .tuple(cveId, some(NAMES), some(['acme', 'Other Inc']), some(VERSIONS), fc.boolean())
  .map(([cveId, product, vendor, lessThan, rejected]) => ({
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: { cveId, state: rejected ? 'REJECTED' : 'PUBLISHED' },
    containers: {
      cna: {
        affected: [
          {
            vendor,
            product,
            packageURL: `pkg:npm/${encodeURIComponent(product)}`,
            versions: [{ version: '0', lessThan, status: 'affected', versionType: 'semver' }],
          },
        ],
      },
    },
  }));

const nvd = fc
  .tuple(cveId, some(['a', 'b_c', 'linux']), some(['acme', 'other']), some(VERSIONS))
  .map(([id, product, vendor, versionEndExcluding]) => ({
    id,
    vulnStatus: 'Analyzed',
    lastModified: '2026-02-01T00:00:00.000',
    configurations: [
      {
        nodes: [
          {
            operator: 'OR',
            negate: false,
            cpeMatch: [
              {
                vulnerable: true,
                criteria: `cpe:2.3:a:${vendor}:${product}:*:*:*:*:*:*:*:*`,
                versionEndExcluding,
              },
            ],
          },
        ],
      },
    ],
  }));

const openVex = fc
  .tuple(fc.integer({ min: 1, max: 9 }), cveId, some(NAMES), some(VERSIONS))
  .map(([number, name, product, version]) => ({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `https://example.org/vex/${number}`,
    author: 'Example',
    timestamp: '2026-02-01T00:00:00Z',
    version: 1,
    statements: [
      {
        vulnerability: { name },
        products: [{ '@id': `pkg:npm/${encodeURIComponent(product)}@${version}` }],
        status: 'affected',
        action_statement: 'update',
      },
    ],
  }));

/** Records of four formats about few packages. */
export const RECORDS = fc.array(
  fc.oneof(osv, cve, nvd, openVex).map((record) => record as unknown as JsonObject),
  { minLength: 5, maxLength: 30 },
);

const component = fc
  .tuple(some(ECOSYSTEMS), some(NAMES), some(VERSIONS), fc.nat(3), fc.boolean())
  .map(([ecosystem, name, version, purl, cpe]) => ({
    type: 'library',
    name,
    version,
    ...(purl > 0 ? { purl: purlOf(ecosystem, name, version) } : {}),
    ...(cpe ? { cpe: `cpe:2.3:a:acme:${name.replace(/\W/g, '_')}:${version}:*:*:*:*:*:*:*` } : {}),
  }));

function purlOf(ecosystem: string, name: string, version: string): string {
  const path = name.split('/').map(encodeURIComponent).join('/');
  const release = /^Debian:(\d+)$/.exec(ecosystem)?.[1];
  const qualifiers = release === undefined ? '' : `?distro=debian-${release}`;
  return `pkg:${TYPES[ecosystem]}/${path}@${version}${qualifiers}`;
}

export const SBOMS: fc.Arbitrary<Sbom> = fc
  .array(component, { maxLength: 12 })
  .map((components) => {
    const { sbom } = readSbom(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        components: components.map((each, i) => ({ ...each, 'bom-ref': `c${i}` })),
      }),
    );
    if (sbom === null) throw new Error('the fixture is no SBOM');
    return sbom;
  });
