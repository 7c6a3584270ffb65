import { parseEvent, type Envelope } from '@da06/events';
import type { AnyEvent } from '@da06/testkit';
import { createRowEncoder } from './event-row.ts';

const encoder = createRowEncoder();

/** Events as the rows that `insertEvents` takes; one that its schema would refuse is encoded as it is. */
export const encoded = (events: readonly AnyEvent[]): Uint8Array[] =>
  events.map((event) => {
    const parsed = parseEvent(JSON.stringify(event));
    const row = encoder.of(parsed.ok ? parsed.event : (event as Envelope))?.row;
    if (row === undefined) throw new TypeError(`${event.type} fits no column`);
    return row;
  });
