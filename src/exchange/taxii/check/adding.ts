/** Adding objects and the status of it (TAXII 2.1 §5.5, §4.3). */
import { TAXII_21 } from '../../../core/media-type.ts';
import { parseUuid, randomUuid } from '../../../core/uuid.ts';
import { below } from '../client/url.ts';
import {
  ask,
  type Bench,
  type Checks,
  difference,
  instantOf,
  isUnversioned,
  type Posted,
  recordKey,
  statedVersion,
} from './bench.ts';
import { STATUS_UNKNOWN } from './information.ts';
import { WRITTEN_FORMS } from './negotiation.ts';
import { type Ask, type Exchange, listOf } from './probe.ts';
import { extraIdentity, type TestObject } from './samples.ts';
import { duplicateBody, post, seedPlace } from './seed.ts';
import { fail, pass, skip, type Verdict, verdict } from './verdict.ts';

export const STATUS: Checks<'status'> = {
  async 'status.retrieved'(bench) {
    const answer = accepted(bench)[0]?.answer;
    if (answer === undefined) return fail('nothing was accepted');
    const id = String(answer.json?.id);
    const again = await bench.probe.send(below(bench.root.url, 'status', id));
    if (again.status !== 200) return fail(`it answers ${again.status}`, again);
    return verdict(again.json?.id === id ? null : 'it is another status', again, answer);
  },
  async 'status.complete'(bench) {
    const open = accepted(bench).find(({ final }) => final?.json?.status !== 'complete');
    if (open === undefined) return pass();
    const seconds = Math.round(bench.statusTimeoutMs / 1000);
    return fail(`still pending after ${seconds} s`, open.final ?? open.answer);
  },
  async 'status.counts'(bench) {
    for (const posted of accepted(bench)) {
      for (const status of statusesOf(posted)) {
        const problem = countProblem(status, posted.objects.length);
        if (problem !== null) return fail(problem, status);
      }
    }
    return pass();
  },
  async 'status.details'(bench) {
    for (const posted of accepted(bench)) {
      for (const status of statusesOf(posted)) {
        const problem = detailProblem(status, posted.objects);
        if (problem !== null) return fail(problem, status);
      }
    }
    return pass();
  },
  'status.unknown': STATUS_UNKNOWN,
};

function accepted(bench: Bench): readonly Posted[] {
  return bench.posted.filter(({ answer }) => answer.status === 202);
}

function statusesOf({ answer, final }: Posted): readonly Exchange[] {
  return final === undefined || final === answer ? [answer] : [answer, final];
}

const PARTS = [
  ['success_count', 'successes'],
  ['failure_count', 'failures'],
  ['pending_count', 'pendings'],
] as const;

/** §4.3.1: a total of 0 says that the server has not begun to count. */
function countProblem(status: Exchange, sent: number): string | null {
  const total = status.json?.total_count;
  if (total === 0 && status.json?.status === 'pending') return null;
  if (total !== sent) return `total_count is ${String(total)}, ${sent} objects were sent`;
  const counts = PARTS.map(([count]) => Number(status.json?.[count]));
  const sum = counts.reduce((a, b) => a + b, 0);
  if (sum !== sent) return `the counts add up to ${sum}, not to ${sent}`;
  for (const [index, [, list]] of PARTS.entries()) {
    if (status.json?.[list] === undefined) continue;
    const length = listOf(status, list).length;
    if (length !== counts[index]) return `${list} has ${length} entries, counted ${counts[index]}`;
  }
  return null;
}

function detailProblem(status: Exchange, objects: readonly TestObject[]): string | null {
  for (const [, list] of PARTS) {
    for (const entry of listOf(status, list)) {
      const candidates = objects.filter(({ id }) => id === entry.id);
      if (candidates.length === 0) return `${list} names ${String(entry.id)}, which was not sent`;
      const { version } = entry;
      if (typeof version !== 'string') return `${list} has an entry without version`;
      const good = candidates.some(
        (object) =>
          isUnversioned(object.type) || instantOf(statedVersion(object)) === instantOf(version),
      );
      if (!good) return `${list} names version ${version} of ${String(entry.id)}`;
    }
  }
  return null;
}

