/** Tells STIX from its first bytes. */

const decoder = new TextDecoder();

const IDENTIFIER =
  /"id"\s*:\s*"[a-z][a-z0-9-]{2,}--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-/;

/** 0 no … 1 sure. CACAO playbooks have STIX-like ids and are told apart by their spec_version. */
export function sniffStix(head: Uint8Array): number {
  const text = decoder.decode(head.subarray(0, 4096));
  if (!/^\uFEFF?\s*[[{]/.test(text)) return 0;
  if (/"spec_version"\s*:\s*"cacao/.test(text)) return 0;
  if (/"type"\s*:\s*"bundle"/.test(text) && /"id"\s*:\s*"bundle--/.test(text)) return 1;
  if (/"spec_version"\s*:\s*"2\.[01]"/.test(text)) return IDENTIFIER.test(text) ? 0.98 : 0.8;
  if (IDENTIFIER.test(text)) return 0.8;
  if (/"type"\s*:\s*"bundle"/.test(text)) return 0.6;
  return /^\uFEFF?\s*\{\s*"objects"\s*:\s*\[/.test(text) ? 0.4 : 0;
}
