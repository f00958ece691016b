/** The running program as the routes and jobs see it. Only compose.ts makes one. */
import type { Clock } from '../core/clock.ts';
import type { FlowHouse } from '../flow/index.ts';
import type { House } from '../store/port.ts';
import type { Authenticator } from './auth/authenticate.ts';
import type { RateLimit } from './auth/throttle.ts';
import type { Settings } from './config/schema.ts';
import type { DirectoryCache } from './directory.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Outbound } from './outbound/fetch.ts';

export interface Hub {
  readonly settings: Settings;
  /** Absolute path of the data directory. */
  readonly dataDirectory: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly house: House;
  readonly directory: DirectoryCache;
  readonly flow: FlowHouse;
  readonly authenticator: Authenticator;
  readonly rate: RateLimit;
  readonly quota: RateLimit;
  readonly jobs: Jobs;
  readonly outbound: Outbound;
  /** Key of the TAXII page tokens, kept with the house. */
  readonly tokenKey: Uint8Array;
  /** Where others reach it, as far as it is known: without a listener, from the settings. */
  address(): string;
  /** The listener tells the port that it was given. */
  listening(port: number): void;
  /** False while draining: /readyz then answers 503. */
  ready(): boolean;
  /** Tells those who push that a collection has something new. */
  offer(collection: string): void;
  /** Ends jobs and upkeep; requests under way go on. */
  drain(): Promise<void>;
  close(): Promise<void>;
}
