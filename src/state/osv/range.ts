/** Which order the versions of a range have. */
import { ecosystemOf } from '../purl/index.ts';

/** Name of a scheme of cybex/vers; null where versions of the range have no order that is known. */
export function schemeOfRange(
  type: string | undefined,
  ecosystem: string | undefined,
): string | null {
  if (type === 'SEMVER') return 'semver';
  if (type !== 'ECOSYSTEM' || ecosystem === undefined) return null;
  return ecosystemOf(ecosystem)?.scheme ?? null;
}
