import { AppError } from '@da06/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, conditionalStep, plan } from '../samples.ts';
import { decideModel, type ModelCommand, type ModelDecision } from './decide.ts';
import { describeModel } from './describe.ts';
import type { ModelEvent } from './events.ts';
import { evolveModel, initialModel, type ModelPlan, type ModelState } from './state.ts';

const runs = { numRuns: 300 };

/** Few days and few steps, so that commands meet each other; some days lie before Project 06 or ahead of 2024-03-15. */
const days = fc.constantFrom('2022-01-05', '2023-10-01', '2023-11-20', '2023-11-21', '2023-12-29', '2023-12-30', '2024-03-15', '2024-03-16');
const plans: fc.Arbitrary<Partial<ModelPlan>> = fc.record(
  {
    standing: fc.constantFrom('deployable', 'deployable', 'deployable', 'deployable', 'not-deployable', 'no-subject'),
    needsUnit: fc.boolean(), waitsForC06: fc.boolean(), continuous: fc.boolean(),
    deadline: fc.constantFrom(null, '2023-10-30', '2023-12-30'),
    endKind: fc.constantFrom(null, 'completed', 'launched'),
    steps: fc.constantFrom(plan().steps, plan().steps.slice(0, 1), [...plan().steps.slice(0, 1), conditionalStep(2)], []),
  },
  { requiredKeys: [] },
);
const stepCommands = fc.tuple(fc.constantFrom('start', 'complete', 'complete', 'complete', 'block', 'unblock', 'reopen'), fc.integer({ min: 1, max: 4 }), days, fc.constantFrom('', 'PC06'))
  .map(([command, step, at, onBehalfOf]) => asked.step(command, step, { at, onBehalfOf: step === 3 ? 'PC06' : step === 2 ? onBehalfOf : '' }));
const commands: fc.Arbitrary<ModelCommand> = fc.oneof(
  { weight: 1, arbitrary: plans.map((given) => asked.schedule(given)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('u1', 'u2'), days).map(([unit, at]) => asked.unit(unit, { at })) },
  { weight: 9, arbitrary: stepCommands },
  { weight: 3, arbitrary: days.map((at) => asked.operate({ at })) },
  { weight: 1, arbitrary: fc.constantFrom(asked.mark(), asked.mark({ cause: '' })) },
);
/** Half of them go the whole way to an end first, so that what follows an end is seen as often as what leads there. */
const wholeWay = [asked.schedule(), asked.step('complete', 1), asked.step('complete', 2), asked.step('complete', 3), asked.operate()];
const sequences = fc.tuple(fc.boolean(), fc.array(commands, { maxLength: 25 })).map(([ends, others]) => [...(ends ? wholeWay : [asked.schedule()]), ...others]);

type Numbered = ModelEvent & { readonly streamversion: number };
type Taken = { readonly command: ModelCommand; readonly before: ModelState; readonly after: ModelState; readonly decided: readonly ModelDecision[]; readonly refusal: string };

const attempt = (command: ModelCommand, state: ModelState): { readonly decided: readonly ModelDecision[]; readonly refusal: string } => {
  try {
    return { decided: decideModel(command, state), refusal: '' };
  } catch (error) {
    if (error instanceof AppError) return { decided: [], refusal: error.code };
    throw error;
  }
};

/** Decides command after command as the owner of the log does. */
const run = (sequence: readonly ModelCommand[]): { readonly taken: readonly Taken[]; readonly log: readonly Numbered[]; readonly state: ModelState } => {
  const taken: Taken[] = [];
  const log: Numbered[] = [];
  let state = initialModel;
  for (const command of sequence) {
    const { decided, refusal } = attempt(command, state);
    const before = state;
    for (const event of decided) {
      const numbered = { ...event, streamversion: state.version + 1 };
      log.push(numbered);
      state = evolveModel(state, numbered);
    }
    taken.push({ command, before, after: state, decided, refusal });
  }
  return { taken, log, state };
};

const read = (log: readonly Numbered[]): ModelState => log.reduce(evolveModel, initialModel);

