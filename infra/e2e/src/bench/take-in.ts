import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import type { RunningHost } from '../harness/host.ts';
import { facilityId, ndjson, stayOf } from '../harness/stays.ts';
import { quantile } from '../harness/figures.ts';

const batchOf = 5_000;

/** Seconds spent by stage so far, of Prometheus' text. */
const stages = async (host: RunningHost): Promise<Map<string, number>> => {
  const text = await (await fetch(`${host.url}/metrics`)).text();
  return new Map([...text.matchAll(/^registration_stage_seconds_total\{stage="([^"]+)"\} (\S+)$/gm)].map(([, stage = '', value = '']) => [stage, Number(value)]));
};

/** Batches of 5,000 stays over HTTP, two requests in flight: durable, sealed, signed. */
export async function* takeIn(host: RunningHost, stays: number): AsyncGenerator<Figure> {
  const post = async (from: number): Promise<number> => {
    const body = bodies.get(from) ?? '';
    const response = await host.call('POST', `/v1/facilities/${facilityId}/stays`, body, { 'content-type': 'application/x-ndjson' });
    return ((await response.json()) as { accepted: number }).accepted;
  };
  const bodies = new Map<number, string>();
  const now = Date.now();
  for (let from = 0; from < stays; from += batchOf) bodies.set(from, ndjson(batchOf, { now, prefix: 'BT', from }));
  bodies.set(-1, ndjson(batchOf, { now, prefix: 'WARM' }));
  await post(-1);
  const before = await stages(host);
  const waiting = [...bodies.keys()].filter((from) => from >= 0);
  const started = performance.now();
  const worker = async (): Promise<number> => {
    let accepted = 0;
    for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) accepted += await post(from);
    return accepted;
  };
  const accepted = (await Promise.all([worker(), worker()])).reduce((sum, one) => sum + one, 0);
  const seconds = (performance.now() - started) / 1000;
  yield figure('batches of 5,000 stays, stays/s', Math.round(accepted / seconds), '>= 20,000', accepted / seconds >= 20_000);
  for (const [stage, sum] of await stages(host)) yield figure(`µs a stay: ${stage}`, ((sum - (before.get(stage) ?? 0)) * 1e6) / accepted, '', undefined);
}

/** One stay a request, 32 connections. */
export async function* puts(host: RunningHost, seconds: number): AsyncGenerator<Figure> {
  const took: number[] = [];
  let n = 0;
  let failed = 0;
  const now = Date.now();
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      n += 1;
      const stay = stayOf(n, { now, prefix: 'PUT' });
      const at = performance.now();
      const response = await host.call('PUT', `/v1/facilities/${facilityId}/stays/${String(stay['ref'])}`, stay);
      await response.arrayBuffer();
      took.push(performance.now() - at);
      if (response.status !== 201) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  const rate = took.length / ((performance.now() - started) / 1000);
  yield figure('one PUT, 32 connections, stays/s', Math.round(rate), '>= 1,500', rate >= 1_500 && failed === 0);
  yield figure('one PUT, p50 ms', quantile(took, 0.5), '', undefined);
  yield figure('one PUT, p99 ms', quantile(took, 0.99), '<= 25', quantile(took, 0.99) <= 25);
  if (failed > 0) yield figure('PUTs not answered 201', failed, '0', false);
}
