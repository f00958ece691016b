/** Help in Japanese: the same tree of commands with its texts exchanged. Names never change. */
import type { Command } from 'commander';
import { JAPANESE } from './japanese.table.ts';
import { language } from './language.ts';

/** The text in the reader's language; a text without a translation stays as it is. */
export function translated(text: string): string {
  if (language() === 'en') return text;
  return Object.hasOwn(JAPANESE, text) ? (JAPANESE[text] ?? text) : text;
}

export function translate(command: Command): void {
  if (language() === 'en') return;
  command.description(translated(command.description()));
  command.configureHelp({ ...command.configureHelp(), styleTitle: translated });
  for (const option of command.options) option.description = translated(option.description);
  for (const argument of command.registeredArguments) {
    argument.description = translated(argument.description);
  }
  for (const child of command.commands) translate(child);
}

/** Every text of help below a command: what a translation must have. */
export function helpTexts(command: Command): string[] {
  return [
    command.description(),
    ...command.options.map(({ description }) => description),
    ...command.registeredArguments.map(({ description }) => description),
    ...command.commands.flatMap(helpTexts),
  ].filter((text) => text !== '');
}
