import { AppError } from '@da06/errors';
import type { EventLog } from '@da06/event-log';
import { createHybridClock, indicatorObservedType, stepStartedType, topics, type Envelope } from '@da06/events';
import { createLogger } from '@da06/service-kit';
import { randomUUID } from 'node:crypto';
import { createOwner, type OwnerDeps } from '../owner.ts';

const day = '2026-03-02';
export const ownedTopics = [topics.steps, topics.reports] as const;

/** A small service for tests of ownership: it starts steps of one model, each once, and counts them in the other topic. */
export const createMember = (deps: Pick<OwnerDeps, 'log' | 'alone' | 'url'> & Partial<OwnerDeps>) => {
  const sequence = createHybridClock({ now: Date.now });
  const instance = randomUUID();
  const applied: { readonly topic: string; readonly event: Envelope }[] = [];
  const started = new Set<number>();
  const fatal: unknown[] = [];

  const event = (type: string, subject: string, data: Record<string, unknown>, streamversion?: number): Envelope => {
    const now = new Date().toISOString();
    return {
      specversion: '1.0', id: randomUUID(), source: '/da06/programme', type, subject, time: now, datacontenttype: 'application/json', recordedtime: now,
      sequence: sequence.next(), ...(streamversion === undefined ? {} : { streamversion }), actor: 'system', data,
    };
  };
  const owner = createOwner({
    owner: 'da06-programme', topics: ownedTopics, instance, sequence, logger: createLogger({ name: 'owner-test', level: 'silent' }), onFatal: (error) => fatal.push(error),
    newEvent: ({ type, subject, data }) => event(type, subject, data),
    apply: (one, topic) => {
      applied.push({ topic, event: one });
      if (one.type === stepStartedType) started.add(Number(one.data['step']));
    },
    ...deps,
  });

  return {
    owner, instance, applied, started, fatal,
    /** Starts a step, and says how many are. @throws AppError `step.already-started`. */
    startStep: (step: number): Promise<void> =>
      owner.decide(async (keep) => {
        if (started.has(step)) throw new AppError('step.already-started');
        const commanded = { idempotencyKey: '', requestHash: '', simulated: false };
        await keep([
          { topic: topics.steps, event: event(stepStartedType, '9', { model: 9, step, at: day, onBehalfOf: '', remark: '', ...commanded }, started.size + 1) },
          { topic: topics.reports, event: event(indicatorObservedType, 'm09.steps', { code: 'm09.steps', model: 9, period: '2026-03', unit: '', value: started.size + 1, knownTo: new Date().toISOString(), simulated: false }) },
        ]);
      }),
  };
};
export type Member = ReturnType<typeof createMember>;

/** What the log says was done, told apart from who owns it: steps with their version, and the figures beside them. */
export const stateOf = async (log: EventLog): Promise<{ readonly steps: readonly [step: number, version: number][]; readonly figures: readonly number[]; readonly claims: readonly string[] }> => {
  const read = async (topic: string): Promise<Envelope[]> => (await log.read({ topic, partition: 0, from: 0n, limit: 1_000_000 })).map(({ value }) => JSON.parse(Buffer.from(value).toString('utf8')) as Envelope);
  const [steps, reports] = [await read(topics.steps), await read(topics.reports)];
  return {
    steps: steps.filter(({ type }) => type === stepStartedType).map(({ data, streamversion }) => [Number(data['step']), streamversion ?? 0]),
    figures: reports.filter(({ type }) => type === indicatorObservedType).map(({ data }) => Number(data['value'])),
    claims: steps.filter(({ type }) => type !== stepStartedType).map(({ data }) => String(data['instance'])),
  };
};
