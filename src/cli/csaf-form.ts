/** The JSON form of an advisory, as `cybex csaf new --form` reads it. */
import { z } from 'zod';
import { CybexError } from '../core/error.ts';
import type { CsafAdvisoryInput, CsafProductInput } from '../state/csaf/index.ts';
import { readGivenFile } from './given-file.ts';

const word = z.string().min(1);
const words = z.array(word);
const status = z.enum([
  'first_affected',
  'first_fixed',
  'fixed',
  'known_affected',
  'known_not_affected',
  'last_affected',
  'recommended',
  'under_investigation',
  'unknown',
]);
const note = z.strictObject({ category: word, text: word, title: word.optional() });
const reference = z.strictObject({ url: word, summary: word.optional() });

const product = z.strictObject({
  key: word.optional(),
  vendor: word,
  name: word,
  version: word.optional(),
  range: word.optional(),
  cpe: word.optional(),
  purls: words.optional(),
  helper: z.record(z.string(), z.unknown()).optional(),
  title: word.optional(),
  status: status.optional(),
});

const combined = z.strictObject({
  key: word.optional(),
  part: word,
  whole: word,
  category: z
    .enum([
      'default_component_of',
      'external_component_of',
      'installed_on',
      'installed_with',
      'optional_component_of',
    ])
    .optional(),
  title: word.optional(),
  status: status.optional(),
});

const vulnerability = z.strictObject({
  cve: word.optional(),
  ids: z.array(z.strictObject({ system_name: word, text: word })).optional(),
  title: word.optional(),
  cwes: words.optional(),
  cvss: words.optional(),
  notes: z.array(note).optional(),
  references: z.array(reference).optional(),
  disclosed: word.optional(),
  discovered: word.optional(),
  status: z.partialRecord(status, words).optional(),
  justifications: z
    .array(
      z.strictObject({
        label: word.optional(),
        impact: word.optional(),
        products: words.optional(),
      }),
    )
    .optional(),
  remediations: z
    .array(
      z.strictObject({
        category: word,
        details: word,
        url: word.optional(),
        date: word.optional(),
        products: words.optional(),
      }),
    )
    .optional(),
});

const form = z.strictObject({
  csaf: z.enum(['2.0', '2.1']).optional(),
  category: word.optional(),
  id: word.optional(),
  title: word.optional(),
  publisher: z
    .strictObject({
      name: word.optional(),
      namespace: word.optional(),
      category: word.optional(),
      contact_details: word.optional(),
      issuing_authority: word.optional(),
    })
    .optional(),
  tlp: word.optional(),
  lang: word.optional(),
  licence: word.optional(),
  status: z.enum(['draft', 'interim', 'final']).optional(),
  aliases: words.optional(),
  notes: z.array(note).optional(),
  references: z.array(reference).optional(),
  baseUrl: word.optional(),
  summary: word.optional(),
  products: z.array(product).optional(),
  combined: z.array(combined).optional(),
  vulnerabilities: z.array(vulnerability).optional(),
});

/** The form of a file, where id, title and publisher may still be given as flags. */
export type AdvisoryForm = Omit<Partial<CsafAdvisoryInput>, 'publisher'> & {
  readonly publisher?: Partial<CsafAdvisoryInput['publisher']>;
};

export function readForm(file: string): AdvisoryForm {
  return parse(form, file) as AdvisoryForm;
}

export function readProducts(file: string): readonly CsafProductInput[] {
  return parse(z.array(product), file) as readonly CsafProductInput[];
}

function parse<T>(schema: z.ZodType<T>, file: string): T {
  const parsed = schema.safeParse(jsonOf(file));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `/${path.join('/')}: ${message}`);
  throw new CybexError('invalid-argument', `${file} is no such form. ${faults.join('; ')}`);
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readGivenFile(file));
  } catch (cause) {
    if (cause instanceof CybexError) throw cause;
    const message = `${file} is not JSON: ${(cause as Error).message}`;
    throw new CybexError('invalid-argument', message, { cause });
  }
}
