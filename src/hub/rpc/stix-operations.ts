/** Operations on STIX: check, parse, deterministic ids, patterns. */
import { z } from 'zod';
import type { Codec } from '../../core/codec.ts';
import type { Issue } from '../../core/issue.ts';
import { hasErrors } from '../../core/issue.ts';
import { checkPattern, formatPattern, parsePattern } from '../../event/pattern/index.ts';
import { parseStix, stixId } from '../../event/stix/index.ts';
import { CHECKED, codecByName, codecBySniff } from '../../flow/codecs.ts';
import { formatUnknown } from '../../flow/issues.ts';
import type { Operation } from './operation.ts';
import { issue, operation, subject, subjectBytes, subjectDocument } from './operation.ts';

const document = subject.refine(
  (args) => subjectDocument(args) !== null,
  'text or bytes is needed',
);
const issues = z.array(issue);
const patternVersion = z.enum(['2.0', '2.1']).default('2.1');

const check = operation({
  op: 'check',
  args: z.intersection(
    document,
    z.object({
      format: z.string().optional(),
      strict: z.boolean().default(false),
      options: z.looseObject({}).default({}),
    }),
  ),
  result: z.object({ format: z.string(), version: z.string(), valid: z.boolean(), issues }),
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

const parse = operation({
  op: 'stix.parse',
  args: document,
  result: z.object({
    objects: z.array(
      z.object({ id: z.string(), type: z.string(), modified: z.string(), source: z.string() }),
    ),
    issues,
  }),
  run: (args) => {
    const parsed = parseStix(subjectBytes(args) ?? '');
    const objects = parsed.value.entries.map(({ object, source }) => {
      const { id, type } = object;
      const modified = 'modified' in object ? String(object.modified) : '';
      return { id, type, modified, source: Buffer.from(source).toString('utf8') };
    });
    return { objects, issues: [...parsed.issues] };
  },
});

const id = operation({
  op: 'stix.id',
  args: z.object({ object: z.unknown() }),
  result: z.object({ id: z.string().optional(), issues }),
  run: ({ object }) => {
    const result = stixId(object);
    return result.ok ? { id: result.value, issues: [] } : { issues: [...result.issues] };
  },
});

const patternCheck = operation({
  op: 'stix.pattern.check',
  args: z.object({ pattern: z.string(), version: patternVersion }),
  result: z.object({ valid: z.boolean(), issues }),
  run: ({ pattern, version }) => {
    const found = checkPattern(pattern, { version });
    return { valid: !hasErrors(found), issues: [...found] };
  },
});

const patternFormat = operation({
  op: 'stix.pattern.format',
  args: z.object({ pattern: z.string(), version: patternVersion }),
  result: z.object({ output: z.string().optional(), issues }),
  run: ({ pattern, version }) => {
    const parsed = parsePattern(pattern, { version });
    if (!parsed.ok) return { issues: [...parsed.issues] };
    return { output: formatPattern(parsed.value), issues: [...parsed.issues] };
  },
});

export const STIX_OPERATIONS: readonly Operation[] = [
  check,
  parse,
  id,
  patternCheck,
  patternFormat,
];
