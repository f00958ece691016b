/** The tags of the tag-value form (SPDX 2.3 clauses 6 to 12) and the JSON members they stand for. */
export type Place =
  | 'document'
  | 'package'
  | 'file'
  | 'snippet'
  | 'externalRef'
  | 'licence'
  | 'relationship'
  | 'annotation'
  | 'review';

export interface TagRow {
  /** What the tag belongs to; `innermost`: the last element that began. */
  readonly place: Place | 'innermost';
  /** Path of members in the JSON form, with full stops. */
  readonly member: string;
  /** The list of its owner in which the tag begins a new entry. */
  readonly begins?: string;
  readonly many?: boolean;
  /** The value is several members. */
  readonly merges?: boolean;
  /** The value as JSON has it; null where it is not of the form. */
  read(value: string): unknown;
}

const asIs = (value: string): unknown => value;
const asFlag = (value: string): unknown =>
  value.toLowerCase() === 'true' ? true : value.toLowerCase() === 'false' ? false : null;

function asChecksum(value: string): unknown {
  const colon = value.indexOf(':');
  if (colon <= 0) return null;
  return {
    algorithm: value.slice(0, colon).trim(),
    checksumValue: value.slice(colon + 1).trim(),
  };
}

/** §6.6: `DocumentRef-id namespace ALGORITHM: digest`. */
function asDocumentRef(value: string): unknown {
  const parts = /^(\S+)\s+(\S+)\s+(\S.*)$/.exec(value);
  if (parts === null) return null;
  const checksum = asChecksum(parts[3] ?? '');
  return checksum === null
    ? null
    : { externalDocumentId: parts[1], spdxDocument: parts[2], checksum };
}

/** §7.9: a digest, then `(excludes: files)`. */
function asVerification(value: string): unknown {
  const open = value.indexOf('(');
  if (open === -1) return { packageVerificationCodeValue: value };
  const inside = value.slice(open + 1, value.endsWith(')') ? -1 : undefined).trim();
  const files = inside.replace(/^excludes:/i, '').split(',');
  return {
    packageVerificationCodeValue: value.slice(0, open).trim(),
    packageVerificationCodeExcludedFiles: files.map((file) => file.trim()),
  };
}

/** §7.21: category, type, locator. */
function asExternalRef(value: string): unknown {
  const [referenceCategory, referenceType, referenceLocator, ...more] = value.split(/\s+/);
  if (referenceLocator === undefined || more.length > 0) return null;
  return { referenceCategory, referenceType, referenceLocator };
}

/** §11.1: element, type, element. */
function asRelationship(value: string): unknown {
  const [spdxElementId, relationshipType, relatedSpdxElement, ...more] = value.split(/\s+/);
  if (relatedSpdxElement === undefined || more.length > 0) return null;
  return { spdxElementId, relationshipType, relatedSpdxElement };
}

/** §9.3, §9.4: `from:to`, both in one entry of `ranges`. */
function asRange(unit: 'offset' | 'lineNumber'): TagRow['read'] {
  return (value) => {
    const parts = /^([0-9]{1,15}):([0-9]{1,15})$/.exec(value);
    if (parts === null) return null;
    const point = (at: string | undefined) => ({ reference: 'SPDXRef-FILE', [unit]: Number(at) });
    return { startPointer: point(parts[1]), endPointer: point(parts[2]) };
  };
}

const one = (place: TagRow['place'], member: string, read = asIs): TagRow => ({
  place,
  member,
  read,
});
const many = (place: TagRow['place'], member: string, read = asIs): TagRow => ({
  place,
  member,
  many: true,
  read,
});
const begin = (place: Place, begins: string, member: string): TagRow => ({
  place,
  begins,
  member,
  read: asIs,
});
const merge = (place: Place, begins: string, read: TagRow['read']): TagRow => ({
  place,
  begins,
  member: '',
  merges: true,
  read,
});

