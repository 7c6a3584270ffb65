import { randomUUID } from 'node:crypto';
import type { Connection } from '../connection.ts';
import { refuse } from '../http/refusal.ts';

/** A connection that requests take turns on. */
export type Seat = {
  readonly connection: Connection;
  /** Marks its statements in `system.processes`. */
  readonly mark: string;
  database: string;
};

export type Seats = {
  /** Works on the seat of a session, or on any that is free. @throws Refusal SESSION_IS_LOCKED when the session is at work already. */
  readonly use: <T>(session: { readonly id: string; readonly seconds: number } | undefined, work: (seat: Seat) => Promise<T>) => Promise<T>;
  /** Works on a seat that nobody has after. */
  readonly once: <T>(work: (seat: Seat) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

type Kept = { readonly seat: Seat; busy: boolean; timer: NodeJS.Timeout | undefined };

/** So many seats without a session stay open. */
const spare = 4;

/** Seats as a server keeps them: temporary tables and settings of a session last until it is idle for its time. */
export const createSeats = (open: () => Connection, prepare: (connection: Connection) => Promise<void>): Seats => {
  const free: Seat[] = [];
  const sessions = new Map<string, Kept>();
  const sit = async (): Promise<Seat> => {
    const seat: Seat = { connection: open(), mark: randomUUID(), database: 'default' };
    await seat.connection.run(`SET log_comment = '${seat.mark}'`);
    await prepare(seat.connection);
    return seat;
  };
  const once: Seats['once'] = async (work) => {
    const seat = await sit();
    try {
      return await work(seat);
    } finally {
      await seat.connection.close();
    }
  };
  return {
    once,
    use: async (session, work) => {
      if (session === undefined) {
        const seat = free.pop() ?? (await sit());
        try {
          return await work(seat);
        } finally {
          if (free.length < spare) free.push(seat);
          else await seat.connection.close();
        }
      }
      const known = sessions.get(session.id);
      if (known?.busy === true) throw refuse(373, `Session ${session.id} is locked by a concurrent client. (SESSION_IS_LOCKED)`);
      const kept: Kept = known ?? { seat: await sit(), busy: false, timer: undefined };
      sessions.set(session.id, kept);
      clearTimeout(kept.timer);
      kept.busy = true;
      try {
        return await work(kept.seat);
      } finally {
        kept.busy = false;
        kept.timer = setTimeout(() => {
          sessions.delete(session.id);
          void kept.seat.connection.close();
        }, session.seconds * 1_000).unref();
      }
    },
    close: async () => {
      for (const { timer } of sessions.values()) clearTimeout(timer);
      await Promise.all([...free, ...[...sessions.values()].map(({ seat }) => seat)].map(({ connection }) => connection.close()));
    },
  };
};
