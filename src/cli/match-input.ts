/** What `cybex match` is given: a pattern or indicators, and observed data from files. */
import { CybexError } from '../core/error.ts';
import { parsePattern } from '../event/pattern/index.ts';
import { inputFiles, openInput } from './input.ts';

type Json = Readonly<Record<string, unknown>>;

/** One pattern to be matched, and the indicator that it comes from. */
export interface GivenPattern {
  readonly pattern: string;
  readonly version: '2.0' | '2.1';
  readonly id?: string;
  readonly name?: string;
}

export interface GivenPatterns {
  readonly patterns: readonly GivenPattern[];
  /** Indicators that are not matched, with the reason. */
  readonly skipped: readonly { readonly id: string; readonly reason: 'revoked' | 'language' }[];
}

/** Observed data with the file of each; the index counts over all files. */
export interface GivenObserved {
  readonly observed: readonly unknown[];
  readonly files: readonly string[];
}

/** A pattern begins with a bracket; anything else names a file. */
export async function readPatterns(word: string): Promise<GivenPatterns> {
  if (/^\s*[[(]/.test(word)) return givenPattern(word);
  const patterns: GivenPattern[] = [];
  const skipped: { id: string; reason: 'revoked' | 'language' }[] = [];
  for (const file of inputFiles([word])) {
    for (const value of await readValues(file)) {
      for (const indicator of indicatorsIn(value)) {
        const { id, name, pattern } = indicator;
        const named = typeof id === 'string' ? id : '';
        if (indicator.revoked === true) skipped.push({ id: named, reason: 'revoked' });
        else if (!isStix(indicator)) skipped.push({ id: named, reason: 'language' });
        else {
          patterns.push({
            pattern: typeof pattern === 'string' ? pattern : '',
            version: versionOf(indicator),
            ...(named === '' ? {} : { id: named }),
            ...(typeof name === 'string' ? { name } : {}),
          });
        }
      }
    }
  }
  if (patterns.length + skipped.length > 0) return { patterns, skipped };
  throw new CybexError('invalid-argument', `There is no indicator in ${word}.`, {
    remedy:
      "Give a file with STIX indicators, or a pattern like [url:value = 'https://a.example/'].",
  });
}

/** What the caller has written must parse: anything else is wrong use. */
function givenPattern(pattern: string): GivenPatterns {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) throw new CybexError('invalid-argument', parsed.issues[0]?.message ?? pattern);
  return { patterns: [{ pattern, version: '2.1' }], skipped: [] };
}

/** STIX 2.1 §4.7: pattern_type names the language; STIX 2.0 has no other than its own. */
function isStix({ pattern_type: type }: Json): boolean {
  return type === undefined || type === 'stix';
}

/** STIX 2.1 §4.7: pattern_version, else the version of the indicator itself. */
function versionOf(indicator: Json): '2.0' | '2.1' {
  const old = indicator.pattern_version === '2.0' || indicator.spec_version === undefined;
  return old && indicator.pattern_version !== '2.1' ? '2.0' : '2.1';
}

export async function readObservations(paths: readonly string[]): Promise<GivenObserved> {
  const observed: unknown[] = [];
  const files: string[] = [];
  for (const file of inputFiles(paths)) {
    for (const value of await readValues(file)) {
      observed.push(value);
      files.push(file);
    }
  }
  return { observed, files };
}

function indicatorsIn(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, objects } = value as Json;
  if (type === 'indicator') return [value as Json];
  return type === 'bundle' && Array.isArray(objects) ? objects.flatMap(indicatorsIn) : [];
}

/** The values of a file: one document, a list of them, or one on each line. */
async function readValues(file: string): Promise<readonly unknown[]> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of openInput(file)) text += decoder.decode(chunk, { stream: true });
  text += decoder.decode();
  const whole = parse(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const value = parse(line);
    if (value !== undefined) return [value];
    throw new CybexError('invalid-argument', `${file} is no JSON (line ${i + 1}).`, {
      remedy: 'Give a STIX bundle, observed-data objects, or one of them on each line.',
    });
  });
}

/** The value of a JSON text; undefined for any other text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
