// Figures for Prometheus: requests, how long they took, open event streams, database connections, and the process itself.
import type { Pool } from 'pg';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  /** Counts one answered request. */
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** An event stream was opened (+1) or closed (-1). */
  eventStreams(change: 1 | -1): void;
  text(): Promise<string>;
  contentType: string;
}

interface Counts {
  /** Paid online orders whose institution was told in vain so far. */
  waitingNotices: () => Promise<number>;
  /** Messages to people that were not taken yet, and those that were given up. */
  messages: () => Promise<{ waiting: number; dead: number }>;
}

export function createMetrics(pool: Pool, { waitingNotices, messages }: Counts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'gongji_http_request_seconds',
    help: 'Time from request to answer, by route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const streams = new Gauge({
    name: 'gongji_event_streams',
    help: 'Open streams of GET /api/events.',
    registers: [registry],
  });
  new Gauge({
    name: 'gongji_database_connections',
    help: 'Connections of the pool: idle, busy, and callers that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waited-for' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'gongji_order_notices_waiting',
    help: 'Paid online orders whose institution has not taken the notice yet, after at least one attempt.',
    registers: [registry],
    async collect() {
      this.set(await waitingNotices());
    },
  });
  new Gauge({
    name: 'gongji_messages',
    help: 'Messages to people: tried and not taken yet (waiting), and given up (dead).',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { waiting, dead } = await messages();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'dead' }, dead);
    },
  });
  return {
    request: ({ method, route, status }, seconds) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    eventStreams: (change) => streams.inc(change),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
