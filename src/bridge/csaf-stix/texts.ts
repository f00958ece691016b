/** Notes, references and acknowledgments, which head and vulnerabilities both have. */
import type { Identifier } from '../../event/stix/types.ts';
import type { Source } from '../mapping/index.ts';
import { hostOf, isUrl, noteAbout, type References } from '../projection/index.ts';
import type { Advisory } from './advisory.ts';
import { line, lines } from './words.ts';

const DESCRIBES = ['description', 'summary'];

/** The first note that describes the thing, and the others. */
export interface Notes {
  readonly description: string | undefined;
  readonly others: readonly Source[];
}

export function notesOf(about: Source): Notes {
  const notes = about.items('notes');
  const found = DESCRIBES.map((category) =>
    notes.find((note) => note.seeText('category') === category && note.seeText('text')),
  ).find((note) => note !== undefined);
  if (found === undefined) return { description: undefined, others: notes };
  found.text('category');
  const title = found.text('title');
  const description = lines([title, found.text('text')]).join('\n\n');
  return { description, others: notes.filter((note) => note !== found) };
}

export function addNotes(
  { projector }: Advisory,
  about: Identifier,
  others: readonly Source[],
): void {
  others.forEach((note, i) => {
    const content = note.text('text');
    if (content === undefined) return;
    const abstract = line(note, ['category', 'title', 'audience'], ', ');
    const object_refs = [about];
    projector.add('note', `${about} note ${i}`, { abstract, content, object_refs });
  });
}

export function addReferences(about: Source, references: References): void {
  for (const reference of about.items('references')) {
    const url = reference.textIf('url', isUrl);
    if (url === undefined) continue;
    references.add({ source_name: hostOf(url), url, description: reference.text('summary') });
  }
}

export function addThanks({ projector }: Advisory, about: Identifier, source: Source): void {
  const thanks = source
    .items('acknowledgments')
    .map((entry) => line(entry, ['names', 'organization', 'summary', 'urls']));
  noteAbout(projector, about, 'Acknowledgments', lines(thanks));
}
