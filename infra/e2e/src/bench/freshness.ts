import { figure, quantile } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import type { RunningHost } from '../harness/host.ts';
import { facilityId, ndjson } from '../harness/stays.ts';
import { sleep } from '../harness/temp.ts';

const perBatch = 100;
const everyMs = 100;

/** Accepted → visible to a query, at 1,000 stays a second: each batch is asked for until its last stay shows. */
export async function* freshness(host: RunningHost, seconds: number): AsyncGenerator<Figure> {
  const took: number[] = [];
  const watching: Promise<void>[] = [];
  const prefix = `FR${Date.now().toString(36)}`;
  const started = performance.now();
  const batches = Math.round((seconds * 1000) / everyMs);
  const waiting = new Map<string, number>();
  const state = { done: false };
  const watcher = (async () => {
    while (!state.done || waiting.size > 0) {
      if (waiting.size > 0) {
        const refs = [...waiting.keys()];
        const rows = await host.sql<{ ref: string }>(`SELECT ref FROM stays WHERE facility_id = '${facilityId}' AND ref IN (${refs.map((ref) => `'${ref}'`).join(',')})`);
        const now = performance.now();
        for (const { ref } of rows) {
          const at = waiting.get(ref);
          if (at !== undefined) took.push(now - at);
          waiting.delete(ref);
        }
      }
      await sleep(10);
      if (performance.now() - started > seconds * 1000 + 30_000) break;
    }
  })();
  for (let n = 0; n < batches; n += 1) {
    const due = started + n * everyMs;
    if (performance.now() < due) await sleep(due - performance.now());
    watching.push(
      (async () => {
        const response = await host.call('POST', `/v1/facilities/${facilityId}/stays`, ndjson(perBatch, { now: Date.now(), prefix, from: n * perBatch }), { 'content-type': 'application/x-ndjson' });
        const { items } = (await response.json()) as { items: { ref: string }[] };
        const last = items.at(-1)?.ref;
        if (last !== undefined) waiting.set(last, performance.now());
      })(),
    );
  }
  await Promise.all(watching);
  state.done = true;
  await watcher;
  const rate = (batches * perBatch) / ((performance.now() - started) / 1000);
  yield figure('freshness: stays/s sent', Math.round(rate), '1,000 wanted', undefined);
  yield figure('freshness, p50 ms', Math.round(quantile(took, 0.5)), '', undefined);
  yield figure('freshness, p99 ms', Math.round(quantile(took, 0.99)), '<= 1,000', took.length === batches && quantile(took, 0.99) <= 1000);
}
