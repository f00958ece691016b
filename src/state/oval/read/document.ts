/** Reads a definitions document whole, as it is needed to evaluate it. */
import type { ByteSource } from '../../../core/codec.ts';
import type { Issue } from '../../../core/issue.ts';
import type { XmlElement } from '../../../core/xml/index.ts';
import { ovalIssue, shown } from '../issues.ts';
import type {
  OvalDefinition,
  OvalDocument,
  OvalObject,
  OvalState,
  OvalTest,
  OvalVariable,
} from '../model.ts';
import { text } from './attributes.ts';
import { readElements } from './characteristics.ts';
import { readDefinition } from './definition.ts';
import { readObject, readState, readTest } from './part.ts';
import { readVariable } from './variable.ts';

export interface ReadOvalDocument {
  /** Null where it is no definitions document, or not well-formed. */
  readonly document: OvalDocument | null;
  readonly issues: readonly Issue[];
}

class Builder {
  readonly definitions = new Map<string, OvalDefinition>();
  readonly tests = new Map<string, OvalTest>();
  readonly objects = new Map<string, OvalObject>();
  readonly states = new Map<string, OvalState>();
  readonly variables = new Map<string, OvalVariable>();

  /** The first of an id stays: a second is a finding. */
  add(element: XmlElement): void {
    const id = text(element, 'id');
    const kind = id.split(':')[2];
    if (kind === 'def') keep(this.definitions, id, () => readDefinition(element));
    else if (kind === 'tst') keep(this.tests, id, () => readTest(element));
    else if (kind === 'obj') keep(this.objects, id, () => readObject(element));
    else if (kind === 'ste') keep(this.states, id, () => readState(element));
    else if (kind === 'var') keep(this.variables, id, () => readVariable(element));
  }
}

function keep<Value>(map: Map<string, Value>, id: string, read: () => Value): void {
  if (!map.has(id)) map.set(id, read());
}

/** Reads and checks as the bytes come; there is a document even where some of its parts are wrong. */
export async function readOvalDocument(source: ByteSource): Promise<ReadOvalDocument> {
  const builder = new Builder();
  const { checker, issues, broken } = await readElements(source, (element) => builder.add(element));
  if (checker?.kind !== 'oval_definitions') {
    if (checker !== null) issues.push(ovalIssue('oval-root', '', shown(checker.kind)));
    return { document: null, issues };
  }
  if (broken) return { document: null, issues };
  const { schemaVersion, timestamp } = checker;
  return { document: { schemaVersion, timestamp, ...builder }, issues };
}

/** The bytes of a text that is in memory. */
export function sourceOf(input: string | Uint8Array): ByteSource {
  return [typeof input === 'string' ? new TextEncoder().encode(input) : input];
}
