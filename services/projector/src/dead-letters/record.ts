import type { Append, EventLog } from '@da06/event-log';
import { createHybridClock, deadLetterRecordedType, deadLetterTopic, type DeadLetterRecorded } from '@da06/events';
import type { Vault } from '@da06/vault';
import { createHash } from 'node:crypto';
import type { Refused } from '../door/decode.ts';

export type RecordDeps = { readonly log: EventLog; readonly vault: Pick<Vault, 'sealSystem'>; readonly clock: { readonly now: () => number } };

const ending = deadLetterTopic('');

/** Where a record of a topic is set aside; what lies among dead letters and cannot be read stays among them. */
export const topicOfDeadLetters = (topic: string): string => (topic.endsWith(ending) ? topic : deadLetterTopic(topic));

/** An id that follows from text: setting the same record aside again after a crash gives the same dead letter. */
export const idFrom = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('\u001f')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Appends a dead letter for each refused record: its bytes sealed, its place, its cause. Durable when resolved. */
export const createDeadLetterOffice = ({ log, vault, clock }: RecordDeps) => {
  const hybrid = createHybridClock({ now: clock.now });
  return async (refused: readonly Refused[]): Promise<void> => {
    const append = refused.map(({ record, code }): Append => {
      const id = idFrom('dead letter', record.topic, String(record.partition), String(record.offset));
      const now = new Date(clock.now()).toISOString();
      const event: DeadLetterRecorded = {
        specversion: '1.0', id: idFrom('recorded', id), source: '/da06/projector', type: deadLetterRecordedType, subject: id, time: now, recordedtime: now,
        datacontenttype: 'application/json', sequence: hybrid.next(), actor: 'system:projector',
        data: { id, topic: record.topic, partition: record.partition, offset: String(record.offset), key: record.key, causeCode: code, size: record.value.byteLength, ...vault.sealSystem(record.value) },
      };
      return { topic: topicOfDeadLetters(record.topic), key: id, value: Buffer.from(JSON.stringify(event)) };
    });
    await log.commitUnit({ append });
  };
};
