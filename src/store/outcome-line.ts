/** What became of the items of a chunk, as one line: kept beside it, carried between stores. */
import type { ItemOutcome } from './port.ts';

/** Outcomes of a chunk as one line: what they were, and where, for whoever sends it again. */
export function writeOutcomes(outcomes: readonly ItemOutcome[]): string {
  return outcomes
    .map((outcome) => {
      const letter = LETTERS[outcome.kind];
      if (outcome.kind === 'stored') return `${outcome.conflict ? 'c' : 's'}${outcome.position}`;
      return 'position' in outcome ? `${letter}${outcome.position}` : letter;
    })
    .join(',');
}

const LETTERS = {
  stored: 's',
  duplicate: 'd',
  relabelled: 'l',
  restored: 'a',
  refused: 'r',
} as const;

export function readOutcomes(line: string): ItemOutcome[] {
  if (line === '') return [];
  return line.split(',').map((word): ItemOutcome => {
    const position = Number(word.slice(1));
    switch (word[0]) {
      case 's':
      case 'c':
        return { kind: 'stored', position, conflict: word[0] === 'c' };
      case 'l':
        return { kind: 'relabelled', position };
      case 'a':
        return { kind: 'restored', position };
      case 'd':
        return { kind: 'duplicate' };
      default:
        return { kind: 'refused' };
    }
  });
}
