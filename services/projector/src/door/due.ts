import { personLinkedType, type Envelope } from '@da06/events';
import type { Touched, TouchedRecord } from '@da06/warehouse';

/** What an event can change of what is derived: guest-nights of stays, spells of residents and workers. */
export type Due = { readonly stays: readonly Touched[]; readonly records: readonly TouchedRecord[] };

const none: Due = { stays: [], records: [] };

/** A stay's nights can change, and no spells: the same for every event of one. */
export const dueOfStay = (facility: string, ref: string): Due => ({ stays: [{ facility, ref, person: '' }], records: none.records });

/** The stays and the records, or the persons, for whom something derived can change by an event. */
export const dueBy = ({ type, data }: Envelope): Due => {
  const { register, ref } = data;
  if (type.startsWith('vn.da06.stay.')) return dueOfStay(String(data['facility']), String(data['ref']));
  if (type === personLinkedType) {
    const persons = [data['cmndKey'], data['cccdKey']].map(String);
    return { stays: persons.map((person) => ({ facility: '', ref: '', person })), records: persons.map((person) => ({ register: '', ref: '', person })) };
  }
  // The count of a request to a register names no record.
  return typeof register === 'string' && typeof ref === 'string' ? { stays: [], records: [{ register, ref, person: '' }] } : none;
};
