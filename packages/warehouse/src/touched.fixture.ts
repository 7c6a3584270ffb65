import type { AnyEvent } from '@da06/testkit';
import type { Touched, TouchedRecord, Warehouse } from './warehouse.ts';

/** What a batch of events touches, as the projector finds it. */
export const touchedBy = (events: readonly AnyEvent[]): Touched[] =>
  events.flatMap(({ type, data }) => {
    if (type === 'vn.da06.person.linked.v1') return Object.values(data).map((person) => ({ facility: '', ref: '', person: String(person) }));
    const { facility, ref } = data as { facility?: string; ref?: string };
    return facility !== undefined && ref !== undefined ? [{ facility, ref, person: '' }] : [];
  });

/** The records, and the persons of linked papers, that a batch of events touches. */
export const recordsTouchedBy = (events: readonly AnyEvent[]): TouchedRecord[] =>
  events.flatMap(({ type, data }) => {
    if (type === 'vn.da06.person.linked.v1') return Object.values(data).map((person) => ({ register: '', ref: '', person: String(person) }));
    const { register, ref } = data as { register?: string; ref?: string };
    return register !== undefined && ref !== undefined ? [{ register, ref, person: '' }] : [];
  });

/** Recomputes nights, and the figures of the days they fall on, as the projector does. */
export const recompute = async (warehouse: Pick<Warehouse, 'recomputeNights' | 'recomputeFigures'>, touched: readonly Touched[]): Promise<void> => {
  await warehouse.recomputeFigures(await warehouse.recomputeNights(touched));
};
