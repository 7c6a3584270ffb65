import type { AnyEvent } from '@da06/testkit';
import type { Touched } from './warehouse.ts';

/** What a batch of events touches, as the projector finds it. */
export const touchedBy = (events: readonly AnyEvent[]): Touched[] =>
  events.flatMap(({ type, data }) => {
    if (type === 'vn.da06.person.linked.v1') return Object.values(data).map((person) => ({ facility: '', ref: '', person: String(person) }));
    const { facility, ref } = data as { facility?: string; ref?: string };
    return facility !== undefined && ref !== undefined ? [{ facility, ref, person: '' }] : [];
  });
