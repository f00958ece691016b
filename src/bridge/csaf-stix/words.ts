/** Lines for people, made of members that the result thereby carries. */
import type { Source } from '../mapping/index.ts';

/** The texts of these members, those of lists among them, in this order. */
export function said(source: Source, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const text = source.text(name);
    return text === undefined ? source.texts(name) : [text];
  });
}

/** One line of them; undefined where there is nothing to say. */
export function line(source: Source, names: readonly string[], between = ', '): string | undefined {
  const words = said(source, names);
  return words.length === 0 ? undefined : words.join(between);
}

/** Lines without those that say nothing. */
export function lines(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined);
}
