/**
 * 100,000 seeded vectors of each version, over all metric groups, against two other
 * implementations. `npm run peers` and the bench install them; where they are absent this says so.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededVectors } from '../../bench/cvss-vectors.ts';
import { cvssPeers, peerScores } from '../../bench/peers/cvss/asked.ts';
import { type CvssVersion, scoreCvss } from '../../src/state/cvss/index.ts';

const VECTORS = 100_000;
const SEED = 20_261_122;
const VERSIONS: readonly CvssVersion[] = ['2.0', '3.0', '3.1', '4.0'];
const ABSENT = 'no peer is installed: npm run bench -- --peers cvss';
const peers = cvssPeers(false);

/** What docs/divergences.md says of a peer: it may only be a tenth lower, and only there. */
const MAY_BE_LOWER: Readonly<Record<string, readonly CvssVersion[]>> = {
  'go-cvss 0.6.4': ['2.0', '4.0'],
};

function ours(vector: string): readonly number[] {
  const scored = scoreCvss(vector);
  assert.ok(scored.ok, vector);
  const { value } = scored;
  if (value.version === '4.0') return [value.score];
  return [value.base, value.temporal, value.environmental];
}

for (const version of VERSIONS) {
  test(`${VECTORS} vectors of ${version} against peers`, (t) => {
    if (peers.length === 0) return t.skip(ABSENT);
    const vectors = seededVectors(version, VECTORS, SEED);
    for (const peer of peers) {
      const lower = MAY_BE_LOWER[peer.name]?.includes(version) ?? false;
      let differing = 0;
      for (const [at, theirs] of peerScores(peer, vectors).entries()) {
        const vector = vectors[at] ?? '';
        assert.ok(theirs !== null, `${peer.name} refuses ${vector}`);
        const own = ours(vector);
        for (const [place, score] of theirs.entries()) {
          if (score === null || score === own[place]) continue;
          // The equation of 2.0 can go below zero, where the scale begins.
          if (version === '2.0' && score < 0 && own[place] === 0) continue;
          differing++;
          const gap = Math.round(((own[place] ?? Number.NaN) - score) * 10);
          assert.ok(lower && gap === 1, `${peer.name}: ${vector}: ${score}, ours ${own[place]}`);
        }
      }
      t.diagnostic(`${peer.name}: ${differing} scores differ`);
      assert.ok(differing < VECTORS / 50);
    }
  });
}
