import { orderOf, type StayOrder } from '@da06/domain';
import { parseEvent, type Envelope } from '@da06/events';

/** An event of a record of residents or workers: whose it is ('' = it names nobody), and which key its envelope is under. */
export type SealedRecordEvent = { readonly event: Envelope; readonly order: StayOrder; readonly personKey: string; readonly sealedBy: string | undefined; readonly keyId: string | undefined };

/** Whether a key of the log can be that of a record; facilities of these names can have one like it. */
export const isRegisterKey = (key: string): boolean => key.startsWith('residents/') || key.startsWith('workers/');

/** An event of a record from its bytes; undefined for any other. */
export const findRecordEvent = (value: Uint8Array): SealedRecordEvent | undefined => {
  const parsed = parseEvent(value);
  if (!parsed.ok || !('register' in parsed.event.data && 'ref' in parsed.event.data)) return undefined;
  const { revision, personKey = '', sealed } = parsed.event.data as { readonly revision: number; readonly personKey?: string; readonly sealed?: { readonly personKey: string; readonly keyId: string } };
  return { event: parsed.event, order: orderOf({ ...parsed.event, data: { revision } }), personKey, sealedBy: sealed?.personKey, keyId: sealed?.keyId };
};
