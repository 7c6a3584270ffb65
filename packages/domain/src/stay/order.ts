/** Where an event of a stay stands among the others of that stay: revision, then sequence (16 hex digits), then id (UUID). */
export type StayOrder = readonly [revision: number, sequence: string, id: string];

/** The order of an event (architecture.md, Events). Its position in the log and the time of its arrival do not count. */
export const orderOf = (event: { readonly id: string; readonly sequence: string; readonly data: { readonly revision: number } }): StayOrder => [event.data.revision, event.sequence, event.id];

/**
 * Compares two orders: negative = `a` is overridden by `b`; 0 only for the same event. Ids decide between events that two clocks gave
 * one sequence; they compare as the warehouse's UUID type does, second half first, so that both keep the same value.
 */
export const compareOrder = (a: StayOrder, b: StayOrder): number => a[0] - b[0] || compareText(a[1], b[1]) || compareText(idText(a[2]), idText(b[2]));

const idText = (id: string): string => id.slice(19) + id.slice(0, 18);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
