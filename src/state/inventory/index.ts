/** What is installed: lock files, package databases of hosts and images, read into one SBOM. */
export { INVENTORY_CONFORMANCE, type InventoryConformanceRow } from './conformance.ts';
export { readDpkg } from './host/dpkg.ts';
export { type Distribution, distroOf, readOsRelease } from './host/os-release.ts';
export { INVENTORY_ISSUES, type InventoryIssueCode } from './issues.ts';
export { lockReaderOf, readLockFile } from './lock/readers.ts';
export type { Parts, PartsReader, SourceFile, Surroundings } from './model.ts';
export { type InventoryOptions, inventoryOfParts } from './whole.ts';
