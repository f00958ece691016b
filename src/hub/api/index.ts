/** Every route of the native API. Server, OpenAPI and access matrix read this table. */
import { COLLECTION_ROUTES } from './collections.ts';
import { DELIVERY_ROUTES } from './deliveries.ts';
import { EXCHANGE_ROUTES } from './exchange.ts';
import { INVITE_ROUTES } from './invite.ts';
import { OPERATE_ROUTES } from './operate.ts';
import { COMMUNITY_ROUTES, ORGANISATION_ROUTES } from './organisations.ts';
import { PERSON_ROUTES } from './people.ts';
import { PREVIEW_ROUTES } from './preview.ts';
import { RECORD_ROUTES } from './records.ts';
import type { Route } from './route.ts';
import { RPC_ROUTES } from './rpc.ts';

export const API_ROUTES: readonly Route[] = [
  ...RECORD_ROUTES,
  ...COLLECTION_ROUTES,
  ...DELIVERY_ROUTES,
  ...PREVIEW_ROUTES,
  ...ORGANISATION_ROUTES,
  ...COMMUNITY_ROUTES,
  ...PERSON_ROUTES,
  ...EXCHANGE_ROUTES,
  ...INVITE_ROUTES,
  ...OPERATE_ROUTES,
  ...RPC_ROUTES,
];
