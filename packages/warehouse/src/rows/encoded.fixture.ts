import type { Envelope } from '@da06/events';
import type { AnyEvent } from '@da06/testkit';
import { createRowEncoder } from './event-row.ts';

const encoder = createRowEncoder();

/** Events as the rows that `insertEvents` takes. */
export const encoded = (events: readonly AnyEvent[]): Uint8Array[] => events.map((event) => encoder.of(event as Envelope)?.row ?? new Uint8Array());
