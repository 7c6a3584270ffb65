import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { da06, startHost } from '../harness/host.ts';
import { facility, facilityId, ndjson } from '../harness/stays.ts';
import { sleep, tempFolder } from '../harness/temp.ts';

export type RebuildRound = {
  readonly code: number | null;
  readonly equal: boolean;
  readonly events: number;
  readonly seconds: number;
  readonly queries: number;
  readonly failedQueries: number;
  /** Queries that saw another number of stays than there were before. */
  readonly wrongAnswers: number;
  readonly verifyCode: number | null;
  /** Resident memory of the host, MiB: before, and the highest seen meanwhile. */
  readonly memory: { readonly before: number; readonly peak: number };
};

/** A rebuild of a live host while queries go on without a pause and, if asked, stays still come in. */
export const rebuildRound = async (options: { stays: number; appendMeanwhile: boolean; memoryOf: (pid: number) => number }): Promise<RebuildRound> => {
  const folder = tempFolder('rebuild');
  const data = join(folder.path, 'data');
  const file = join(folder.path, 'stays.ndjson');
  writeFileSync(file, ndjson(options.stays, { now: Date.now() }));
  const host = await startHost(data);
  try {
    await host.call('POST', '/v1/facilities', facility);
    const imported = await da06(data, ['import', file, '--facility', facilityId]);
    if (imported.code !== 0) throw new Error(`import ended with ${imported.code}: ${imported.stderr.slice(-300)}`);
    await da06(data, ['verify', '--wait', '120']);
    const state = { done: false, queries: 0, failed: 0, wrong: 0, highest: options.stays, peak: 0 };
    const before = options.memoryOf(host.pid);
    const querying = (async () => {
      while (!state.done) {
        state.queries += 1;
        state.peak = Math.max(state.peak, options.memoryOf(host.pid));
        try {
          const [row] = await host.sql<{ stays: string }>('SELECT toString(count()) AS stays FROM stays');
          if (Number(row?.stays) < options.stays) state.wrong += 1;
        } catch {
          state.failed += 1;
        }
        await sleep(5);
      }
    })();
    const appending = (async () => {
      for (let n = 0; options.appendMeanwhile && !state.done; n += 1) {
        await host.call('POST', `/v1/facilities/${facilityId}/stays`, ndjson(20, { now: Date.now(), prefix: 'LIVE', from: n * 20 }), { 'content-type': 'application/x-ndjson' });
        await sleep(50);
      }
    })();
    const rebuilt = await da06(data, ['rebuild']);
    state.done = true;
    await Promise.all([querying, appending]);
    const verified = await da06(data, ['verify', '--wait', '60']);
    const outcome = JSON.parse(rebuilt.stdout || '{}') as { equal?: boolean; events?: number; seconds?: number };
    return {
      code: rebuilt.code, equal: outcome.equal ?? false, events: outcome.events ?? 0, seconds: outcome.seconds ?? Number.NaN,
      queries: state.queries, failedQueries: state.failed, wrongAnswers: state.wrong, verifyCode: verified.code,
      memory: { before, peak: state.peak },
    };
  } finally {
    await host.stop();
    folder.remove();
  }
};
