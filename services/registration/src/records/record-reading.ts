import { identityReadType, topics, type PopulationRegister } from '@da06/events';
import { actorOf, type KeyHolder } from '@da06/service-kit';
import { addEvent } from '../commit/unit.ts';
import type { Service } from '../service.ts';

export type Reading = { readonly holder: KeyHolder; /** '' of a register. */ readonly facility: string; readonly register?: PopulationRegister; readonly purpose: 'own-record' | 'guest-list' | 'portal-export' };

/**
 * Records who is about to be shown whose identity and why, one event a person, all in one unit; resolves when that is durable. Only then may
 * the identities be opened. Whether one was erased shows only then, so those are recorded too.
 */
export const recordReading = async (service: Service, { holder, facility, register, purpose }: Reading, personKeys: readonly string[]): Promise<void> => {
  const persons = new Set(personKeys);
  if (persons.size === 0) return;
  const receivedAt = service.now();
  const actor = actorOf(holder);
  await service.committer.submit((unit) => {
    for (const personKey of persons) addEvent(unit, { topic: topics.security, type: identityReadType, subject: register ?? facility, receivedAt, actor, data: { purpose, facility, personKey } });
  }, persons.size);
};
