import { AppError } from '@da06/errors';
import { readAll, type Append, type EventLog, type Ownership } from '@da06/event-log';
import { parseEvent, topics, type Envelope } from '@da06/events';

/** The right to decide: it holds the state's events, and appends to them. */
export type Deciding = {
  /** Takes the right and reads what was decided before. @throws AppError `log.*`. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly decides: () => boolean;
  /** What a process that does not decide answers; undefined = this one does. */
  readonly elsewhere: (request: Request) => Promise<Response> | undefined;
  /** Before a decision: takes the right again if it was lost, and knows then what was decided. @throws AppError `log.*`. */
  readonly hold: () => Promise<void>;
  /** All of the events or none, durable when resolved. @throws AppError `log.*`, `service.storage-full`. */
  readonly append: (events: readonly Placed[]) => Promise<void>;
};

/** An event and the topic it goes to. */
export type Placed = { readonly topic: string; readonly event: Envelope };

export type DecidingDeps = {
  readonly log: EventLog;
  /** Makes the event that tells of the claim. */
  readonly claimed: () => Envelope;
  /** Told of every event of the topics, in order; `anew` comes before the first of them, whenever they are read again. */
  readonly anew: () => void;
  readonly apply: (event: Envelope) => void;
};

export const ownedTopics = [topics.steps, topics.reports] as const;

/** Decides in this process as long as nobody else claims. */
export const decideHere = ({ log, claimed, anew, apply }: DecidingDeps): Deciding => {
  let ownership: Ownership | undefined;
  const claim = async (): Promise<Ownership> => {
    const own = await log.claim({ owner: 'da06-programme', records: ownedTopics.map((topic) => recordOf({ topic, event: claimed() })) });
    anew();
    for (const topic of ownedTopics) {
      for await (const records of readAll(log, topic)) {
        for (const { value } of records) {
          const parsed = parseEvent(value);
          if (parsed.ok) apply(parsed.event);
        }
      }
    }
    return own;
  };
  return {
    start: async () => {
      ownership = await claim();
    },
    stop: async () => {
      const held = ownership;
      ownership = undefined;
      await held?.release();
    },
    decides: () => ownership !== undefined,
    elsewhere: () => undefined,
    hold: async () => {
      ownership ??= await claim();
    },
    append: async (events) => {
      const held = ownership;
      if (held === undefined) throw new AppError('log.not-owner', { retryable: true });
      try {
        await held.append(events.map(recordOf));
      } catch (error) {
        ownership = undefined;
        throw error;
      }
    },
  };
};

const recordOf = ({ topic, event }: Placed): Append => ({ topic, key: event.subject, value: Buffer.from(JSON.stringify(event)) });
