import type { BirthRegistered, Envelope, RecordWithdrawn } from '@da06/events';
import { compareOrder, orderOf, type StayOrder } from '../stay/order.ts';
import { findSpellFact } from './fact-of.ts';
import type { SpellFact } from './spells.ts';

/** A record of a register as it stands: what it says of its person (nothing if it was withdrawn, or is of a birth), and where its event was found. */
export type CurrentRecord<Place> = { readonly order: StayOrder; readonly personKey: string; readonly fact: SpellFact | undefined; readonly place: Place };

export type CurrentRecords<Place> = {
  /** Takes an event of the registers; others pass by. Order and repetition do not matter. */
  readonly add: (event: Envelope, place: Place) => void;
  /** By register/ref. */
  readonly all: () => ReadonlyMap<string, CurrentRecord<Place>>;
};

/** Records that say nothing of when a person was where. */
const saysNothing: ReadonlySet<string> = new Set<(BirthRegistered | RecordWithdrawn)['type']>(['vn.da06.birth.registered.v1', 'vn.da06.record.withdrawn.v1']);

/** The newest event of each record of the registers by (revision, sequence, id). */
export const createCurrentRecords = <Place>(): CurrentRecords<Place> => {
  const records = new Map<string, CurrentRecord<Place>>();
  return {
    add: (event, place) => {
      const fact = findSpellFact(event);
      if (fact === undefined && !saysNothing.has(event.type)) return;
      const { register, ref, revision, personKey = '' } = event.data as { readonly register: string; readonly ref: string; readonly revision: number; readonly personKey?: string };
      const key = `${register}/${ref}`;
      const order = orderOf({ ...event, data: { revision } });
      const known = records.get(key);
      if (known === undefined || compareOrder(known.order, order) < 0) records.set(key, { order, personKey, fact, place });
    },
    all: () => records,
  };
};
