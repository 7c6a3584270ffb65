import type { AlertClosed, AlertConfirmed, AlertDismissed, AlertRaised, AlertRaisedData } from '@da06/events';

/** The events of an alert's life, as far as they decide it. */
export type AlertEventKnown = Pick<AlertRaised | AlertConfirmed | AlertDismissed | AlertClosed, 'type' | 'data'>;

/** What the fold needs of an event; every envelope of `@da06/events` fits. */
export type AlertEvent = { readonly type: string; readonly streamversion?: number | undefined; readonly data: object };

export type AlertStatus = 'raised' | 'confirmed' | 'dismissed' | 'closed';

/** An alert that is not raised yet, or where its life has come to. `reason` is that of the newest judgement, '' while there is none; `judged` is what it was before it was closed. */
export type AlertState =
  | { readonly version: number; readonly status: 'unknown' }
  | { readonly version: number; readonly status: AlertStatus; readonly raised: AlertRaisedData; readonly judged: 'confirmed' | 'dismissed' | ''; readonly reason: string; readonly closedFor: string };

export const initialAlert: AlertState = { version: 0, status: 'unknown' };

/**
 * The state after one more event of an alert. Total: an event whose streamversion is not above the held one changes nothing, so that deliveries may repeat; others
 * than those of a life, and judgements of what was never raised, move the version alone.
 */
export const evolveAlert = (state: AlertState, event: AlertEvent): AlertState => {
  const version = event.streamversion ?? state.version + 1;
  return version <= state.version ? state : { ...apply(state, event as AlertEventKnown), version };
};

const apply = (state: AlertState, { type, data }: AlertEventKnown): AlertState => {
  if (type === 'vn.da06.alert.raised.v1') return { ...state, status: 'raised', raised: data as AlertRaisedData, judged: '', reason: '', closedFor: '' };
  if (state.status === 'unknown') return state;
  const { reason } = data as AlertConfirmed['data'];
  switch (type) {
    case 'vn.da06.alert.confirmed.v1':
      return { ...state, status: 'confirmed', judged: 'confirmed', reason };
    case 'vn.da06.alert.dismissed.v1':
      return { ...state, status: 'dismissed', judged: 'dismissed', reason };
    case 'vn.da06.alert.closed.v1':
      return { ...state, status: 'closed', closedFor: reason };
    default:
      return state;
  }
};
