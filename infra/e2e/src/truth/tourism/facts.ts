import type { Facts as PopulationFacts } from '../population/facts.ts';

/** A registration as it stands in the end. Moments in Unix ms; texts '' = not told. */
export type Guest = {
  readonly facility: string; readonly ref: string; readonly person: string; readonly nationality: string; readonly homeProvince: string; readonly reason: string; readonly room: string; readonly captured: string;
  /** Whether the guest lives in the commune of the stay. */
  readonly atHome: boolean;
  readonly arrivedAt: number; readonly expectedAt: number | null; readonly departedAt: number | null; readonly cancelled: boolean;
  /** First receipt of its check-in; every receipt of a whole one; when it was told (not after the first); until when it had to be. */
  readonly heardAt: number; readonly wholeAt: readonly number[]; readonly toldAt: number; readonly dueAt: number;
};

/** The facts as they were known at the end of a local day, which is their newest. */
export type KnownAt = (day: string) => TourismFacts;

/** What a facility is from a local day on. */
export type Version = { readonly validFrom: string; readonly kind: string; readonly unit: string; readonly rooms: number; readonly beds: number };

/** Days are YYYY-MM-DD in Vietnam, '' = none. */
export type House = { readonly id: string; readonly versions: readonly Version[]; readonly closedOn: string };

/** A time that excuses lateness; `until` null = not over. */
export type Outage = { readonly scope: string; readonly target: string; readonly from: number; readonly until: number | null };

/** All that the oracle of tourism and compliance starts from: what counts in the end, nothing withdrawn. */
export type TourismFacts = {
  readonly facilities: readonly House[];
  readonly guests: readonly Guest[];
  /** Days on which a facility said that nobody came, and when that was received. */
  readonly emptyDays: readonly { readonly facility: string; readonly day: string; readonly receivedAt: number }[];
  readonly batches: readonly { readonly facility: string; readonly receivedAt: number; readonly received: number; readonly rejected: number; readonly codes: Readonly<Record<string, number>> }[];
  /** Keys of feeds: the days on which they were issued and, '' = never, revoked. */
  readonly keys: readonly { readonly facilities: readonly string[]; readonly issuedOn: string; readonly revokedOn: string }[];
  readonly inspections: readonly { readonly facility: string; readonly on: string; readonly unreported: number }[];
  readonly outages: readonly Outage[];
  readonly units: PopulationFacts['units'];
  /** The local day of the newest receipt. */
  readonly asOf: string;
};
