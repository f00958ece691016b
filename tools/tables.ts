/** Finds the tables that modules export for the documents, by their names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export type TableKind = 'ISSUES' | 'CONFORMANCE' | 'DIVERGENCES';

export interface FoundTable {
  /** Name of the export, e.g. `PATTERN_ISSUES`. */
  readonly name: string;
  /** Folder of the module below `src`, e.g. `event/pattern`. */
  readonly room: string;
  readonly value: unknown;
}

/** Root of the repository, as seen from the compiled tools. */
export const ROOT = join(import.meta.dirname, '../..');

/** Every exported table of the kind, in the order of the paths. */
export async function findTables(kind: TableKind): Promise<FoundTable[]> {
  const source = join(ROOT, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();
  const found: FoundTable[] = [];
  for (const file of files) {
    for (const name of declaredNames(readFileSync(join(source, file), 'utf8'), kind)) {
      const compiled = join(ROOT, 'dist/src', file.replace(/\.ts$/, '.js'));
      const module: Record<string, unknown> = await import(pathToFileURL(compiled).href);
      found.push({ name, room: file.slice(0, file.lastIndexOf('/')), value: module[name] });
    }
  }
  return found;
}

/** Names of the tables that a source declares and exports. */
export function declaredNames(source: string, kind: TableKind): string[] {
  const declaration = new RegExp(`^export const ([A-Z][A-Z0-9]*_${kind})\\b`, 'gm');
  return [...source.matchAll(declaration)].map((match) => match[1] as string);
}

/** Title of a table: the room it comes from, as people call it. */
export function titleOf(table: FoundTable): string {
  return TITLES[table.name.slice(0, table.name.lastIndexOf('_'))] ?? table.room;
}

const TITLES: Readonly<Record<string, string>> = {
  BRIDGE: 'Conversions',
  CVE: 'CVE records (X.1520)',
  ALIAS: 'Aliases of vulnerabilities',
  CANONICAL: 'Canonical JSON (RFC 8785)',
  CSAF: 'CSAF 2.0 and 2.1',
  CVSS: 'CVSS',
  CWSS: 'CWSS',
  EPSS: 'EPSS',
  KEV: 'KEV',
  SSVC: 'SSVC',
  EXPOSURE: 'Exposure',
  INDEX: 'Index of advisories',
  SCAN: 'Scans beside other scanners',
  INVENTORY: 'What is installed (lock files, package databases)',
  JSON: 'JSON',
  CWE: 'CWE catalogues (X.1524)',
  NVD: 'NVD API 2.0',
  JVN: 'JVN iPedia (JVNRSS, VULDEF)',
  OSV: 'OSV records',
  OVAL: 'OVAL (X.1526)',
  PATTERN: 'STIX patterns',
  MATCHING: 'Matching of STIX patterns',
  POLICY: 'Policy',
  SBOM: 'SBOM (CycloneDX, SPDX)',
  SHAPE: 'Shape of a document',
  STIX: 'STIX',
  STORE: 'Store',
  TAXII: 'TAXII 2.1',
  TIMESTAMP: 'Timestamps',
  VEX: 'VEX',
  XML: 'XML',
  CPE: 'CPE 2.3',
  PURL: 'Package URLs (ECMA-427)',
  VERS: 'Versions and ranges (VERS)',
};

/** The string members of a row; anything else in a table is a fault of its module. */
export function textOf(row: unknown, member: string): string {
  const value: unknown = (row as Record<string, unknown> | null)?.[member];
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  return String(value);
}
