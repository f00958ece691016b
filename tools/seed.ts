/**
 * Loaded before each test file: property tests draw from one seed, so that one tree gets one
 * verdict. `CYBEX_SEED=4711 npm test` looks elsewhere; a failure prints its seed.
 */
import { readFileSync } from 'node:fs';

const SEED = 20_261_122;

const file = process.argv[1] ?? '';
// Read first: to load the library in every test file would cost a minute.
if (file.endsWith('.test.js') && readFileSync(file, 'utf8').includes("from 'fast-check'")) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ seed: Number(process.env.CYBEX_SEED ?? SEED) });
}
