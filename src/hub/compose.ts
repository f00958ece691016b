/** The one place that constructs things: settings in, running parts out. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import { systemClock } from '../core/clock.ts';
import type { FlowHouse } from '../flow/index.ts';
import { CODECS, correlate } from '../flow/index.ts';
import { sees } from '../policy/index.ts';
import type { House } from '../store/port.ts';
import { addressOf, isLocalOnly } from './address.ts';
import { Authenticator } from './auth/authenticate.ts';
import { RateLimit } from './auth/throttle.ts';
import type { Settings } from './config/schema.ts';
import { STORE_NAME, usableDirectory } from './data-directory.ts';
import { DirectoryCache } from './directory.ts';
import type { Hub } from './hub.ts';
import { Jobs } from './jobs/jobs.ts';
import { Upkeep } from './jobs/upkeep.ts';
import { openLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import { openMetrics } from './metrics.ts';
import { openOutbound } from './outbound/fetch.ts';
import { proxyOf } from './outbound/proxy.ts';
import { projectionAuthor } from './projection-author.ts';

const MINUTE = 60 * 1_000_000;
const DAY = 24 * 60 * MINUTE;

export interface ComposeOptions {
  readonly settings: Settings;
  readonly dataDirectory: string;
  readonly clock?: Clock;
  /** Several hubs in one process can share theirs: the figures of the process are of all of them. */
  readonly metrics?: Metrics;
  /** A house that is open already, in place of the one that the settings name; closed with the hub. */
  readonly house?: House;
  /** False: nothing happens but what is asked for; the caller follows the outbox himself. */
  readonly upkeep?: boolean;
}

export async function compose(options: ComposeOptions): Promise<Hub> {
  const { settings, dataDirectory } = options;
  const time = options.clock ?? systemClock();
  const log = openLog(settings['log-level']);
  const metrics = options.metrics ?? openMetrics();
  await usableDirectory(dataDirectory);
  const house = options.house ?? (await openHouse(settings, dataDirectory, time));
  const directory = new DirectoryCache(house, { sampleToAnyone: isLocalOnly(settings) });
  const flow: FlowHouse = {
    codecs: CODECS,
    writer: house.writer,
    operations: house.operations,
    clock: time,
    directory: () => directory.current(),
    authorities: new Map(Object.entries(settings.authorities)),
    projection: await projectionAuthor(house, settings.title, time),
  };
  let draining = false;
  let port = settings.port;
  const jobs = new Jobs(time, log, metrics);
  const hub: Hub = {
    settings,
    dataDirectory,
    clock: time,
    log,
    metrics,
    house,
    directory,
    flow,
    authenticator: new Authenticator(time),
    rate: new RateLimit(time, settings['rate-per-minute'], MINUTE),
    quota: new RateLimit(time, settings['quota-objects-per-day'], DAY),
    jobs,
    outbound: openOutbound(
      settings.ca ? [readFileSync(settings.ca, 'utf8')] : [],
      proxyOf(process.env),
    ),
    tokenKey: await house.operations.secret('taxii-page-tokens'),
    address: () => addressOf(settings, port),
    listening: (given) => {
      port = given;
    },
    ready: () => !draining,
    offer: () => {
      if (options.upkeep !== false) upkeep.wake();
    },
    drain: async () => {
      draining = true;
      jobs.cancelAll();
      await upkeep.stop();
    },
    close: async () => {
      await hub.drain();
      await house.close();
    },
  };
  const upkeep = new Upkeep(hub, () => correlate(flow));
  if (options.upkeep !== false) upkeep.start();
  return hub;
}

/** Only the store that is used is loaded: the other would be memory for nothing. */
async function openHouse(settings: Settings, dataDirectory: string, clock: Clock): Promise<House> {
  if (settings.store === 'sqlite') {
    const { openSqliteHouse } = await import('../store/sqlite/index.ts');
    return openSqliteHouse({
      file: join(dataDirectory, STORE_NAME),
      clock,
      readers: settings.readers,
      workerModule: new URL('./store-worker.js', import.meta.url),
    });
  }
  const { openPostgresHouse } = await import('../store/postgres/index.ts');
  return openPostgresHouse({ url: settings.store, clock, sees });
}
