/** The pure functions of the libraries over HTTP, as `cybex rpc` serves them on a pipe. */
import { z } from 'zod';
import { answerRequest } from '../rpc/answer.ts';
import type { Route } from './route.ts';
import { route } from './route.ts';

export const RPC_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/rpc',
    summary: 'One operation of the libraries: {"op":"ops"} lists them with their schemas.',
    standing: 'signed-in',
    body: z.looseObject({ op: z.string(), args: z.looseObject({}).default({}) }),
    answer: async ({ body }) => ({ json: await answerRequest(body) }),
  }),
];
