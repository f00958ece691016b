/** Peers that score vectors of CVSS: their scores, and how fast they are. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findGoPeer, installGoPeer } from '../../../tools/go-peers.ts';
import { findPeers, installPeers } from '../../../tools/python-peers.ts';
import { ROOT } from '../../../tools/tables.ts';

export interface CvssPeer {
  readonly name: string;
  readonly command: readonly [program: string, ...words: string[]];
}

const SCRIPT = join(ROOT, 'bench/peers/cvss/scores.py');

/** The peers that are installed; with `install` those that can be. */
export function cvssPeers(install: boolean): CvssPeer[] {
  const found: CvssPeer[] = [];
  const python = attempt(() => (install ? installPeers('cvss') : findPeers('cvss')));
  if (python)
    found.push({ name: 'cvss 3.6 (Python)', command: [python.program('python'), SCRIPT] });
  const go = attempt(() => (install ? installGoPeer('go-cvss') : findGoPeer('go-cvss')));
  if (go) found.push({ name: 'go-cvss 0.6.4', command: [go] });
  return found;
}

function attempt<T>(find: () => T | null): T | null {
  try {
    return find();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

/** Base, temporal and environmental score of each vector, of 4.0 its one; null for a refusal. */
export function peerScores(
  peer: CvssPeer,
  vectors: readonly string[],
): (readonly (number | null)[] | null)[] {
  return ask(peer, vectors, []).map((line) =>
    line.startsWith('refused')
      ? null
      : line.split(' ').map((word) => (word === '-' ? null : Number(word))),
  );
}

/** Vectors that the peer parses and scores in one second of its processor's time. */
export function peerRate(peer: CvssPeer, vectors: readonly string[]): number {
  return Number(ask(peer, vectors, ['1'])[0]);
}

function ask(
  { name, command }: CvssPeer,
  vectors: readonly string[],
  more: readonly string[],
): string[] {
  const [program, ...words] = command;
  const { status, stdout, stderr } = spawnSync(program, [...words, ...more], {
    input: `${vectors.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.slice(-300)}`);
  return stdout.trim().split('\n');
}
