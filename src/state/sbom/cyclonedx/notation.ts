/**
 * From the lines of members.table.ts to shapes, for one version of CycloneDX. The lines are ours,
 * not input: a fault in them is a fault of the program and shows in the tests.
 */
import { object, type Required, required } from '../../../core/shape/object.ts';
import {
  anything,
  either,
  flag,
  integer,
  later,
  list,
  number,
  type Shape,
  text,
  word,
} from '../../../core/shape/shape.ts';
import { FORMS } from './forms.ts';
import { MEMBERS } from './members.table.ts';
import { OPEN_OBJECTS, RULES } from './rules.ts';
import { atLeast, type CycloneDxVersion } from './version.ts';
import { WORDS } from './words.table.ts';

/** What stands in a line for this version: the last change that is not newer. */
export function lineFor(line: string, version: CycloneDxVersion): string {
  let current = '-';
  for (const part of line.split('; ')) {
    const since = /^(1\.[0-9]) (.*)$/.exec(part);
    if (since === null) current = part;
    else if (atLeast(version, since[1] as CycloneDxVersion)) current = since[2] ?? '-';
  }
  return current;
}

/** The words of a closed list in this version. */
export function wordsFor(line: string, version: CycloneDxVersion): readonly string[] {
  const words = new Set<string>();
  for (const part of line.split('; ')) {
    const [head, ...changes] = part.split(' ');
    if (head === undefined) continue;
    if (!/^1\.[0-9]$/.test(head)) for (const each of [head, ...changes]) words.add(each);
    else if (atLeast(version, head as CycloneDxVersion)) {
      for (const change of changes) {
        if (change.startsWith('-')) words.delete(change.slice(1));
        else words.add(change.slice(1));
      }
    }
  }
  return [...words];
}

/** Every object of the version, each built once; they refer to each other. */
export class Notation {
  readonly #version: CycloneDxVersion;
  readonly #objects = new Map<string, Shape>();
  /** Shapes that are written in code because a line cannot say them, with their sign. */
  readonly #given: Readonly<Record<string, Shape>>;

  constructor(version: CycloneDxVersion, given: Readonly<Record<string, Shape>>) {
    this.#version = version;
    this.#given = given;
  }

  /** The shape of an object of the table. */
  object(name: string): Shape {
    const known = this.#objects.get(name) ?? this.#given[`@${name}`];
    if (known !== undefined) return known;
    const lines = MEMBERS[name];
    if (lines === undefined) throw new Error(`The table has no object ${name}.`);
    // Entered before its members are read: an object may hold itself.
    this.#objects.set(
      name,
      later(() => shape),
    );
    const members: Record<string, Shape | Required> = {};
    for (const [member, line] of Object.entries(lines)) {
      const now = lineFor(line, this.#version);
      if (now === '-') continue;
      const inner = new Line(now.replace(/^!/, ''), this).read();
      members[member] = now.startsWith('!') ? required(inner) : inner;
    }
    const open = OPEN_OBJECTS[name];
    const closed = open === undefined || atLeast(this.#version, open);
    const plain = object(members, { closed });
    const rules = RULES[name]?.(this.#version) ?? [];
    const shape: Shape = (value, walk) => {
      plain(value, walk);
      for (const rule of rules) rule(value, walk);
    };
    this.#objects.set(name, shape);
    return shape;
  }

  words(name: string): Shape {
    const given = this.#given[`#${name}`];
    if (given !== undefined) return given;
    const line = WORDS[name];
    if (line === undefined) throw new Error(`The table has no words ${name}.`);
    return word(wordsFor(line, this.#version));
  }
}

/** Reads one line: a small language, by its first character. */
class Line {
  readonly #line: string;
  readonly #notation: Notation;
  #at = 0;

  constructor(line: string, notation: Notation) {
    this.#line = line;
    this.#notation = notation;
  }

  read(): Shape {
    const first = this.#line[this.#at];
    if (first === '[') return this.#list();
    if (first === '(') return this.#alternatives();
    if (first === '@') return this.#notation.object(this.#name());
    if (first === '#') return this.#notation.words(this.#name());
    return this.#scalar();
  }

  #name(): string {
    this.#at++;
    return this.#take(/[\w.~-]+/y);
  }

  #take(expression: RegExp): string {
    expression.lastIndex = this.#at;
    const taken = expression.exec(this.#line)?.[0] ?? '';
    this.#at += taken.length;
    return taken;
  }

  #list(): Shape {
    this.#at++;
    const entry = this.read();
    this.#at++;
    const unique = this.#take(/u/y) !== '';
    return list(entry, { unique, ...this.#range() });
  }

  #alternatives(): Shape {
    const shapes: Shape[] = [];
    let exclusive = false;
    do {
      if (this.#line[this.#at] === '^') exclusive = true;
      this.#at++;
      shapes.push(this.read());
    } while (this.#line[this.#at] !== ')');
    this.#at++;
    return either(shapes, { exclusive });
  }

  #scalar(): Shape {
    const kind = this.#take(/[a-z]+/y);
    const form = FORMS[this.#take(/[:/][a-z-]+/y)];
    const range = this.#range();
    if (kind === 'text') return text({ ...range, ...(form === undefined ? {} : { form }) });
    if (kind === 'integer') return integer(range);
    if (kind === 'number') return number(range);
    if (kind === 'flag') return flag;
    if (kind === 'object') return object({});
    if (kind === 'anything') return anything;
    throw new Error(`The line ${this.#line} cannot be read at ${this.#at}.`);
  }

  #range(): { readonly min?: number; readonly max?: number } {
    const bounds = /^\{([0-9]*)\.\.([0-9]*)\}$/.exec(this.#take(/\{[0-9]*\.\.[0-9]*\}/y));
    return {
      ...(bounds?.[1] ? { min: Number(bounds[1]) } : {}),
      ...(bounds?.[2] ? { max: Number(bounds[2]) } : {}),
    };
  }
}
