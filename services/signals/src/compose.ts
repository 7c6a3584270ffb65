import { instant } from '@da06/domain';
import type { Envelope } from '@da06/events';
import type { Service } from './service.ts';
import { source } from './source.ts';

export type Telling = { readonly type: string; readonly subject: string; readonly actor: string; /** Unix milliseconds. */ readonly receivedAt: number; readonly streamversion?: number; readonly data: object };

/** An event of this service, complete, with the next sequence. */
export const compose = ({ newId, sequence }: Pick<Service, 'newId' | 'sequence'>, { type, subject, actor, receivedAt, streamversion, data }: Telling): Envelope => {
  const at = instant(receivedAt);
  return {
    specversion: '1.0', id: newId(), source, type, subject, time: at, datacontenttype: 'application/json', recordedtime: at, sequence: sequence.next(),
    ...(streamversion !== undefined && { streamversion }), actor, data: data as Record<string, unknown>,
  };
};
