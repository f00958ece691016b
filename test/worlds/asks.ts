/** Random questions of a low principal over every surface, made of ids, dates and tokens it may try. */

import type { Collection } from '../../src/store/port.ts';
import type { Random } from '../hostile/random.ts';
import {
  address,
  content,
  cve,
  isVersioned,
  type Json,
  TLP,
  TYPES,
  uuid,
  versionTime,
  word,
} from './content.ts';
import { type Answer, type Ask, TAXII, TAXII_BODY } from './side.ts';
import type { Society } from './society.ts';
import type { Story } from './story.ts';

const FAR_PAST = '2031-05-31T00:00:00Z';

/** Asks, and learns from what is answered: tokens to go on with, validators, dates. */
export class Asker {
  readonly #society: Society;
  readonly #story: Story;
  readonly #random: Random;
  readonly #tags: { readonly url: string; readonly tag: string }[] = [];
  readonly #nexts: { readonly url: string; readonly next: string }[] = [];
  readonly #cursors: { readonly url: string; readonly cursor: string }[] = [];
  readonly #dates: string[] = [FAR_PAST];
  readonly #own: Json[] = [];
  #posts = 0;

  constructor(society: Society, story: Story, random: Random) {
    this.#society = society;
    this.#story = story;
    this.#random = random;
  }

  /** What it has posted itself: ids of it are no secret. */
  get posted(): readonly Json[] {
    return this.#own;
  }

  next(): Ask {
    const random = this.#random;
    const roll = random.below(100);
    if (roll < 8) return this.#information();
    if (roll < 40) return this.#page();
    if (roll < 50) return this.#oneObject();
    if (roll < 56) return this.#again();
    if (roll < 59) return this.#status();
    if (roll < 69) return this.#post();
    if (roll < 74) return this.#remove();
    if (roll < 86) return this.#records();
    return this.#others();
  }

