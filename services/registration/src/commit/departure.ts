import { dayMs, instant } from '@da06/domain';
import { fault, type Fault } from '@da06/errors';
import type { RefView } from '../refs/overlay.ts';
import { isOpen, type RefState } from '../refs/ref-state.ts';
import type { StayDraft } from '../take-in/types.ts';
import { staysOfDocument } from './neighbours.ts';

export type Departing = { readonly ok: true; readonly ref: string; readonly faults: readonly Fault[] } | { readonly ok: false; readonly fault: Fault };

/** Where the portal's API 12 names the document and the new time. */
const pointers = { document: '/soGiayTo', time: '/thoiGianStr' } as const;

/** The stay that a departure or an extension by document means: the open one that arrived last, else the one it was already applied to (API 12). */
export const findDeparting = (view: RefView, facility: string, draft: StayDraft): Departing => {
  const known = draft.documentKey === undefined ? [] : staysOfDocument(view, facility, draft.documentKey).sort((a, b) => b.state.arrivedAt - a.state.arrivedAt);
  const open = known.find(({ state }) => isOpen(state));
  const meant = open ?? known.find(({ state }) => state.lastKind === draft.kind && state.lastMac === draft.contentMac);
  if (meant === undefined) return { ok: false, fault: fault(pointers.document, 'departure.no-open-stay') };
  const left = draft.departureAt ?? undefined;
  if (open !== undefined && left !== undefined && left < meant.state.arrivedAt) return { ok: false, fault: fault(pointers.time, 'departure.before-arrival', instant(left)) };
  return { ok: true, ref: meant.ref, faults: draft.byDocument === 'extended' ? extensionFaults(draft, meant.state) : [] };
};

/** Extensions are never refused: one beyond 30 days says that temporary residence is due. */
const extensionFaults = (draft: StayDraft, state: RefState): Fault[] => {
  const until = draft.expectedAt ?? 0;
  const repeated = state.lastMac === draft.contentMac;
  return [
    ...(until <= state.expectedAt && !repeated ? [fault(pointers.time, 'extension.not-forward')] : []),
    ...(until > state.arrivedAt + 30 * dayMs ? [fault(pointers.time, 'extension.over-30-days')] : []),
  ];
};
