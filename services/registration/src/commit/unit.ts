import type { Append, Put } from '@da06/event-log';
import type { HybridClock } from '@da06/events';
import { instant } from '@da06/domain';
import { createOverlay, type Overlay, type RefView } from '../refs/overlay.ts';
import { composeEvent, createArena, type Arena, type Envelope } from './compose-event.ts';

/** Where the events of a unit go to: the log's next transaction, or nowhere (`validate=only`). */
export type Unit = {
  readonly overlay: Overlay;
  readonly append: Append[];
  readonly puts: Put[];
  /** The reference each append belongs to, by place in `append`; '' for events of no stay. */
  readonly refKeys: string[];
  /** Where the bytes of its events lie. */
  readonly arena: Arena;
  readonly add: (append: Append, refKey: string) => void;
  readonly envelope: (of: { readonly subject: string; readonly at: number | string; readonly receivedAt: number; readonly actor: string }) => Envelope;
};

export type UnitDeps = { readonly clock: HybridClock; readonly newId: () => string };

export const createUnit = (view: RefView, { clock, newId }: UnitDeps): Unit => {
  const append: Append[] = [];
  const refKeys: string[] = [];
  return {
    overlay: createOverlay(view),
    append,
    puts: [],
    refKeys,
    arena: createArena(),
    add: (record, refKey) => {
      append.push(record);
      refKeys.push(refKey);
    },
    envelope: ({ subject, at, receivedAt, actor }) => ({
      id: newId(), subject, time: typeof at === 'string' ? at : instant(at), recordedtime: instant(receivedAt), sequence: clock.next(), actor,
    }),
  };
};

/** Adds an event that is none of a stay: of a facility, a key, a day, a reading of an identity. */
export const addEvent = (unit: Unit, event: { readonly topic: string; readonly type: string; readonly subject: string; readonly receivedAt: number; readonly actor: string; readonly data: object }): string => {
  const envelope = unit.envelope({ subject: event.subject, at: event.receivedAt, receivedAt: event.receivedAt, actor: event.actor });
  unit.add(composeEvent(unit.arena, event, envelope), '');
  return envelope.id;
};
