import type { EventLog, LogRecord } from '@da06/event-log';
import { parseEvent, personLinkedType, topics } from '@da06/events';
import { changeOfEvent } from './change-of-event.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { recordChange } from './record-change.ts';
import type { RefsIndex } from './refs-index.ts';

const recordsAtOnce = 5_000;

/** Reads the log's stays and registers from where the index stands to their end. Records that cannot be read are the projector's to set aside. */
export const catchUp = async (deps: { readonly log: EventLog; readonly refs: RefsIndex; readonly observe: (sequence: string) => void }): Promise<{ readonly records: number }> => {
  const { log, refs } = deps;
  const ends = await log.ends(topics.stays);
  const positions = ends.map((_, partition) => refs.positions()[partition] ?? 0);
  let records = 0;
  for (let partition = 0; partition < ends.length; partition += 1) {
    for (;;) {
      const from = positions[partition] ?? 0;
      const read = await log.read({ topic: topics.stays, partition, from: BigInt(from), limit: recordsAtOnce });
      if (read.length === 0) {
        // What is left was removed: the next record lies at the end.
        const end = Number(ends[partition] ?? 0n);
        if (from < end) {
          positions[partition] = end;
          await refs.write(createOverlay(refs).changes, positions);
        }
        break;
      }
      const overlay = createOverlay(refs);
      for (const { value, offset } of read) {
        recordEvent(overlay, value, Number(offset), deps.observe);
        positions[partition] = Number(offset) + 1;
      }
      records += read.length;
      await refs.write(overlay.changes, positions);
    }
  }
  return { records };
};

const recordEvent = (overlay: Overlay, value: Uint8Array, offset: number, observe: (sequence: string) => void): void => {
  const parsed = parseEvent(value);
  if (!parsed.ok) return;
  observe(parsed.event.sequence);
  const { type, data } = parsed.event;
  if (type === personLinkedType) overlay.changes.links.add(`${String(data['cmndKey'])} ${String(data['cccdKey'])}`);
  const found = changeOfEvent(parsed.event);
  if (found === undefined) return;
  const state = recordChange(overlay, found.of, found.change);
  state.offsets = [...state.offsets, offset];
};

/** Takes note of the newest sequence of every partition of a topic, so that ours lie above them. */
export const observeNewest = async (log: EventLog, topic: string, observe: (sequence: string) => void): Promise<void> => {
  const ends = await log.ends(topic);
  for (let partition = 0; partition < ends.length; partition += 1) {
    const end = ends[partition] ?? 0n;
    if (end === 0n) continue;
    const newest = await findNewest(log, { topic, partition, end });
    const parsed = newest === undefined ? undefined : parseEvent(newest.value);
    if (parsed?.ok === true) observe(parsed.event.sequence);
  }
};

/** The last record there is: the places at the end may be empty. */
const findNewest = async (log: EventLog, { topic, partition, end }: { readonly topic: string; readonly partition: number; readonly end: bigint }): Promise<LogRecord | undefined> => {
  for (let span = 1n; ; span *= 16n) {
    const from = span < end ? end - span : 0n;
    const newest = (await log.read({ topic, partition, from, limit: Number(end - from) })).at(-1);
    if (newest !== undefined || from === 0n) return newest;
  }
};
