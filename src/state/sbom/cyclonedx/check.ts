/** The schema of a CycloneDX version, as one shape each, made when first asked for. */
import { type Shape, word } from '../../../core/shape/shape.ts';
import { SPDX_LICENSE_IDS } from '../spdx/licenses.table.ts';
import { ALGORITHM_FAMILIES, ELLIPTIC_CURVES } from './cryptography.table.ts';
import { Notation } from './notation.ts';
import { SIGNATURE } from './signature.ts';
import type { CycloneDxVersion } from './version.ts';

const GIVEN: Readonly<Record<string, Shape>> = {
  '@signature': SIGNATURE,
  '#license': word([...SPDX_LICENSE_IDS]),
  '#algorithmFamily': word(ALGORITHM_FAMILIES),
  '#ellipticCurve': word(ELLIPTIC_CURVES),
};
const made = new Map<CycloneDxVersion, Shape>();

/** What a BOM of this version looks like in JSON. */
export function bomShape(version: CycloneDxVersion): Shape {
  const known = made.get(version);
  if (known !== undefined) return known;
  const shape = new Notation(version, GIVEN).object('bom');
  made.set(version, shape);
  return shape;
}
