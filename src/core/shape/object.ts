/** Objects: which members there are, which must be, and whether others may. */
import { isJsonObject, type JsonObject } from '../json/value.ts';
import type { Form } from './form.ts';
import { countMessage, quoted, type Shape, wanted } from './shape.ts';
import type { Walk } from './walk.ts';

/** A member is optional unless it is wrapped in `required`. */
export interface Required {
  readonly required: Shape;
}
export type Members = Readonly<Record<string, Shape | Required>>;

export function required(shape: Shape): Required {
  return { required: shape };
}

export interface Rest {
  /** What members that are not listed must look like; default: anything. */
  readonly rest?: Shape;
  /** No members but those listed, and those whose name has `names`. */
  readonly closed?: boolean;
  /** Form of the names that are not listed. */
  readonly names?: Form;
  readonly min?: number;
  readonly max?: number;
}

/**
 * An object. With `closed` and no `names`, members that are not listed are unknown; with `names`,
 * only those of another form are.
 */
export function object(members: Members, others: Rest = {}): Shape {
  const shapes = new Map<string, Shape>();
  const needed: string[] = [];
  for (const [name, member] of Object.entries(members)) {
    shapes.set(name, typeof member === 'function' ? member : member.required);
    if (typeof member !== 'function') needed.push(name);
  }
  const { min = 0, max = Number.POSITIVE_INFINITY } = others;
  const counted = others.min !== undefined || others.max !== undefined;
  return (value, walk) => {
    if (!isJsonObject(value)) {
      walk.find('shape-type', wanted('an object', value));
      return;
    }
    const depth = walk.path.length;
    for (const name of Object.keys(value)) {
      walk.path[depth] = name;
      const shape = shapes.get(name);
      if (shape !== undefined) shape(value[name] ?? null, walk);
      else unlisted(name, value, shapes, others, walk);
    }
    walk.path.length = depth;
    for (const name of needed) {
      if (!Object.hasOwn(value, name)) walk.find('shape-missing', `"${name}" is missing.`);
    }
    if (counted) {
      const count = Object.keys(value).length;
      if (count < min || count > max) {
        walk.find('shape-count', countMessage(count, 'members', min, max));
      }
    }
  };
}

function unlisted(
  name: string,
  value: JsonObject,
  shapes: ReadonlyMap<string, Shape>,
  { rest, closed, names }: Rest,
  walk: Walk,
): void {
  const fits = names?.test(name) ?? !closed;
  if (!fits && names !== undefined && !closed) {
    walk.find('shape-name', `${quoted(name)} is no ${names.name}, such as ${names.example}.`);
  } else if (!fits) {
    const known = [...shapes.keys()].find((other) => other.toLowerCase() === name.toLowerCase());
    const hint = known === undefined ? '' : ` Did you mean ${quoted(known)}?`;
    walk.find('shape-unknown', `There is no member ${quoted(name)} here.${hint}`);
  }
  if (rest !== undefined && fits) rest(value[name] ?? null, walk);
}

/** The shape that the value of one member chooses; `otherwise` where it chooses none. */
export function byMember(
  member: string,
  shapes: Readonly<Record<string, Shape>>,
  otherwise: Shape,
): Shape {
  return (value, walk) => {
    const chosen = isJsonObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;
    const known = typeof chosen === 'string' && Object.hasOwn(shapes, chosen);
    const shape = known ? shapes[chosen] : otherwise;
    shape?.(value, walk);
  };
}

/** At least one of these members. */
export function anyMember(names: readonly string[]): Shape {
  return (value, walk) => {
    if (!isJsonObject(value) || names.some((name) => Object.hasOwn(value, name))) return;
    walk.find('shape-missing', `One of ${names.map(quoted).join(', ')} must be given.`);
  };
}

/** Not more than one of these members. */
export function oneMember(names: readonly string[]): Shape {
  return (value, walk) => {
    if (!isJsonObject(value)) return;
    const given = names.filter((name) => Object.hasOwn(value, name));
    if (given.length > 1) {
      walk.find('shape-alternative', `Only one of ${given.map(quoted).join(', ')} may be given.`);
    }
  };
}

/** Where one member is, others must be too. */
export function together(member: string, others: readonly string[]): Shape {
  return (value, walk) => {
    if (!isJsonObject(value) || !Object.hasOwn(value, member)) return;
    for (const name of others) {
      if (!Object.hasOwn(value, name)) {
        walk.find('shape-missing', `"${name}" must be given where "${member}" is.`);
      }
    }
  };
}
