/** In which order findings are shown. An order for eyes: what fails a scan is the policy alone. */
import type { AnyFinding, Rating } from './model.ts';

const SCHEMES: readonly string[] = ['CVSS 4.0', 'CVSS 3.1', 'CVSS 3.0', 'CVSS 2.0'];

/**
 * The rating that stands for a finding: of the newest scheme of CVSS that any source uses the
 * highest score; scores of two schemes are never compared. Null where nobody rates it.
 */
export function worstRating(ratings: readonly Rating[]): Rating | null {
  for (const scheme of SCHEMES) {
    const scored = ratings.filter((rating) => rating.scheme === scheme && rating.score !== null);
    const [first] = scored.sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
    if (first !== undefined) return first;
  }
  return ratings[0] ?? null;
}

/** Exploited first, then by EPSS, by the word of severity, by id. */
export function byUrgency<T extends AnyFinding>(findings: readonly T[]): readonly T[] {
  const ranked = findings.map((finding) => ({
    finding,
    numbers: [exploited(finding), finding.epss?.score ?? -1, severityRank(finding)],
  }));
  ranked.sort(
    (a, b) =>
      compareNumbers(b.numbers, a.numbers) ||
      compareTexts(a.finding.vulnerability, b.finding.vulnerability) ||
      compareTexts(a.finding.component.ref, b.finding.component.ref),
  );
  return ranked.map(({ finding }) => finding);
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function exploited({ kev }: AnyFinding): number {
  return (kev?.length ?? 0) > 0 ? 1 : 0;
}

const WORDS: readonly string[] = ['none', 'low', 'medium', 'high', 'critical'];

function severityRank({ ratings }: AnyFinding): number {
  return WORDS.indexOf(worstRating(ratings)?.severity ?? '');
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
