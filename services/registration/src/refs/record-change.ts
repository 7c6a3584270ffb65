import { localDay } from '@da06/domain';
import { dayKey, listIn, type Overlay } from './overlay.ts';
import type { Reference } from './reference.ts';
import { applyChange, isOpen, type RefState, type StayChange } from './ref-state.ts';

/** Stays of one document at one facility that are remembered; beyond it the oldest that are not open are forgotten. */
const rememberedPerDocument = 32;

/** Folds one event into an overlay: the reference's state, its document's list and its day of arrival. */
export const recordChange = (overlay: Overlay, { place, ref, key }: Reference, change: StayChange): RefState => {
  const before = overlay.ref(key);
  const after = applyChange(before, change);
  overlay.changes.refs.set(key, after);
  if (after.documentKey !== '' && after.documentKey !== before?.documentKey) rememberDocument(overlay, place, ref, after.documentKey);
  if (after.arrivedAt !== 0 && after.arrivedAt !== before?.arrivedAt) listIn(overlay.changes.days, dayKey(place, localDay(after.arrivedAt))).push(ref);
  return after;
};

const rememberDocument = (overlay: Overlay, facility: string, ref: string, documentKey: string): void => {
  const key = `${facility}\n${documentKey}`;
  const known = overlay.document(key);
  if (known.includes(ref)) return;
  overlay.changes.documents.set(key, [...withinBound(known, overlay, facility), ref]);
};

const withinBound = (known: readonly string[], overlay: Overlay, facility: string): readonly string[] => {
  if (known.length < rememberedPerDocument) return known;
  const oldest = known.findIndex((ref) => {
    const state = overlay.ref(`${facility}/${ref}`);
    return state === undefined || !isOpen(state);
  });
  return known.filter((_, place) => place !== Math.max(oldest, 0));
};
