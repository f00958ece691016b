/** The library is installed without the packages of the hub: the command then says which to add. */
import { readFileSync } from 'node:fs';

/** Two lines for people when a package is missing; null for any other error. */
export function missingPackage(error: unknown): string | null {
  const { code, message = '' } = error as NodeJS.ErrnoException;
  const name = /Cannot find package '([^']+)'/.exec(message)?.[1];
  if (code !== 'ERR_MODULE_NOT_FOUND' || name === undefined) return null;
  const own = new URL('../../../package.json', import.meta.url);
  const { peerDependencies = {} } = JSON.parse(readFileSync(own, 'utf8')) as {
    peerDependencies?: Record<string, string>;
  };
  const packages = Object.entries(peerDependencies).map(([wanted, range]) => `${wanted}@${range}`);
  return (
    `error: CYBEX is installed as a library here; the command needs ${name} too (unavailable)\n` +
    `what to do: npm install ${packages.join(' ') || name}`
  );
}
