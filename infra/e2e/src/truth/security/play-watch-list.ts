import type { EventLog } from '@da06/event-log';
import { createHybridClock } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createMetrics, type KeyHolder, type Logger } from '@da06/service-kit';
import { createSignals } from '@da06/signals';
import type { Truth, TruthPaper } from '@da06/simulator';
import type { Vault } from '@da06/vault';
import { setTimeout } from 'node:timers/promises';
import { dayNumber, dayText } from '../local-time.ts';
import { phases, type Judged, type Phase, type WatchFacts, type Watched } from './facts.ts';

export type WatchPlace = { readonly log: EventLog; readonly vault: Vault; readonly path: string; readonly logger: Logger; readonly adminKey: string; readonly authenticate: (request: Request) => Promise<KeyHolder> };

/** Somebody to watch for. */
type Wish = { readonly paper: TruthPaper; readonly reasonClass: string; readonly expiresOn: string };

const reasonClasses = ['wanted', 'missing', 'entry-ban', 'exit-ban', 'probation', 'other'];
const kinds = ['cccd', 'cmnd', 'passport'];
const lives: readonly Judged['steps'][] = [
  [], [{ action: 'confirm', reason: 'identity-checked' }], [{ action: 'dismiss', reason: 'other-person' }], [{ action: 'confirm', reason: 'identity-checked' }, { action: 'close', reason: 'handled' }],
];
/** So many of the alerts are judged. */
const mostJudged = 120;

/**
 * Plays a watch-list beside a district through the service of signals: entries of people before any of them comes, of whom some expire on the way and some are removed at once; the service
 * away while everybody comes; entries and removals after it, and what came of the alerts.
 */
export const playWatchList = (place: WatchPlace, truth: Truth) => {
  const watched: Watched[] = [];
  const people = truth.persons.flatMap(({ papers }, index) => papers.filter(({ kind }) => kinds.includes(kind)).filter((_, nth, own) => nth === index % own.length));
  const wishesOf = (every: number, from: number, expiresOn: string): Wish[] =>
    people.flatMap((paper, index) => (index % every === from ? [{ paper, reasonClass: reasonClasses[index % reasonClasses.length] ?? 'other', expiresOn }] : []));
  const until = Date.parse(truth.until);
  const [start, end] = [Date.parse(`${truth.options.from}T00:00:00+07:00`), dayText(dayNumber(until) + 60)];
  const middle = dayText(dayNumber((start + until) / 2));

  const add = async (ask: Ask, wishes: readonly Wish[], at: number, phase: Phase): Promise<readonly Watched[]> => {
    const body = wishes.map(({ paper: { kind, number, issuingState }, reasonClass, expiresOn }) => ({ papers: [{ kind, number, issuingState }], reasonClass, expiresOn }));
    const { items } = (await ask('POST', '/v1/watch-entries', at, body)) as { items: readonly { entry: string; eventId: string; status: string }[] };
    const added = wishes.map((wish, index): Watched => {
      const { entry = '', eventId = '', status } = items[index] ?? {};
      if (status !== 'accepted') throw new Error(`an entry of the watch-list was ${String(status)}`);
      return { ...wish, entry, eventId, validFrom: dayText(dayNumber(at)), added: { phase, at }, removed: undefined };
    });
    watched.push(...added);
    return added;
  };
  const remove = async (ask: Ask, some: readonly Watched[], at: number, phase: Phase, cause: string): Promise<void> => {
    for (const one of some) {
      await ask('DELETE', `/v1/watch-entries/${one.entry}?cause=${cause}`, at);
      watched[watched.indexOf(one)] = { ...one, removed: { phase, at, cause } };
    }
  };

  return {
    /** Before anybody comes. */
    before: (at: number): Promise<void> =>
      withSignals(place, at, async (ask) => {
        await add(ask, [...wishesOf(2, 0, end), ...wishesOf(7, 3, middle)], at, phases.before);
        await remove(ask, await add(ask, wishesOf(11, 5, dayText(dayNumber(until) + 59)), at, phases.before), at, phases.before, 'error');
      }),
    /** After everything was sent, at the newest receipt of it. */
    after: async (at: number): Promise<WatchFacts> => {
      const judged: Judged[] = [];
      await withSignals(place, at, async (ask) => {
        await remove(ask, watched.filter(({ removed }, index) => removed === undefined && index % 9 === 4), at, phases.after, 'found');
        await add(ask, wishesOf(5, 1, dayText(dayNumber(until) + 90)), at, phases.after);
        const { alerts } = (await ask('GET', '/v1/alerts', at)) as { alerts: readonly { alert: string; entry: string; facility: string; ref: string }[] };
        for (const [index, { alert, entry, facility, ref }] of alerts.slice(0, mostJudged).entries()) {
          const steps = lives[index % lives.length] ?? [];
          for (const { action, reason } of steps) await ask('POST', `/v1/alerts/${alert}/${action}`, at, { reason });
          if (steps.length > 0) judged.push({ entry, facility, ref, steps, at });
        }
      });
      return { watched, judged };
    },
  };
};

type Ask = (method: string, path: string, receivedAt: number, body?: unknown) => Promise<unknown>;

/** The service, once it has looked at everything in the log; its clock stands at a moment. It is stopped afterwards, with all it had to tell told. */
const withSignals = async ({ log, vault, path, logger, adminKey, authenticate }: WatchPlace, now: number, work: (ask: Ask) => Promise<void>): Promise<void> => {
  const failures: unknown[] = [];
  const signals = createSignals({
    log, locality: loadLocality(), vault: () => vault, path, clock: { now: () => now }, sequence: createHybridClock({ now: Date.now }), authenticate, logger, metrics: createMetrics(), alone: true,
    onFatal: (error) => failures.push(error),
  });
  await signals.start();
  const settled = async (): Promise<void> => {
    while ((await signals.lag()) > 0 && failures.length === 0) await setTimeout(10);
    if (failures.length > 0) throw failures[0] as Error;
  };
  try {
    await settled();
    await work(async (method, address, receivedAt, body) => {
      const answer = await signals.fetch(
        new Request(`http://localhost${address}`, { method, headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) }),
        { receivedAt },
      );
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${address}: ${String(answer.status)} ${text.slice(0, 300)}`);
      await settled();
      return JSON.parse(text) as unknown;
    });
  } finally {
    await signals.stop();
  }
};
