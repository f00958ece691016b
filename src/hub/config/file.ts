/** The settings table as a commented file and as rows for the documentation. */
import { environmentName } from './load.ts';
import type { SettingRow } from './schema.ts';
import { SETTING_NAMES, SETTINGS } from './schema.ts';

/** Every setting commented out at its default: the file changes nothing until it is edited. */
export function commentedFile(): string {
  const parts = SETTING_NAMES.map((name) => {
    const row: SettingRow = SETTINGS[name];
    const value = initialOf(name);
    const shown = value === undefined ? `# ${name} = ""` : `# ${name} = ${JSON.stringify(value)}`;
    return `# ${row.help}\n# --${name} or ${environmentName(name)}\n${shown}\n`;
  });
  return `# Settings of CYBEX. Flags are stronger than the environment, the environment than this file.\n\n${parts.join('\n')}`;
}

function initialOf(name: (typeof SETTING_NAMES)[number]): unknown {
  const row: SettingRow = SETTINGS[name];
  const result = row.schema.safeParse(undefined);
  return result.success ? result.data : undefined;
}

/** Name, environment variable, default and meaning of every setting. */
export function settingRows(): readonly (readonly [string, string, string, string])[] {
  return SETTING_NAMES.map((name) => {
    const row: SettingRow = SETTINGS[name];
    const value = initialOf(name);
    const shown = row.initial ?? (value === undefined ? 'none' : JSON.stringify(value));
    return [name, environmentName(name), shown, row.help] as const;
  });
}
