/** VEX in CSAF and in OpenVEX, each as the other. */
export { CSAF_OPENVEX_MAPPING, OPENVEX_CSAF_MAPPING } from './mapping.table.ts';
export { openVexToCsaf } from './to-csaf.ts';
export { csafToOpenVex, type DocumentContext, type MadeDocument } from './to-openvex.ts';
