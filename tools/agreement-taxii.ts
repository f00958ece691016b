/**
 * Agreement with the corpus taxii. Its cases need a running house, so they are run by the test
 * beside the server; that test fails on every difference that is not a row of the divergences, and
 * on every row that does not show. Here the rows are counted.
 */
import { TAXII_DIVERGENCES } from '../src/exchange/taxii/server/divergences.ts';
import { type CaseList, readCorpus } from './agreement.ts';

interface Behaviours {
  readonly tests: readonly { readonly id: string }[];
}

export function taxiiAgreement(corpora: string): CaseList[] {
  const name = 'taxii/behaviours.json';
  const { tests } = readCorpus<Behaviours>(corpora, name);
  const rows = TAXII_DIVERGENCES.filter((row) => row.case !== '');
  const disagreements = tests.flatMap(({ id }) => {
    const own = rows.filter((row) => row.case === id);
    if (own.length === 0) return [];
    const [expected, ours] = [own.map(({ reference }) => reference), own.map((row) => row.ours)];
    return [{ id, expected: expected.join(' '), ours: ours.join(' ') }];
  });
  return [{ name, total: tests.length, disagreements }];
}
