/** Organisations and communities: who takes part, and in which circles. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import type { Community, DirectoryChange, Organisation } from '../../store/port.ts';
import { HOUSE_COMMUNITY } from '../first-start.ts';
import { change, mustBeOrganisation, nameSchema, removal, uuidSchema } from './directory-change.ts';
import type { Route } from './route.ts';
import { route } from './route.ts';

const organisationBody = z.object({
  id: uuidSchema.optional(),
  name: nameSchema,
  clients: z.array(uuidSchema).default([]),
  communities: z.array(uuidSchema).optional().describe('Joins these; absent: the house community.'),
});

export const ORGANISATION_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/organisations',
    summary: 'Organisations: all for the operator, otherwise your own.',
    standing: 'signed-in',
    answer: async ({ directory, principal }) => {
      const all = principal.roles.includes('site-admin');
      const rows = directory.organisations.filter(({ id }) => all || id === principal.organisation);
      return { json: { organisations: rows } };
    },
  }),
  route({
    method: 'POST',
    path: '/organisations',
    summary: 'Add or change an organisation.',
    standing: 'site-admin',
    body: organisationBody,
    answer: async (call) => {
      const { body, directory } = call;
      const id = body.id ?? randomUUID();
      const known = directory.organisations.find((row) => row.id === id);
      if (directory.organisations.some((row) => row.id !== id && row.name === body.name)) {
        throw new CybexError('conflict', `There is an organisation ${body.name} already.`);
      }
      const value: Organisation = {
        id,
        name: body.name,
        clients: body.clients,
        sample: known?.sample ?? false,
        operator: known?.operator ?? false,
      };
      const joins = body.communities ?? (known ? [] : defaultCommunities(directory.communities));
      await change(call, 'organisation.put', id, [
        { put: 'organisation', value },
        ...directory.communities
          .filter((row) => joins.includes(row.id) && !row.members.includes(id))
          .map((row): DirectoryChange => ({ put: 'community', value: withMember(row, id) })),
      ]);
      return { json: value, status: known ? 200 : 201 };
    },
  }),
  removal('organisations', 'organisation'),
];

function defaultCommunities(communities: readonly Community[]): string[] {
  return communities.filter((row) => row.name === HOUSE_COMMUNITY).map(({ id }) => id);
}

/** Whoever takes part belongs to the house community, unless he is meant to be an outsider. */
export function joinHouse(
  communities: readonly Community[],
  organisation: string,
): DirectoryChange[] {
  return communities
    .filter((row) => row.name === HOUSE_COMMUNITY)
    .map((row) => ({ put: 'community', value: withMember(row, organisation) }));
}

function withMember(community: Community, organisation: string): Community {
  return {
    ...community,
    version: community.version + 1,
    members: [...community.members, organisation],
  };
}

const communityBody = z.object({
  id: uuidSchema.optional(),
  name: nameSchema,
  owner: uuidSchema.optional(),
  members: z.array(uuidSchema).default([]),
});

export const COMMUNITY_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/communities',
    summary: 'Communities that you are a member of; all for the operator.',
    standing: 'signed-in',
    answer: async ({ directory, principal }) => {
      const all = principal.roles.includes('site-admin');
      const rows = directory.communities.filter(
        ({ members, owner }) =>
          all || members.includes(principal.organisation) || owner === principal.organisation,
      );
      return { json: { communities: rows } };
    },
  }),
  route({
    method: 'POST',
    path: '/communities',
    summary: 'Add a community or replace its member list.',
    standing: 'site-admin',
    body: communityBody,
    answer: async (call) => {
      const { body, directory, principal } = call;
      const id = body.id ?? randomUUID();
      const known = directory.communities.find((row) => row.id === id);
      for (const member of body.members) mustBeOrganisation(call, member);
      const value: Community = {
        id,
        name: body.name,
        owner: body.owner ?? known?.owner ?? principal.organisation,
        version: (known?.version ?? 0) + 1,
        members: [...new Set(body.members)],
      };
      await change(call, 'community.put', id, [{ put: 'community', value }]);
      return { json: value, status: known ? 200 : 201 };
    },
  }),
  removal('communities', 'community'),
];
