/**
 * The TAXII 2.1 server as one function without a socket. A request passes: path, method, Accept,
 * what the caller may reach, query, body; the first that fails answers.
 */
import { LIMITS } from '../../../core/limits.ts';
import type { TaxiiHouse } from '../port.ts';
import { absent, denied } from './access.ts';
import { described, fresh } from './answer.ts';
import { helpPage } from './help-page.ts';
import type { TaxiiRequest, TaxiiResponse } from './http.ts';
import {
  apiRootResource,
  collectionResource,
  collectionsResource,
  discoveryResource,
  findCollection,
} from './information.ts';
import { negotiate } from './media.ts';
import { pageAnswer } from './pages.ts';
import { type Outcome, type Problem, problemOf, problemResponse, refused } from './problem.ts';
import { allowed, type CollectionRoute, METHODS, type Route, routeOf } from './route.ts';
import type { TaxiiSettings } from './settings.ts';
import { statusResource } from './status.ts';
import { addObjects, deleteObject } from './writes.ts';

type Answered = Promise<Outcome<TaxiiResponse>>;

/** Everything that one request is answered from. */
interface Call {
  readonly request: TaxiiRequest;
  readonly house: TaxiiHouse;
  readonly settings: TaxiiSettings;
  readonly html: boolean;
}

async function discovery(call: Call): Answered {
  const { request, house, settings, html } = call;
  const found = await house.discovery();
  if (html && (found !== null || house.caller.anonymous)) {
    return { ok: true, value: helpPage(found, settings) };
  }
  if (found === null) return absent(house);
  const resource = discoveryResource(found, settings);
  return { ok: true, value: await described(request, settings, resource) };
}

async function apiRoot(call: Call, root: string): Answered {
  const { request, house, settings } = call;
  const found = (await house.discovery())?.apiRoots.find(({ path }) => path === root);
  if (found === undefined) return absent(house);
  const resource = apiRootResource(found, settings);
  return { ok: true, value: await described(request, settings, resource) };
}

async function status(call: Call, root: string, id: string): Answered {
  const found = await call.house.status(root, id);
  return found === null
    ? absent(call.house)
    : { ok: true, value: fresh(200, statusResource(found)) };
}

async function collections(call: Call, root: string): Answered {
  const { request, house, settings } = call;
  const found = await house.collections(root);
  if (found === null) return absent(house);
  const resource = collectionsResource(found);
  return { ok: true, value: await described(request, settings, resource) };
}

/** What lies in a collection: reading needs can_read (§5.3, §5.4, §5.6, §5.8). */
async function inCollection(call: Call, route: CollectionRoute): Answered {
  const { request, house, settings } = call;
  const all = await house.collections(route.root);
  const collection = all === null ? undefined : findCollection(all, route.collection);
  if (collection === undefined) return absent(house);
  if (route.endpoint === 'collection') {
    const resource = collectionResource(collection);
    return { ok: true, value: await described(request, settings, resource) };
  }
  if (request.method === 'POST') {
    return addObjects(request, house, settings, route.root, collection);
  }
  const object = 'object' in route ? route.object : undefined;
  if (request.method === 'DELETE' && object !== undefined) {
    return deleteObject(request, house, collection, object);
  }
  if (!collection.canRead) return denied(house);
  return pageAnswer(request, house, settings, {
    endpoint: route.endpoint,
    collection: collection.id,
    ...(object === undefined ? {} : { object }),
  });
}

function answerRoute(call: Call, route: Route): Answered {
  switch (route.endpoint) {
    case 'discovery':
      return discovery(call);
    case 'api-root':
      return apiRoot(call, route.root);
    case 'status':
      return status(call, route.root, route.status);
    case 'collections':
      return collections(call, route.root);
    default:
      return inCollection(call, route);
  }
}

/** Path, method and Accept: decided by the form of the request, alike for everybody. */
function admit(request: TaxiiRequest, settings: TaxiiSettings): Outcome<Route> {
  if (request.path.length + request.query.length > LIMITS.taxii.urlBytes) {
    return refused('uri-too-long', undefined, { limit: LIMITS.taxii.urlBytes });
  }
  const route = routeOf(request.path, settings.rootsBelow);
  if (!route.ok) return route;
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (METHODS[route.value.endpoint].includes(method) || method === 'OPTIONS') return route;
  const headers = { allow: allowed(route.value.endpoint) };
  return { ok: false, problem: { code: 'method-not-allowed', headers } };
}

/** OPTIONS tells the methods that the endpoint defines, not what the caller may do. */
function options(route: Route): TaxiiResponse {
  return {
    status: 204,
    headers: { allow: allowed(route.endpoint), 'content-length': '0', 'cache-control': 'no-store' },
    body: null,
  };
}

async function respond(call: Call, route: Route): Promise<TaxiiResponse> {
  const { request, settings } = call;
  const context = problemContext(request, settings);
  try {
    const outcome = await answerRoute(call, route);
    return outcome.ok ? outcome.value : problemResponse(outcome.problem, context);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'internal') settings.onFault(error, request);
    return problemResponse(problem, context);
  }
}

function problemContext(request: TaxiiRequest, settings: TaxiiSettings) {
  return {
    challenges: settings.challenges,
    ...(settings.errorDocs === undefined ? {} : { errorDocs: settings.errorDocs }),
    ...(request.id === undefined ? {} : { requestId: request.id }),
  };
}

/**
 * Answers one request for one caller. Never rejects: what the house throws becomes a TAXII error
 * message, and what is our own fault is told to `settings.onFault`.
 */
export async function handleTaxii(
  request: TaxiiRequest,
  house: TaxiiHouse,
  settings: TaxiiSettings,
): Promise<TaxiiResponse> {
  const admitted = admit(request, settings);
  let response: TaxiiResponse;
  if (!admitted.ok) response = refusal(admitted.problem, request, settings);
  else if (request.method === 'OPTIONS') response = options(admitted.value);
  else {
    const accepted = negotiate(request.header('accept'), admitted.value.endpoint === 'discovery');
    response =
      accepted === 'none'
        ? refusal({ code: 'not-acceptable' }, request, settings)
        : await respond({ request, house, settings, html: accepted === 'html' }, admitted.value);
  }
  return request.method === 'HEAD' ? { ...response, body: null } : response;
}

/** A refusal that the hub itself has to send (bad credentials, rate), in the same form. */
export function refusal(
  problem: Problem,
  request: TaxiiRequest,
  settings: TaxiiSettings,
): TaxiiResponse {
  return problemResponse(problem, problemContext(request, settings));
}
