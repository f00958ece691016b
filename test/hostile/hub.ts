/** What the hub reads from strangers beside TAXII: requests of rpc, addresses to connect to. */
import assert from 'node:assert/strict';
import { isPublicAddress } from '../../src/hub/outbound/address.ts';
import { answerLine } from '../../src/hub/rpc/answer.ts';
import { OPERATION_NAMES } from '../../src/hub/rpc/operations.ts';
import type { Subject } from './oracle.ts';
import { JSON_SEEDS } from './seeds.ts';
import { STATE_REQUESTS } from './state.ts';

const loose = new TextDecoder();

async function feedRequest(bytes: Uint8Array): Promise<void> {
  const answer = await answerLine(loose.decode(bytes));
  assert.notEqual(answer.error?.code, 'internal', answer.error?.message);
  assert.notEqual(answer.result === undefined, answer.error === undefined, 'result or error');
  JSON.stringify(answer);
}

/** Whatever its notation, an address of a private network is never public. */
function feedAddress(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  const isPublic = isPublicAddress(text);
  if (!isPublic) return;
  assert.doesNotMatch(text, /^(?:127|10|0|169\.254|192\.168)\./);
  if (text.includes(':')) assert.match(text, /^(?:[23]|(?:0{0,4}:){2,5}ffff:\d)/i);
}

const [object = '{}', document = '{}'] = JSON_SEEDS;
const REQUESTS: readonly unknown[] = [
  { id: 1, op: 'check', args: { text: document, format: 'stix', strict: true } },
  { id: 'a', op: 'check', args: { bytes: Buffer.from(document).toString('base64') } },
  { id: null, op: 'stix.parse', args: { text: document } },
  { op: 'stix.id', args: { object: JSON.parse(object) } },
  { op: 'jcs.canonicalize', args: { text: object } },
  { op: 'stix.pattern.check', args: { pattern: "[file:name = 'x']", version: '2.1' } },
  { op: 'stix.pattern.format', args: { pattern: '[a:b IN (1, 2)] WITHIN 5 SECONDS' } },
  {
    op: 'stix.pattern.equivalent',
    args: { a: '([a:b = 1] OR [a:b = 2]) REPEATS 2 TIMES', b: '[a:b IN (1, 2)] AND [a:c = 3]' },
  },
  {
    op: 'stix.pattern.match',
    args: {
      pattern: "([url:value LIKE 'h%'] FOLLOWEDBY [file:size > 1]) WITHIN 5 SECONDS",
      profile: 'intel',
      observed: [
        {
          type: 'observed-data',
          first_observed: '2026-11-21T00:00:00Z',
          last_observed: '2026-11-21T00:00:09Z',
          number_observed: 2,
          objects: { 0: { type: 'url', value: 'http://a.example' }, 1: { type: 'file', size: 2 } },
        },
      ],
    },
  },
  ...STATE_REQUESTS,
  { op: 'ops' },
  {
    op: 'policy.decide',
    args: {
      principal: { kind: 'person', id: 'p', organisation: 'b', communities: [], roles: ['reader'] },
      action: 'read',
      label: { tlp: 'GREEN', audience: null, owner: 'a', unknown: [] },
      context: { channel: 'feed', time: '2026-11-21T00:00:00Z' },
    },
  },
];
const ADDRESSES = [
  '127.0.0.1',
  '8.8.8.8',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  'fe80::1%eth0',
  '2001:4860:4860::8888',
  '0x7f.1',
  '169.254.169.254',
];

export const HUB_SUBJECTS: readonly Subject[] = [
  {
    name: 'rpc request',
    seeds: REQUESTS.map((request) => JSON.stringify(request)),
    feed: feedRequest,
  },
  { name: 'outbound address', seeds: ADDRESSES, feed: feedAddress },
];

/** Every operation is fed by one seed at least, or the test of the list fails. */
export const FED_OPERATIONS: ReadonlySet<string> = new Set(
  REQUESTS.map((request) => (request as { readonly op: string }).op),
);
export const ALL_OPERATIONS: readonly string[] = OPERATION_NAMES;
