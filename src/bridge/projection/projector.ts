/** Makes the objects of one projection: ids, versions and markings are the same for all. */
import { uuidV5 } from '../../core/uuid.ts';
import { stixId } from '../../event/stix/index.ts';
import type { Identifier, Identity, StixObject } from '../../event/stix/types.ts';
import type { ProjectionContext } from './context.ts';
import { stixTime } from './time.ts';

type Members = Readonly<Record<string, unknown>>;

/** Objects by id, in the order in which they were made; who comes first stays. */
export class Projector {
  readonly #objects = new Map<string, StixObject>();
  readonly #context: ProjectionContext;
  readonly #created: string;
  readonly #modified: string;
  /** Set on every object that can be withdrawn when its source is. */
  revoked = false;
  /** Ids of marking definitions that every object carries. */
  readonly markings: Identifier<'marking-definition'>[] = [];

  /** Throws a RangeError where the context is wrong: that is the caller's fault, not the input's. */
  constructor(context: ProjectionContext) {
    this.#context = context;
    const modified = stixTime(context.now);
    const created = stixTime(context.created ?? context.now);
    if (modified === undefined || created === undefined) {
      throw new RangeError('now and created must be times of RFC 3339');
    }
    this.#modified = modified;
    this.#created = created;
  }

  /** The id of what `key` names: the same in every projection of this namespace. */
  id<Type extends string>(type: Type, key: string): Identifier<Type> {
    return `${type}--${uuidV5(this.#context.namespace, `${type}:${key}`)}`;
  }

  /** A domain or relationship object, revoked with its source. */
  add<Type extends string>(type: Type, key: string, members: Members): Identifier<Type> {
    const revoked = this.revoked ? { revoked: true } : {};
    return this.#make(type, key, { ...revoked, ...members });
  }

  /** An identity outlives what it says. */
  identity(key: string, members: Members): Identifier<'identity'> {
    return this.#make('identity', key, members);
  }

  /** A marking definition with a statement (§7.2.1.3); it carries no marking itself. */
  statement(key: string, statement: string): Identifier<'marking-definition'> {
    const id = this.id('marking-definition', key);
    const object = cleaned({
      type: 'marking-definition',
      spec_version: '2.1',
      id,
      created_by_ref: this.#context.createdBy,
      created: this.#created,
      definition_type: 'statement',
      definition: { statement },
    });
    this.#keep(id, object);
    return id;
  }

  /** The name under which an identity was first made. */
  nameOf(id: Identifier<'identity'>): string | undefined {
    const made = this.#objects.get(id);
    return made?.type === 'identity' ? (made as Identity).name : undefined;
  }

  relate(
    source: Identifier,
    type: string,
    target: Identifier,
    members: Members = {},
  ): Identifier<'relationship'> {
    const key = `${source} ${type} ${target}`;
    const ends = { relationship_type: type, source_ref: source, target_ref: target };
    return this.add('relationship', key, { ...ends, ...members });
  }

  /** An observable, with the id that the standard gives it. */
  observe(type: string, members: Members): Identifier {
    const object = cleaned({ type, spec_version: '2.1', ...members });
    const id = stixId(object);
    const given = (id.ok ? id.value : this.id(type, JSON.stringify(members))) as Identifier;
    return this.#keep(given, cleaned({ ...object, ...this.#marked(), id: given }));
  }

  /** An object as it stands, e.g. a definition. */
  keep(object: StixObject): void {
    this.#keep(object.id, object);
  }

  get objects(): readonly StixObject[] {
    return [...this.#objects.values()];
  }

  #make<Type extends string>(type: Type, key: string, members: Members): Identifier<Type> {
    const id = this.id(type, key);
    const object = cleaned({
      type,
      spec_version: '2.1',
      id,
      created_by_ref: this.#context.createdBy,
      created: this.#created,
      modified: this.#modified,
      ...members,
      ...this.#marked(),
    });
    this.#keep(id, object);
    return id;
  }

  #marked(): Members {
    return { object_marking_refs: [...this.markings] };
  }

  #keep(id: Identifier, object: unknown): Identifier {
    if (!this.#objects.has(id)) this.#objects.set(id, object as StixObject);
    return id;
  }
}

/** Without members that say nothing: STIX 2.1 §3.1 forbids null and empty lists. */
export function cleaned(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