describe('a model after any commands', () => {
  it('is the same when it is read again from the log, as text and at every place of it', () => {
    fc.assert(fc.property(sequences, (sequence) => {
      const { taken, log } = run(sequence);
      for (const { after } of taken) expect(read((JSON.parse(JSON.stringify(log)) as Numbered[]).slice(0, after.version))).toEqual(after);
    }), runs);
  });

  it('is the same when events come several times, and also earlier ones once more', () => {
    fc.assert(fc.property(sequences, fc.array(fc.nat()), (sequence, again) => {
      const { log, state } = run(sequence);
      const delivered = log.flatMap((event, index) => [event, ...again.flatMap((pick) => (pick % log.length <= index ? [log[pick % log.length] as Numbered] : []))]);
      expect(read(delivered)).toEqual(state);
    }), runs);
  });

  it('is folded from events in any order without failing, and in the order of their versions to what it was', () => {
    const shuffles = sequences.map(run).chain(({ log, state }) => fc.shuffledSubarray([...log], { minLength: log.length }).map((shuffled) => ({ shuffled, state })));
    fc.assert(fc.property(shuffles, ({ shuffled, state }) => {
      const anyhow = shuffled.reduce((held, { type, data }) => evolveModel(held, { type, data }), initialModel);
      if (anyhow.plan !== null) describeModel(anyhow, '2024-03-15');
      expect(read(shuffled.toSorted((one, other) => one.streamversion - other.streamversion))).toEqual(state);
    }), runs);
  });

  it('takes one version for each event, and none for a refusal or for what is so already', () => {
    fc.assert(fc.property(sequences, (sequence) => {
      for (const { before, after, decided } of run(sequence).taken) {
        expect(decided.length).toBeLessThanOrEqual(1);
        expect(after.version).toBe(before.version + decided.length);
        if (decided.length === 0) expect(after).toEqual(before);
      }
    }), runs);
  });

  it('is refused with codes of models, steps and texts only', () => {
    fc.assert(fc.property(sequences, (sequence) => {
      for (const { refusal } of run(sequence).taken) expect(refusal).toMatch(/^$|^(?:model|step|text)\./);
    }), runs);
  });

  it('has counts that add up, a length of lateness only where it is late, and no end before a beginning of its steps', () => {
    fc.assert(fc.property(sequences, days, (sequence, today) => {
      for (const { after } of run(sequence).taken) {
        if (after.plan === null) continue;
        const told = describeModel(after, today);
        expect(told.stepsPlanned + told.stepsInProgress + told.stepsBlocked + told.stepsDone).toBe(told.steps);
        expect(told.steps).toBe(after.plan.steps.length);
        expect(told.daysLate > 0).toBe(['ended-late', 'overdue', 'born-overdue'].includes(told.lateness));
        expect(told.blockers.length > 0).toBe(told.status === 'blocked');
        for (const progress of Object.values(after.steps).map((step) => step.progress)) if (progress.status === 'completed') expect(progress.startedOn <= progress.completedOn).toBe(true);
      }
    }), runs);
  });

  it('leaves its end by reopening alone', () => {
    let left = 0;
    fc.assert(fc.property(sequences, (sequence) => {
      for (const { command, before, after } of run(sequence).taken) {
        if (before.ended === null || after.ended !== null) continue;
        left += 1;
        expect(command.command).toBe('reopen');
      }
    }), { ...runs, seed: 6 });
    expect(left).toBeGreaterThan(0);
  });

  it('never has one command lead to two completions', () => {
    fc.assert(fc.property(sequences, (sequence) => {
      const { state } = run(sequence);
      for (const step of [1, 2, 3]) {
        const command = asked.step('complete', step, { at: '2024-03-15' });
        const first = attempt(command, state);
        const second = attempt(command, first.decided.reduce<ModelState>(evolveModel, state));
        expect(second.decided).toEqual([]);
        if (first.decided.length === 1) expect(second.refusal).toBe('step.already-completed');
      }
    }), runs);
  });
});
