/** The qualitative rating scale: CVSS 3.1 §5 and 4.0 §6, and the one that NVD uses for 2.0. */
import type { CvssVersion } from './metric.ts';

export type CvssSeverity = 'None' | 'Low' | 'Medium' | 'High' | 'Critical';

/**
 * Severity of a score. CVSS 2.0 itself defines none: for it this is the scale of the National
 * Vulnerability Database, which has neither None nor Critical.
 */
export function cvssSeverity(score: number, version: CvssVersion): CvssSeverity {
  if (score >= 9 && version !== '2.0') return 'Critical';
  if (score >= 7) return 'High';
  if (score >= 4) return 'Medium';
  return score > 0 || version === '2.0' ? 'Low' : 'None';
}
