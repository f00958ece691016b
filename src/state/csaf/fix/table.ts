/** Which fix answers which test. */

import type { FixContext } from './context.ts';
import {
  categoryName,
  defaultLanguage,
  deprecatedLicence,
  idInTitle,
  publicSharingGroup,
  schemaWords,
  sharingGroupName,
  toBase,
  translation,
  unknownMembers,
} from './document.ts';
import { hashAlgorithm, repeatedHash, versionIndicator } from './products.ts';
import {
  buildMetadata,
  currentReleaseDate,
  draftStatus,
  earlyRevisions,
  initialReleaseDate,
  integerVersions,
  latestVersion,
  repeatedRevisions,
  revisionOrder,
} from './tracking.ts';
import {
  cveInIds,
  cvssObjects,
  cvssVersion,
  flagProducts,
  newestCwe,
  remediationProducts,
  repeatedInvolvements,
  weaknessNames,
} from './vulnerabilities.ts';

export interface FixRow {
  /** Changes what the document claims: only where its id is asked for. */
  readonly asked?: true;
  run(context: FixContext): void;
}

const mend = (run: (context: FixContext) => void): FixRow => ({ run });
const asked = (run: (context: FixContext) => void): FixRow => ({ run, asked: true });

/** By id of the test; `schema` for what the schema refuses. */
export const FIXES: ReadonlyMap<string, FixRow> = new Map([
  ['schema', mend(schemaWords)],
  ['6.1.8', mend(cvssObjects)],
  ['6.1.9', mend(cvssObjects)],
  ['6.1.10', mend(cvssObjects)],
  ['6.1.11', mend(weaknessNames)],
  ['6.1.14', mend(revisionOrder)],
  ['6.1.16', mend(latestVersion)],
  ['6.1.17', mend(draftStatus)],
  ['6.1.18', mend(earlyRevisions)],
  ['6.1.19', mend(earlyRevisions)],
  ['6.1.22', mend(repeatedRevisions)],
  ['6.1.24', mend(repeatedInvolvements)],
  ['6.1.25', mend(repeatedHash)],
  ['6.1.26', mend(categoryName)],
  ['6.1.27.1', asked(toBase)],
  ['6.1.27.2', asked(toBase)],
  ['6.1.27.3', asked(toBase)],
  ['6.1.27.4', asked(toBase)],
  ['6.1.27.5', asked(toBase)],
  ['6.1.27.6', asked(toBase)],
  ['6.1.27.7', asked(toBase)],
  ['6.1.27.8', asked(toBase)],
  ['6.1.27.9', asked(toBase)],
  ['6.1.27.10', asked(toBase)],
  ['6.1.27.11', asked(toBase)],
  ['6.1.28', mend(translation)],
  ['6.1.29', mend(remediationProducts)],
  ['6.1.30', mend(integerVersions)],
  ['6.1.32', mend(flagProducts)],
  ['6.1.40', mend(sharingGroupName)],
  ['6.1.41', mend(sharingGroupName)],
  ['6.2.4', mend(buildMetadata)],
  ['6.2.5', mend(initialReleaseDate)],
  ['6.2.6', mend(currentReleaseDate)],
  ['6.2.15', mend(defaultLanguage)],
  ['6.2.17', mend(cveInIds)],
  ['6.2.20', mend(unknownMembers)],
  ['6.2.22', mend(idInTitle)],
  ['6.2.24', asked(newestCwe)],
  ['6.2.30', mend(publicSharingGroup)],
  ['6.2.44', mend(deprecatedLicence)],
  ['6.2.52', mend(hashAlgorithm)],
  ['6.3.2', asked(cvssVersion)],
  ['6.3.11', asked(versionIndicator)],
]);
