/** Collects from a host what the definitions ask for (OVAL System Characteristics Schema). */

import { LIMITS } from '../../../core/limits.ts';
import type { OvalCharacteristics, OvalCollected, OvalItem } from '../characteristics.ts';
import { Comparer } from '../evaluate/compare.ts';
import { collectSet, filtered } from '../evaluate/match.ts';
import type { Comparison } from '../evaluate/state.ts';
import { EVALUATED } from '../evaluate/test.ts';
import { Variables } from '../evaluate/variables.ts';
import type { OvalDocument, OvalObject } from '../model.ts';
import { testsOf } from '../schema/component.ts';
import { Stopped } from './entity.ts';
import { collectFiles, collectTexts } from './files.ts';
import type { OvalHost } from './host.ts';
import { Packages } from './packages.ts';
import { Shelf } from './shelf.ts';
import { collectEnvironment, collectFamily, collectUname, collectVariable } from './system.ts';

export interface CollectOptions {
  /** Ids of the definitions; all where absent. */
  readonly definitions?: readonly string[];
  readonly externals?: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What the objects of the definitions are on the host. It reads nothing but by the host given. */
export function collectOval(
  document: OvalDocument,
  host: OvalHost,
  options: CollectOptions,
): OvalCharacteristics {
  const collector = new Collector(document, host, options);
  for (const test of testsOfDefinitions(document, options.definitions)) {
    const object = document.tests.get(test)?.object ?? '';
    if (object !== '') collector.collected(object);
    for (const state of document.tests.get(test)?.states ?? []) collector.variablesOf(state);
  }
  return collector.characteristics(options.now);
}

/** Tests of the criteria, and of the definitions that these extend. */
function testsOfDefinitions(
  document: OvalDocument,
  ids: readonly string[] = [...document.definitions.keys()],
): ReadonlySet<string> {
  const tests = new Set<string>();
  const definitions = new Set<string>(ids);
  for (const id of definitions) {
    const criteria = document.definitions.get(id)?.criteria;
    const open = criteria ? [criteria] : [];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const child of node.children) {
        if (child.kind === 'criteria') open.push(child);
        else if (child.kind === 'criterion') tests.add(child.test);
        else definitions.add(child.definition);
      }
    }
  }
  return tests;
}

const NOT_COLLECTED: OvalCollected = { flag: 'not collected', items: [], messages: [] };

class Collector {
  readonly #document: OvalDocument;
  readonly #host: OvalHost;
  readonly #shelf = new Shelf();
  readonly #packages: Packages;
  readonly #objects = new Map<string, OvalCollected>();
  readonly #open = new Set<string>();
  readonly #comparer = new Comparer();
  readonly #variables: Variables;

  constructor(document: OvalDocument, host: OvalHost, { externals, now }: CollectOptions) {
    this.#document = document;
    this.#host = host;
    this.#packages = new Packages(host);
    this.#variables = new Variables({
      document,
      comparer: this.#comparer,
      externals: externals ?? new Map(),
      collected: (object) => this.collected(object),
      now: Math.floor(now / 1000),
    });
  }

  /** Objects that the variables of a state rest on are collected too. */
  variablesOf(state: string): void {
    for (const entity of this.#document.states.get(state)?.entities ?? []) {
      for (const { varRef } of [entity, ...entity.fields]) {
        if (varRef !== '') this.#variables.values(varRef);
      }
    }
  }

  collected(id: string): OvalCollected | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const object = this.#document.objects.get(id);
    if (object === undefined) return null;
    if (this.#open.has(id) || this.#open.size >= LIMITS.oval.depth / 4) {
      return { ...NOT_COLLECTED, flag: 'error', messages: [`${id} rests on itself.`] };
    }
    this.#open.add(id);
    const made = this.#attempt(object);
    this.#open.delete(id);
    this.#objects.set(id, made);
    return made;
  }

  #attempt(object: OvalObject): OvalCollected {
    try {
      return this.#collect(object);
    } catch (stopped) {
      if (!(stopped instanceof Stopped)) throw stopped;
      return { flag: stopped.flag, items: [], messages: [stopped.message].filter(Boolean) };
    }
  }

  #collect(object: OvalObject): OvalCollected {
    const how: Comparison = {
      comparer: this.#comparer,
      variables: this.#variables,
      tell: () => undefined,
    };
    if (object.set !== null) {
      return collectSet(object.set, this.#document, (id) => this.collected(id), how);
    }
    const found = this.#ofType(object, how);
    if (found === null) {
      return { ...NOT_COLLECTED, messages: [`${object.name} is not collected.`] };
    }
    const { items, failed } = filtered(found.items, object.filters, this.#document, how);
    if (failed) return { flag: 'error', items: [], messages: ['A filter could not be applied.'] };
    if (found.partial) {
      const flag = items.length > 0 ? 'incomplete' : 'not collected';
      return { flag, items, messages: ['Not all that may be meant could be read.'] };
    }
    return { flag: items.length > 0 ? 'complete' : 'does not exist', items, messages: [] };
  }

  /** Items by the type of the object; null for one that is not collected. */
  #ofType(
    object: OvalObject,
    how: Comparison,
  ): { readonly items: readonly OvalItem[]; readonly partial: boolean } | null {
    const type = `${object.component}.${object.name}`;
    if (!testsOf(type).some((test) => EVALUATED.has(`${test.component}.${test.name}`))) return null;
    const host = this.#host;
    const shelf = this.#shelf;
    const whole = (items: readonly OvalItem[]) => ({ items, partial: false });
    switch (type) {
      case 'linux.dpkginfo_object':
        return whole(this.#packages.dpkginfo(object, shelf, how));
      case 'linux.rpminfo_object':
        return whole(this.#packages.rpminfo(object, shelf, how));
      case 'independent.family_object':
        return whole(collectFamily(host, shelf));
      case 'unix.uname_object':
        return whole(collectUname(host, shelf));
      case 'independent.variable_object':
        return whole(collectVariable(object, shelf, how));
      case 'independent.environmentvariable_object':
      case 'independent.environmentvariable58_object':
        return whole(collectEnvironment(object, host, shelf, how));
      case 'unix.file_object':
        return collectFiles(object, host, shelf, how);
      case 'independent.textfilecontent54_object':
        return collectTexts(object, host, shelf, how);
      default:
        return null;
    }
  }

  characteristics(now: number): OvalCharacteristics {
    const variables = new Map<string, readonly string[]>();
    for (const [id, { values }] of this.#variables.used()) variables.set(id, values);
    return {
      schemaVersion: '5.11.1',
      timestamp: new Date(now).toISOString().slice(0, 19),
      system: this.#host.system,
      objects: this.#objects,
      items: this.#shelf.all(),
      variables,
    };
  }
}
