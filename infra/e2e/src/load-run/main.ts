import { Pool } from 'undici';
import { quantile } from '../harness/figures.ts';
import { facilityId } from '../harness/stays.ts';
import { batchBodies, putBodies } from './bodies.ts';
import { cpuSeconds, readMetrics, stageSeconds } from './host-metrics.ts';
import { send, type Sent } from './send.ts';

/** What a run came to; times of answers in milliseconds, CPU in seconds of the time that counts. */
export type Load = {
  readonly accepted: number;
  readonly failed: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: { readonly generator: number; readonly host: number };
  readonly stages: readonly (readonly [stage: string, seconds: number])[];
};

/**
 * `main.ts URL KEY batches STAYS` | `main.ts URL KEY puts SECONDS`: a sender in a process of its own, as real ones are. Bodies are made before
 * the clock starts, after a first part that lets the host compile what it runs.
 */
const [url = '', key = '', kind = '', amount = ''] = process.argv.slice(2);
const batches = kind === 'batches';
const connections = batches ? 2 : 32;
const pool = new Pool(url, { connections, pipelining: 1, headersTimeout: 120_000, bodyTimeout: 120_000 });
const path = `/v1/facilities/${facilityId}/stays`;

/** Sends on so many connections at a time, each the next of `bodies`, until none is left or the time is over. */
const sendAll = async (bodies: Iterator<readonly [ref: string, body: Buffer]>, until = Number.POSITIVE_INFINITY): Promise<Sent[]> => {
  const answers: Sent[] = [];
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const next = bodies.next();
      if (next.done === true) return;
      const [ref, body] = next.value;
      answers.push(await send(pool, batches ? { method: 'POST', path, type: 'application/x-ndjson', body, key } : { method: 'PUT', path: `${path}/${ref}`, type: 'application/json', body, key }));
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return answers;
};

const made = batches ? batchBodies(Number(amount)) : putBodies(Number(amount));
const warm = await sendAll(made.warm[Symbol.iterator]());
if (warm.some(({ accepted }) => accepted === 0)) throw new Error(`The host answered ${String(warm.find(({ accepted }) => accepted === 0)?.status)}.`);
const before = await readMetrics(url);
const cpu = process.cpuUsage();
const started = performance.now();
const answers = await sendAll(made.counted[Symbol.iterator](), batches ? undefined : started + Number(amount) * 1000);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
const after = await readMetrics(url);
await pool.close();

const took = answers.map(({ milliseconds }) => milliseconds);
const load: Load = {
  accepted: answers.reduce((sum, { accepted }) => sum + accepted, 0),
  failed: answers.filter(({ accepted }) => accepted === 0).length,
  seconds,
  p50: quantile(took, 0.5),
  p99: quantile(took, 0.99),
  cpu: { generator: (user + system) / 1e6, host: cpuSeconds(after) - cpuSeconds(before) },
  stages: [...stageSeconds(after)].map(([stage, sum]) => [stage, sum - (stageSeconds(before).get(stage) ?? 0)] as const),
};
process.stdout.write(`${JSON.stringify(load)}\n`);
