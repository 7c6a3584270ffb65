import type { PopulationRegister, StayGroupName } from '@da06/events';
import { placeOfRegister } from '../take-in/register/register-setting.ts';
import { placeOfTrips } from '../take-in/trip/trip-setting.ts';
import type { StayKind } from './ref-state.ts';

/** One reference of a sender. */
export type Reference = {
  readonly ref: string;
  /** What references are kept under: a facility's id, or that which stands for a register. */
  readonly place: string;
  /** place/ref: what its state is kept under. */
  readonly key: string;
  /** Subject of its events, by which the log is shared out. */
  readonly subject: string;
};

export const refOfStay = (facility: string, ref: string): Reference => ({ ref, place: facility, key: `${facility}/${ref}`, subject: `${facility}/${ref}` });

export const refOfRecord = (register: PopulationRegister, ref: string): Reference => {
  const place = placeOfRegister(register);
  return { ref, place, key: `${place}/${ref}`, subject: `${register}/${ref}` };
};

export const refOfTrip = (facility: string, ref: string): Reference => {
  const place = placeOfTrips(facility);
  return { ref, place, key: `${place}/${ref}`, subject: `${place}/${ref}` };
};

const person: readonly StayGroupName[] = ['person'];
const nothing: readonly StayGroupName[] = [];

/** A record of a register, or a trip, is replaced whole, so that to the index it has one group: whom it is of. A withdrawal leaves that as it is. */
export const recordGroups = (kind: StayKind): readonly StayGroupName[] => (kind === 'check-in' ? person : nothing);