export const POST: Checks<'post'> = {
  async 'post.accepted'(bench) {
    const refused = bench.posted.find(({ answer }) => answer.status !== 202);
    if (refused === undefined) return pass(undefined, ...bench.posted.map((one) => one.answer));
    return fail(`an envelope of test objects is ${refused.answer.status}`, refused.answer);
  },
  async 'post.status-members'(bench) {
    for (const { answer } of accepted(bench)) {
      const problem = statusProblem(answer);
      if (problem !== null) return fail(problem, answer);
    }
    return accepted(bench).length === 0 ? fail('nothing was accepted') : pass();
  },
  async 'post.status-id'(bench) {
    const [first] = accepted(bench);
    if (first === undefined) return fail('nothing was accepted');
    const id = String(first.answer.json?.id);
    const good = parseUuid(id)?.version === 4;
    return verdict(good ? null : `${id} is no UUID of version 4`, first.answer);
  },
  'post.content-type': (bench) =>
    repost(bench, [...WRITTEN_FORMS, 'application/taxii+json'], (contentType) => ({ contentType })),
  'post.accept': (bench) =>
    repost(bench, [...WRITTEN_FORMS, 'application/taxii+json'], (accept) => ({ accept })),
  async 'post.other-type'(bench) {
    const types = ['application/json', 'application/stix+json;version=2.1', 'text/plain'];
    for (const contentType of types) {
      const answer = await sendDuplicate(bench, { contentType });
      if (answer.status !== 415) {
        return fail(`Content-Type: ${contentType} is ${answer.status}`, answer);
      }
    }
    return pass();
  },
  async 'post.malformed'(bench) {
    for (const body of ['{"objects":[', '[]', '{"objects":"none"}']) {
      const answer = await ask(bench, ['objects'], [], { method: 'POST', body });
      if (answer.status !== 400 && answer.status !== 422) {
        return fail(`the body ${body} is ${answer.status}`, answer);
      }
    }
    return pass();
  },
  async 'post.duplicate'(bench) {
    const [first] = bench.samples.envelopes;
    const again = await post(seedPlace(bench), first ?? []);
    const status = again.final ?? again.answer;
    if (again.answer.status !== 202) return fail(`it is ${again.answer.status}`, again.answer);
    const failed = Number(status.json?.failure_count);
    return verdict(failed === 0 ? null : `${failed} duplicates are failures`, status);
  },
  async 'post.duplicate-once'(bench) {
    const [object] = bench.samples.envelopes[0] ?? [];
    const answer = await ask(
      bench,
      ['manifest'],
      [
        ['match[id]', object?.id ?? ''],
        ['match[version]', 'all'],
      ],
    );
    const keys = listOf(answer, 'objects').map(recordKey);
    return verdict(difference(keys, keys), answer);
  },
  'post.partial': partial,
  'post.below-limit': (bench) => ofSize(bench, -1, (status) => status !== 413),
  'post.above-limit': (bench) => ofSize(bench, 1, (status) => status === 413),
  async 'post.unknown-collection'(bench) {
    const url = below(bench.collections.url, randomUuid(), 'objects');
    const answer = await bench.probe.send(url, { method: 'POST', body: duplicateBody(bench) });
    return verdict(answer.status === 404 ? null : `it is ${answer.status}`, answer);
  },
};

function statusProblem({ json }: Exchange): string | null {
  if (typeof json?.id !== 'string') return 'id is missing';
  if (json.status !== 'complete' && json.status !== 'pending') {
    return `status is ${JSON.stringify(json.status)}`;
  }
  for (const name of ['total_count', 'success_count', 'failure_count', 'pending_count']) {
    const value = json[name];
    const good = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    if (!good) return `${name} is ${JSON.stringify(value)}`;
  }
  return null;
}

function sendDuplicate(bench: Bench, how: Ask): Promise<Exchange> {
  return ask(bench, ['objects'], [], { method: 'POST', body: duplicateBody(bench), ...how });
}

async function repost(
  bench: Bench,
  forms: readonly string[],
  how: (form: string) => Ask,
): Promise<Verdict> {
  for (const form of forms) {
    const answer = await sendDuplicate(bench, how(form));
    if (answer.status !== 202) return fail(`"${form}" is ${answer.status}`, answer);
  }
  return pass();
}

/** One good object, and one whose created is no timestamp. */
async function partial(bench: Bench): Promise<Verdict> {
  const good = extraIdentity(bench.samples, 'good beside bad');
  const bad = { ...extraIdentity(bench.samples, 'bad beside good'), created: 'yesterday' };
  for (const { id } of [good, bad]) bench.created.add(id);
  const posted = await post(seedPlace(bench), [good, bad]);
  const stored = async (id: string) => (await ask(bench, ['objects', id])).status === 200;
  if (posted.answer.status === 400 || posted.answer.status === 422) {
    const problem = (await stored(good.id)) ? 'refused as a whole, but partly stored' : null;
    return verdict(problem, posted.answer);
  }
  const status = posted.final ?? posted.answer;
  if (posted.answer.status !== 202) return fail(`it is ${posted.answer.status}`, status);
  const problem = countProblem(status, 2) ?? detailNames(status, [good.id, bad.id]);
  if (problem !== null) return fail(problem, status);
  const succeeded = Number(status.json?.success_count);
  const there = [await stored(good.id), await stored(bad.id)].filter(Boolean).length;
  if (there !== succeeded) {
    return fail(`${succeeded} are reported as stored, ${there} can be read`, status);
  }
  return succeeded === 0
    ? fail('the good object is refused with the bad one', status)
    : pass(succeeded === 2 ? 'the server checks nothing and took both' : undefined, status);
}

function detailNames(status: Exchange, sent: readonly string[]): string | null {
  for (const [, list] of PARTS) {
    const stranger = listOf(status, list).find(({ id }) => !sent.includes(String(id)));
    if (stranger !== undefined) return `${list} names ${String(stranger.id)}, which was not sent`;
  }
  return null;
}

/** Bodies larger than this are not sent over somebody's network for a test. */
const SENT_BYTES_MAX = 32 * 1024 * 1024;

/** A duplicate padded with spaces to max_content_length and `beyond`. */
async function ofSize(
  bench: Bench,
  beyond: number,
  good: (status: number) => boolean,
): Promise<Verdict> {
  const limit = Number(bench.root.json?.max_content_length);
  if (!Number.isSafeInteger(limit)) return fail('there is no max_content_length', bench.root);
  if (limit > SENT_BYTES_MAX) return skip(`max_content_length is ${limit}: too much to send`);
  const body = duplicateBody(bench);
  const padding = limit + beyond - body.length;
  if (padding < 0) return skip(`max_content_length is ${limit}: too small for one object`);
  const padded = `${body.slice(0, -1)}${' '.repeat(padding)}}`;
  const how: Ask = { method: 'POST', body: padded, contentType: TAXII_21 };
  const answer = await ask(bench, ['objects'], [], how);
  return verdict(good(answer.status) ? null : `${padded.length} bytes: ${answer.status}`, answer);
}
