/**
 * Bounds of reading a CVSS vector; part of the table in limits.ts. On their own, so that a browser
 * that scores vectors does not load the whole table.
 */
export const CVSS_LIMITS = {
  /** The longest vector of 4.0 has fewer than 250 characters. */
  chars: 1_024,
  issues: 200,
} as const;
