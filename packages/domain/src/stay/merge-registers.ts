import type { StayCancelled, StayCheckedIn, StayGroupName, StayGroups } from '@da06/events';
import { compareOrder, orderOf, type StayOrder } from './order.ts';

/** What the fold needs of an event of a stay; every stay event of `@da06/events` fits. */
export type StayEvent = {
  readonly id: string;
  readonly type: string;
  readonly sequence: string;
  readonly recordedtime: string;
  readonly data: {
    readonly facilityKind: string;
    readonly tourism: boolean;
    readonly revision: number;
    readonly groups: StayGroups;
    readonly sets: readonly string[];
    readonly yields?: readonly string[];
  };
};

export type MergedStay = {
  /** Whether a check-in is known: only then the stay is shown. */
  readonly seen: boolean;
  readonly cancelled: boolean;
  readonly groups: StayGroups;
  /** The facility's kind, and whether it counts as tourism, when its newest check-in was recorded; '' and false if none is known. */
  readonly facilityKind: string;
  readonly tourism: boolean;
  /** First receipt of a check-in, '' if none is known. */
  readonly firstRecordedAt: string;
  readonly newestEventId: string;
};

const checkedIn: StayCheckedIn['type'] = 'vn.da06.stay.checked-in.v1';
const cancelled: StayCancelled['type'] = 'vn.da06.stay.cancelled.v1';

/** One register: keeps the value of the highest order that was offered. */
type Register<Value> = { readonly order: StayOrder; readonly value: Value } | undefined;
const higher = <Value>(held: Register<Value>, order: StayOrder, value: Value): Register<Value> => (held === undefined || compareOrder(order, held.order) > 0 ? { order, value } : held);

/**
 * The state of a stay from its events, in any order and however often each is given: every group of fields is a register of its own that
 * keeps the value of the highest order. A group that a check-in yields counts below anything that was set. The warehouse merges by the
 * same rule (raw_stays_v2); a stay's history answers by this one.
 */
export const mergeRegisters = (events: readonly StayEvent[]): MergedStay => {
  const groups = new Map<string, Register<unknown>>();
  let newest: Register<string>;
  let withdrawn: Register<boolean>;
  let facility: Register<{ facilityKind: string; tourism: boolean }>;
  let firstRecordedAt = '';
  for (const event of events) {
    const order = orderOf(event);
    const { facilityKind, tourism, sets, yields = [] } = event.data;
    newest = higher(newest, order, event.id);
    for (const name of sets) groups.set(name, higher(groups.get(name), yields.includes(name) ? [0, '', event.id] : order, event.data.groups[name as StayGroupName]));
    if (event.type === checkedIn) {
      facility = higher(facility, order, { facilityKind, tourism });
      if (!yields.includes('cancelled')) withdrawn = higher(withdrawn, order, false);
      if (firstRecordedAt === '' || event.recordedtime < firstRecordedAt) firstRecordedAt = event.recordedtime;
    }
    if (event.type === cancelled) withdrawn = higher(withdrawn, order, true);
  }
  return {
    seen: firstRecordedAt !== '',
    cancelled: withdrawn?.value === true,
    groups: Object.fromEntries([...groups].map(([name, register]) => [name, register?.value])),
    ...(facility?.value ?? { facilityKind: '', tourism: false }),
    firstRecordedAt,
    newestEventId: newest?.value ?? '',
  };
};
