/**
 * `npm run bench`: what is measured, how often, on what. Groups by name: pages, post, check,
 * million. `--peers` measures peers beside ours, alone unless groups are named. `--quick` is for a
 * look, not for a figure to quote; `--save` keeps the figures.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCheck } from './check.ts';
import { benchMillion } from './million.ts';
import { benchPages } from './pages.ts';
import { benchPeers } from './peers.ts';
import { benchPost } from './post.ts';
import { Report } from './report.ts';

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

if (wanted('pages')) {
  const sizes = values.quick ? [10_000] : [10_000, 100_000];
  await benchPages({ rounds, sizes, labels: 100_000, store: values.store }, report);
}
if (wanted('post')) await benchPost({ rounds, store: values.store }, report);
if (wanted('check')) await benchCheck({ rounds, large: !values.quick }, report);
if (wanted('million')) {
  await benchMillion({ objects: values.quick ? 50_000 : 1_000_000, store: values.store }, report);
}
if (values.peers) await benchPeers({ rounds, words: positionals }, report);
if (values.save) {
  process.stdout.write(`${report.save(join(import.meta.dirname, '..', '..'))}\n`);
}
