/** Findings on lock files, package databases and what else lies installed. */
import type { Issue, Severity } from '../../core/issue.ts';

export type InventoryIssueCode =
  | 'inventory-unrecognised'
  | 'inventory-form'
  | 'inventory-version'
  | 'inventory-syntax'
  | 'inventory-size'
  | 'inventory-many'
  | 'inventory-entry'
  | 'inventory-repeated'
  | 'inventory-dangling'
  | 'inventory-unpinned'
  | 'inventory-incomplete'
  | 'inventory-include'
  | 'inventory-purl'
  | 'inventory-unread'
  | 'inventory-column'
  | 'inventory-encoding'
  | 'inventory-formula';

interface Row {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

export const INVENTORY_ISSUES: Record<InventoryIssueCode, Row> = {
  'inventory-unrecognised': {
    clause: 'CYBEX',
    severity: 'error',
    meaning: 'The name says of none of the known kinds of files what is in it.',
    remedy: 'Give the file the name that its package manager gives it.',
  },
  'inventory-form': {
    clause: 'CYBEX',
    severity: 'error',
    meaning: 'The file is not of the form that its name promises; nothing of it counts.',
    remedy: 'Let the package manager write it again.',
  },
  'inventory-version': {
    clause: 'CYBEX',
    severity: 'warning',
    meaning: 'The version of the form is not known here; it is read as the nearest one.',
    remedy: 'Compare the result with what the package manager lists.',
  },
  'inventory-syntax': {
    clause: 'CYBEX',
    severity: 'error',
    meaning: 'This is not the syntax of the form, or more of it than lock files use.',
    remedy: 'Let the package manager write the file again.',
  },
  'inventory-size': {
    clause: 'CYBEX limits',
    severity: 'error',
    meaning: 'The file or something in it is over a bound; what is beyond is not read.',
    remedy: 'Look whether it is what it claims to be.',
  },
  'inventory-many': {
    clause: 'CYBEX limits',
    severity: 'error',
    meaning: 'There are more packages than the bound; the rest is not counted.',
    remedy: 'Make one inventory for each application.',
  },
  'inventory-entry': {
    clause: 'CYBEX',
    severity: 'warning',
    meaning: 'An entry lacks what makes it a package, and is left out.',
    remedy: 'Let the package manager write the file again.',
  },
  'inventory-repeated': {
    clause: 'CYBEX',
    severity: 'warning',
    meaning: 'Two entries are the same package at the same place; the first one counts.',
    remedy: 'Resolve what a merge has left in the file.',
  },
  'inventory-dangling': {
    clause: 'CYBEX',
    severity: 'warning',
    meaning: 'A package needs another that the file does not have.',
    remedy: 'Bring the file up to date with the package manager.',
  },
  'inventory-unpinned': {
    clause: 'CYBEX',
    severity: 'warning',
    meaning: 'A requirement allows several versions: which one is installed is not known.',
    remedy: 'Give a lock file, or what is installed.',
  },
  'inventory-incomplete': {
    clause: 'CYBEX',
    severity: 'warning',
    meaning: 'The form does not promise to name all packages.',
    remedy: 'Take what is installed, or let a newer tool write the file.',
  },
  'inventory-include': {
    clause: 'CYBEX',
    severity: 'warning',
    meaning: 'The file takes in another one, which is not read with it.',
    remedy: 'Give the other file too.',
  },
  'inventory-purl': {
    clause: 'ECMA-427',
    severity: 'warning',
    meaning: 'Name and version make no package URL; the package stands without one.',
    remedy: 'Look at the name: it is not one of its registry.',
  },
  'inventory-unread': {
    clause: 'CYBEX',
    severity: 'warning',
    meaning: 'A file or folder could not be read: what is in it is not known.',
    remedy: 'Run it as somebody who may read it.',
  },
  'inventory-column': {
    clause: 'CYBEX asset list',
    severity: 'error',
    meaning: 'No column of the first line says what an asset is.',
    remedy: 'Name one "name", "cpe" or "purl", or say which column is which.',
  },
  'inventory-encoding': {
    clause: 'CYBEX asset list',
    severity: 'info',
    meaning: 'The file is not UTF-8 and is read in another encoding.',
    remedy: 'Save it as "CSV UTF-8" where names look wrong.',
  },
  'inventory-formula': {
    clause: 'CYBEX asset list',
    severity: 'warning',
    meaning: 'A cell would be a formula in a spreadsheet; it is kept as text and never computed.',
    remedy: 'Look who has put it there.',
  },
};

/** A finding with the severity of its row; `detail` comes first, `clause` names the form. */
export function inventoryIssue(
  code: InventoryIssueCode,
  path: string,
  detail: string,
  clause?: string,
): Issue<InventoryIssueCode> {
  const row = INVENTORY_ISSUES[code];
  const message = `${detail}: ${row.meaning} ${row.remedy}`;
  return { code, severity: row.severity, clause: clause ?? row.clause, path, message };
}

const EXCERPT = 80;

/** The beginning of a text of the input, for a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}…`);
}
