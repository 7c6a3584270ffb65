import { instant, type Told } from '@da06/domain';
import { alertRaisedType, type AlertRaisedData, type Envelope } from '@da06/events';
import { source } from '../source.ts';
import { raisedIdOf } from './alert-id.ts';

/** An alert that is due, and what was told last of all it follows from. */
export type FoundAlert = { readonly alert: AlertRaisedData; readonly told: Told };

/**
 * The event that raises an alert. Its time and its place among all are those of what it follows from, and no clock's: processes that find the same alert in the same facts tell the same
 * bytes, of which tables keep one.
 */
export const raisedEvent = ({ alert, told }: FoundAlert): Envelope => {
  const at = instant(told.recordedAt);
  return {
    specversion: '1.0', id: raisedIdOf(alert.alert, told.sequence), source, type: alertRaisedType, subject: alert.alert, time: at, datacontenttype: 'application/json', recordedtime: at,
    sequence: told.sequence, streamversion: 1, actor: 'system:signals', data: alert,
  };
};
