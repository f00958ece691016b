import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from 'commander';
import { EXAMPLES } from './examples.table.ts';
import { JAPANESE } from './japanese.table.ts';
import { helpTexts } from './japanese.ts';
import { chooseLanguage } from './language.ts';
import { program, settingsHelp } from './program.ts';

chooseLanguage('en');

/** They have verbs below them and do something themselves. */
const ACTING_NOUNS = new Set(['backup', 'scan']);

/** Commands that do something, by their path: `org add`. */
function verbs(command: Command, path: readonly string[] = []): [string, Command][] {
  return command.commands.flatMap((child) => {
    const here = [...path, child.name()];
    const acts = child.commands.length === 0 || ACTING_NOUNS.has(child.name());
    return [...(acts ? [[here.join(' '), child] as [string, Command]] : []), ...verbs(child, here)];
  });
}

test('every command has a sentence and an example, and no example is left over', () => {
  const all = verbs(program());
  assert.ok(all.length > 40);
  assert.deepEqual(all.map(([path]) => path).sort(), Object.keys(EXAMPLES).sort());
  for (const [path, command] of all) assert.match(command.description(), /\.$/, path);
});

test('examples use the commands and flags that there are', () => {
  const root = program();
  const flags = (command: Command | null): string[] =>
    command === null
      ? []
      : [...command.options.flatMap(({ long }) => long ?? []), ...flags(command.parent)];
  for (const [path, command] of verbs(root)) {
    const example = EXAMPLES[path] ?? '';
    assert.ok(example.includes(`cybex ${path}`), `${path}: ${example}`);
    for (const [flag] of example.matchAll(/--[a-z-]+/g)) {
      assert.ok(flags(command).includes(flag), `${path}: there is no ${flag}`);
    }
  }
});

test('help is there in Japanese, and nothing is translated that is not said', () => {
  const said = new Set(helpTexts(program()));
  const untranslated = [...said].filter((text) => !Object.hasOwn(JAPANESE, text));
  assert.deepEqual(untranslated, []);
  const ofCommander = /^(Usage|Options|Commands|Arguments|Global Options|Example):$|^display help/;
  const leftOver = Object.keys(JAPANESE).filter(
    (text) => !said.has(text) && !ofCommander.test(text),
  );
  assert.deepEqual(leftOver, []);
  for (const text of Object.values(JAPANESE)) assert.doesNotMatch(text, /^[ -~]{30,}$/);
});

test('secrets are no flags', () => {
  const help = settingsHelp();
  assert.match(help, /--public-url/);
  assert.doesNotMatch(help, /--admin-token|--metrics-token/);
});
