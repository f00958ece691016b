/** OSV records as STIX 2.1. */
export { OSV_STIX_MAPPING } from './mapping.table.ts';
export { projectOsv } from './project.ts';
