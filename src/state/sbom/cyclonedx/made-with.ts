import { objectOf, objectsOf, textOf } from '../../../core/json/member.ts';
import type { JsonObject } from '../../../core/json/value.ts';

/** Names of the tools: a list until 1.4, components and services since 1.5. */
export function readTools(metadata: JsonObject | undefined): string[] {
  const since15 = objectOf(metadata, 'tools');
  const entries =
    since15 === undefined
      ? [...objectsOf(metadata, 'tools', '')]
      : [...objectsOf(since15, 'components', ''), ...objectsOf(since15, 'services', '')];
  return entries.flatMap(({ entry }) => {
    const name = textOf(entry, 'name');
    const version = textOf(entry, 'version');
    if (name === undefined) return [];
    return [version === undefined ? name : `${name} ${version}`];
  });
}
