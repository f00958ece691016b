/**
 * `npm run bench`: what is measured, how often, on what. Groups by name: pages, views, post,
 * check, cvss, exposure, idle, million, pattern. `--peers` measures peers beside ours, alone unless
 * groups are named.
 * `--quick` is for a look, not for a figure to quote; `--save` keeps the figures.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCheck } from './check.ts';
import { benchCsaf } from './csaf.ts';
import { benchCvss } from './cvss.ts';
import { benchExposure } from './exposure.ts';
import { benchIdle } from './idle.ts';
import { benchMillion } from './million.ts';
import { benchPages } from './pages.ts';
import { benchPattern } from './pattern.ts';
import { benchPeers } from './peers.ts';
import { benchPost } from './post.ts';
import { Report } from './report.ts';
import { benchRpc } from './rpc.ts';
import { openStores } from './stores.ts';
import { benchViews } from './views.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    store: { type: 'string', default: 'sqlite' },
  },
});

const rounds = Number(values.rounds ?? (values.quick ? 1 : 7));
const wanted = (group: string) =>
  positionals.includes(group) || (positionals.length === 0 && !values.peers);
const report = new Report();
const stores = await openStores(values.store);

if (wanted('pages')) {
  const sizes = values.quick ? [10_000] : [10_000, 100_000];
  await benchPages({ rounds, sizes, stores }, report);
}
if (wanted('views')) {
  await benchViews({ rounds, objects: values.quick ? 10_000 : 100_000, stores }, report);
}
if (wanted('post')) await benchPost({ rounds, stores }, report);
if (wanted('cvss')) benchCvss({ rounds, vectors: values.quick ? 100_000 : 1_000_000 }, report);
if (wanted('pattern')) {
  const counts = values.quick ? [2_000, 20_000] : [2_000, 100_000];
  const [observations = 0, patterns = 0] = counts;
  benchPattern({ rounds, observations, patterns }, report);
}
if (wanted('check')) await benchCheck({ rounds, large: !values.quick }, report);
if (wanted('rpc')) await benchRpc({ rounds }, report);
if (wanted('idle')) await benchIdle({ rounds, stores }, report);
if (wanted('csaf')) {
  await benchCsaf({ rounds, large: !values.quick, peers: values.peers }, report);
}
if (wanted('exposure')) benchExposure({ rounds, large: !values.quick }, report);
if (wanted('million')) {
  await benchMillion({ objects: values.quick ? 50_000 : 1_000_000, stores }, report);
}
if (values.peers) await benchPeers({ rounds, words: positionals }, report);
await stores.close();
if (values.save) {
  process.stdout.write(`${report.save(join(import.meta.dirname, '..', '..'))}\n`);
}
