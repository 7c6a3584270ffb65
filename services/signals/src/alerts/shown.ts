import { alertClosedType, alertConfirmedType, alertDismissedType, alertRaisedType } from '@da06/events';
import type { KnownAlert } from '../known/types.ts';

/** An alert as answers show it: never of whom. */
export const shownAlert = ({ state, history }: KnownAlert) => {
  const when = (...types: readonly string[]): string | null => history.find(({ type }) => types.includes(type))?.recordedAt ?? null;
  return {
    ...state.raised, status: state.status, version: state.version, judged: state.judged, reason: state.reason, closedFor: state.closedFor,
    raisedAt: when(alertRaisedType) ?? '', judgedAt: when(alertConfirmedType, alertDismissedType), closedAt: when(alertClosedType),
    history,
  };
};
