/** Who may see it: the official TLP markings, and statements for what people agreed. */

import { TLP_1, TLP_2 } from '../../event/stix/index.ts';
import type { Identifier } from '../../event/stix/types.ts';
import { csafVersionOf } from '../csaf/products.ts';
import type { Advisory } from './advisory.ts';

/**
 * Sets what every object is marked with. A label of 2.0 is one of TLP 1 (CSAF 2.0 §3.2.1.5.2), one
 * of 2.1 of TLP 2.0; TLP:AMBER means less in the second.
 */
export function markAll({ document, projector, key }: Advisory): void {
  const distribution = document.at('document').at('distribution');
  const official = csafVersionOf(document) === '2.1' ? TLP_2 : TLP_1;
  const tlp = distribution.at('tlp');
  const ids = [...official].flatMap(([id, { level }]) =>
    level.toUpperCase() === tlp.seeText('label') ? [id as Identifier<'marking-definition'>] : [],
  );
  if (ids.length > 0) tlp.text('label');
  const group = distribution.at('sharing_group');
  const [name, id] = [group.text('name'), group.text('id')];
  const words = [name, id].filter((text) => text !== undefined).join(' ');
  const statements = [distribution.text('text'), words === '' ? undefined : `For: ${words}`];
  for (const statement of statements) {
    if (statement === undefined) continue;
    ids.push(projector.statement(`${key} ${statement}`, statement));
  }
  projector.markings.push(...ids);
}
