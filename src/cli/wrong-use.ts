/** What commander complains about, in the one form of error that every command has. */
import type { CommanderError } from 'commander';
import { CybexError } from '../core/error.ts';
import { language, messages } from './language.ts';
import { type ExitCode, Print } from './print.ts';

/** Prints the complaint; with `--json` as JSON on stdout, like every other error. */
export function reportWrongUse(error: CommanderError, argv: readonly string[]): ExitCode {
  const [said = '', hint] = error.message.split('\n');
  const near = hint === undefined ? undefined : /^\(Did you mean (.+)\?\)$/.exec(hint)?.[1];
  const message = inTheReadersLanguage(said.replace(/^error: /, ''));
  const remedy = messages().wrongUse(near);
  const print = new Print({
    json: argv.includes('--json'),
    quiet: false,
    debug: argv.includes('--debug'),
  });
  return print.failure(new CybexError('invalid-argument', message, { remedy }));
}

const COMPLAINTS: readonly (readonly [english: RegExp, japanese: string])[] = [
  [/^unknown option ('.+')$/, 'オプション $1 はありません'],
  [/^unknown command ('.+')$/, 'コマンド $1 はありません'],
  [/^missing required argument ('.+')$/, '引数 $1 がありません'],
  [/^required option ('.+') not specified$/, 'オプション $1 は必須です'],
  [/^option ('.+') argument missing$/, 'オプション $1 に値がありません'],
  [
    /^command-argument value ('.+') is invalid for argument ('.+?')\..*$/,
    '引数 $2 に $1 は使えません',
  ],
  [/^too many arguments.*$/, '引数が多すぎます'],
];

function inTheReadersLanguage(message: string): string {
  if (language() === 'en') return message;
  const known = COMPLAINTS.find(([english]) => english.test(message));
  return known === undefined ? message : message.replace(known[0], known[1]);
}
