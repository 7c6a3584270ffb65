import { z } from 'zod';
import type { Warehouse } from '../warehouse.ts';
import { arrivalSpike } from './arrival-spike.ts';
import { copiedIdentities } from './copied-identities.ts';
import { doubleStay } from './double-stay.ts';
import { over30Days } from './over-30-days.ts';
import { roomDensity } from './room-density.ts';
import { silentFacility } from './silent-facility.ts';
import { suddenDrop } from './sudden-drop.ts';

/** Days YYYY-MM-DD, both included: what a rule looks at, with its thresholds by name. `to` is the newest day of which anything is projected. */
export type RuleQuestion = { readonly rule: string; readonly from: string; readonly to: string; readonly thresholds: Readonly<Record<string, number>> };

const moment = z.string().regex(/^-?\d+$/).transform(Number);

const HitRow = z.object({
  about: z.array(z.string()),
  also: z.array(z.array(z.string())),
  facilities: z.array(z.string()),
  unit: z.string(),
  facility: z.string(),
  ref: z.string(),
  day: z.iso.date(),
  at: moment,
  known_at: moment,
  figures: z.record(z.string(), z.number()),
  evidence: z.array(z.string()).max(100),
});

/** Something that a rule found; never a person. */
export type RuleHit = Omit<z.output<typeof HitRow>, 'known_at'> & {
  /** When the newest of its evidence was taken in, or when the time was up that it tells of; Unix ms, as `at`. */
  readonly knownAt: number;
};

/** Each rule's question in SQL: a row a hit. `about` tells hits of a rule apart, whatever else is told later; `also` are names under which the same hit may have been found before. */
const questions: Readonly<Record<string, string>> = {
  'double-stay': doubleStay, 'room-density': roomDensity, 'over-30-days': over30Days, 'silent-facility': silentFacility, 'sudden-drop': suddenDrop, 'copied-identities': copiedIdentities, 'arrival-spike': arrivalSpike,
};

/** Codes of the rules that tables are asked. */
export const askedRules: readonly string[] = Object.keys(questions);

/** What a rule finds in the tables as they are now, in the order of its names; nothing for a rule that is not asked of tables. */
export const ruleHits = async ({ query }: Pick<Warehouse, 'query'>, { rule, from, to, thresholds }: RuleQuestion): Promise<readonly RuleHit[]> => {
  const sql = questions[rule];
  if (sql === undefined) return [];
  const rows = await query<unknown>(sql, { ...thresholds, from, to });
  return rows.map((row) => HitRow.parse(row)).map(({ known_at: knownAt, ...hit }) => ({ ...hit, knownAt })).sort((a, b) => (a.about.join('\n') < b.about.join('\n') ? -1 : 1));
};

/** The newest receipt that is projected: its local day, and the instant as a text that differs whenever anything was; undefined = nothing is. */
export const newestReceipt = async ({ query }: Pick<Warehouse, 'query'>): Promise<{ readonly day: string; readonly at: string } | undefined> => {
  const [row] = await query<{ day: string; at: string }>("SELECT toString(toDate(as_of, 'Asia/Ho_Chi_Minh')) AS day, toString(as_of) AS at FROM da06.as_of WHERE as_of > toDateTime64(0, 3, 'UTC')");
  return row;
};
