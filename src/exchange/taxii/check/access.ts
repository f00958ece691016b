/** Authentication (TAXII 2.1 §1.6.9, §5) and rights (§5.2.1 to §5.7). */
import { randomUuid } from '../../../core/uuid.ts';
import { below, withParameters } from '../client/url.ts';
import type { Bench, Check, Checks } from './bench.ts';
import { type Ask, type Exchange, listOf } from './probe.ts';
import { duplicateBody } from './seed.ts';
import { fail, pass, type Verdict, verdict } from './verdict.ts';

type AuthChecks = Readonly<Record<'auth.missing' | 'auth.wrong' | 'auth.before-existence', Check>>;

export const AUTH: AuthChecks = {
  async 'auth.missing'(bench) {
    const open: string[] = [];
    for (const { url, how } of protectedRequests(bench)) {
      const answer = await bench.probe.send(url, { ...how, credentials: 'none' });
      if (answer.status === 401 || answer.status === 404) continue;
      if (answer.status !== 200 || answer.method !== 'GET') return unprotected(answer);
      open.push(answer.url.pathname);
    }
    return open.length === 0 ? pass() : pass(`open to everybody: ${open.join(' ')}`);
  },
  async 'auth.wrong'(bench) {
    for (const { url, how } of protectedRequests(bench)) {
      const answer = await bench.probe.send(url, { ...how, credentials: 'wrong' });
      if (answer.status !== 401 && answer.status !== 404) return unprotected(answer);
    }
    return pass();
  },
  async 'auth.before-existence'(bench) {
    const existing = below(bench.target.url, 'objects');
    const unknown = below(bench.collections.url, randomUuid(), 'objects');
    const a = await bench.probe.send(existing, { credentials: 'none' });
    if (a.status === 200) return pass('the collection is open to everybody', a);
    const b = await bench.probe.send(unknown, { credentials: 'none' });
    return verdict(a.status === b.status ? null : `${a.status} and ${b.status}`, a, b);
  },
};

function unprotected(answer: Exchange): Verdict {
  return fail(`${answer.method} answers ${answer.status}, not 401 or 404`, answer);
}

interface Protected {
  readonly url: URL;
  readonly how: Ask;
}

/**
 * §5.1 to §5.8, each. Nothing changes, should one of them be let through: what is posted is there
 * already, and what is deleted is not.
 */
function protectedRequests(bench: Bench): readonly Protected[] {
  const { target, collections, writes } = bench;
  const object = `identity--${randomUuid()}`;
  const reads = [
    collections.url,
    target.url,
    below(target.url, 'manifest'),
    below(target.url, 'objects'),
    below(target.url, 'objects', object),
    below(target.url, 'objects', object, 'versions'),
  ].map((url) => ({ url, how: {} }));
  if (!writes) return reads;
  return [
    ...reads,
    { url: below(target.url, 'objects'), how: { method: 'POST', body: duplicateBody(bench) } },
    { url: below(target.url, 'objects', object), how: { method: 'DELETE' } },
  ];
}

/** Collections that are tried. */
const TRIED = 10;

interface Rights {
  readonly url: URL;
  readonly canRead: boolean;
  readonly canWrite: boolean;
}

function rightsOf(bench: Bench): readonly Rights[] {
  return listOf(bench.collections, 'collections')
    .slice(0, TRIED)
    .map((collection) => ({
      url: below(bench.collections.url, String(collection.id)),
      canRead: collection.can_read === true,
      canWrite: collection.can_write === true,
    }));
}

export const RIGHTS: Checks<'rights'> = {
  async 'rights.read'(bench) {
    for (const { url, canRead } of rightsOf(bench)) {
      for (const resource of ['objects', 'manifest']) {
        const answer = await bench.probe.send(
          withParameters(below(url, resource), [['limit', '1']]),
        );
        const problem = rightProblem(canRead, 'can_read', answer.status, 200);
        if (problem !== null) return fail(problem, answer);
      }
    }
    return pass();
  },
  async 'rights.write'(bench) {
    for (const { url, canWrite } of rightsOf(bench)) {
      if (canWrite) continue;
      // An empty envelope: should it be let through after all, nothing is added.
      const answer = await bench.probe.send(below(url, 'objects'), { method: 'POST', body: '{}' });
      const problem = rightProblem(false, 'can_write', answer.status, 202);
      if (problem !== null) return fail(problem, answer);
    }
    const [first] = bench.posted;
    if (first === undefined) return fail('nothing was posted');
    return verdict(
      rightProblem(true, 'can_write', first.answer.status, 202),
      first.answer,
      bench.collections,
    );
  },
  async 'rights.delete'(bench) {
    const lacking = rightsOf(bench).filter(({ canRead, canWrite }) => !canRead || !canWrite);
    if (lacking.length === 0) return pass('every collection has both rights');
    for (const { url, canRead, canWrite } of lacking) {
      const object = below(url, 'objects', `identity--${randomUuid()}`);
      const answer = await bench.probe.send(object, { method: 'DELETE' });
      const expected = canRead || canWrite ? 403 : 404;
      if (answer.status !== expected) {
        const rights = `can_read ${canRead}, can_write ${canWrite}`;
        return fail(`${rights}: DELETE answers ${answer.status}, not ${expected}`, answer);
      }
    }
    return pass();
  },
};

function rightProblem(right: boolean, name: string, status: number, good: number): string | null {
  if (right) return status === good ? null : `${name} is true, but the answer is ${status}`;
  return status === 403 || status === 404 ? null : `${name} is false, but the answer is ${status}`;
}
