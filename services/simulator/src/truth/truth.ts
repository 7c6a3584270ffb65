import type { FacilityBody } from '../world/facility.ts';
import type { DistrictOptions } from '../options.ts';
import type { Oversight, TruthUnregistered } from '../oversight/truth.ts';
import type { ExpectedStays } from './expected.ts';

/**
 * What happened and what was sent, raw: no figure of it is computed as a view would. Moments are ISO instants in UTC with milliseconds,
 * days YYYY-MM-DD in Vietnam. All `receivedAt` are the times at which feeds send: they are the system's receipt times when the district is played
 * in the process, with each sending's own time; over HTTP the host's clock decides instead.
 */
export type Truth = {
  readonly format: 'da06-truth/1';
  readonly options: DistrictOptions & { readonly faults: Readonly<Record<string, number>> };
  /** Local midnight after the last day: everything sent before it is here. */
  readonly until: string;
  readonly facilities: readonly TruthFacility[];
  /** Everybody who stands in a stay below. */
  readonly persons: readonly TruthPerson[];
  readonly stays: readonly TruthStay[];
  readonly requests: readonly TruthRequest[];
  readonly emptyDays: readonly { readonly facility: string; readonly day: string; readonly receivedAt: string }[];
  /** Card and old identity paper that a record has shown to be one person's; each pair once. */
  readonly links: readonly { readonly cccd: string; readonly cmnd: string; readonly firstReceivedAt: string }[];
  readonly oversight: Oversight;
  /** Guests of whom the system can know nothing, by party. */
  readonly unregistered: readonly TruthUnregistered[];
};

/** Every version of a facility, by `validFrom`: a stay takes the unit of the version valid on its day of arrival. Coaches register no stays. */
export type TruthFacility = { readonly id: string; readonly versions: readonly FacilityBody[] };

export type TruthPerson = {
  readonly id: string;
  /** Everything this person can show. */
  readonly papers: readonly TruthPaper[];
  readonly nationality: string;
};
export type TruthPaper = { readonly kind: string; readonly number: string; readonly issuingState: string };

/**
 * A stay that the system must know, in the state it must have when everything was sent. One of which a change was sent and the check-in is still to come is
 * not here: its events are accepted in `requests` alone.
 */
export type TruthStay = {
  readonly facility: string;
  readonly ref: string;
  readonly person: string;
  /** The paper that was shown. */
  readonly paper: TruthPaper;
  readonly unit: string;
  readonly nationality: string;
  readonly sex: 'M' | 'F' | 'X';
  readonly birthYear: number;
  /** Portal code, '' = lives abroad. */
  readonly homeProvince: string;
  /** GSO code of the commune of the home, '' = not told. */
  readonly homeWard: string;
  readonly reason: string;
  readonly room: string;
  readonly captured: 'typed' | 'qr' | 'file';
  /** Local midnight of the day if the hour was not told. */
  readonly arrivedAt: string;
  readonly hourKnown: boolean;
  readonly expectedDepartureAt: string;
  readonly departedAt: string | null;
  readonly permittedUntil: string | null;
  readonly cancelled: boolean;
  /** When its first whole record was received: changes may have come before. */
  readonly firstReceivedAt: string;
  /** When each of its whole records was taken, the first one too. */
  readonly wholeReceivedAt: readonly string[];
  readonly notifiedAt: string | null;
  /** What stood of it after each of its messages that was taken, in their order; the last is as above. Nothing of it is known before its first whole record. */
  readonly standings: readonly (Pick<TruthStay, 'arrivedAt' | 'expectedDepartureAt' | 'departedAt' | 'reason' | 'homeWard' | 'cancelled'> & { readonly receivedAt: string })[];
  /** How many events of each type there must be of it. */
  readonly events: { readonly checkedIn: number; readonly corrected: number; readonly checkedOut: number; readonly cancelled: number };
};

/** A request about stays or a coach's trips, with what it must be answered with. Each leaves one event `feed.batch-received`. */
export type TruthRequest = Omit<ExpectedStays, 'about'> & { readonly facility: string; readonly receivedAt: string; readonly method: string; readonly path: string; readonly contentType: string };
