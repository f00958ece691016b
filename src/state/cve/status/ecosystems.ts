/** The orders of the ecosystems, as the port of versions wants them. */
import { compareVersions } from '../../vers/index.ts';
import type { VersionOrder } from './order.ts';

export const ecosystemOrder: VersionOrder = (scheme, a, b) => {
  const compared = compareVersions(scheme, a, b);
  return compared.ok ? compared.value : null;
};
