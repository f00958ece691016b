/** What every command has: settings, a way to speak, a way to the hub. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { CybexError } from '../core/error.ts';
import type { SettingOrigin } from '../hub/config/load.ts';
import { loadSettings } from '../hub/config/load.ts';
import type { Settings } from '../hub/config/schema.ts';
import { SETTING_NAMES } from '../hub/config/schema.ts';
import type { HubConnection } from './connect.ts';
import { connect } from './connect.ts';
import type { ExitCode } from './print.ts';
import { Print } from './print.ts';

export interface Context {
  readonly print: Print;
  readonly settings: Settings;
  readonly origins: readonly SettingOrigin[];
  readonly dataDirectory: string;
  /** Runs with a connection that is closed whatever happens. */
  withHub<T>(work: (hub: HubConnection) => Promise<T>): Promise<T>;
}

type Options = Readonly<Record<string, unknown>>;

/** Flags of the whole command line, the outer ones first, under the names of the settings table. */
function flagsOf(command: Command): Record<string, unknown> {
  const options = command.optsWithGlobals() as Options;
  const flags: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (options[camel] !== undefined) flags[name] = options[camel];
  }
  return flags;
}

export function openContext(command: Command): Context {
  const options = command.optsWithGlobals() as Options;
  const print = new Print({
    json: options.json === true,
    quiet: options.quiet === true,
    debug: options.debug === true,
  });
  const file = settingsFile(options.config);
  const loaded = loadSettings({
    flags: flagsOf(command),
    environment: process.env,
    ...(file === undefined ? {} : { file }),
  });
  if (!loaded.ok) throw new CybexError('invalid-argument', loaded.problems.join('; '));
  const { settings, origins } = loaded;
  const dataDirectory = resolve(settings.data ?? defaultDataDirectory());
  return {
    print,
    settings,
    origins,
    dataDirectory,
    async withHub(work) {
      const hub = await connect({
        settings,
        dataDirectory,
        ...(typeof options.hub === 'string' ? { hub: options.hub } : {}),
        ...(typeof options.tokenFile === 'string' ? { tokenFile: options.tokenFile } : {}),
      });
      try {
        return await work(hub);
      } finally {
        await hub.close();
      }
    },
  };
}

/** `--config`, else `cybex.toml` in this folder when it is there. */
function settingsFile(flag: unknown): string | undefined {
  if (typeof flag === 'string') return resolve(flag);
  return existsSync('cybex.toml') ? resolve('cybex.toml') : undefined;
}

/** A clone keeps its data beside itself; a service and a user where theirs belong. */
export function defaultDataDirectory(): string {
  const { STATE_DIRECTORY, XDG_STATE_HOME } = process.env;
  if (STATE_DIRECTORY) return STATE_DIRECTORY.split(':')[0] ?? STATE_DIRECTORY;
  if (existsSync('src/hub/compose.ts')) return 'var';
  return join(XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'cybex');
}

/** Wraps an action: one form of error, one way to set the exit code. */
export function action(
  work: (context: Context, options: Options, args: readonly string[]) => Promise<ExitCode | void>,
): (...parameters: unknown[]) => Promise<void> {
  return async (...parameters) => {
    const command = parameters.at(-1) as Command;
    const options = command.opts() as Options;
    const args = parameters
      .slice(0, -2)
      .flat()
      .filter((arg) => typeof arg === 'string');
    let print = new Print({ json: false, quiet: false, debug: options.debug === true });
    try {
      const context = openContext(command);
      print = context.print;
      process.exitCode = (await work(context, options, args)) ?? 0;
    } catch (error) {
      process.exitCode = print.failure(error);
    }
  };
}
