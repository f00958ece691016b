/** How a fault is written: small changes of a request, of an answer, or of what the house is asked. */
import type { ClauseId } from '../../src/exchange/taxii/check/index.ts';
import type { TaxiiHouse, TaxiiQuery } from '../../src/exchange/taxii/port.ts';
import type { Fault, PlainAnswer, PlainRequest, Times } from './server.ts';

/** A fault, and the rows in which it must show. Further rows may fail with it. */
export interface FaultRow extends Fault {
  readonly what: string;
  readonly rows: readonly ClauseId[];
  readonly times?: Times;
}

export type Json = Record<string, unknown>;

export const isObjects = ({ method, path }: PlainRequest) =>
  method === 'GET' && path.endsWith('/objects/');
export const isManifest = ({ method, path }: PlainRequest) =>
  method === 'GET' && path.endsWith('/manifest/');
export const isList = (request: PlainRequest) => isObjects(request) || isManifest(request);
export const isPost = ({ method }: PlainRequest) => method === 'POST';
export const isIn = (collection: string, { path }: PlainRequest) => path.includes(collection);

export function refuse(answer: PlainAnswer, status: number): void {
  answer.status = status;
  answer.text = JSON.stringify({ title: 'No', http_status: String(status) });
}

/** Changes the body of an answer that is a JSON object. */
export function edit(answer: PlainAnswer, change: (json: Json) => void): void {
  if (!answer.text.startsWith('{')) return;
  const json = JSON.parse(answer.text) as Json;
  change(json);
  answer.text = JSON.stringify(json);
}

export function objectsOf(json: Json): Json[] {
  return Array.isArray(json.objects) ? (json.objects as Json[]) : [];
}

/** Changes what the house is asked for a page of objects or of the manifest. */
export function asking(change: (query: TaxiiQuery) => TaxiiQuery): Fault['house'] {
  return (house: TaxiiHouse) => ({
    ...house,
    objects: (query) => house.objects(change(query)),
    manifest: (query) => house.manifest(change(query)),
  });
}

export function answering(
  when: (request: PlainRequest, answer: PlainAnswer) => boolean,
  change: (json: Json, request: PlainRequest, answer: PlainAnswer) => void,
): Fault['answer'] {
  return (request, answer) => {
    if (when(request, answer)) edit(answer, (json) => change(json, request, answer));
  };
}

export const STATUS = (request: PlainRequest, { status }: PlainAnswer) =>
  status === 202 || request.path.includes('/status/');

export const WHOLE_SECOND = '.000000Z';
