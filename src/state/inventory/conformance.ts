/** What the forms of lock files and package databases ask, and which finding answers each. */
import type { InventoryIssueCode } from './issues.ts';

export interface InventoryConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly InventoryIssueCode[];
  readonly note?: string;
}

const ENTRIES: readonly InventoryIssueCode[] = [
  'inventory-form',
  'inventory-entry',
  'inventory-repeated',
  'inventory-dangling',
];

export const INVENTORY_CONFORMANCE: readonly InventoryConformanceRow[] = [
  {
    clause: 'npm package-lock.json, lockfileVersion 1 to 3',
    level: 'MUST',
    meaning: 'Every place in node_modules is a package; names are looked up upwards, as Node does.',
    codes: [...ENTRIES, 'inventory-version'],
    note: 'A version 1 says what is direct only with package.json beside it.',
  },
  {
    clause: 'Cargo.lock, version 1 to 4',
    level: 'MUST',
    meaning: 'Every package has name and version; a dependency names as little as tells it apart.',
    codes: [...ENTRIES, 'inventory-version'],
    note: 'The file does not tell development dependencies from others.',
  },
  {
    clause: 'Go Modules Reference, go.mod files',
    level: 'MUST',
    meaning: 'Requirements after replacement are the modules; // indirect tells the others.',
    codes: ['inventory-form', 'inventory-entry', 'inventory-syntax', 'inventory-incomplete'],
    note: 'Before go 1.17 the file lists direct requirements only.',
  },
  {
    clause: 'pip requirements file; PEP 440, PEP 508',
    level: 'MUST',
    meaning: 'What one == or === pins has a version, nothing else has.',
    codes: ['inventory-unpinned', 'inventory-entry', 'inventory-repeated', 'inventory-include'],
  },
  {
    clause: 'yarn.lock, Yarn 1 and since Yarn 2',
    level: 'MUST',
    meaning: 'An entry answers to all that asks for it; resolutions name what an alias leads to.',
    codes: [...ENTRIES, 'inventory-syntax'],
    note: 'What is direct or for development stands in package.json beside it.',
  },
  {
    clause: 'pnpm-lock.yaml, lockfileVersion 5 to 9',
    level: 'MUST',
    meaning: 'Importers name what is asked for; suffixes of peers make no other package.',
    codes: [...ENTRIES, 'inventory-version'],
  },
  {
    clause: 'poetry.lock 1 and 2; uv.lock 1; Pipfile.lock 6',
    level: 'MUST',
    meaning: 'Packages by their normalised names (PEP 503), with groups, extras and sources.',
    codes: [...ENTRIES, 'inventory-version', 'inventory-unpinned'],
    note: 'A digest is told where a single file is allowed: of several, it is not known which.',
  },
  {
    clause: 'PEP 751, pylock.toml 1.0',
    level: 'MUST',
    meaning: 'An unknown major version is refused, an unknown minor one is told.',
    codes: ['inventory-form', 'inventory-version', 'inventory-entry', 'inventory-dangling'],
  },
  {
    clause: 'Gemfile.lock (Bundler)',
    level: 'MUST',
    meaning: 'Sections, specifications with platform, dependencies, checksums.',
    codes: [...ENTRIES, 'inventory-syntax'],
  },
  {
    clause: 'composer.lock',
    level: 'MUST',
    meaning: 'Requirements lead to packages, or to what provides or replaces them.',
    codes: ENTRIES,
  },
  {
    clause: 'NuGet packages.lock.json 1 and 2',
    level: 'MUST',
    meaning: 'Every framework resolves by itself; names compare without regard to case.',
    codes: [...ENTRIES, 'inventory-version'],
  },
  {
    clause: 'gradle.lockfile',
    level: 'MUST',
    meaning: 'A line is group, name and version with its configurations.',
    codes: ['inventory-entry', 'inventory-repeated'],
    note: 'gradle/verification-metadata.xml is not read: it allows files, and installs none.',
  },
  {
    clause: 'YAML 1.2, as lock files use it',
    level: 'MUST',
    meaning: 'Block and flow collections and scalars; anchors, aliases and tags are refused.',
    codes: ['inventory-form'],
  },
  {
    clause: 'dpkg(1) database; Debian Policy §5.1, §5.6.1',
    level: 'MUST',
    meaning: 'Packages of the state installed count, with architecture and source package.',
    codes: ['inventory-entry', 'inventory-repeated', 'inventory-syntax'],
  },
  {
    clause: 'apk installed database',
    level: 'MUST',
    meaning: 'Packages with architecture and origin; what they need is what others provide.',
    codes: ['inventory-entry', 'inventory-repeated', 'inventory-syntax'],
  },
  {
    clause: 'rpm database in SQLite; rpm -qa in the stated form',
    level: 'MUST',
    meaning: 'Name, epoch, version, release, architecture, source package and module.',
    codes: ['inventory-entry', 'inventory-unread'],
    note: 'Berkeley DB and ndb are told and not read: give the list instead.',
  },
  {
    clause: 'PyPA core metadata, dist-info and egg-info',
    level: 'MUST',
    meaning: 'An installed package has Name and Version.',
    codes: ['inventory-entry'],
    note: 'What came with a package of the host counts as that package alone.',
  },
  {
    clause: 'JAR manifest; pom.properties of Maven; ZIP 4.3',
    level: 'MAY',
    meaning: 'Archives and what was merged into them, within bounds of size, count and nesting.',
    codes: ['inventory-form', 'inventory-size'],
    note: 'Without pom.properties the name of the file and the manifest tell it.',
  },
  {
    clause: 'Go debug/buildinfo, inline form since Go 1.18',
    level: 'MAY',
    meaning: 'Programs name the modules that they were made of.',
    codes: ['inventory-entry'],
  },
  {
    clause: 'RFC 4180, asset lists in CSV',
    level: 'MUST',
    meaning:
      'The first line names the columns; a row is an asset; cells are texts, never formulas.',
    codes: ['inventory-column', 'inventory-encoding', 'inventory-formula', 'inventory-syntax'],
    note: 'UTF-8, UTF-16 with mark, Shift_JIS; commas, semicolons or tabs.',
  },
  {
    clause: 'TOML 1.0',
    level: 'MUST',
    meaning: 'The syntax, with keys and tables that may not be given twice.',
    codes: ['inventory-form'],
    note: 'Of 1.1, line ends and a last comma in inline tables.',
  },
  {
    clause: 'ECMA-427',
    level: 'SHOULD',
    meaning: 'Every package has a package URL of its type.',
    codes: ['inventory-purl'],
  },
  {
    clause: 'CYBEX limits',
    level: 'MUST',
    meaning: 'Files, names, nesting and the number of packages are bounded.',
    codes: ['inventory-size', 'inventory-many'],
  },
];
