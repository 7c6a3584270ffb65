import { z } from 'zod';

const text = z.string().min(1);

/** Where a unit's people go when it is cut, or come from when it was put together: relative shares by unit, such as populations. `external:` names a unit that the pack does not have. */
export const UnitShares = z.object({
  unit: text,
  direction: z.enum(['forward', 'backward']),
  shares: z.record(text, z.number().positive()),
  /** `assumed-equal` = nothing was found to weigh them by. */
  basis: z.enum(['population', 'assumed-equal']),
  source: text,
});
export type UnitShares = z.infer<typeof UnitShares>;

/** An area that stays comparable after it is gone: the units that had it as their parent on a day. */
export const ComparisonArea = z.object({ area: text, nameVi: text, on: z.iso.date(), source: text });
export type ComparisonArea = z.infer<typeof ComparisonArea>;
