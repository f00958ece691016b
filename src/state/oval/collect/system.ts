/** Collects family, uname, environment and variables (independent and unix tests). */
import { entity, type OvalItem } from '../characteristics.ts';
import type { Comparison } from '../evaluate/state.ts';
import type { OvalObject } from '../model.ts';
import { entityOf, isMeant, Stopped } from './entity.ts';
import type { OvalHost } from './host.ts';
import type { Shelf } from './shelf.ts';

export function collectFamily(host: OvalHost, shelf: Shelf): readonly OvalItem[] {
  return [shelf.item('independent', 'family_item', [entity('family', host.family)])];
}

export function collectUname({ uname }: OvalHost, shelf: Shelf): readonly OvalItem[] {
  const entities = [
    entity('machine_class', uname.machineClass),
    entity('node_name', uname.nodeName),
    entity('os_name', uname.osName),
    entity('os_release', uname.osRelease),
    entity('os_version', uname.osVersion),
    entity('processor_type', uname.processorType),
  ];
  return [shelf.item('unix', 'uname_item', entities)];
}

/** Environment of the process that collects; that of another is not read. */
export function collectEnvironment(
  object: OvalObject,
  host: OvalHost,
  shelf: Shelf,
  how: Comparison,
): readonly OvalItem[] {
  const name = entityOf(object, 'name', how);
  const newer = object.name === 'environmentvariable58_object';
  if (newer && !entityOf(object, 'pid', how).nil) {
    throw new Stopped('not collected', 'The environment of another process is not read.');
  }
  const items: OvalItem[] = [];
  for (const [key, value] of host.environment) {
    if (!isMeant(key, name, how)) continue;
    const entities = [entity('name', key), entity('value', value)];
    items.push(
      shelf.item(
        'independent',
        newer ? 'environmentvariable58_item' : 'environmentvariable_item',
        entities,
      ),
    );
  }
  return items;
}

/** variable_object: the values that a variable has. */
export function collectVariable(
  object: OvalObject,
  shelf: Shelf,
  how: Comparison,
): readonly OvalItem[] {
  const stated = object.entities.find(({ name }) => name === 'var_ref');
  const id = stated?.value.trim() ?? '';
  const { flag, values, reason } = how.variables.values(id);
  if (flag !== 'complete' && flag !== 'incomplete') throw new Stopped(flag, reason);
  const entities = [entity('var_ref', id), ...values.map((value) => entity('value', value))];
  return [shelf.item('independent', 'variable_item', entities)];
}
