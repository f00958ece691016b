/** For tests: a small TAXII feed behind the fetch interface, with faults that can be planted. */
import { microsToTimestamp } from '../../../core/timestamp.ts';
import { readTimestamp } from './timestamp.ts';
import type { Fetch } from './transport.ts';

export interface FixtureObject {
  /** Microseconds. */
  readonly added: number;
  /** Exact text of the object, with odd spacing on purpose. */
  readonly json: string;
}

/** What happens to one answer instead of the plain truth. */
export type Fault =
  | 'none'
  | 'drop' // the connection ends before an answer
  | 'cut' // the connection ends within the body
  | 'truncate' // a proxy delivers half a body as a whole one
  | 'busy' // 503 with Retry-After
  | 'limited' // 429 with Retry-After as a date
  | 'forget'; // the server forgets its tokens

export interface FixtureOptions {
  readonly objects: readonly FixtureObject[];
  readonly pageMax: number;
  /** False: `more` without `next`. */
  readonly tokens: boolean;
  /** Digits in which the server writes the date-added headers. */
  readonly digits?: 0 | 3 | 6;
  /** True: the headers are rounded to the nearest, not cut. */
  readonly rounded?: boolean;
  readonly headers?: boolean;
  readonly fault?: (request: number) => Fault;
}

const BASE = 1_700_000_000_000_000;

/** Objects whose times come from gaps: a gap of 0 is a tie. */
export function fixtureObjects(gaps: readonly number[]): FixtureObject[] {
  let added = BASE;
  return gaps.map((gap, index) => {
    added += gap;
    const id = `identity--00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const pad = ' '.repeat(index % 3);
    return {
      added,
      json: `{${pad}"type":"identity", "id":"${id}",\n"modified":"2020-01-01T00:00:00.000Z","name":"ü\\"}]${index}","n":1.0${pad}}`,
    };
  });
}

export function fixtureFetch(options: FixtureOptions): Fetch & { readonly seen: URL[] } {
  const seen: URL[] = [];
  let tokens = new Map<string, { from: number; query: string }>();
  const answer: Fetch = async (input, init) => {
    const url = new URL(input);
    const fault = options.fault?.(seen.length) ?? 'none';
    seen.push(url);
    init.signal?.throwIfAborted();
    if (fault === 'drop') throw new TypeError('fetch failed', { cause: new Error('ECONNRESET') });
    if (fault === 'busy') return refuse(503, { 'retry-after': '2' });
    if (fault === 'limited') {
      return refuse(429, { 'retry-after': new Date(5_000).toUTCString() });
    }
    if (fault === 'forget') tokens = new Map();
    return page(url, fault);
  };

  const page = (url: URL, fault: Fault): Response => {
    const token = url.searchParams.get('next');
    url.searchParams.delete('next');
    const query = url.search;
    let from: number;
    if (token === null) {
      const after = readTimestamp(url.searchParams.get('added_after') ?? '')?.micros ?? 0;
      from = options.objects.findIndex((object) => object.added > after);
      if (from < 0) from = options.objects.length;
    } else {
      const place = tokens.get(token);
      if (place === undefined || place.query !== query) return refuse(400, {});
      from = place.from;
    }
    const asked = Number(url.searchParams.get('limit') ?? options.pageMax);
    const to = from + Math.min(asked, options.pageMax);
    return envelope(options.objects.slice(from, to), to, query, fault);
  };

  const envelope = (
    objects: readonly FixtureObject[],
    to: number,
    query: string,
    fault: Fault,
  ): Response => {
    const more = to < options.objects.length;
    const members =
      objects.length === 0 ? [] : [`"objects" : [ ${objects.map((o) => o.json).join(' ,\n')} ]`];
    if (more) members.unshift('"more": true');
    if (more && options.tokens) {
      const token = `t${tokens.size}-${to}`;
      tokens.set(token, { from: to, query });
      members.push(`"next":"${token}"`);
    }
    const headers = headersOf(options, objects, query);
    const body = new TextEncoder().encode(`{${members.join(',')}}`);
    const half = body.subarray(0, Math.floor(body.byteLength / 2));
    if (fault === 'truncate') return new Response(half, { headers });
    if (fault === 'cut') return new Response(brokenStream(half), { headers });
    return new Response(body, { headers });
  };
  return Object.assign(answer, { seen });
}

/** An empty page carries the instant asked for, as our own server does. */
function headersOf(
  options: FixtureOptions,
  objects: readonly FixtureObject[],
  query: string,
): Record<string, string> {
  const asked = new URLSearchParams(query).get('added_after') ?? '1970-01-01T00:00:00.000000Z';
  const [first, last] = [objects[0], objects.at(-1)].map((object) =>
    object === undefined ? asked : written(object.added, options),
  );
  const dates = {
    'x-taxii-date-added-first': first ?? asked,
    'x-taxii-date-added-last': last ?? asked,
  };
  const type = { 'content-type': 'application/taxii+json;version=2.1' };
  return options.headers === false ? type : { ...type, ...dates };
}

function written(micros: number, { digits = 6, rounded = false }: FixtureOptions): string {
  const half = rounded ? 10 ** (6 - digits) / 2 : 0;
  const text = microsToTimestamp(micros + Math.floor(half));
  if (digits === 6) return microsToTimestamp(micros);
  return `${text.slice(0, digits === 0 ? 19 : 23)}Z`;
}

function brokenStream(half: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent)
        controller.error(new TypeError('terminated', { cause: new Error('other side closed') }));
      else controller.enqueue(half);
      sent = true;
    },
  });
}

function refuse(status: number, headers: Record<string, string>): Response {
  const body = JSON.stringify({ title: `refused ${status}`, http_status: String(status) });
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/taxii+json;version=2.1', ...headers },
  });
}
