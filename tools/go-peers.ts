/**
 * Peers from the module proxy of Go, pinned, built under `.cache/peers`, which git ignores. Only
 * measurements and comparisons use them: neither the product nor its tests need any of this.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tables.ts';

/** Name of a peer: its module, version, and the program of ours that asks it. */
export const GO_PEERS = {
  'go-cvss': {
    module: 'github.com/pandatix/go-cvss',
    version: 'v0.6.4',
    program: 'bench/peers/cvss/scores.go',
  },
} as const;

export type GoPeer = keyof typeof GO_PEERS;

/** Path of the built program, or null when it is absent or built from something else. */
export function findGoPeer(name: GoPeer): string | null {
  const place = join(ROOT, '.cache', 'peers', name);
  const mark = join(place, 'built.txt');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted(name)) return null;
  return join(place, 'program');
}

/** Builds a peer unless it is there. Throws one sentence when Go or the proxy is not. */
export function installGoPeer(name: GoPeer): string {
  const present = findGoPeer(name);
  if (present) return present;
  const { module, version, program } = GO_PEERS[name];
  const place = join(ROOT, '.cache', 'peers', name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'go.mod'), `module peer\n\ngo 1.19\n\nrequire ${module} ${version}\n`);
  copyFileSync(join(ROOT, program), join(place, 'main.go'));
  try {
    for (const words of [
      ['mod', 'tidy'],
      ['build', '-o', 'program', '.'],
    ]) {
      execFileSync('go', words, { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] });
    }
  } catch (cause) {
    throw new Error(`go could not build ${module} ${version}`, { cause });
  }
  writeFileSync(join(place, 'built.txt'), wanted(name));
  return join(place, 'program');
}

/** Version and our program: what a built peer was made from. */
function wanted(name: GoPeer): string {
  const { module, version, program } = GO_PEERS[name];
  return `${module} ${version}\n${readFileSync(join(ROOT, program), 'utf8')}`;
}
