import { dayMs } from '@da06/domain';
import { AppError } from '@da06/errors';
import { createSignal, type EventLog } from '@da06/event-log';
import { topics, type Envelope } from '@da06/events';
import { createTurns } from '@da06/service-kit';
import type { SystemSealer } from '@da06/vault';
import type { Known } from '../known/known.ts';
import type { DeliveryLog } from './delivery-log.ts';
import { isAskedFor, messageOf, type Message } from './message.ts';
import { eventOf, partition, placeOf } from './place.ts';
import type { createSend } from './send.ts';
import { signed } from './signed.ts';
import type { Course, Delivery, KnownWebhook } from './types.ts';

export type RunnerDeps = {
  readonly log: EventLog;
  readonly known: Pick<Known, 'webhook' | 'alert' | 'position'>;
  readonly deliveries: DeliveryLog;
  readonly openSystem: SystemSealer['openSystem'];
  readonly send: ReturnType<typeof createSend>;
  readonly clock: { readonly now: () => number };
  /** Milliseconds to wait after so many failures in a row. */
  readonly backOff: (failures: number) => number;
  /** The address has answered that it is gone: the subscription ends. */
  readonly onGone: (webhook: string) => Promise<void>;
  readonly onDelivery: (status: Delivery['status']) => void;
  /** Told once when nothing was taken for a day. */
  readonly onFailing: (webhook: string) => void;
  /** Told of what hinders it beside the subscriber: of the log and of our own faults. */
  readonly onError: (error: unknown) => void;
};

export type Runner = {
  /** There may be something to tell. */
  readonly ring: () => void;
  /** Tells everything from a place on again. @throws AppError `log.unavailable`. */
  readonly moveTo: (offset: bigint) => Promise<void>;
  /** The next place to look at; undefined until it is known. */
  readonly place: () => bigint | undefined;
  readonly course: () => Course;
  /** Breaks off what is under way: it is told again. */
  readonly stop: () => Promise<void>;
};

const piece = { limit: 200, maxBytes: 1024 * 1024 };
/** Places without anything to tell are remembered now and then; a cluster forgets a group that says nothing for a week. */
const keep = { places: 1_000n, ms: dayMs };
const idleMs = 3_600_000;

/** Whether a subscriber has taken nothing for a day. */
export const isFailing = (since: number | null, now: number): boolean => since !== null && now - since >= dayMs;

/** How far a subscriber was told is a group of the log: it outlives the folder, and another process goes on from there. */
const groupOf = (webhook: string): string => `da06-signals-webhook-${webhook}`;

