/** Which Node is found and which is needed, said before anything else is loaded. */

const NEEDED = [20, 19] as const;

/** Null when this Node serves. */
export function nodeProblem(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  return (
    `CYBEX needs Node.js ${NEEDED.join('.')} or later; this is ${version}. ` +
    'Get one from your distribution or from nodejs.org (versions 20 and 24 are tested).'
  );
}
