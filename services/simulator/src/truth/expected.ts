/** What a request about stays must be answered with. Codes count every fault found in it, as `feed.batch-received` does. */
export type ExpectedStays = {
  readonly about: 'stays';
  readonly received: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly amended: number;
  readonly late: number;
  readonly rejected: number;
  readonly codes: Readonly<Record<string, number>>;
};

/** What a sending must be answered with. */
export type Expected = ExpectedStays | { readonly about: 'facility' } | { readonly about: 'empty-day' };
