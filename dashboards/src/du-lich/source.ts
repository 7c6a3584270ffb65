import { inDays } from '../clickhouse/sql.ts';
import { ofKind } from '../variables/kinds.ts';
import { ofPlace } from '../variables/places.ts';

/** Kinds of houses for tourists (dossier 5.3). */
export const tourismKinds: readonly string[] = ['hotel', 'motel', 'guest-house'];

/** The chosen days of the chosen place, kinds together or the chosen kinds. */
export const chosen = `${inDays()} AND ${ofPlace} AND ${ofKind}`;

/** Units and kinds are never crossed: with both chosen there is nothing that may be shown. */
const crossed = 'NOT ($__conditionalAll(1 = 0, $unit)) AND NOT ($__conditionalAll(1 = 0, $kind))';

/** A figure of one row over the chosen rows: NULL where there are none, NaN (left out) where what is chosen may not be shown. */
export const shown = (figure: string): string => `if(count() = 0, if(${crossed}, nan, NULL), ${figure})`;

/** Nights that are over: the last one is still going on. */
export const pastNights = 'day < (SELECT toDate(as_of) FROM as_of)';

/** Occupancy over several days, %: what was used by what there was; a day's share times its rooms is what was used of them. */
export const occupancyOf = (what: 'room' | 'bed', of: 'reporting' | 'all'): string => `sum(if(${what}s_${of} = 0, 0, ${what}_occupancy_${of} * ${what}s_${of})) / nullIf(sum(${what}s_${of}), 0)`;
