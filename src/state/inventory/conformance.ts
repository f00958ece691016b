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
    clause: 'dpkg(1) database; Debian Policy §5.1, §5.6.1',
    level: 'MUST',
    meaning: 'Packages of the state installed count, with architecture and source package.',
    codes: ['inventory-entry', 'inventory-repeated', 'inventory-syntax'],
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
