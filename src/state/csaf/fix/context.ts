/** What a fix is given, and how it finds its places. */
import { type JsonObject, type JsonValue, parsePointer } from '../../../core/json/index.ts';
import { type Draft, type DraftValue, documentText, isDraft } from '../author/draft.ts';
import type { CsafIssue } from '../issues.ts';
import type { CsafVersion } from '../model/model.ts';

/** What a fix is given: the document to change, the findings, and a place to say what it did. */
export interface FixContext {
  readonly root: Draft;
  readonly version: CsafVersion;
  readonly issues: readonly CsafIssue[];
  note(path: string, what: string): void;
}

/** The owner of a place and the name or index in it; null where the document has none such. */
export function placeOf(
  root: Draft,
  pointer: string,
): { readonly owner: Draft | DraftValue[]; readonly name: string } | null {
  const tokens = parsePointer(pointer);
  const name = tokens?.pop();
  if (tokens === null || name === undefined) return null;
  let owner: DraftValue | undefined = root;
  for (const token of tokens) {
    if (Array.isArray(owner)) owner = owner[Number(token)];
    else if (isDraft(owner) && Object.hasOwn(owner, token)) owner = owner[token];
    else return null;
  }
  return Array.isArray(owner) || isDraft(owner) ? { owner, name } : null;
}

/** The value at a place; undefined where there is none. */
export function valueAt(root: Draft, pointer: string): DraftValue | undefined {
  const place = placeOf(root, pointer);
  if (place === null) return undefined;
  const { owner, name } = place;
  if (Array.isArray(owner)) return owner[Number(name)];
  return Object.hasOwn(owner, name) ? owner[name] : undefined;
}

/** True where two values say the same, whatever the order of their keys. */
export function sameValue(a: DraftValue, b: DraftValue): boolean {
  return documentText(a as JsonValue as JsonObject) === documentText(b as JsonValue as JsonObject);
}
