/** What is installed: lock files, package databases of hosts and images, read into one SBOM. */
export {
  type AssetColumn,
  type AssetList,
  type AssetListOptions,
  readAssetList,
} from './asset-list.ts';
export { INVENTORY_CONFORMANCE, type InventoryConformanceRow } from './conformance.ts';
export { readApk } from './host/apk.ts';
export { readDpkg } from './host/dpkg.ts';
export { type Distribution, distroOf, readOsRelease } from './host/os-release.ts';
export { RPM_LIST_FORMAT, RPM_QUERY, readRpmList, readRpmRows } from './host/rpm.ts';
export { INVENTORY_ISSUES, type InventoryIssueCode } from './issues.ts';
export { lockReaderOf, readLockFile } from './lock/readers.ts';
export type { Parts, PartsReader, SourceFile, Surroundings } from './model.ts';
export { below, type FilePort, type FolderEntry } from './port.ts';
export { type Inventory, type InventorySource, inventoryOf } from './walk.ts';
export { type InventoryOptions, inventoryOfParts } from './whole.ts';
