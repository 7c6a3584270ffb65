import type { RefState } from './ref-state.ts';
import type { RefChanges } from './refs-index.ts';

/** What decisions read: the index with what is recorded or about to be, but not yet in it. */
export type RefView = {
  readonly ref: (key: string) => RefState | undefined;
  readonly document: (key: string) => readonly string[];
  readonly hasLink: (link: string) => boolean;
};

type OverlayChanges = { readonly refs: Map<string, RefState>; readonly documents: Map<string, readonly string[]>; readonly days: Map<string, string[]>; readonly links: Set<string> };

/** What arrivals of a day are kept under. */
export const dayKey = (facility: string, day: string): string => `${facility}\n${day}`;

export const listIn = (lists: Map<string, string[]>, key: string): string[] => {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
};

/** A view with changes of its own above another; dropped when its unit fails. */
export type Overlay = RefView & {
  readonly changes: OverlayChanges;
  readonly mergeInto: (target: Overlay) => void;
  readonly clear: () => void;
};

export const createOverlay = (below: RefView): Overlay => {
  const refs = new Map<string, RefState>();
  const documents = new Map<string, readonly string[]>();
  const days = new Map<string, string[]>();
  const links = new Set<string>();
  return {
    ref: (key) => refs.get(key) ?? below.ref(key),
    document: (key) => documents.get(key) ?? below.document(key),
    hasLink: (link) => links.has(link) || below.hasLink(link),
    changes: { refs, documents, days, links },
    mergeInto: ({ changes }) => {
      for (const [key, state] of refs) changes.refs.set(key, state);
      for (const [key, list] of documents) changes.documents.set(key, list);
      for (const [key, list] of days) listIn(changes.days, key).push(...list);
      for (const key of links) changes.links.add(key);
    },
    clear: () => [refs, documents, days, links].forEach((changed) => changed.clear()),
  };
};

/** What is recorded: the index, and above it the units that are durable in the log but still on their way into the index. */
export type RecordedView = RefView & {
  readonly add: (changes: RefChanges) => void;
  readonly remove: (changes: RefChanges) => void;
  /** Forgets the units: the index has read them from the log. */
  readonly reset: () => void;
  /** References that arrive at a facility on a day, of those that the index may not have yet. */
  readonly freshArrivals: (facility: string, day: string) => readonly string[];
};

export const createRecordedView = (index: RefView): RecordedView => {
  const under: RefChanges[] = [];
  const newest = <Value>(find: (changes: RefChanges) => Value | undefined): Value | undefined => {
    for (let place = under.length - 1; place >= 0; place -= 1) {
      const found = find(under[place] as RefChanges);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    ref: (key) => newest((changes) => changes.refs.get(key)) ?? index.ref(key),
    document: (key) => newest((changes) => changes.documents.get(key)) ?? index.document(key),
    hasLink: (link) => under.some((changes) => changes.links.has(link)) || index.hasLink(link),
    add: (changes) => void under.push(changes),
    remove: (changes) => void under.splice(under.indexOf(changes), 1),
    reset: () => void under.splice(0, under.length),
    freshArrivals: (facility, day) => under.flatMap((changes) => changes.days.get(dayKey(facility, day)) ?? []),
  };
};
