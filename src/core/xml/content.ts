/**
 * What may stand within an element, as a regular expression over the names of its children: `a b?
 * (c|d)* ~*`. `~` is any element of another namespace. Compiled to positions (Glushkov) and
 * followed as sets of them, so that a document of any shape costs time linear in its children.
 */

/** One place of a model that an element can take. */
export interface ContentItem {
  /** Local name; `~` for any element of another namespace. */
  readonly name: string;
  /** What stands behind the name in the model: how the element is typed. */
  readonly type: string;
}

export interface ContentModel {
  readonly items: readonly ContentItem[];
  /** Items that may come first. */
  readonly first: readonly number[];
  /** Items that may follow each. */
  readonly follow: readonly (readonly number[])[];
  /** Items after which nothing needs to come. */
  readonly last: ReadonlySet<number>;
  readonly optional: boolean;
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly optional: boolean;
}

const NOTHING: Part = { first: [], last: [], optional: true };

/** Compiles a model. The models are ours, not input: a fault in one throws. */
export function compileContent(source: string): ContentModel {
  const compiler = new Compiler(source);
  const whole = compiler.sequence();
  if (!compiler.done) throw new Error(`The model ${source} cannot be read.`);
  const { items, follow } = compiler;
  const { first, optional } = whole;
  return { items, follow, first, last: new Set(whole.last), optional };
}

class Compiler {
  readonly items: ContentItem[] = [];
  readonly follow: number[][] = [];
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(source: string) {
    // A parenthesis of alternatives stands at the begin of a part; within a type it belongs to it.
    this.#tokens =
      source.match(/[~\w.-]+(?:[@:#](?:[\w.~-]+)(?:\{[^}]*\})?|[@:#]?\([^()]*\))?|[()|?*+]/g) ?? [];
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Parts one after another. */
  sequence(): Part {
    let whole = NOTHING;
    while (!this.done && this.#tokens[this.#at] !== ')' && this.#tokens[this.#at] !== '|') {
      whole = this.#behind(whole, this.#repeated());
    }
    return whole;
  }

  #alternatives(): Part {
    this.#at++;
    let whole = this.sequence();
    while (this.#tokens[this.#at] === '|') {
      this.#at++;
      const other = this.sequence();
      whole = {
        first: [...whole.first, ...other.first],
        last: [...whole.last, ...other.last],
        optional: whole.optional || other.optional,
      };
    }
    this.#at++;
    return whole;
  }

  #repeated(): Part {
    const part = this.#tokens[this.#at] === '(' ? this.#alternatives() : this.#item();
    const sign = this.#tokens[this.#at];
    if (sign !== '?' && sign !== '*' && sign !== '+') return part;
    this.#at++;
    if (sign !== '?') this.#link(part.last, part.first);
    return sign === '+' ? part : { ...part, optional: true };
  }

  #item(): Part {
    const token = this.#tokens[this.#at++] ?? '';
    const split = token.search(/[@:#(]/);
    const name = split === -1 ? token : token.slice(0, split);
    const at = this.items.push({ name, type: split === -1 ? '' : token.slice(split) }) - 1;
    this.follow.push([]);
    return { first: [at], last: [at], optional: false };
  }

  #behind(a: Part, b: Part): Part {
    this.#link(a.last, b.first);
    return {
      first: a.optional ? [...a.first, ...b.first] : a.first,
      last: b.optional ? [...a.last, ...b.last] : b.last,
      optional: a.optional && b.optional,
    };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const each of from) {
      const follow = this.follow[each];
      for (const next of to) if (!follow?.includes(next)) follow?.push(next);
    }
  }
}

export interface ContentFault {
  /** Index of the child that does not belong; the number of children when one is missing. */
  readonly at: number;
  /** Names that could stand there; empty where nothing could. */
  readonly expected: readonly string[];
}

/**
 * Follows the children through the model: the item that each takes, or where it fails. A child of
 * another namespace is `null` among the names.
 */
export function followContent(
  model: ContentModel,
  names: readonly (string | null)[],
): { readonly taken: readonly ContentItem[]; readonly fault: ContentFault | null } {
  const taken: ContentItem[] = [];
  let next = model.first;
  let ended = model.optional;
  for (let at = 0; at < names.length; at++) {
    const wanted = names[at] ?? '~';
    const now = next.filter((each) => model.items[each]?.name === wanted);
    const item = model.items[now[0] ?? -1];
    if (item === undefined) return { taken, fault: { at, expected: namesOf(model, next) } };
    taken.push(item);
    ended = now.some((each) => model.last.has(each));
    next = now.length === 1 ? (model.follow[now[0] ?? 0] ?? []) : union(model, now);
  }
  if (ended) return { taken, fault: null };
  return { taken, fault: { at: names.length, expected: namesOf(model, next) } };
}

function union(model: ContentModel, from: readonly number[]): readonly number[] {
  return [...new Set(from.flatMap((each) => model.follow[each] ?? []))];
}

function namesOf(model: ContentModel, items: readonly number[]): readonly string[] {
  const names = items.map((each) => model.items[each]?.name ?? '').filter((name) => name !== '~');
  return [...new Set(names)];
}
