/** `--name value` and `--name=value`; a name without a value is `true`. */
export function parseArguments(words: readonly string[]): ReadonlyMap<string, string> | null {
  const given = new Map<string, string>();
  for (let i = 0; i < words.length; i++) {
    const match = /^--([a-z][a-z-]*)(?:=(.*))?$/.exec(words[i] ?? '');
    if (match === null) return null;
    const following = words[i + 1];
    if (match[2] !== undefined) given.set(match[1] ?? '', match[2]);
    else if (following === undefined || following.startsWith('--'))
      given.set(match[1] ?? '', 'true');
    else {
      given.set(match[1] ?? '', following);
      i++;
    }
  }
  return given;
}

/** A positive whole number among the arguments, or what stands for it when it is not given. */
export function count(given: ReadonlyMap<string, string>, name: string, initial: number): number {
  const text = given.get(name);
  if (text === undefined) return initial;
  if (!/^[1-9][0-9]{0,9}$/.test(text)) throw new RangeError(`--${name} ${text} is no count`);
  return Number(text);
}
