import { identityReadType, topics } from '@da06/events';
import { actorOf, type KeyHolder } from '@da06/service-kit';
import { addEvent } from '../commit/unit.ts';
import type { RefState } from '../refs/ref-state.ts';
import type { Service } from '../service.ts';

export type Reading = { readonly holder: KeyHolder; readonly facility: string; readonly purpose: 'own-record' | 'guest-list' | 'portal-export' };

/**
 * Records who is about to be shown whose identity and why, one event a person, all in one unit; resolves when that is durable. Only then may
 * the identities be opened. Whether one was erased shows only then, so those are recorded too.
 */
export const recordReading = async (service: Service, { holder, facility, purpose }: Reading, states: readonly RefState[]): Promise<void> => {
  const persons = new Set(states.map(({ personKey }) => personKey));
  if (persons.size === 0) return;
  const receivedAt = service.now();
  const actor = actorOf(holder);
  await service.committer.submit((unit) => {
    for (const personKey of persons) addEvent(unit, { topic: topics.security, type: identityReadType, subject: facility, receivedAt, actor, data: { purpose, facility, personKey } });
  }, persons.size);
};
