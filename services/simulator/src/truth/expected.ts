/** What a request that brings records must be answered with. Codes count every fault found in it. */
type Counts = {
  readonly received: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly amended: number;
  readonly late: number;
  readonly rejected: number;
  readonly codes: Readonly<Record<string, number>>;
};

/** What a request about stays must be answered with; its codes as `feed.batch-received` counts them. */
export type ExpectedStays = Counts & { readonly about: 'stays' };

/** What a request to a register must be answered with; nothing there is ever late. */
export type ExpectedRecords = Counts & { readonly about: 'records' };

/** What a request about a coach's trips must be answered with. */
export type ExpectedTrips = Counts & { readonly about: 'trips' };

/** What a sending must be answered with. */
export type Expected = ExpectedStays | ExpectedRecords | ExpectedTrips | { readonly about: 'facility' | 'empty-day' | 'inspection' | 'outage' | 'business' | 'incident' };
