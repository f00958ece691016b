/** Tells an OSV record from its first bytes. */
import type { FormatSign } from '../../core/codec.ts';
import { PREFIXES } from './registries.table.ts';

const decoder = new TextDecoder();

const ID = /"id"\s*:\s*"([A-Za-z0-9-]{1,60})-[^"]{1,100}"/g;

/** 0 no … 1 sure: an id of a known database beside members that only OSV has. */
function sniff(head: Uint8Array): number {
  const text = decoder.decode(head.subarray(0, 4096));
  if (!/^\uFEFF?\s*[[{]/.test(text)) return 0;
  const known = [...text.matchAll(ID)].some(([whole]) =>
    PREFIXES.some((prefix) => whole.includes(`"${prefix}-`)),
  );
  const marks = ['schema_version', 'modified', 'affected', 'ecosystem', 'withdrawn', 'aliases'];
  const seen = marks.filter((name) => new RegExp(`"${name}"\\s*:`).test(text)).length;
  if (known && seen >= 2) return 0.95;
  if (/"(?:introduced|last_affected)"\s*:/.test(text) && seen >= 2) return 0.9;
  return known && /"modified"\s*:/.test(text) ? 0.7 : seen >= 4 ? 0.6 : 0;
}

export const OSV_SIGN: FormatSign = {
  format: 'osv',
  mediaTypes: ['application/vnd.osv+json'],
  sniff,
};
