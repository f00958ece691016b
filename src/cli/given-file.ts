/** Small files that the operator names: secrets and invitations. */
import { readFileSync } from 'node:fs';
import { CybexError } from '../core/error.ts';

/** Its text; throws CybexError `invalid-argument` when it cannot be read. */
export function readGivenFile(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`;
    throw new CybexError('invalid-argument', message, { cause });
  }
}
