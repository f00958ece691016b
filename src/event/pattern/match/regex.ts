/** MATCHES (STIX 2.1 §9.6.1) on an engine whose time is linear in the value. */
import { RE2JS } from 're2js';
import type { ValueTest } from './compare.ts';
import { isOctetString } from './compare.ts';
import type { Alphabet } from './regex-class.ts';
import { translateRegex } from './regex-translate.ts';
import { NO, type Truth, truthOf, UNKNOWN } from './truth.ts';
import type { Work } from './work.ts';

/** An expression that the engine runs, or the sentence that says why it does not. */
type Engine =
  | { readonly test: (value: string) => boolean; readonly asksLineEnd: boolean }
  | { readonly unsupported: string };

/** The test of `path MATCHES 'regex'`; text is normalised, octets are matched as such. */
export function compileRegexTest(regex: string): ValueTest {
  const source = regex.normalize('NFC');
  const text = once(() => makeEngine(source, 'unicode'));
  const octets = once(() => makeEngine(source, 'octets'));
  const convertible = isOctetString(source);
  return {
    value: (found, work) =>
      typeof found === 'string' ? run(text(), found.normalize('NFC'), work) : NO,
    // An expression with characters above U+00FF matches no octets.
    octets: (found, work) => (convertible ? run(octets(), found, work) : NO),
  };
}

/** A sentence that names the unsupported part of an expression for text; null where it runs. */
export function regexUnsupported(regex: string): string | null {
  const engine = makeEngine(regex.normalize('NFC'), 'unicode');
  return 'unsupported' in engine ? engine.unsupported : null;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function makeEngine(source: string, alphabet: Alphabet): Engine {
  const translated = translateRegex(source, alphabet);
  if ('unsupported' in translated) return translated;
  try {
    const engine = RE2JS.compile(translated.source);
    return { test: (value) => engine.test(value), asksLineEnd: translated.asksLineEnd };
  } catch {
    // The engine's own sentence speaks of the rewritten expression, which nobody wrote.
    return { unsupported: 'The expression is too large for the engine, or no PCRE.' };
  }
}

function run(engine: Engine, value: string, work: Work): Truth {
  if ('unsupported' in engine) {
    work.note('regex-unsupported', engine.unsupported);
    return UNKNOWN;
  }
  if (engine.asksLineEnd && value.endsWith('\n')) {
    work.note('regex-line-end', 'The value ends in a line feed.');
    return UNKNOWN;
  }
  if (!work.spend(value.length)) return UNKNOWN;
  return truthOf(engine.test(value));
}
