import { runChild } from '../harness/child.ts';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import type { RunningHost } from '../harness/host.ts';
import { staysEach } from '../load-run/bodies.ts';
import type { Load } from '../load-run/main.ts';

/** Batches of stays over HTTP, two requests in flight, from a process of its own: durable, sealed, signed. */
export async function* takeIn(host: RunningHost, stays: number): AsyncGenerator<Figure> {
  const load = await runChild<Load>('load-run', [host.url, host.key, 'batches', String(stays)]);
  const rate = load.accepted / load.seconds;
  yield figure(`batches of ${staysEach.toLocaleString('en')} stays, stays/s`, Math.round(rate), '>= 20,000', rate >= 20_000 && load.failed === 0);
  yield figure('a batch, p50 ms', Math.round(load.p50), '', undefined);
  for (const [stage, seconds] of load.stages) yield figure(`µs a stay: ${stage}`, (seconds * 1e6) / load.accepted, '', undefined);
  yield* cpu(load);
}

/** One stay a request, 32 connections. */
export async function* puts(host: RunningHost, seconds: number): AsyncGenerator<Figure> {
  const load = await runChild<Load>('load-run', [host.url, host.key, 'puts', String(seconds)]);
  const rate = load.accepted / load.seconds;
  yield figure('one PUT, 32 connections, stays/s', Math.round(rate), '>= 1,500', rate >= 1_500 && load.failed === 0);
  yield figure('one PUT, p50 ms', load.p50, '', undefined);
  yield figure('one PUT, p99 ms', load.p99, '<= 25', load.p99 <= 25);
  if (load.failed > 0) yield figure('PUTs not answered 201', load.failed, '0', false);
  yield* cpu(load);
}

/** CPU time a stay of the whole host, with what it projects meanwhile, and of the sender beside it. */
function* cpu({ accepted, cpu: { host, generator } }: Load): Generator<Figure> {
  yield figure('µs of CPU a stay: host, all threads', (host * 1e6) / accepted, '', undefined);
  yield figure('µs of CPU a stay: the sender', (generator * 1e6) / accepted, '', undefined);
}
