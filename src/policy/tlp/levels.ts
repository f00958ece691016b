/** The order of TLP and PAP levels: least to most restrictive, as core lists them. */
import { PAP_LEVELS, type Pap, TLP_LEVELS, type Tlp } from '../../core/label.ts';

/** 0 for CLEAR … 4 for RED; -1 for what is no level. */
export function tlpRank(level: Tlp): number {
  return TLP_LEVELS.indexOf(level);
}

/** 0 for CLEAR … 3 for RED. A PAP that is not stated restricts nothing and ranks with CLEAR. */
export function papRank(level: Pap | undefined): number {
  return level === undefined ? 0 : PAP_LEVELS.indexOf(level);
}

/** The more restrictive of two levels (TLP 2.0: what is put together takes the strictest). */
export function stricterTlp(a: Tlp, b: Tlp): Tlp {
  return tlpRank(a) >= tlpRank(b) ? a : b;
}

/** The more restrictive of two PAP levels; undefined when neither is stated. */
export function stricterPap(a: Pap | undefined, b: Pap | undefined): Pap | undefined {
  if (a === undefined) return b;
  return b === undefined || papRank(a) >= papRank(b) ? a : b;
}
