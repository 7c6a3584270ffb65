import { dayMs } from '@da06/domain';
import { mkdirSync } from 'node:fs';
import { open, type Database, type RootDatabase } from 'lmdb';
import type { Course, Delivery } from './types.ts';

/** Attempts of the last 30 days and how each subscription fares: this process's own notes, which are in no log. How far a subscriber was told is not among them: that is in the log (README). */
export type DeliveryLog = {
  readonly add: (webhook: string, delivery: Delivery, course: Course) => Promise<void>;
  readonly putCourse: (webhook: string, course: Course) => Promise<void>;
  readonly courseOf: (webhook: string) => Course;
  /** The newest first, `most` at most, from a time on (Unix milliseconds). */
  readonly find: (webhook: string, asked: { readonly from: number; readonly status: Delivery['status'] | undefined; readonly most: number }) => readonly Delivery[];
  /** What is older than 30 days goes. */
  readonly prune: (webhooks: Iterable<string>, now: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Key = [webhook: string, at: number, number: number];

const keptDays = 30;
const noCourse: Course = { failures: 0, failingSince: null, nextAt: null, deliveredAt: null, failed: null };

export const createDeliveryLog = (path: string): DeliveryLog => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const root: RootDatabase = open({ path, noSubdir: false, maxDbs: 4, compression: false });
  const deliveries: Database<Delivery, Key> = root.openDB({ name: 'deliveries', sharedStructuresKey: Symbol.for('structures') });
  const courses: Database<Course, string> = root.openDB({ name: 'courses' });
  // Of one subscription two attempts may begin in one millisecond.
  const numberAt = (webhook: string, at: number): number => deliveries.getKeysCount({ start: [webhook, at, 0], end: [webhook, at + 1, 0] });
  return {
    add: async (webhook, delivery, course) => {
      await root.transaction(() => {
        void deliveries.put([webhook, delivery.at, numberAt(webhook, delivery.at)], delivery);
        void courses.put(webhook, course);
      });
    },
    putCourse: async (webhook, course) => void (await courses.put(webhook, course)),
    courseOf: (webhook) => courses.get(webhook) ?? noCourse,
    find: (webhook, { from, status, most }) => {
      const found: Delivery[] = [];
      for (const { value } of deliveries.getRange({ start: [webhook, Number.MAX_SAFE_INTEGER, 0], end: [webhook, from, -1], reverse: true })) {
        if (status === undefined || value.status === status) found.push(value);
        if (found.length === most) break;
      }
      return found;
    },
    prune: async (webhooks, now) => {
      const old = [...webhooks].flatMap((webhook) => [...deliveries.getKeys({ start: [webhook, 0, 0], end: [webhook, now - keptDays * dayMs, 0] })]);
      if (old.length === 0) return;
      await root.transaction(() => {
        for (const key of old) void deliveries.remove(key);
      });
    },
    close: async () => {
      await root.flushed;
      await root.close();
    },
  };
};
