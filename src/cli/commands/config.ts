/** `cybex init` and `cybex config`: settings with value, origin and reason. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { CybexError } from '../../core/error.ts';
import { commentedFile } from '../../hub/config/file.ts';
import { environmentName } from '../../hub/config/load.ts';
import type { SettingRow } from '../../hub/config/schema.ts';
import { SETTING_NAMES, SETTINGS } from '../../hub/config/schema.ts';
import { action } from '../context.ts';
import { table } from '../print.ts';

export function configCommands(): Command[] {
  const config = new Command('config').description('Settings.');
  config
    .command('show')
    .description('Every setting with its value and where it comes from.')
    .action(
      action(async (context) => {
        const rows = context.origins.map(({ name, origin }) => {
          const row: SettingRow = SETTINGS[name];
          const value = context.settings[name];
          const shown = row.secret && value !== undefined && value !== 'sqlite' ? '(set)' : value;
          return [name, shown === undefined ? '' : JSON.stringify(shown), origin];
        });
        context.print.data(rows, () => table(['setting', 'value', 'from'], rows));
      }),
    );
  config
    .command('check')
    .description('Check the settings; exit 2 when something is wrong.')
    .action(
      action(async (context) => context.print.data({ ok: true }, () => 'settings are right')),
    );
  const init = new Command('init')
    .description('Write a commented cybex.toml into this folder.')
    .option('--force', 'overwrite one that is there')
    .action(
      action(async (context, options) => {
        const file = 'cybex.toml';
        if (existsSync(file) && options.force !== true) {
          throw new CybexError('conflict', `${file} is there already.`, { remedy: 'add --force' });
        }
        await writeFile(file, commentedFile(), { mode: 0o600 });
        context.print.data(
          { file },
          () =>
            `wrote ${file}; every setting is also --flag and ${environmentName(SETTING_NAMES[1] ?? 'port')}`,
        );
      }),
    );
  return [init, config];
}
