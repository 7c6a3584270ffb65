/** What a view took: milliseconds, and milliseconds of processor in this process, both the least of some; rows of the answer; bytes read. `failed`: why there is no figure. */
export type ViewCost = { readonly name: string; readonly ms: number | null; readonly cpuMs: number | null; readonly rows: number | null; readonly bytes: number | null; readonly failed: string | null };

/** What `tourism-run` prints. */
export type TourismMeasured = { readonly stays: number; /** 0 = kept from a run before. */ readonly madeInS: number; readonly queries: readonly ViewCost[] };
