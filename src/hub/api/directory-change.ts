/** What the directory routes share: one way to change, one way to remove. */
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import { TLP_LEVELS } from '../../core/label.ts';
import type { DirectoryChange } from '../../store/port.ts';
import type { Call, Route } from './route.ts';
import { route } from './route.ts';

export const nameSchema = z.string().trim().min(1).max(200);
export const uuidSchema = z.uuid();
export const tlpSchema = z.enum(TLP_LEVELS);

/** Applies changes with one audit row that names who did it. */
export async function change(
  { hub, principal }: Call<unknown, unknown>,
  action: string,
  subject: string,
  changes: readonly DirectoryChange[],
): Promise<void> {
  await hub.directory.change(changes, {
    principal: principal.id,
    organisation: principal.organisation,
    action,
    subject,
    outcome: 'done',
    detail: {},
  });
}

export function mustBeOrganisation({ directory }: Call<unknown, unknown>, id: string): void {
  if (!directory.organisations.some((row) => row.id === id)) {
    throw new CybexError('invalid-argument', `There is no organisation ${id}.`);
  }
}

export function removal(
  path: string,
  kind: 'organisation' | 'community' | 'person' | 'collection',
): Route {
  return route({
    method: 'DELETE',
    path: `/${path}/:id`,
    summary: `Remove one of the ${path}.`,
    standing: 'site-admin',
    answer: async (call) => {
      const { directory, parameters } = call;
      const id = parameters.id ?? '';
      const rows: readonly { readonly id: string }[] = {
        organisation: directory.organisations,
        community: directory.communities,
        person: directory.persons,
        collection: directory.collections,
      }[kind];
      if (!rows.some((row) => row.id === id))
        throw new CybexError('absent', `There is no such ${kind}.`);
      await change(call, `${kind}.remove`, id, [{ remove: kind, id }]);
      return { json: { removed: id } };
    },
  });
}
