import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniffStix } from './sniff.ts';

const UUID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';

function sniff(text: string): number {
  return sniffStix(new TextEncoder().encode(text));
}

test('what is surely STIX, what may be, and what is not', () => {
  const rows: readonly (readonly [string, number, number])[] = [
    [`{"type":"bundle","id":"bundle--${UUID}","objects":[]}`, 1, 1],
    [`\uFEFF {"id" : "bundle--${UUID}" , "type" : "bundle"}`, 1, 1],
    [`{"type":"indicator","spec_version":"2.1","id":"indicator--${UUID}"}`, 0.9, 1],
    [`[{"spec_version":"2.0","id":"tool--${UUID}"}]`, 0.9, 1],
    [`{"objects":[{"id":"tool--${UUID}"}]}`, 0.5, 1],
    ['{"type":"bundle"}', 0.5, 0.7],
    ['{"objects":[', 0.1, 0.5],
    [`{"type":"playbook","spec_version":"cacao-2.0","id":"playbook--${UUID}"}`, 0, 0],
    ['{"document":{"category":"csaf_vex"}}', 0, 0],
    ['<stix:STIX_Package>', 0, 0],
    [`"id":"bundle--${UUID}"`, 0, 0],
    ['', 0, 0],
    ['{', 0, 0],
  ];
  for (const [text, least, most] of rows) {
    const score = sniff(text);
    assert.ok(score >= least && score <= most, `${text.slice(0, 50)} ${score}`);
  }
});

test('only the head is looked at, in short time, whatever it is', () => {
  const far = `{"a":"${' '.repeat(5_000)}","id":"bundle--${UUID}","type":"bundle"}`;
  assert.equal(sniff(far), 0);
  for (const piece of ['"id":"', '"id":"aa-', '"type"   ', '[', '{"objects"', '-', '"id" :']) {
    // CPU time, so that a busy machine does not decide; only a difference in kind counts.
    const start = process.cpuUsage();
    sniff(`{${piece.repeat(1_000)}`);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 2_000_000, piece);
  }
  assert.equal(sniffStix(new Uint8Array([0xff, 0xfe, 0x00])), 0);
});
