/** Prometheus figures. No label carries an id that a tenant chose. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'route' | 'method' | 'status'>;
  readonly seconds: Histogram<'route'>;
  readonly records: Counter<'outcome'>;
  readonly jobs: Counter<'kind' | 'outcome'>;
  readonly quarantined: Gauge;
  readonly feedAgeSeconds: Gauge<'feed'>;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'cybex_' });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'cybex_requests_total',
      help: 'Requests answered.',
      labelNames: ['route', 'method', 'status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'cybex_request_seconds',
      help: 'Time from request to answer.',
      labelNames: ['route'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
    records: new Counter({
      name: 'cybex_records_total',
      help: 'Records that came in, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    jobs: new Counter({
      name: 'cybex_jobs_total',
      help: 'Jobs ended, by kind and outcome.',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    quarantined: new Gauge({
      name: 'cybex_quarantined_pieces',
      help: 'Pieces in quarantine.',
      registers,
    }),
    feedAgeSeconds: new Gauge({
      name: 'cybex_feed_age_seconds',
      help: 'Seconds since a feed was last pulled with success.',
      labelNames: ['feed'],
      registers,
    }),
  };
}
