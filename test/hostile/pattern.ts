/** The STIX pattern language under hostile input. */
import assert from 'node:assert/strict';
import {
  checkPattern,
  formatPattern,
  inspect,
  PATTERN_ISSUES,
  parsePattern,
} from '../../src/event/pattern/index.ts';
import type { Subject } from './oracle.ts';

const loose = new TextDecoder();

function feedPattern(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  for (const issue of checkPattern(text)) {
    assert.ok(Object.hasOwn(PATTERN_ISSUES, issue.code), issue.code);
    assert.ok(issue.position.offset <= text.length);
  }
  checkPattern(text, { version: '2.0' });
  const parsed = parsePattern(text);
  if (!parsed.ok) return;
  const written = formatPattern(parsed.value);
  const again = parsePattern(written);
  assert.ok(again.ok, `does not read what it wrote: ${written}`);
  assert.equal(formatPattern(again.value), written);
  assert.deepEqual(inspect(again.value), inspect(parsed.value));
}

const SEEDS = [
  "[file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']",
  "[ipv4-addr:value = '198.51.100.1/32' OR ipv4-addr:value ISSUBSET '203.0.113.0/24']",
  "([a:b[*].c_ref.d IN ('x', 'y') AND NOT e:f LIKE '%z_'] FOLLOWEDBY [g:h EXISTS]) WITHIN 5 SECONDS",
  "[EXISTS x:y] AND [p:q MATCHES '^a{2,3}(b|c)$'] REPEATS 5 TIMES /* ok */ START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00.5Z'",
  "[n:i > -1.5e3 AND n:b = true AND n:h = h'ff' AND n:d = b'AAAA' AND n:s != 'it\\'s']",
];

export const PATTERN_SUBJECTS: readonly Subject[] = [
  { name: 'stix pattern', seeds: SEEDS, feed: feedPattern },
];
