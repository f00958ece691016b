/** The recommended tests (2.0: optional), clause 6.2. */
import { RECOMMENDED_DOCUMENT_TESTS } from './recommended-document.table.ts';
import { RECOMMENDED_PRODUCT_TESTS } from './recommended-products.table.ts';
import { RECOMMENDED_SCORE_TESTS } from './recommended-scores.ts';

export const RECOMMENDED_TESTS = [
  ...RECOMMENDED_PRODUCT_TESTS,
  ...RECOMMENDED_DOCUMENT_TESTS,
  ...RECOMMENDED_SCORE_TESTS,
] as const;
