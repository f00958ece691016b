/** `check`: a document in any format that the house knows, against its standard. */
import { z } from 'zod';
import type { Codec } from '../../core/codec.ts';
import type { Issue } from '../../core/issue.ts';
import { hasErrors } from '../../core/issue.ts';
import { CHECKED, codecByName, codecBySniff } from '../../flow/codecs.ts';
import { formatUnknown } from '../../flow/issues.ts';
import type { Operation } from './operation.ts';
import { givenSubject, issue, operation, subjectBytes } from './operation.ts';

const check = operation({
  op: 'check',
  args: z.intersection(
    givenSubject,
    z.object({
      format: z.string().optional(),
      strict: z.boolean().default(false),
      options: z.looseObject({}).default({}),
    }),
  ),
  result: z.object({
    format: z.string(),
    version: z.string(),
    valid: z.boolean(),
    issues: z.array(issue),
  }),
  run: async (args) => {
    const bytes = subjectBytes(args) ?? new Uint8Array(0);
    const codec = args.format
      ? codecByName(CHECKED, args.format)
      : codecBySniff(CHECKED, bytes.subarray(0, 4096));
    if (codec === null) return unknownFormat(args.format);
    return checkWith(codec, bytes, { ...args.options, strict: args.strict });
  },
});

async function checkWith(codec: Codec, bytes: Uint8Array, options: object) {
  const found: Issue[] = [];
  let version = '';
  for await (const piece of codec.records([bytes], options)) {
    version ||= piece.record?.identity.specVersion ?? '';
    for (const row of piece.issues) found.push({ ...row, path: piece.path + row.path });
  }
  return { format: codec.format, version, valid: !hasErrors(found), issues: found };
}

function unknownFormat(wanted: string | undefined) {
  const row = formatUnknown(CHECKED, wanted);
  return { format: 'unknown', version: '', valid: false, issues: [row] };
}

export const CHECK_OPERATIONS: readonly Operation[] = [check];
