/** Notes and references. */
import type { Draft } from './draft.ts';
import type { CsafNoteInput, CsafReferenceInput } from './input.ts';

export function notesOf(notes: readonly CsafNoteInput[]): Draft[] {
  return notes.map(({ category, text, title }) => ({
    category,
    text,
    ...(title === undefined ? {} : { title }),
  }));
}

/** Each URL once. */
export function referencesOf(references: readonly CsafReferenceInput[]): Draft[] {
  const seen = new Set<string>();
  const made: Draft[] = [];
  for (const { url, summary } of references) {
    if (seen.has(url)) continue;
    seen.add(url);
    made.push({ category: 'external', summary: summary || url, url });
  }
  return made;
}
