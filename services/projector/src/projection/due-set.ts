import type { Touched, TouchedRecord } from '@da06/warehouse';
import type { Due } from '../door/due.ts';

/** Stays, records and persons that wait for a recompute, each once. */
export const createDueSet = () => {
  let stays = new Map<string, Touched>();
  let records = new Map<string, TouchedRecord>();
  return {
    add: (due: Due): void => {
      for (const one of due.stays) stays.set(one.person === '' ? `${one.facility}/${one.ref}` : one.person, one);
      for (const one of due.records) records.set(one.person === '' ? `${one.register}/${one.ref}` : one.person, one);
    },
    size: (): number => stays.size + records.size,
    takeAll: (): Due => {
      const taken = { stays: [...stays.values()], records: [...records.values()] };
      stays = new Map();
      records = new Map();
      return taken;
    },
  };
};
