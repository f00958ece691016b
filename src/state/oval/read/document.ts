/** Reads a definitions document whole, as it is needed to evaluate it. */
import type { ByteSource } from '../../../core/codec.ts';
import { hasErrors, type Issue } from '../../../core/issue.ts';
import { cutXml, type XmlElement } from '../../../core/xml/index.ts';
import { checkerFor, isRead } from '../check/document.ts';
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
  const issues: Issue[] = [];
  const builder = new Builder();
  let checker: ReturnType<typeof checkerFor> = null;
  let met = false;
  const select = (...[open, parents]: Parameters<typeof isRead>) => {
    if (!met) checker = checkerFor(open);
    met = true;
    checker?.open(open);
    return isRead(open, parents);
  };
  let broken = false;
  for await (const piece of cutXml(source, { select })) {
    // Narrowed to null by the assignment above otherwise: the closure sets it.
    const current = checker as ReturnType<typeof checkerFor>;
    if (piece.kind === 'element') {
      for (const issue of current?.element(piece.element, piece.path) ?? []) {
        issues.push({ ...issue, path: piece.path + issue.path });
      }
      if (current?.kind === 'oval_definitions') builder.add(piece.element);
    } else issues.push(...piece.issues);
    if (piece.kind === 'end') {
      broken = hasErrors(piece.issues);
      issues.push(
        ...(current?.end() ?? [ovalIssue('oval-root', '', shown(piece.root?.name ?? ''))]),
      );
    }
  }
  const last = checker as ReturnType<typeof checkerFor>;
  if (broken || last?.kind !== 'oval_definitions') {
    if (last !== null && last.kind !== 'oval_definitions') {
      issues.push(ovalIssue('oval-root', '', shown(last.kind)));
    }
    return { document: null, issues };
  }
  const { schemaVersion, timestamp } = last;
  return { document: { schemaVersion, timestamp, ...builder }, issues };
}

/** The bytes of a text that is in memory. */
export function sourceOf(input: string | Uint8Array): ByteSource {
  return [typeof input === 'string' ? new TextEncoder().encode(input) : input];
}
