import { z } from 'zod';

/** A facility was inspected: how many guests were there, and how many of them had not been reported. The last of the highest revision holds, also one that is withdrawn. */
export const InspectionRecordedV1 = z.object({
  facility: z.string(),
  ref: z.string().min(1).max(64),
  revision: z.int().min(0).max(4_294_967_295),
  /** Local day. */
  on: z.iso.date(),
  /** Who inspected: code of an agency or uid of a unit. */
  by: z.string(),
  guestsFound: z.int().min(0).max(100_000),
  /** Of the guests found; fines grow with 1–3, 4–8 and 9 and more (Decree 282/2025/NĐ-CP). */
  unreported: z.int().min(0).max(100_000),
  withdrawn: z.boolean(),
});
