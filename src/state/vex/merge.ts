/** Several OpenVEX documents as one: every statement, in the order of time. */
import type { Loss } from '../../core/issue.ts';
import { objectsOf, textOf } from '../../core/json/member.ts';
import type { JsonObject } from '../../core/json/value.ts';
import { compareTimestamps } from '../../core/timestamp.ts';

export interface MergedOpenVex {
  readonly document: JsonObject;
  /** What a statement could not take along from its document: its author, for one. */
  readonly losses: readonly Loss[];
}

/**
 * A document of `author` at `time` with all statements. What a statement had from its document
 * (its time) is written into it, so that it says the same as before.
 */
export function mergeOpenVex(
  documents: readonly JsonObject[],
  head: { readonly id: string; readonly author: string; readonly time: string },
): MergedOpenVex {
  const losses: Loss[] = [];
  const statements = documents.flatMap((document, index) => {
    const author = textOf(document, 'author');
    if (author !== undefined && author !== head.author) {
      losses.push({
        path: `/${index}/author`,
        reason: `OpenVEX has one author a document: "${author}" is named no more.`,
      });
    }
    const time = textOf(document, 'timestamp');
    return [...objectsOf(document, 'statements', '')].map(({ entry }) =>
      time === undefined || Object.hasOwn(entry, 'timestamp')
        ? entry
        : { ...entry, timestamp: time },
    );
  });
  // A stable order: statements of one time stay as they came.
  statements.sort((a, b) =>
    compareTimestamps(textOf(a, 'timestamp') ?? '', textOf(b, 'timestamp') ?? ''),
  );
  return {
    document: {
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': head.id,
      author: head.author,
      timestamp: head.time,
      version: 1,
      statements,
    },
    losses,
  };
}
