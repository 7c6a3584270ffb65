import { evolveAlert, initialAlert, type AlertState } from '@da06/domain';
import { alertRaisedType, shortName, type Envelope, type WebhookEvent } from '@da06/events';
import { shownAlert } from '../alerts/shown.ts';
import type { KnownAlert } from '../known/types.ts';
import type { KnownWebhook } from './types.ts';

/** What one event says to a subscriber: the alert as it was after it, so that the same event always says the same, however late it is told. */
export type Message = { readonly type: WebhookEvent; readonly alert: string; readonly timestamp: string; readonly data: ReturnType<typeof shownAlert> };

/** What an event says, if it is one of the alert's life; undefined for one that the alert did not follow (another judgement was first). */
export const messageOf = (alert: KnownAlert | undefined, { id, type, recordedtime }: Pick<Envelope, 'id' | 'type' | 'recordedtime'>): Message | undefined => {
  const after = alert?.history.findIndex(({ eventId }) => eventId === id) ?? -1;
  if (alert === undefined || after < 0) return undefined;
  const history = alert.history.slice(0, after + 1);
  const { raised } = alert.state;
  const state = history.reduce<AlertState>((held, told) => evolveAlert(held, { type: told.type, data: told.type === alertRaisedType ? raised : { alert: raised.alert, reason: told.reason } }), initialAlert);
  return state.status === 'unknown' ? undefined : { type: eventName(type), alert: raised.alert, timestamp: recordedtime, data: shownAlert({ state, history }) };
};

/** `alert.raised` of `vn.da06.alert.raised.v1`. */
const eventName = (type: string): WebhookEvent => shortName(type).replace(/\.v\d+$/, '') as WebhookEvent;

/** Whether a subscription asks for a message; an empty list asks for all. */
export const isAskedFor = ({ events, rules, severities, units }: KnownWebhook, { type, data }: Message): boolean => {
  const listed = (list: readonly string[], held: string): boolean => list.length === 0 || list.includes(held);
  return events.includes(type) && listed(rules, data.rule) && listed(severities, data.severity) && listed(units, data.unit);
};
