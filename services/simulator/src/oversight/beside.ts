import type { Sending } from '../feed/sending.ts';
import type { Oversight } from './truth.ts';

/** What a request leaves. */
type Told = { readonly sending: Sending; readonly tellings: Partial<Oversight> };

/** A request beside those of stays; what it says is known when it is sent. */
export type Beside = { readonly at: number; readonly tell: () => Told };

/** What is planned of one sort on a day, counted from the first one. */
export type Planner = (day: number) => readonly Beside[];

const json = 'application/json';

/** A PUT of one thing by somebody whose requests follow each other. */
export const put = (at: number, lane: string, path: string, body: object, expected: Sending['expected']): Sending => ({ at, facility: lane, method: 'PUT', path, contentType: json, body: JSON.stringify(body), expected });
