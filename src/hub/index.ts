/** The hub as a library: settings, the composed hub, its listener. */
export { type ComposeOptions, compose } from './compose.ts';
export { type Loaded, loadSettings, type SettingSources } from './config/load.ts';
export type { Settings } from './config/schema.ts';
export { type Listening, listen } from './http/server.ts';
export type { Hub } from './hub.ts';
