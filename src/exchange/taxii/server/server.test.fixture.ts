/** One small house for the tests of the server: an API root, collections of every kind of right. */
import { fixedClock } from '../../../core/clock.ts';
import { timestampToMicros } from '../../../core/timestamp.ts';
import type { TaxiiHouse } from '../port.ts';
import { bodyText, type RequestParts, taxiiRequest } from './memory.test.fetch.ts';
import {
  createMemoryHousehold,
  type MemoryCaller,
  type MemoryHousehold,
} from './memory.test.house.ts';
import { handleTaxii } from './server.ts';
import { type TaxiiOptions, taxiiSettings } from './settings.ts';

export const TOKEN_KEY = new Uint8Array(32).fill(7);
export const ROOT = '/taxii2/api1/';

export const OPEN = 'aaaaaaaa-1111-4111-8111-111111111111';
export const READ_ONLY = '22222222-2222-4222-8222-222222222222';
export const WRITE_ONLY = '33333333-3333-4333-8333-333333333333';
export const HIDDEN = '44444444-4444-4444-8444-444444444444';
export const PUBLIC = '55555555-5555-4555-8555-555555555555';
export const ABSENT = '99999999-9999-4999-8999-999999999999';

export const ALPHA: MemoryCaller = { id: 'p-alpha', organisation: 'alpha', anonymous: false };
export const BETA: MemoryCaller = { id: 'p-beta', organisation: 'beta', anonymous: false };

export const START = '2026-01-01T00:00:00.000000Z';

/** Microseconds of START plus seconds. */
export function at(seconds: number): number {
  return (timestampToMicros(START, 'floor') ?? 0) + seconds * 1_000_000;
}

export function testHousehold(pendingPolls = 0): MemoryHousehold {
  const apiRoot = 'api1';
  const only = (canRead: boolean, canWrite: boolean) => (caller: MemoryCaller) =>
    caller.anonymous ? null : { canRead, canWrite };
  return createMemoryHousehold({
    title: 'Test house',
    description: 'For tests',
    contact: 'nobody@example.org',
    clock: fixedClock(at(0)),
    public: true,
    pendingPolls,
    apiRoots: [
      { path: apiRoot, title: 'First root', description: '' },
      { path: 'empty', title: 'Empty root', description: 'Nothing here' },
    ],
    collections: [
      { apiRoot, id: OPEN, alias: 'open', title: 'Open', description: 'Read and write' },
      { apiRoot, id: READ_ONLY, title: 'Read only', rights: only(true, false) },
      { apiRoot, id: WRITE_ONLY, title: 'Write only', rights: only(false, true) },
      { apiRoot, id: HIDDEN, alias: 'hidden', title: 'Hidden', rights: () => null },
      {
        apiRoot,
        id: PUBLIC,
        title: 'Public',
        rights: ({ anonymous }) => ({ canRead: true, canWrite: !anonymous }),
      },
    ],
  });
}

export const collectionUrl = (collection: string) => `${ROOT}collections/${collection}/`;
export const objectsUrl = (collection: string, query = '') =>
  `${collectionUrl(collection)}objects/${query === '' ? '' : `?${query}`}`;
export const objectUrl = (collection: string, id: string, query = '') =>
  `${collectionUrl(collection)}objects/${id}/${query === '' ? '' : `?${query}`}`;

/** A STIX object of one type with a number in its id; `day` is the day of its version. */
export function stix(type: string, n: number, day = 1, more: Record<string, unknown> = {}) {
  return {
    type,
    spec_version: '2.1',
    id: `${type}--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    created: '2025-01-01T00:00:00.000Z',
    modified: `2025-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
    ...more,
  };
}

export interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;

  /** Parsed body; tests look into it freely. */
  readonly json: ReturnType<typeof JSON.parse>;
  readonly bytes: Buffer;
}

export interface AskParts extends RequestParts {
  readonly caller?: MemoryCaller;
  readonly options?: Partial<TaxiiOptions>;
  /** Puts something between the server and the house. */
  readonly around?: (house: TaxiiHouse) => TaxiiHouse;
}

/** Asks the server for one caller (ALPHA unless given) and reads the answer. */
export async function ask(
  household: MemoryHousehold,
  method: string,
  url: string,
  parts: AskParts = {},
): Promise<Asked> {
  const settings = taxiiSettings({ tokenKey: TOKEN_KEY, ...parts.options });
  const house = household.houseFor(parts.caller ?? ALPHA);
  const response = await handleTaxii(
    taxiiRequest(method, url, parts),
    parts.around?.(house) ?? house,
    settings,
  );
  const text = bodyText(response);
  const isJson = text.startsWith('{');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : null,
    bytes: Buffer.concat(response.body ?? []),
  };
}
