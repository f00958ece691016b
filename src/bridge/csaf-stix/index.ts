/** CSAF advisories as STIX 2.1. */
export { CSAF_STIX_MAPPING } from './mapping.table.ts';
export { projectCsaf } from './project.ts';
