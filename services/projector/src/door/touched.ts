import { personLinkedType, type Envelope } from '@da06/events';
import type { Touched } from '@da06/warehouse';

/** The stays, or the persons, whose guest-nights an event can change. */
export const touchedBy = ({ type, data }: Envelope): readonly Touched[] => {
  if (type.startsWith('vn.da06.stay.')) return [{ facility: String(data['facility']), ref: String(data['ref']), person: '' }];
  if (type === personLinkedType) return [data['cmndKey'], data['cccdKey']].map((person) => ({ facility: '', ref: '', person: String(person) }));
  return [];
};