/** Tells one subscriber of one event after the other, in the order of the log; the next one waits until this one is told. */
export const createRunner = (deps: RunnerDeps, id: string): Runner => {
  const { log, deliveries, clock } = deps;
  const bell = createSignal();
  const stopping = new AbortController();
  const inTurn = createTurns();
  let course = deliveries.courseOf(id);
  let notBefore = performance.now() + Math.min(idleMs, Math.max(0, (course.nextAt ?? 0) - clock.now()));
  let place: bigint | undefined;
  let kept: { readonly place: bigint; readonly at: number } | undefined;
  let moves = 0;
  let hindered = 0;

  const webhook = (): KnownWebhook | undefined => {
    const held = deps.known.webhook(id);
    return held?.removed === null ? held : undefined;
  };
  const keepPlace = async (to: bigint): Promise<void> => {
    await log.commit(groupOf(id), [{ topic: topics.security, partition, offset: to }]);
    kept = { place: to, at: performance.now() };
  };
  const whereItStands = async ({ eventId }: KnownWebhook): Promise<bigint> => {
    const [told = 0n] = await log.committed(groupOf(id), topics.security);
    return told > 0n ? told : await placeOf(log, (event) => event.id === eventId);
  };

  const request = (of: KnownWebhook, event: Envelope, { type, timestamp, data }: Message, at: number) => {
    const body = JSON.stringify({ type, timestamp, data });
    return { url: of.url, body, headers: signed(of, { id: event.id, at, body }, deps.openSystem), stopped: stopping.signal };
  };
  /** Tells one event. @returns whether the next one can follow. */
  const tell = async (of: KnownWebhook, event: Envelope, message: Message, offset: bigint): Promise<boolean> => {
    const [moved, at, from] = [moves, clock.now(), performance.now()];
    const { statusCode, error } = await deps.send(request(of, event, message, at));
    const status = error === '' ? ('delivered' as const) : ('failed' as const);
    const delivery: Delivery = { eventId: event.id, type: message.type, alert: message.alert, position: Number(offset), attempt: course.failures + 1, at, status, statusCode, ms: Math.round(performance.now() - from), error };
    deps.onDelivery(status);
    return await inTurn(async () => {
      const stays = moved === moves;
      if (stays) course = status === 'delivered' ? delivered(course, at) : failedOnce(delivery);
      await deliveries.add(id, delivery, course);
      if (statusCode === 410) await deps.onGone(id);
      if (!stays || status === 'failed') return false;
      place = offset + 1n;
      await keepPlace(place);
      return true;
    });
  };
  const delivered = (before: Course, at: number): Course => ({ ...before, failures: 0, failingSince: null, nextAt: null, deliveredAt: at });
  const failedOnce = ({ at, statusCode, error }: Delivery): Course => {
    const failures = course.failures + 1;
    const wait = deps.backOff(failures);
    notBefore = performance.now() + wait;
    const failingSince = course.failingSince ?? at;
    if (isFailing(failingSince, at) && !isFailing(failingSince, course.failed?.at ?? at)) deps.onFailing(id);
    return { ...course, failures, failingSince, nextAt: clock.now() + wait, failed: { at, statusCode, error } };
  };

  /** Tells what can be told. @returns milliseconds until it is worth looking again; undefined when the subscription has ended. */
  const step = async (): Promise<number | undefined> => {
    const held = webhook();
    if (held === undefined) return undefined;
    const wait = notBefore - performance.now();
    if (wait > 0) return wait;
    if (place === undefined) {
      const stands = await whereItStands(held);
      // It may have been sent elsewhere meanwhile.
      place ??= stands;
    }
    const end = BigInt(deps.known.position(topics.security, partition));
    const [moved, from] = [moves, place];
    const records = from < end ? await log.read({ topic: topics.security, partition, from, ...piece }) : [];
    // Places of records that were removed are passed over; what lies at the end and beyond is not looked at yet.
    const read = records.filter(({ offset }) => offset < end);
    let next = read.length === 0 && from < end ? end : from;
    for (const { value, offset } of read) {
      const current = webhook();
      const event = eventOf(value);
      const message = event === undefined ? undefined : messageOf(deps.known.alert(event.subject), event);
      // What was told meanwhile has moved the place on its own.
      if (current === undefined || event === undefined || message === undefined || !isAskedFor(current, message)) next = offset + 1n;
      else if (await tell(current, event, message, offset)) next = offset + 1n;
      else return 0;
      if (stopping.signal.aborted) return undefined;
    }
    await inTurn(async () => {
      if (moved !== moves) return;
      place = next;
      if (kept === undefined || next - kept.place >= keep.places || performance.now() - kept.at >= keep.ms) await keepPlace(next);
    });
    return next < end ? 0 : idleMs;
  };

  const run = async (): Promise<void> => {
    for (;;) {
      bell.reset();
      const wait = await step().then((ms) => {
        hindered = 0;
        return ms;
      }, (error: unknown) => {
        if (stopping.signal.aborted) return undefined;
        deps.onError(error);
        hindered += 1;
        return error instanceof AppError ? deps.backOff(hindered) : undefined;
      });
      if (wait === undefined || stopping.signal.aborted) return;
      await bell.wait(wait);
    }
  };
  const running = run();

  return {
    ring: bell.raise,
    moveTo: (offset) =>
      inTurn(async () => {
        await keepPlace(offset);
        place = offset;
        moves += 1;
        notBefore = 0;
        course = { ...course, failures: 0, failingSince: null, nextAt: null };
        await deliveries.putCourse(id, course);
        bell.raise();
      }),
    place: () => place,
    course: () => course,
    stop: async () => {
      stopping.abort();
      bell.raise();
      await running;
    },
  };
};
