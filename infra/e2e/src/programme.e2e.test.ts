import { describe, expect, it, onTestFinished } from 'vitest';
import { startCluster } from './harness/cluster.ts';
import type { Cluster, RunningService } from './harness/cluster.ts';
import { da06 } from './harness/host.ts';
import { eventually, tempFolder } from './harness/temp.ts';
import { programmeRound } from './proof/programme.ts';

describe('da06 plan load', () => {
  it('loads the plan into an empty folder, and the tables say what the plan says', async () => {
    const folder = tempFolder('plan');
    onTestFinished(folder.remove);
    const loaded = await da06(folder.path, ['plan', 'load']);
    expect(JSON.parse(loaded.stdout)).toMatchObject({ models: 43, steps: 128, deadlines: 39, bornOverdue: 14, groups: { I: 24, II: 4, III: 13 }, continuous: 26 });
    expect(loaded.code).toBe(0);
    const { stdout } = await da06(folder.path, [
      'sql',
      `SELECT count() AS models, toUInt64((SELECT count() FROM model_steps)) AS steps, countIf(deadline > toDate(0)) AS deadlines, countIf(born_overdue) AS born_overdue,
         countIf(annex = 'I') AS one, countIf(annex = 'II') AS two, countIf(annex = 'III') AS three, countIf(continuous) AS continuous FROM models`,
      '--format', 'CSV',
    ]);
    expect(stdout.trim()).toBe('43,128,39,14,24,4,13,26');
    const again = await da06(folder.path, ['plan', 'load']);
    expect(JSON.parse(again.stdout)).toMatchObject({ models: 43, changed: 0 });
  });
});

describe('the host', () => {
  it('killed amid commands knows afterwards what was commanded, once each, in its state and in the tables', async () => {
    const round = await programmeRound({ random: Math.random, say: (text) => void process.stderr.write(`${text}\n`) });
    expect(round).toMatchObject({ differing: 0, tableDiffers: 0 });
    expect(round.acknowledged).toBeGreaterThan(0);
  });
});

describe('two processes of the programme on Kafka', () => {
  it('decide as one: of two officers one wins, a stopped owner is shut out, and a killed one is followed', async () => {
    const cluster = await startCluster('programme');
    onTestFinished(cluster.close);
    const registration = await cluster.serve('registration');
    const projector = await cluster.serve('projector');
    const one = await cluster.serve('programme');
    const other = await cluster.serve('programme');
    expect((await cluster.call(other, 'POST', '/v1/plan')).status).toBe(200);
    const keys = await Promise.all(['Cán bộ mẫu một', 'Cán bộ mẫu hai'].map((name) => keyOf(cluster, registration, name)));
    await eventually('the new keys known', 120_000, async () => ((await Promise.all([one, other].map((at) => ask(at, keys[1] ?? '', 'GET', '/v1/models/9')))).every(({ status }) => status === 200) ? true : undefined));

    const answers = await Promise.all([one, other].map((at, index) => ask(at, keys[index] ?? '', 'POST', '/v1/models/9/steps/1/complete', { at: '2026-01-15' }, '"1"')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const refused = answers.find(({ status }) => status === 412);
    expect(refused?.body).toMatchObject({ code: 'model.changed', current: { version: 2 } });

    // The owner is stopped with a command in its hands; the other takes over and does something else.
    process.kill(one.pid, 'SIGSTOP');
    const late = ask(one, keys[0] ?? '', 'POST', '/v1/models/9/steps/3/block', { at: '2026-01-16', cause: 'Không được ghi.' }, '"2"');
    const taken = await eventually('the other to take over', 120_000, async () => {
      const answer = await ask(other, keys[1] ?? '', 'POST', '/v1/models/9/steps/2/complete', { at: '2026-01-16', onBehalfOf: 'PC06' }, '"2"');
      return answer.status === 200 ? answer : undefined;
    });
    expect(taken.body).toMatchObject({ version: 3 });
    process.kill(one.pid, 'SIGCONT');
    expect((await late).status).toBeGreaterThanOrEqual(400);

    await other.kill();
    const served = await eventually('the first to serve again', 120_000, async () => {
      const answer = await ask(one, keys[0] ?? '', 'POST', '/v1/models/9/steps/3/start', { at: '2026-01-17' }, '"3"');
      return answer.status === 200 ? answer : undefined;
    });
    expect(served.body).toMatchObject({ version: 4 });
    const found = await eventually('the projection of all of it', 120_000, async () => {
      const rows = await cluster.sql<{ type: string; n: string }>("SELECT type, toString(count()) AS n FROM events WHERE type LIKE 'vn.da06.step.%' GROUP BY type ORDER BY type");
      return rows.some(({ type }) => type === 'vn.da06.step.started.v1') ? rows : undefined;
    });
    expect(found).toEqual([{ type: 'vn.da06.step.completed.v1', n: '2' }, { type: 'vn.da06.step.started.v1', n: '1' }]);
    // Transactions leave places that no record takes: the projection comes to the end of the topics all the same.
    await eventually('the projector ready', 120_000, async () => ((await fetch(`${projector.url}/readyz`)).status === 200 ? true : undefined));
  });
});

const keyOf = async (cluster: Cluster, registration: RunningService, name: string): Promise<string> => {
  const answer = await cluster.call(registration, 'POST', '/v1/keys', { name, role: 'officer', facilities: [], agency: 'PC06', unit: '' });
  return ((await answer.json()) as { key: string }).key;
};

type Answered = { readonly status: number; readonly body: unknown };

const ask = async (at: RunningService, key: string, method: string, path: string, body?: object, ifMatch?: string): Promise<Answered> => {
  const response = await fetch(`${at.url}${path}`, { method, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...(ifMatch !== undefined && { 'if-match': ifMatch }) }, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: response.status, body: await response.json().catch(() => undefined) };
};
