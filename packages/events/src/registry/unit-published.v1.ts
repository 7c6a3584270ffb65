import { z } from 'zod';
import { DayOrNone } from '../population/fields.ts';

/** Part of a unit that lies in another one, or in an area that is compared. `exact` = all of it, or none was estimated. */
const Share = z.object({ weight: z.number().min(0).max(1), exact: z.boolean() });

/** A version of an administrative unit as the locality's pack has it, and where its people stand on other boundaries (dossier 4.5). */
export const UnitPublishedV1 = z.object({
  uid: z.string().min(1),
  code: z.string(),
  nameVi: z.string(),
  level: z.enum(['province', 'district', 'commune']),
  type: z.string(),
  /** Phường and thị trấn are urban, xã is rural (dossier 4.5). */
  urban: z.boolean(),
  parent: z.string(),
  /** First and last local day; '' = since before the pack, and until today. */
  validFrom: DayOrNone,
  validTo: DayOrNone,
  /** 0 = not known. */
  areaKm2: z.number(),
  population: z.int(),
  lat: z.number(),
  lon: z.number(),
  /** For boundaries of days `from`–`to` ('' = open): the units its people are counted in. Its own validity is among them. */
  projections: z.array(Share.extend({ from: DayOrNone, to: DayOrNone, unit: z.string() })),
  /** Areas that stay comparable, such as the district of before the reform, and how much of this unit lies in them. */
  areas: z.array(Share.extend({ area: z.string(), nameVi: z.string() })),
});
