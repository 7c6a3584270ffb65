import { AppError } from '@da06/errors';
import { readAll, type Append, type EventLog } from '@da06/event-log';
import { createHybridClock, deadLetterRecordedType, deadLetterRedrivenType, parseEvent, type DeadLetterRecordedData, type DeadLetterRedriven } from '@da06/events';
import type { Vault } from '@da06/vault';
import { deadLetterTopics } from '../topics.ts';
import { idFrom, topicOfDeadLetters } from './record.ts';

export type RedriveDeps = { readonly log: EventLog; readonly vault: Pick<Vault, 'openSystem'>; readonly now?: () => number };

/** How many were put back, and how many the door of the tables lets in: the same number, unless an engine refuses one again. */
export type Redriven = { readonly redriven: number; readonly projected: number };

/**
 * Puts one dead letter, or all, back into its topic under its own key, byte for byte; that it was put back is appended with it in one unit.
 * One that still cannot be read stays where it is. A record's order among its key's lies in the event, so coming late changes nothing.
 * @throws AppError `dead-letter.unknown` when no such letter waits.
 */
export const redrive = async ({ log, vault, now = Date.now }: RedriveDeps, id?: string): Promise<Redriven> => {
  const waiting = await findWaiting(log);
  const chosen = id === undefined ? [...waiting.values()] : [waiting.get(id.toLowerCase())].filter((letter) => letter !== undefined);
  if (id !== undefined && chosen.length === 0) throw new AppError('dead-letter.unknown', { context: { id } });
  const hybrid = createHybridClock({ now });
  let redriven = 0;
  for (const letter of chosen) {
    const value = vault.openSystem(letter);
    if (!parseEvent(value).ok) continue;
    const time = new Date(now()).toISOString();
    const event: DeadLetterRedriven = {
      specversion: '1.0', id: idFrom('redriven', letter.id), source: '/da06/projector', type: deadLetterRedrivenType, subject: letter.id, time, recordedtime: time,
      datacontenttype: 'application/json', sequence: hybrid.next(), actor: 'system:projector', data: { id: letter.id },
    };
    const append: Append[] = [{ topic: letter.topic, key: letter.key, value }, { topic: topicOfDeadLetters(letter.topic), key: letter.id, value: Buffer.from(JSON.stringify(event)) }];
    await log.commitUnit({ append });
    redriven += 1;
  }
  return { redriven, projected: redriven };
};

/** Dead letters by id, in the order of the log, without those put back. */
const findWaiting = async (log: EventLog): Promise<Map<string, DeadLetterRecordedData>> => {
  const waiting = new Map<string, DeadLetterRecordedData>();
  const putBack = new Set<string>();
  for (const topic of deadLetterTopics) {
    for await (const records of readAll(log, topic)) {
      for (const { value } of records) {
        const parsed = parseEvent(value);
        if (!parsed.ok) continue;
        if (parsed.event.type === deadLetterRedrivenType) putBack.add(String(parsed.event.data['id']));
        if (parsed.event.type !== deadLetterRecordedType) continue;
        const letter = parsed.event.data as DeadLetterRecordedData;
        waiting.set(letter.id, letter);
      }
    }
  }
  for (const id of putBack) waiting.delete(id);
  return waiting;
};
