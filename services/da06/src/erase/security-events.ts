import { createHybridClock } from '@da06/events';

type SecurityEvent = { readonly topic: string; readonly type: string; readonly subject: string; readonly data: object };
/** Makes an event as the log keeps it. */
export type SecurityEvents = (event: SecurityEvent) => { readonly topic: string; readonly key: string; readonly value: string };

/** Events of an administrator's doing. `actor` never is a person's name: a key's id with its role, or the command on the folder. */
export const createSecurityEvents = ({ now, newId, actor }: { readonly now: () => number; readonly newId: () => string; readonly actor: string }): SecurityEvents => {
  const clock = createHybridClock({ now });
  return ({ topic, type, subject, data }) => {
    const at = new Date(now()).toISOString();
    const event = { specversion: '1.0', id: newId(), source: '/da06/host', type, subject, time: at, datacontenttype: 'application/json', recordedtime: at, sequence: clock.next(), actor, data };
    return { topic, key: subject, value: JSON.stringify(event) };
  };
};
