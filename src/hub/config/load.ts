/**
 * Settings in two steps: collect what flags, environment and file say (in this order of strength),
 * then check everything at once. Wrong settings are findings with their origin, never a stack.
 */
import { readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { nearest } from '../../core/text/nearest.ts';
import { faultText } from './fault.ts';
import type { SettingName, SettingRow, Settings } from './schema.ts';
import { SETTING_NAMES, SETTINGS } from './schema.ts';

export interface SettingOrigin {
  readonly name: SettingName;
  /** `--port`, `CYBEX_PORT`, the file's path, or `default`. */
  readonly origin: string;
}

export type Loaded =
  | { readonly ok: true; readonly settings: Settings; readonly origins: readonly SettingOrigin[] }
  | { readonly ok: false; readonly problems: readonly string[] };

export interface SettingSources {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file?: string;
}

/** `public-url` → `CYBEX_PUBLIC_URL`. */
export function environmentName(name: string): string {
  return `CYBEX_${name.toUpperCase().replaceAll('-', '_')}`;
}

export function loadSettings(sources: SettingSources): Loaded {
  const problems: string[] = [];
  const file = sources.file ? readSettingsFile(sources.file, problems) : {};
  const values: Record<string, unknown> = {};
  const origins: SettingOrigin[] = [];
  for (const name of SETTING_NAMES) {
    const found = collect(name, sources, file, problems);
    const result = SETTINGS[name].schema.safeParse(found?.value);
    if (result.success) values[name] = result.data;
    else {
      const where = found?.origin ?? 'default';
      problems.push(`${name} (${where}) ${result.error.issues.map(faultText).join('; ')}`);
    }
    origins.push({ name, origin: found?.origin ?? 'default' });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, settings: values as Settings, origins };
}

function collect(
  name: SettingName,
  { flags, environment, file: path }: SettingSources,
  file: Readonly<Record<string, unknown>>,
  problems: string[],
): { value: unknown; origin: string } | null {
  const variable = environmentName(name);
  const row: SettingRow = SETTINGS[name];
  if (flags[name] !== undefined) return { value: flags[name], origin: `--${name}` };
  if (environment[variable] !== undefined) {
    return { value: environment[variable], origin: variable };
  }
  const secretFile = environment[`${variable}_FILE`];
  if (row.secret && secretFile !== undefined) {
    const value = readText(secretFile, `${variable}_FILE`, problems);
    return { value: value?.trim(), origin: `${variable}_FILE` };
  }
  if (file[name] !== undefined) return { value: file[name], origin: path ?? 'file' };
  return null;
}

function readSettingsFile(path: string, problems: string[]): Record<string, unknown> {
  const text = readText(path, 'settings file', problems);
  if (text === null) return {};
  let table: Record<string, unknown>;
  try {
    table = parseToml(text);
  } catch (error) {
    problems.push(`${path}: ${error instanceof Error ? error.message : 'not TOML'}`);
    return {};
  }
  for (const key of Object.keys(table)) {
    if (Object.hasOwn(SETTINGS, key)) continue;
    const close = nearest(key, SETTING_NAMES);
    problems.push(`${path}: unknown key ${key}${close ? `; did you mean ${close}?` : ''}`);
  }
  return table;
}

function readText(path: string, what: string, problems: string[]): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
    problems.push(`${what} ${path}: ${why}`);
    return null;
  }
}
