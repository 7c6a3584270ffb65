import { partitionOf } from '@da06/event-log';
import { parseEvent, topics, type Envelope } from '@da06/events';
import type { Reference } from '../refs/reference.ts';
import type { RefState } from '../refs/ref-state.ts';
import type { Service } from '../service.ts';

/** The events of a reference, in the order they were recorded. */
export const readEvents = async (service: Service, { key, subject }: Pick<Reference, 'key' | 'subject'>, state: RefState): Promise<Envelope[]> => {
  const partition = partitionOf(subject, service.log.partitions(topics.stays));
  const events: Envelope[] = [];
  for (const offset of [...service.refs.olderOffsets(key, state), ...state.offsets]) {
    const [record] = await service.log.read({ topic: topics.stays, partition, from: BigInt(offset), limit: 1 });
    const parsed = record === undefined ? undefined : parseEvent(record.value);
    if (parsed?.ok === true) events.push(parsed.event);
  }
  return events;
};