  learn(ask: Ask, { status, headers, body }: Answer): void {
    const tag = headers.etag;
    if (typeof tag === 'string') this.#tags.push({ url: ask.url, tag });
    for (const name of ['x-taxii-date-added-first', 'x-taxii-date-added-last']) {
      const date = headers[name];
      if (typeof date === 'string') this.#dates.push(date);
    }
    if (status !== 200 || !String(headers['content-type']).includes('json')) return;
    if (headers['content-encoding'] !== undefined || ask.url.includes('/preview')) return;
    const text = body.toString();
    const url = ask.url.replace(/[?&](next|cursor)=[^&]*/, '');
    const next = /^\{"more":true,"next":"([^"]+)"/.exec(text)?.[1];
    if (next !== undefined) this.#nexts.push({ url, next });
    const cursor = /"more":true,"cursor":"([^"]+)"/.exec(text)?.[1];
    if (cursor !== undefined) this.#cursors.push({ url, cursor });
  }

  #headers(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    const { token } = this.#society.low;
    return { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...more };
  }

  #taxii(method: string, url: string, more: Readonly<Record<string, string>> = {}): Ask {
    return { method, url, headers: this.#headers({ accept: TAXII, ...more }) };
  }

  /** Every second question goes where the secret is. */
  #collection(): Collection {
    const { collections } = this.#society;
    const there = collections.find(({ id }) => id === this.#story.place);
    return there !== undefined && this.#random.once(2) ? there : this.#random.pick(collections);
  }

  #shelf(): string {
    const collection = this.#collection();
    const name = this.#random.once(4) ? (collection.alias ?? collection.id) : collection.id;
    return `/taxii2/${collection.apiRoot}/collections/${name}/`;
  }

  #id(): string {
    const { hidden, ids } = this.#story;
    return hidden !== null && this.#random.once(3) ? String(hidden.id) : this.#random.pick(ids);
  }

  #information(): Ask {
    const random = this.#random;
    const root = random.pick(['alpha', 'beta', 'gamma', 'main']);
    const url = random.pick([
      '/taxii2/',
      `/taxii2/${root}/`,
      `/taxii2/${root}/collections/`,
      this.#shelf(),
    ]);
    return this.#taxii(random.pick(['GET', 'GET', 'GET', 'HEAD', 'OPTIONS']), url);
  }

  #page(): Ask {
    const random = this.#random;
    const parameters = new URLSearchParams();
    const plain = random.pick(['objects/', 'objects/?limit=3', 'manifest/']);
    if (random.once(6)) return this.#taxii('GET', `${this.#shelf()}${plain}`);
    const several = (make: () => string) =>
      [...new Set(Array.from({ length: 1 + random.below(3) }, make))].join();
    if (random.once(4))
      parameters.set(
        'match[id]',
        several(() => this.#id()),
      );
    if (random.once(5))
      parameters.set(
        'match[type]',
        several(() => random.pick(TYPES)),
      );
    if (random.once(3)) parameters.set('match[version]', this.#versions());
    if (random.once(6))
      parameters.set('match[spec_version]', random.pick(['2.0', '2.1', '2.0,2.1']));
    if (random.once(4)) parameters.set('added_after', random.pick(this.#dates));
    if (!random.once(3)) parameters.set('limit', String(1 + random.below(6)));
    const endpoint = random.once(3) ? 'manifest/' : 'objects/';
    const query = decodeURIComponent(parameters.toString());
    const url = `${this.#shelf()}${endpoint}${query === '' ? '' : `?${query}`}`;
    const coding: Record<string, string> = random.once(8) ? { 'accept-encoding': 'gzip' } : {};
    return this.#taxii(random.once(12) ? 'HEAD' : 'GET', url, coding);
  }

  #versions(): string {
    const random = this.#random;
    const one = versionTime(random.below(5));
    return random.pick(['all', 'all', 'first', 'last', one, `first,${one}`, `${one},last`]);
  }

  #oneObject(): Ask {
    const random = this.#random;
    const url = `${this.#shelf()}objects/${this.#id()}/`;
    if (random.once(3)) return this.#taxii('GET', `${url}versions/`);
    const query = random.pick([
      '',
      `?match[version]=${this.#versions()}`,
      '?match[spec_version]=2.0',
    ]);
    return this.#taxii('GET', `${url}${query}`);
  }

  /** The next page, or the same page with its validator. */
  #again(): Ask {
    const random = this.#random;
    if (this.#nexts.length > 0 && !random.once(3)) {
      const { url, next } = random.pick(this.#nexts.slice(-6));
      return this.#taxii('GET', `${url}${url.includes('?') ? '&' : '?'}next=${next}`);
    }
    if (this.#tags.length === 0) return this.#page();
    const { url, tag } = random.pick(this.#tags.slice(-6));
    return this.#taxii('GET', url, { 'if-none-match': tag });
  }

  #status(): Ask {
    const random = this.#random;
    const name = random.pick(['secret', 'step 0', 'step 3', `own ${random.below(4)}`]);
    return this.#taxii('GET', `/taxii2/${random.pick(['alpha', 'beta'])}/status/{status ${name}}/`);
  }

  /** What is hidden, what is there, or what points at the hidden. */
  #offer(): Json {
    const random = this.#random;
    const { hidden, delivered } = this.#story;
    const there = delivered.length > 0 ? random.pick(delivered).json : null;
    const known = random.once(4) ? there : hidden;
    const copy = random.below(5);
    if (known !== null && copy < 2) return known;
    if (known !== null && copy < 4 && isVersioned(String(known.type)) && known.modified) {
      const modified = random.once(4) ? versionTime(random.below(6)) : known.modified;
      return { ...known, modified, description: `mine ${random.below(100)}` };
    }
    const type = random.pick(TYPES);
    return content(
      {
        type,
        id: `${type}--${uuid(random)}`,
        version: 0,
        markings: [random.pick(Object.values(TLP))],
        points: this.#story.ids,
        spec: '2.1',
      },
      random,
    );
  }

  #post(): Ask {
    const random = this.#random;
    const objects = Array.from({ length: 1 + random.below(3) }, () => this.#offer());
    this.#own.push(...objects);
    const name = `own ${this.#posts++ % 4}`;
    const body = JSON.stringify({ objects });
    if (random.once(2)) {
      return { ...this.#taxii('POST', `${this.#shelf()}objects/`, TAXII_BODY), body, name };
    }
    const into = this.#collection().id;
    const url = `/api/v1/import?items=true&format=stix&collection=${into}`;
    return { method: 'POST', url, headers: this.#headers(), body };
  }

  #remove(): Ask {
    const query = this.#random.once(3)
      ? `?match[version]=${versionTime(this.#random.below(4))}`
      : '';
    return this.#taxii('DELETE', `${this.#shelf()}objects/${this.#id()}/${query}`);
  }

  #records(): Ask {
    const random = this.#random;
    if (this.#cursors.length > 0 && random.once(5)) {
      const { url, cursor } = random.pick(this.#cursors.slice(-4));
      return this.#api(`${url}&cursor=${cursor}`);
    }
    const parameters = new URLSearchParams({ limit: String(1 + random.below(8)) });
    const { collections } = this.#society;
    if (random.once(3)) parameters.set('collection', random.pick(collections).id);
    const by = random.below(7);
    if (by === 0) parameters.set('id', this.#id());
    if (by === 1) parameters.set('type', random.pick(TYPES));
    if (by === 2 || by === 3) parameters.set('text', word(random));
    if (by === 4) parameters.set('value', random.pick([address(random), cve(random)]));
    if (by === 5) parameters.set('points_at', this.#id());
    if (by === 6) parameters.set('points_at', `cve ${cve(random)}`);
    if (random.once(4)) parameters.set('format', random.pick(['cve', 'osv,csaf', 'stix']));
    if (random.once(3)) parameters.set('order', 'oldest');
    return this.#api(`/api/v1/records?${parameters}`);
  }

  #api(url: string, method = 'GET'): Ask {
    return { method, url, headers: this.#headers() };
  }

  #others(): Ask {
    const random = this.#random;
    const { collections, organisations, low } = this.#society;
    const collection = random.pick(collections).id;
    const who = random.pick([low.person, 'anonymous', low.organisation, ...organisations]);
    return this.#api(
      random.pick([
        '/',
        '/?lang=ja',
        '/healthz',
        '/readyz',
        '/api/v1/collections',
        '/api/v1/collections',
        '/api/v1/conflicts',
        '/api/v1/conflicts',
        '/api/v1/organisations',
        '/api/v1/communities',
        `/api/v1/collections/${collection}/records/${this.#id()}`,
        `/api/v1/collections/${collection}/records/${this.#id()}`,
        `/api/v1/preview?as=${who}`,
        `/api/v1/preview?as=${who}&collection=${collection}`,
        '/api/v1/audit',
        '/api/v1/status',
        '/api/v1/quarantine',
        '/api/v1/jobs',
        '/metrics',
        '/api/v1/openapi.json',
      ]),
    );
  }
}
