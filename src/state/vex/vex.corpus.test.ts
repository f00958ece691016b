/** Published VEX documents: read whole, whatever the schema says of them. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasErrors } from '../../core/issue.ts';
import type { JsonObject } from '../../core/json/value.ts';
import { filterSarif, mergeOpenVex, readVex } from './index.ts';

const FOLDER = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'vex');
const ABSENT = 'corpus vex absent: set CYBEX_CORPORA';

interface Document {
  readonly file: string;
  readonly kind: string;
  readonly context?: string;
  readonly schema_v0_2_0?: string;
  readonly statements?: number;
}
interface Pair {
  readonly id: string;
  readonly kind: string;
  readonly input: string | readonly string[];
  readonly expected: string;
}
const list = join(FOLDER, 'cases.json');
const corpus: { documents: readonly Document[]; pairs: readonly Pair[] } | null = existsSync(list)
  ? JSON.parse(readFileSync(list, 'utf8'))
  : null;
const json = (file: string): JsonObject => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

test('every document is read; those of 0.2.0 are judged as the schema judges them', (t) => {
  if (corpus === null) return t.skip(ABSENT);
  let judged = 0;
  for (const { file, kind, context, schema_v0_2_0 } of corpus.documents) {
    if (kind !== 'openvex' && kind !== 'csaf') continue;
    const { format, statements, issues } = readVex(readFileSync(join(FOLDER, file)));
    assert.equal(format, kind, file);
    assert.ok(statements.length > 0, file);
    if (context?.endsWith('v0.2.0')) {
      assert.equal(hasErrors(issues), schema_v0_2_0 === 'invalid', file);
      judged++;
    }
  }
  t.diagnostic(`${corpus.documents.length} documents, ${judged} judged by the schema of 0.2.0`);
});

test('a CSAF VEX says what stands in it', (t) => {
  if (corpus === null) return t.skip(ABSENT);
  for (const { kind, input } of corpus.pairs) {
    if (kind !== 'convert' || typeof input !== 'string') continue;
    // The OpenVEX file beside it is about other products: see the divergences.
    const { statements } = readVex(readFileSync(join(FOLDER, input)));
    assert.deepEqual(
      statements.map(({ vulnerability, product, status }) => [
        vulnerability[0],
        product.purls,
        status,
      ]),
      [['CVE-2009-4487', ['pkg:generic/component1@1.3.4'], 'not_affected']],
    );
  }
});

test('a merge has every statement, in the order of time', (t) => {
  if (corpus === null) return t.skip(ABSENT);
  for (const { kind, input } of corpus.pairs) {
    if (kind !== 'merge' || typeof input === 'string') continue;
    const documents = input.map(json);
    const head = { id: 'https://example.org/vex/1', author: 'x', time: '2026-11-21T00:00:00Z' };
    const merged = mergeOpenVex(documents, head);
    const times = readVex(JSON.stringify(merged.document)).statements.map(({ time }) => time);
    const all = input.flatMap((file) => readVex(readFileSync(join(FOLDER, file))).statements);
    assert.equal(times.length, all.length);
    assert.deepEqual(times, times.toSorted());
  }
});

test('a filter takes out what is closed and leaves all else', (t) => {
  if (corpus === null) return t.skip(ABSENT);
  let filtered = 0;
  for (const { id, kind, input } of corpus.pairs) {
    if (kind !== 'filter' || typeof input === 'string') continue;
    const [scan, vex] = input as readonly [string, string];
    const { statements } = readVex(readFileSync(join(FOLDER, vex)));
    const before = json(scan);
    const { sarif, closed } = filterSarif(before, statements);
    const results = (document: JsonObject) =>
      (document.runs as readonly JsonObject[]).flatMap((run) => run.results as JsonObject[]);
    assert.ok(closed.length > 0, id);
    assert.equal(results(sarif).length + closed.length, results(before).length, id);
    const names = new Set(statements.flatMap(({ vulnerability }) => vulnerability));
    const open = (rule: string) =>
      ![...names].some((name) => rule === name || rule.startsWith(`${name}-`));
    assert.ok(
      results(sarif).every(({ ruleId }) => open(String(ruleId))),
      id,
    );
    filtered++;
  }
  assert.equal(filtered, 3);
});
