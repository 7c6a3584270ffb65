import { dayMs } from '@da06/domain';
import { fault, type Fault } from '@da06/errors';
import type { Shape } from '@da06/events';
import type { RefView } from '../refs/overlay.ts';
import { isOpen, type RefState } from '../refs/ref-state.ts';

/** A stay without any end is taken to last so long. */
const openLasts = 30 * dayMs;

/** The other stays of a document at a facility that are known. */
export const staysOfDocument = (view: RefView, facility: string, documentKey: string): { readonly ref: string; readonly state: RefState }[] =>
  view.document(`${facility}\n${documentKey}`).flatMap((ref) => {
    const state = view.ref(`${facility}/${ref}`);
    return state?.documentKey === documentKey && state.seen && !state.cancelled ? [{ ref, state }] : [];
  });

export type Interval = { readonly facility: string; readonly ref: string; readonly documentKey: string; readonly arrivedAt: number; readonly expectedAt: number; readonly departedAt: number };

/** Warnings about another stay of the same document at the facility: still open, or at the same time. */
export const neighbourFaults = (view: RefView, own: Interval, shape: Shape): Fault[] => {
  const known = view.document(`${own.facility}\n${own.documentKey}`);
  if (known.length === 1 && known[0] === own.ref) return []; // the only stay of its document, as most are
  const others = staysOfDocument(view, own.facility, own.documentKey).filter(({ ref }) => ref !== own.ref);
  if (others.some(({ state }) => isOpen(state))) return [fault(pointersOf(shape).document, 'stay.already-open')];
  return others.some(({ state }) => own.arrivedAt < endOf(state) && state.arrivedAt < endOf(own)) ? [fault(pointersOf(shape).arrival, 'stay.overlap')] : [];
};

const endOf = (stay: { readonly arrivedAt: number; readonly expectedAt: number; readonly departedAt: number }): number =>
  stay.departedAt !== 0 ? stay.departedAt : stay.expectedAt !== 0 ? stay.expectedAt : stay.arrivedAt + openLasts;

const portalPointers: Partial<Record<Shape, { readonly document: string; readonly arrival: string }>> = {
  'kbtt-foreign': { document: '/soHoChieu', arrival: '/ngayDenCsltStr' },
  'kbtt-vietnamese': { document: '/soGiayTo', arrival: '/ngayDenCsltStr' },
};

/** Where the sender's shape names the document and the arrival. */
const pointersOf = (shape: Shape): { readonly document: string; readonly arrival: string } => portalPointers[shape] ?? { document: '/guest/document/number', arrival: '/arrival' };
