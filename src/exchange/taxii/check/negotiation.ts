/** Content negotiation, methods and paths (TAXII 2.1 §3.1, §1.6.8). */
import { parseMediaType, TAXII_21 } from '../../../core/media-type.ts';
import type { Bench, Checks } from './bench.ts';
import type { Exchange } from './probe.ts';
import { fail, pass, type Verdict, verdict } from './verdict.ts';

/** One media type in all the forms that RFC 9110 §8.3.1 allows. */
export const WRITTEN_FORMS = [
  TAXII_21,
  'application/taxii+json; version=2.1',
  'application/taxii+json ; version="2.1"',
  'Application/TAXII+JSON;Version=2.1',
];

/** Lists of which one member is TAXII 2.1. */
const LISTS = [
  'text/plain;q=0.1, application/taxii+json;version=2.1',
  'application/taxii+json;version=2.0, application/taxii+json;version=2.1',
  'application/taxii+json;version=2.1;q=0.5,application/stix+json;version=2.1;q=0.4',
];

const OTHER_TYPES = ['application/json', 'text/html', 'application/stix+json;version=2.1'];

const OTHER_VERSIONS = [
  'application/taxii+json;version=2.0',
  'application/taxii+json;version=9.9',
  'application/vnd.oasis.taxii+json; version=2.0',
];

export const ACCEPT: Checks<'accept'> = {
  'accept.version': (bench) => acceptable(bench, WRITTEN_FORMS),
  'accept.no-version': (bench) => acceptable(bench, ['application/taxii+json']),
  'accept.list': (bench) => acceptable(bench, LISTS),
  async 'accept.highest'(bench) {
    const answer = await bench.probe.send(bench.root.url, { accept: 'application/taxii+json' });
    const type = parseMediaType(answer.headers.get('content-type') ?? '');
    const version = Number(type?.parameters.get('version'));
    return verdict(version >= 2.1 ? null : 'the answer names no version 2.1', answer);
  },
  'accept.other-type': (bench) => unacceptable(bench, OTHER_TYPES),
  'accept.other-version': (bench) => unacceptable(bench, OTHER_VERSIONS),
};

/** Endpoints that everybody who is here may ask for. */
function endpoints(bench: Bench): readonly URL[] {
  return [bench.discovery.url, bench.root.url, bench.collections.url];
}

async function acceptable(bench: Bench, accepts: readonly string[]): Promise<Verdict> {
  for (const url of endpoints(bench)) {
    for (const accept of accepts) {
      const answer = await bench.probe.send(url, { accept });
      if (answer.status !== 200) return fail(`Accept: ${accept} is ${answer.status}`, answer);
    }
  }
  return pass();
}

async function unacceptable(bench: Bench, accepts: readonly string[]): Promise<Verdict> {
  // Discovery may have a page for people: the API root and the collections have none.
  for (const url of endpoints(bench).slice(1)) {
    for (const accept of accepts) {
      const answer = await bench.probe.send(url, { accept });
      if (answer.status !== 406) return fail(`Accept: ${accept} is ${answer.status}`, answer);
    }
  }
  return pass();
}

export const METHOD: Checks<'method'> = {
  async 'method.head'(bench) {
    const get = await bench.probe.send(bench.root.url);
    const head = await bench.probe.send(bench.root.url, { method: 'HEAD' });
    if (head.status !== get.status) return fail(`HEAD is ${head.status}`, head);
    return verdict(head.text === '' ? null : 'HEAD has a body', head);
  },
  async 'method.unsupported'(bench) {
    for (const url of endpoints(bench).slice(0, 2)) {
      for (const method of ['PUT', 'PATCH']) {
        const answer = await bench.probe.send(url, { method, body: '{}' });
        const problem = methodProblem(answer);
        if (problem !== null) return fail(`${method}: ${problem}`, answer);
      }
    }
    return pass();
  },
};

/** §8.2.1 lets a server have further methods; what it has not it says so. */
function methodProblem({ status, headers }: Exchange): string | null {
  if (status === 405) return headers.get('allow') === null ? '405 without Allow' : null;
  if (status === 501 || status < 500) return null;
  return `answers ${status}`;
}

export const PATH: Checks<'url'> = {
  async 'url.no-slash'(bench) {
    const url = new URL(bench.collections.url);
    url.pathname = url.pathname.replace(/\/$/, '');
    const answer = await bench.probe.send(url);
    return verdict(answer.status < 500 ? null : `it answers ${answer.status}`, answer);
  },
};
