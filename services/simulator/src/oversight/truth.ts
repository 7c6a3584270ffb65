/** A coach's trip as it was told once; moments as in `Truth`. */
export type TruthTrip = {
  readonly facility: string; readonly ref: string; readonly revision: number; readonly from: string; readonly to: string; readonly departsAt: string; readonly arrivesAt: string; readonly passengers: number; readonly plate: string; readonly cancelled: boolean;
  readonly receivedAt: string;
};

/** What an inspection found, as it was told once. */
export type TruthInspection = {
  readonly facility: string; readonly ref: string; readonly revision: number; readonly on: string; readonly by: string; readonly guestsFound: number; readonly unreported: number; readonly withdrawn: boolean; readonly receivedAt: string;
};

/** An outage as it was declared once; `until` null = not over. */
export type TruthOutage = {
  readonly ref: string; readonly revision: number; readonly scope: 'all' | 'unit' | 'facility'; readonly target: string; readonly from: string; readonly until: string | null; readonly cause: 'power' | 'network' | 'software' | 'central' | 'other';
  readonly withdrawn: boolean; readonly receivedAt: string;
};

export const businessKinds = ['pawnshop', 'security-service', 'bailiff-service', 'karaoke', 'massage', 'gaming', 'other'] as const;

/** A business as it was registered once, so from `validFrom` on; what is told later of the same day replaces it. */
export type TruthBusiness = {
  readonly id: string; readonly kind: (typeof businessKinds)[number]; readonly unit: string; readonly readers: number; readonly readersSince: string | null; readonly validFrom: string; readonly closedOn: string | null; readonly receivedAt: string;
};

/** An incident as it was told once; `happenedAt` null = only known when it was reported, `handledAt` null = not yet handled. */
export type TruthIncident = {
  readonly ref: string; readonly revision: number; readonly kind: string; readonly unit: string; readonly happenedAt: string | null; readonly reportedAt: string; readonly handledAt: string | null; readonly channel: string; readonly outcome: string;
  readonly deaths: number; readonly injured: number; readonly damageVnd: number; readonly suspects: number; readonly means: string; readonly withdrawn: boolean; readonly receivedAt: string;
};

/** Guests who were there and of whom nothing was ever taken: of a silent day, or of a record that was never mended. */
export type TruthUnregistered = { readonly facility: string; readonly arrivedAt: string; readonly leavesAt: string; readonly guests: number };

/** What was told beside stays, each telling that left an event, in order. */
export type Oversight = { readonly trips: readonly TruthTrip[]; readonly inspections: readonly TruthInspection[]; readonly outages: readonly TruthOutage[]; readonly businesses: readonly TruthBusiness[]; readonly incidents: readonly TruthIncident[] };
