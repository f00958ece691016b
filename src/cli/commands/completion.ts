/** `cybex completion bash|zsh`: nouns, verbs and flags out of the tree of commands itself. */
import { Argument, Command } from 'commander';

export function completionCommand(): Command {
  return new Command('completion')
    .description('Print the completions of a shell.')
    .addArgument(new Argument('<shell>', 'bash or zsh').choices(['bash', 'zsh']))
    .action((shell: string, _options: unknown, command: Command) => {
      const root = command.parent ?? command;
      process.stdout.write(shell === 'bash' ? bashCompletion(root) : zshCompletion(root));
    });
}

/** Words that may follow each path of commands: `''`, `org`, `org add`. */
function wordsAfter(command: Command, path: readonly string[] = []): [string, string[]][] {
  const flags = command.options.filter(({ hidden }) => !hidden).flatMap(({ long }) => long ?? []);
  const names = command.commands.map((child) => child.name());
  return [
    [path.join(' '), [...names, ...flags]],
    ...command.commands.flatMap((child) => wordsAfter(child, [...path, child.name()])),
  ];
}

function branches(root: Command): string {
  return wordsAfter(root)
    .map(([path, words]) => `    '${path}') words='${words.join(' ')}' ;;`)
    .join('\n');
}

/** The commands among the words so far make the path; what takes files is left to the shell. */
function bashCompletion(root: Command): string {
  return `_cybex() {
  local path='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] || path="\${path:+$path }$word"
  done
  case "$path" in
${branches(root)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _cybex cybex
`;
}

function zshCompletion(root: Command): string {
  return `#compdef cybex
_cybex() {
  local path_='' word words_=''
  for word in "\${(@)words[2,CURRENT-1]}"; do
    [[ $word == -* ]] || path_="\${path_:+$path_ }$word"
  done
  case "$path_" in
${branches(root).replaceAll('words=', 'words_=')}
  esac
  compadd -- \${=words_}
  _files
}
compdef _cybex cybex
`;
}
