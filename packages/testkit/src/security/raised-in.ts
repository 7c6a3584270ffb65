import { AlertRaisedData, alertRaisedType, parseEvent } from '@da06/events';

/** The alerts that records of the log raise, each with the id of its event; what is something else is passed over. */
export const raisedIn = (records: readonly { readonly value: Uint8Array }[]): { readonly eventId: string; readonly raised: AlertRaisedData }[] =>
  records.flatMap(({ value }) => {
    const parsed = parseEvent(value);
    return parsed.ok && parsed.event.type === alertRaisedType ? [{ eventId: parsed.event.id, raised: AlertRaisedData.parse(parsed.event.data) }] : [];
  });