export const TAGS: Readonly<Record<string, TagRow>> = {
  SPDXVersion: one('document', 'spdxVersion'),
  DataLicense: one('document', 'dataLicense'),
  SPDXID: one('innermost', 'SPDXID'),
  DocumentName: one('document', 'name'),
  DocumentNamespace: one('document', 'documentNamespace'),
  ExternalDocumentRef: many('document', 'externalDocumentRefs', asDocumentRef),
  LicenseListVersion: one('document', 'creationInfo.licenseListVersion'),
  Creator: many('document', 'creationInfo.creators'),
  Created: one('document', 'creationInfo.created'),
  CreatorComment: one('document', 'creationInfo.comment'),
  DocumentComment: one('document', 'comment'),

  PackageName: begin('package', 'packages', 'name'),
  PackageVersion: one('package', 'versionInfo'),
  PackageFileName: one('package', 'packageFileName'),
  PackageSupplier: one('package', 'supplier'),
  PackageOriginator: one('package', 'originator'),
  PackageDownloadLocation: one('package', 'downloadLocation'),
  FilesAnalyzed: one('package', 'filesAnalyzed', asFlag),
  PackageVerificationCode: one('package', 'packageVerificationCode', asVerification),
  PackageChecksum: many('package', 'checksums', asChecksum),
  PackageHomePage: one('package', 'homepage'),
  PackageSourceInfo: one('package', 'sourceInfo'),
  PackageLicenseConcluded: one('package', 'licenseConcluded'),
  PackageLicenseInfoFromFiles: many('package', 'licenseInfoFromFiles'),
  PackageLicenseDeclared: one('package', 'licenseDeclared'),
  PackageLicenseComments: one('package', 'licenseComments'),
  PackageCopyrightText: one('package', 'copyrightText'),
  PackageSummary: one('package', 'summary'),
  PackageDescription: one('package', 'description'),
  PackageComment: one('package', 'comment'),
  PackageAttributionText: many('package', 'attributionTexts'),
  PrimaryPackagePurpose: one('package', 'primaryPackagePurpose'),
  BuiltDate: one('package', 'builtDate'),
  ReleaseDate: one('package', 'releaseDate'),
  ValidUntilDate: one('package', 'validUntilDate'),
  ExternalRef: merge('externalRef', 'externalRefs', asExternalRef),
  ExternalRefComment: one('externalRef', 'comment'),

  FileName: begin('file', 'files', 'fileName'),
  FileType: many('file', 'fileTypes'),
  FileChecksum: many('file', 'checksums', asChecksum),
  LicenseConcluded: one('file', 'licenseConcluded'),
  LicenseInfoInFile: many('file', 'licenseInfoInFiles'),
  LicenseComments: one('file', 'licenseComments'),
  FileCopyrightText: one('file', 'copyrightText'),
  FileComment: one('file', 'comment'),
  FileNotice: one('file', 'noticeText'),
  FileContributor: many('file', 'fileContributors'),
  FileAttributionText: many('file', 'attributionTexts'),
  FileDependency: many('file', 'fileDependencies'),

  SnippetSPDXID: begin('snippet', 'snippets', 'SPDXID'),
  SnippetFromFileSPDXID: one('snippet', 'snippetFromFile'),
  SnippetByteRange: many('snippet', 'ranges', asRange('offset')),
  SnippetLineRange: many('snippet', 'ranges', asRange('lineNumber')),
  SnippetLicenseConcluded: one('snippet', 'licenseConcluded'),
  LicenseInfoInSnippet: many('snippet', 'licenseInfoInSnippets'),
  SnippetLicenseComments: one('snippet', 'licenseComments'),
  SnippetCopyrightText: one('snippet', 'copyrightText'),
  SnippetComment: one('snippet', 'comment'),
  SnippetName: one('snippet', 'name'),
  SnippetAttributionText: many('snippet', 'attributionTexts'),

  LicenseID: begin('licence', 'hasExtractedLicensingInfos', 'licenseId'),
  ExtractedText: one('licence', 'extractedText'),
  LicenseName: one('licence', 'name'),
  LicenseCrossReference: many('licence', 'seeAlsos'),
  LicenseComment: one('licence', 'comment'),

  Relationship: merge('relationship', 'relationships', asRelationship),
  RelationshipComment: one('relationship', 'comment'),

  Annotator: begin('annotation', 'annotations', 'annotator'),
  AnnotationDate: one('annotation', 'annotationDate'),
  AnnotationType: one('annotation', 'annotationType'),
  AnnotationComment: one('annotation', 'comment'),
  /** Says which element the annotation is about; the JSON form nests it there instead. */
  SPDXREF: { place: 'annotation', member: '', merges: true, read: () => ({}) },

  Reviewer: begin('review', 'revieweds', 'reviewer'),
  ReviewDate: one('review', 'reviewDate'),
  ReviewComment: one('review', 'comment'),
};
