import { localDay, monthOf, monthsAfter } from '@da06/domain';
import { indicatorObservedType, topics, type IndicatorObservedData } from '@da06/events';
import type { Locality } from '@da06/reference';
import type { Logger } from '@da06/service-kit';
import type { Commander } from '../commands/commander.ts';
import type { Draft } from '../commands/compose.ts';
import { observedKey, type ProgrammeState } from '../state/state.ts';

/** A figure that the system counts itself, as its tables have it. */
export type Counted = Omit<IndicatorObservedData, 'model'>;

/** Counts the indicators of the months from one to another, both included; months without any figure may be left out. */
export type Count = (period: { readonly from: string; readonly to: string }) => Promise<readonly Counted[]>;

/** A stay may be told, or amended, long after its month: so many months before this one are counted again. */
const monthsBack = 12;
const hourMs = 3_600_000;

export type CountingDeps = {
  readonly count: Count;
  readonly commander: Commander;
  readonly locality: Locality;
  readonly now: () => number;
  /** Only the process that decides records figures. */
  readonly decides: () => boolean;
  readonly logger: Logger;
};

/** Counts at the start, then every hour, and records the figures that are others than before. */
export const createCounting = ({ count, commander, locality, now, decides, logger }: CountingDeps) => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  /** Resolves to how many figures were recorded. */
  const run = async (): Promise<number> => {
    if (!decides()) return 0;
    const receivedAt = now();
    const to = monthOf(localDay(receivedAt));
    const counted = await count({ from: monthsAfter(to, -monthsBack), to });
    return await commander.run({ actor: 'system:programme', receivedAt, simulated: false, idempotencyKey: '', requestHash: '' }, {
      decide: (state, today) => counted.flatMap((figure) => observed(figure, { state, today, locality })),
      answer: ({ events }) => events.length,
    });
  };
  const inBackground = (): void => {
    running = running.then(run).then(
      (figures) => void (figures > 0 && logger.info({ figures }, 'indicators were counted anew')),
      (error: unknown) => logger.warn({ err: error }, 'indicators could not be counted; the next hour tries again'),
    );
  };
  return {
    run,
    soon: inBackground,
    start: (): void => {
      inBackground();
      timer = setInterval(inBackground, hourMs);
      timer.unref();
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
};

type Known = { readonly state: ProgrammeState; readonly today: string; readonly locality: Locality };

/** Nothing where the figure is the one that is known; before a plan is loaded, nothing at all. */
const observed = (figure: Counted, { state, today, locality }: Known): readonly Draft[] => {
  const definition = locality.programme.indicator(figure.code);
  const known = state.observed.get(observedKey(figure));
  if (definition?.source !== 'counted' || state.models.size === 0 || (known?.value === figure.value && known.simulated === figure.simulated)) return [];
  // Nobody needs to hear of a zero that was never anything else.
  if (known === undefined && figure.value === 0) return [];
  return [{ topic: topics.reports, type: indicatorObservedType, subject: `${figure.code}/${figure.period}/${figure.unit}`, at: today, versioned: false, data: { ...figure, model: definition.model } }];
};
