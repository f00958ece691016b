/** Advisories of the world in one file: built where there is a network, read where there is none. */
export type { ByteSource, ByteTarget, FileHead } from './format.ts';
export { type AdvisoryFileIssueCode, INDEX_ISSUES } from './issues.ts';
export { editionOf, identityOf } from './names.ts';
export { AdvisoryFile } from './read.ts';
export { AdvisoryFileWriter, type KevSource, type Spill, type WriteHead } from './write.ts';
export { type ZipEntry, zipEntries } from './zip.ts';
