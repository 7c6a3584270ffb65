import type { Envelope } from '@da06/events';

/** An event that a builder made: any event of the catalogue. */
export type AnyEvent = Omit<Envelope, 'data'> & { data: object };

/** Fields to set; everything else is valid by itself. Of the envelope: `envelope`. */
export type Given<Event extends AnyEvent> = Partial<Event['data']> & { readonly envelope?: Partial<Omit<Envelope, 'data' | 'type'>> };

/** Makes a builder of events of one type from their subject and what they hold unless told. */
export type BuilderOf = <Event extends AnyEvent>(type: Event['type'], subjectOf: (data: Event['data']) => string, defaults: () => Event['data']) => (given?: Given<Event>) => Event;
