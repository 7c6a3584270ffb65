import { join } from 'node:path';
import { startHost } from '../harness/host.ts';
import type { RunningHost } from '../harness/host.ts';
import { eventually, sleep, tempFolder } from '../harness/temp.ts';

export type ProgrammeRound = {
  /** Commands that were answered before the host was killed. */
  readonly acknowledged: number;
  /** Commands that were on their way then, and were sent again. */
  readonly unanswered: number;
  /** Of these, those that had been kept: sent again they were answered as before, and not done twice. */
  readonly keptUnanswered: number;
  /** Models whose history is not exactly what was commanded. */
  readonly differing: number;
  /** Models whose row in the table is not at the version that the state has. */
  readonly tableDiffers: number;
};

type Model = { readonly no: number; readonly step: number; readonly onBehalfOf: string; version: number; readonly done: string[] };
type Command = { readonly verb: string; readonly key: string; readonly ifMatch: string };

/** What can follow what on one step, for ever. */
const verbs = ['start', 'block', 'unblock', 'complete', 'reopen'] as const;
const verbAfter = (done: readonly string[]): string => verbs[done.length < verbs.length ? done.length : 1 + ((done.length - 1) % (verbs.length - 1))] ?? 'block';
const kept: Readonly<Record<string, string>> = { start: 'step.started', block: 'step.blocked', unblock: 'step.unblocked', complete: 'step.completed', reopen: 'step.reopened' };

/**
 * One round: officers command models at once, the host is killed by SIGKILL at a random moment, started again, and asked again what was not answered. What
 * is known then is exactly what was commanded, once each, in the state and in the tables.
 */
export const programmeRound = async ({ random, say }: { readonly random: () => number; readonly say: (text: string) => void }): Promise<ProgrammeRound> => {
  const folder = tempFolder('programme-kill');
  const data = join(folder.path, 'data');
  try {
    const first = await startHost(data);
    await first.call('POST', '/v1/plan');
    const models = await modelsOf(first);
    const open = new Map<Model, Command>();
    let acknowledged = 0;
    let killed = false;
    const officer = async (own: readonly Model[]): Promise<void> => {
      for (let turn = 0; !killed; turn += 1) {
        const model = own[Math.floor(random() * own.length)];
        if (model === undefined) return;
        const command = { verb: verbAfter(model.done), key: `k-${model.no}-${model.done.length}-${turn}`, ifMatch: `"${model.version}"` };
        open.set(model, command);
        const answer = await send(first, model, command).catch(() => undefined);
        if (answer === undefined) return;
        take(model, command, answer);
        open.delete(model);
        acknowledged += 1;
      }
    };
    const officers = [0, 1, 2, 3, 4].map((nth) => officer(models.filter((_, index) => index % 5 === nth)));
    await sleep(200 + random() * 1_200);
    killed = true;
    await first.kill();
    await Promise.all(officers);
    const second = await startHost(data);
    const before = await versionsOf(second);
    let keptUnanswered = 0;
    for (const [model, command] of open) {
      if ((before.get(model.no) ?? 0) > model.version) keptUnanswered += 1;
      take(model, command, await send(second, model, command));
    }
    let differing = 0;
    for (const model of models) {
      const { history } = (await (await second.call('GET', `/v1/models/${model.no}`)).json()) as { history: { type: string; version: number }[] };
      const wanted = ['model.scheduled', ...model.done.map((verb) => kept[verb])];
      if (JSON.stringify(history.map(({ type, version }) => [version, type])) !== JSON.stringify(wanted.map((type, index) => [index + 1, type]))) differing += 1;
    }
    await eventually('the projection', 120_000, async () => ((await (await fetch(`${second.url}/readyz`)).json()) as { lag: number }).lag === 0 || undefined);
    const rows = new Map((await second.sql<{ no: number; version: number }>('SELECT no, version FROM models')).map(({ no, version }) => [Number(no), Number(version)]));
    const tableDiffers = models.filter((model) => rows.get(model.no) !== model.version).length;
    await second.stop();
    say(`killed after ${acknowledged} commands, ${open.size} unanswered, ${keptUnanswered} of them kept`);
    return { acknowledged, unanswered: open.size, keptUnanswered, differing, tableDiffers };
  } finally {
    folder.remove();
  }
};

const modelsOf = async (host: RunningHost): Promise<Model[]> => {
  const { models } = (await (await host.call('GET', '/v1/models')).json()) as { models: { no: number; version: number; standing: string }[] };
  const found: Model[] = [];
  for (const { no, version, standing } of models) {
    if (standing !== 'deployable') continue;
    const { stepList } = (await (await host.call('GET', `/v1/models/${no}`)).json()) as { stepList: { step: number; outside: boolean; actors: { code: string }[] }[] };
    const [step] = stepList;
    if (step !== undefined) found.push({ no, version, step: step.step, onBehalfOf: step.outside ? (step.actors[0]?.code ?? '') : '', done: [] });
  }
  return found;
};

const versionsOf = async (host: RunningHost): Promise<Map<number, number>> => {
  const { models } = (await (await host.call('GET', '/v1/models')).json()) as { models: { no: number; version: number }[] };
  return new Map(models.map(({ no, version }) => [no, version]));
};

const send = async (host: RunningHost, { no, step, onBehalfOf }: Model, { verb, key, ifMatch }: Command): Promise<{ readonly status: number; readonly version?: number; readonly code?: string }> => {
  const answer = await host.call('POST', `/v1/models/${no}/steps/${step}/${verb}`, { cause: verb === 'block' || verb === 'reopen' ? 'Nguyên nhân mẫu.' : '', onBehalfOf, note: '' }, { 'if-match': ifMatch, 'idempotency-key': key });
  const { version, code } = (await answer.json()) as { version?: number; code?: string };
  return { status: answer.status, ...(version !== undefined && { version }), ...(code !== undefined && { code }) };
};

const take = (model: Model, { verb }: Command, answer: { readonly status: number; readonly version?: number; readonly code?: string }): void => {
  if (answer.status !== 200 || answer.version !== model.version + 1) throw new Error(`model ${model.no}, ${verb} at version ${model.version}: answered ${answer.status} ${answer.code ?? ''} ${String(answer.version)}`);
  model.version = answer.version;
  model.done.push(verb);
};
