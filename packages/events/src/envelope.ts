import { z } from 'zod';

/** 16 hex digits of a hybrid logical clock: 48 bits Unix milliseconds, 16 bits counter. Text order is time order. */
export const Sequence = z.string().regex(/^[0-9a-f]{16}$/);

/** An ISO 8601 instant in UTC with milliseconds, as we write every time on the wire. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** Who caused the event: a key's id with its role, or the system itself. Never a person's name. */
export const Actor = z.string().min(1).max(120);

/**
 * CloudEvents 1.0 in structured JSON with our extensions (architecture.md, Events).
 * `time` = when it happened, `recordedtime` = when we took it; `sequence` orders two events of one subject, their position in the log does not.
 */
export const Envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().min(1),
  type: z.string().regex(/^vn\.da06\.[a-z-]+\.[a-z-]+\.v[1-9]\d*$/),
  subject: z.string().min(1),
  time: Instant,
  datacontenttype: z.literal('application/json'),
  dataschema: z.string().optional(),
  recordedtime: Instant,
  sequence: Sequence,
  streamversion: z.int().positive().optional(),
  traceparent: z.string().optional(),
  actor: Actor,
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

/** An envelope whose data are those of one event type. */
export type EventOf<Type extends string, Data> = Omit<Envelope, 'type' | 'data'> & { type: Type; data: Data };
