import { z } from 'zod';
import { KeyedHash, Sealed, Shape, StoredFault } from '../stay/fields.ts';

/** A local day, YYYY-MM-DD, and one that may be open. */
export const Day = z.iso.date();
export const DayOrNone = z.union([Day, z.literal('')]);

export const Sex = z.enum(['M', 'F', 'X']);

/** The two registers that police and labour officers keep: of residence, and of workers. */
export const PopulationRegister = z.enum(['residents', 'workers']);
export type PopulationRegister = z.infer<typeof PopulationRegister>;

/** What every record of these registers carries. `ref` is the sender's number of the record: of one change, not of the person. */
export const recordBase = {
  register: PopulationRegister,
  ref: z.string().min(1).max(64),
  revision: z.int().min(0).max(4_294_967_295),
  /** DC = resident, LD = worker, and 16 Crockford base32 characters of a keyed hash of (register, ref). */
  registrationNumber: z.string().regex(/^(?:DC|LD)[0-9A-HJKMNP-TV-Z]{16}$/),
  shape: Shape,
  /** Name, birth day, numbers, address, ethnicity, reason of absence, note: under the key of the person. */
  sealed: Sealed.optional(),
  faults: z.array(StoredFault),
  /** Keyed hash of the content, to tell a repeated record from an amendment without keeping it. */
  contentMac: KeyedHash,
};

/** A record that is about a person: what is known of them in clear, and the unit (uid) valid on the day of the fact. */
export const personFact = {
  ...recordBase,
  personKey: KeyedHash,
  sex: Sex,
  birthYear: z.int().min(1).max(9999),
  nationality: z.string(),
  /** The local day from which it holds. */
  on: Day,
  /** uid of the unit valid on that day; '' = outside the locality. */
  unit: z.string(),
  /** uid of the unit of before the last reform in which the address lies, where the sender knows it: makes figures of old areas exact. '' = not told. */
  formerUnit: z.string(),
};

/** Keyed hash of the household's number; '' = not told. */
export const Household = z.union([KeyedHash, z.literal('')]);
