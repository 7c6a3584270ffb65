import type { Answer } from '@da06/dashboards';
import type { Played } from '../truth/play-district.ts';

/** A figure of a board and what the truth of the simulator makes of it: computed without any table or view. */
export type Headline = { readonly what: string; readonly panel: number; /** The days shown up to the as-of time. */ readonly days: number; readonly expected: Answer['data'] };

/** The headline figures of one board, with everything chosen. */
export type Headlines = { readonly uid: string; readonly of: (played: Played, asOf: number) => readonly Headline[] };
