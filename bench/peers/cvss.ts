/** Our CVSS beside the Python library and go-cvss: the same vectors, rates and differing scores. */
import { scoreCvss } from '../../src/state/cvss/index.ts';
import { CVSS_VERSIONS, cvssRate } from '../cvss.ts';
import { seededVectors } from '../cvss-vectors.ts';
import { median } from '../load.ts';
import type { Report } from '../report.ts';
import { cvssPeers, peerRate, peerScores } from './cvss/asked.ts';

const VECTORS = 100_000;

/** A-B-A-B: a round is ours, then each peer; ratios are taken round by round. */
export async function benchCvssPeers(rounds: number, report: Report): Promise<void> {
  const peers = cvssPeers(true);
  if (peers.length === 0) throw new Error('no peer that scores CVSS could be installed');
  for (const version of CVSS_VERSIONS) {
    const vectors = seededVectors(version, VECTORS, 20_261_122);
    const group = `cvss ${version}`;
    const ours: number[] = [];
    const theirs = peers.map((): number[] => []);
    cvssRate(vectors); // Compiled before the clock counts.
    for (let round = 0; round < rounds; round++) {
      ours.push(cvssRate(vectors));
      for (const [at, peer] of peers.entries()) theirs[at]?.push(peerRate(peer, vectors));
    }
    report.figures(group, [
      { name: 'cybex vectors/s', value: median(ours), unit: '1/CPU s', spread: ours },
    ]);
    for (const [at, peer] of peers.entries()) {
      const spread = theirs[at] ?? [];
      const ratios = ours.map((rate, round) => rate / (spread[round] ?? Number.NaN));
      report.figures(group, [
        { name: `${peer.name} vectors/s`, value: median(spread), unit: '1/CPU s', spread },
        { name: `ratio to ${peer.name}`, value: median(ratios), unit: '×', spread: ratios },
        {
          name: `${peer.name} scores otherwise`,
          value: differing(vectors, peerScores(peer, vectors)),
          unit: `of ${VECTORS}`,
        },
      ]);
    }
  }
}

/** Vectors of which a peer gives another score than we. */
function differing(
  vectors: readonly string[],
  theirs: readonly (readonly (number | null)[] | null)[],
): number {
  return vectors.filter((vector, at) => {
    const scored = scoreCvss(vector);
    if (!scored.ok) return true;
    const { value } = scored;
    const ours =
      value.version === '4.0' ? [value.score] : [value.base, value.temporal, value.environmental];
    return theirs[at]?.some((score, place) => score !== null && score !== ours[place]) ?? true;
  }).length;
}
