import type { ModelScheduled } from '@da06/events';
import type { AnyEvent } from '../any-event.ts';
import type { EventBuilders } from '../event-builders.ts';
import { scheduledModel } from './builders.ts';
import { laterOf, localDay } from './calendar.ts';

type StepStatus = 'planned' | 'in-progress' | 'blocked' | 'completed';
type Step = { readonly step: number; status: StepStatus; startedOn: string; readonly conditional: boolean };
type Model = { data: ModelScheduled['data']; version: number; readonly steps: Map<number, Step>; unit: string; ended: boolean; marked: boolean };
type Command = () => AnyEvent;

const units = ['W25357@2025', 'W25360@2025'];
const actors = [
  [{ code: 'CAH', vi: 'Công an huyện', outside: false }],
  [{ code: 'PC06', vi: 'PC06 - Công an tỉnh', outside: true }],
  [{ code: 'VHTT', vi: 'Phòng Văn hóa', outside: false }, { code: 'PC06', vi: 'PC06 - Công an tỉnh', outside: true }],
  [],
];

/** Models that live by the rules of the programme: each event is one that the decider could have given. */
export const randomModels = ({ build, numbers, leads }: { readonly build: EventBuilders; readonly numbers: readonly number[]; readonly leads: readonly string[] }) => {
  const { random, clock } = build;
  const models: Model[] = [];
  const envelope = (model: Model) => {
    model.version += 1;
    return { streamversion: model.version, source: '/da06/programme' };
  };
  const simulated = (): boolean => random.chance(0.15);
  const named = (code: string) => ({ code, vi: `Cơ quan ${code}` });
  /** An agency for good, or until another takes its place. */
  const inSuccession = (code: string): ModelScheduled['data']['leads'] => {
    const [heir] = random.shuffled(leads.filter((other) => other !== code));
    const end = localDay(clock.now(), random.below(60) - 30);
    return heir === undefined || random.chance(0.6) ? [{ ...named(code), from: null, to: null, collective: random.chance(0.1) }]
      : [{ ...named(code), from: null, to: localDay(Date.parse(end), -1), collective: false }, { ...named(heir), from: end, to: null, collective: false }];
  };

  const planned = (model: number, index: number): ModelScheduled['data'] => {
    const annex = random.pick(['I', 'II', 'III', '']);
    return {
      ...scheduledModel(), model, titleVi: `Mô hình ${model}`, annex: annex as ModelScheduled['data']['annex'], annexStated: random.chance(0.8),
      plan: { reference: '299/KH-UBND', probable: true, date: localDay(clock.now(), 10) },
      leads: random.shuffled(leads).slice(0, 1 + random.below(2)).flatMap((code) => inSuccession(code)), coordinating: leads.slice(0, random.below(3)).map(named),
      deadline: random.chance(0.9) ? localDay(clock.now(), 20 - random.below(80)) : null, endKind: random.pick(['in-operation', 'completed', 'launched', 'trained']), continuous: random.chance(0.6),
      yearly: random.chance(0.1), replicate: random.chance(0.1), needsUnit: annex === 'III', waitsForC06: annex === 'II',
      // Of each few models one is not to be carried out.
      standing: index % 5 === 4 ? random.pick(['not-deployable', 'no-subject', 'not-mentioned']) : 'deployable',
      steps: Array.from({ length: 1 + random.below(3) }, (_, place) => ({
        step: place + 1, vi: `Bước ${place + 1}`, en: '', actors: random.pick(actors), actorsStated: random.chance(0.7), conditional: random.chance(0.25),
      })),
    };
  };
  const schedule = (model: Model): AnyEvent => {
    model.marked = false;
    for (const { step, conditional } of model.data.steps) if (!model.steps.has(step)) model.steps.set(step, { step, status: 'planned', startedOn: '', conditional });
    return build.modelScheduled({ ...model.data, envelope: envelope(model) });
  };
  const dayFor = (since: string): string => laterOf(since, localDay(clock.now(), random.below(20)));

  const stepCommands = (model: Model, step: Step): Command[] => {
    const { actors: own = [] } = model.data.steps.find((one) => one.step === step.step) ?? {};
    const outside = own.filter((actor) => actor.outside);
    const told = (status: StepStatus) => {
      const at = dayFor(step.startedOn);
      if (status === 'in-progress' || status === 'completed') step.startedOn ||= at;
      step.status = status;
      return { model: model.data.model, step: step.step, at, onBehalfOf: outside.length === own.length ? (outside[0]?.code ?? '') : '', remark: random.chance(0.3) ? 'Ghi chú (mẫu)' : '', simulated: simulated(), envelope: envelope(model) };
    };
    const start: Command = () => build.stepStarted(told('in-progress'));
    const complete: Command = () => build.stepCompleted(told('completed'));
    const block: Command = () => build.stepBlocked({ ...told('blocked'), cause: `Vướng ${step.step} (mẫu)` });
    const unblock: Command = () => build.stepUnblocked(told(step.startedOn === '' ? 'planned' : 'in-progress'));
    const reopen: Command = () => {
      model.ended = false;
      return build.stepReopened({ ...told('in-progress'), cause: 'Làm lại (mẫu)' });
    };
    return { planned: [start, complete, block], 'in-progress': [complete, complete, block], blocked: [unblock], completed: random.chance(0.2) ? [reopen] : [] }[step.status];
  };

  const commands = (model: Model): Command[] => {
    const { data } = model;
    const again: Command = () => {
      const [, ...fewer] = data.steps;
      model.data = { ...data, titleVi: `${data.titleVi} sửa`, deadline: random.chance(0.5) ? localDay(clock.now(), -random.below(40)) : data.deadline, steps: random.chance(0.2) && fewer.length > 0 ? fewer : data.steps };
      return schedule(model);
    };
    if (data.standing !== 'deployable' || model.marked) return random.chance(0.1) ? [again] : [];
    const at = dayFor('');
    const common = { model: data.model, at, remark: '', simulated: simulated() };
    const choose: Command = () => {
      model.unit = units.find((unit) => unit !== model.unit) ?? '';
      return build.modelUnitChosen({ ...common, unit: model.unit, envelope: envelope(model) });
    };
    const finish: Command = () => {
      model.ended = true;
      return build.modelPutInOperation({ ...common, outcome: data.endKind ?? 'in-operation', envelope: envelope(model) });
    };
    const mark: Command = () => {
      model.marked = true;
      return build.modelMarkedNotDeployable({ ...common, cause: 'Không triển khai được (mẫu)', envelope: envelope(model) });
    };
    const done = data.steps.every(({ step, conditional }) => conditional || model.steps.get(step)?.status === 'completed');
    return [
      ...data.steps.flatMap(({ step }) => stepCommands(model, model.steps.get(step) as Step)),
      ...(data.needsUnit && (model.unit === '' || random.chance(0.1)) ? [choose] : []),
      ...(done && !model.ended && (!data.needsUnit || model.unit !== '') ? [finish, finish, finish] : []),
      ...(random.chance(0.01) ? [mark] : []),
      ...(random.chance(0.05) ? [again] : []),
    ];
  };

  return {
    /** The plan is loaded: an event a model. */
    open: (): AnyEvent[] =>
      numbers.map((number, index) => {
        const model: Model = { data: planned(number, index), version: 0, steps: new Map(), unit: '', ended: false, marked: false };
        models.push(model);
        return schedule(model);
      }),
    /** Something happens to one of the models, if it can. */
    next: (): AnyEvent[] => {
      const possible = commands(random.pick(models));
      return possible.length === 0 ? [] : [random.pick(possible)()];
    },
    /** Numbers of models that reports may be about. */
    reportable: (): number[] => models.filter(({ data, marked }) => data.standing === 'deployable' && !marked).map(({ data }) => data.model),
  };
};
