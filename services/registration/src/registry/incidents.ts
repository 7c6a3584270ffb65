import { incidentRecordedType, incidentUpdatedType, type IncidentRecorded, type IncidentUpdatedData } from '@da06/events';
import { isDeepStrictEqual } from 'node:util';
import { revised, type Revised } from './revisions.ts';

/** An incident as it stands, with the events of what holds and of what was told last. */
export type IncidentState = Revised<IncidentUpdatedData> & { readonly heldId: string; readonly lastId: string };

/** Incidents as the log tells them. */
export type IncidentRegistry = {
  /** Events of other types are passed over. */
  readonly apply: (event: { readonly type: string; readonly data: object; readonly id?: string }) => void;
  readonly clear: () => void;
  readonly incident: (ref: string) => IncidentState | undefined;
  readonly incidents: () => readonly IncidentUpdatedData[];
};

/** The state after one more word. */
export const incidentAfter = (known: IncidentState | undefined, told: IncidentUpdatedData, eventId: string): IncidentState => {
  const state = revised(known, told);
  return { ...state, heldId: state.held === told ? eventId : (known?.heldId ?? ''), lastId: eventId };
};

/** The event that a repeat repeats. */
export const repeatedId = ({ held, heldId, lastId }: IncidentState, told: IncidentUpdatedData): string => (isDeepStrictEqual(held, told) ? heldId : lastId);

export const createIncidentRegistry = (): IncidentRegistry => {
  const incidents = new Map<string, IncidentState>();
  return {
    apply: ({ type, data, id = '' }) => {
      if (type !== incidentRecordedType && type !== incidentUpdatedType) return;
      const told: IncidentUpdatedData = type === incidentRecordedType ? { ...(data as IncidentRecorded['data']), withdrawn: false } : (data as IncidentUpdatedData);
      incidents.set(told.ref, incidentAfter(incidents.get(told.ref), told, id));
    },
    clear: () => incidents.clear(),
    incident: (ref) => incidents.get(ref),
    incidents: () => [...incidents.values()].map(({ held }) => held),
  };
};
