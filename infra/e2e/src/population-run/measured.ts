/** What `population-run` prints. `failed`: why a query has no figure. */
export type PopulationMeasured = {
  readonly records: number;
  /** 0 = kept from a run before. */
  readonly madeInS: number;
  readonly recomputedInS: number;
  readonly spells: number;
  readonly diskBytes: number;
  readonly queries: { readonly name: string; readonly ms: number | null; readonly bytes: number | null; readonly failed: string | null }[];
};
