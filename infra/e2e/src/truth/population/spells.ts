import { dayAfter, endless } from './days.ts';
import type { Facts, Told } from './facts.ts';
import { knownAt, personsOf } from './known.ts';

/** A time in which something holds of a person: from the day `from` to the day before `until`. `told` is the record that began it. */
export type Spell = {
  readonly person: string; readonly from: string; readonly until: string; readonly told: Told; readonly openedBy: string; readonly closedBy: string;
  /** The records of the spells of the same track that touch it. */
  readonly before: Told | undefined; readonly after: Told | undefined;
};

/** All that is known at the end of a local day: spells by track, and births, which are of no person. */
export type Known = { readonly permanent: readonly Spell[]; readonly temporary: readonly Spell[]; readonly absent: readonly Spell[]; readonly deaths: readonly Spell[]; readonly work: readonly Spell[]; readonly births: readonly Told[] };

/** A record in its track: it begins something, which ends by itself before the day `limit`, or ('' in `opens`) ends what was. */
type Point = { readonly told: Told; readonly opens: string | undefined; readonly closes: string; readonly limit: string };

export const lifeAsKnown = (facts: Facts, day: string): Known => {
  const personOf = personsOf(facts.links);
  const all = knownAt(facts, day);
  const persons = new Map<string, Told[]>();
  for (const told of all) {
    if (told.paper === '') continue;
    const person = personOf(told.paper);
    const own = persons.get(person);
    if (own === undefined) persons.set(person, [told]);
    else own.push(told);
  }
  const known = { permanent: [] as Spell[], temporary: [] as Spell[], absent: [] as Spell[], deaths: [] as Spell[], work: [] as Spell[], births: all.filter(({ what }) => what === 'birth.registered') };
  for (const [person, told] of persons) {
    told.sort((a, b) => (a.on < b.on || (a.on === b.on && a.order < b.order) ? -1 : 1));
    const died = told.find(({ what }) => what === 'death.registered');
    const death = died?.on ?? endless;
    if (died !== undefined) known.deaths.push({ person, from: died.on, until: endless, told: died, openedBy: '', closedBy: '', before: undefined, after: undefined });
    known.permanent.push(...spellsOf(person, permanentPoints(told), death));
    known.temporary.push(...spellsOf(person, temporaryPoints(told), death));
    known.absent.push(...spellsOf(person, absencePoints(told), death));
    known.work.push(...spellsOf(person, workPoints(told), death));
  }
  return known;
};

/** Spells that hold at the end of a local day. */
export const holdingAt = (spells: readonly Spell[], day: string): Spell[] => spells.filter(({ from, until }) => from <= day && day < until);

const limitOf = ({ until }: Told): string => (until === '' ? endless : dayAfter(until));
const ends = (told: Told): Point => ({ told, opens: undefined, closes: told.cause, limit: endless });

const permanentPoints = (told: readonly Told[]): Point[] =>
  told.flatMap((one): Point[] => {
    const opens = (by: string): Point[] => [{ told: one, opens: by, closes: '', limit: endless }];
    if (one.what === 'residence.registered' && one.kind === 'permanent') return opens(one.cause);
    if (one.what === 'household.changed' && one.kind === 'permanent') return opens('household');
    if (one.what === 'residence.moved') return one.unit === '' ? [{ ...ends(one), closes: one.destination }] : opens('moved');
    return one.what === 'residence.ended' && one.kind === 'permanent' ? [ends(one)] : [];
  });

const temporaryPoints = (told: readonly Told[]): Point[] => {
  const points: Point[] = [];
  for (const one of told) {
    const held = points.at(-1);
    if (one.what === 'residence.registered' && one.kind === 'temporary') points.push({ told: one, opens: one.cause, closes: '', limit: limitOf(one) });
    // Another household prolongs nothing: it lasts no longer than what it stands in.
    else if (one.what === 'household.changed' && one.kind === 'temporary') points.push({ told: one, opens: 'household', closes: '', limit: held?.limit ?? endless });
    else if (one.what === 'residence.ended' && one.kind === 'temporary') points.push(ends(one));
  }
  return points;
};

const absencePoints = (told: readonly Told[]): Point[] =>
  told.flatMap((one): Point[] => {
    if (one.what === 'absence.declared') return [{ told: one, opens: '', closes: '', limit: limitOf(one) }];
    return one.what === 'residence.ended' && one.kind === 'absence' ? [ends(one)] : [];
  });

const workPoints = (told: readonly Told[]): Point[] =>
  told.flatMap((one): Point[] => (one.what === 'worker.declared' ? [{ told: one, opens: one.status === 'left' ? undefined : '', closes: one.status, limit: endless }] : []));

const spellsOf = (person: string, points: readonly Point[], death: string): Spell[] => {
  const spans = points.flatMap(({ told, opens, limit }, index) => {
    const until = [points[index + 1]?.told.on ?? endless, limit, death].sort()[0] ?? endless;
    return opens !== undefined && told.on < until ? [{ told, openedBy: opens, from: told.on, until }] : [];
  });
  return spans.map((span, index) => {
    const next = spans[index + 1];
    const last = spans[index - 1];
    const after = next?.from === span.until ? next.told : undefined;
    return { ...span, person, before: last?.until === span.from ? last.told : undefined, after, closedBy: closedBy(span.until, points, death, after) };
  });
};

/** Of several ends on one day: death, then what follows, then the last that was told, then the end by itself. */
const closedBy = (until: string, points: readonly Point[], death: string, after: Told | undefined): string => {
  if (until === endless) return '';
  if (until === death) return 'death';
  if (after !== undefined) return 'next';
  return points.findLast(({ told, opens }) => opens === undefined && told.on === until)?.closes ?? 'expired';
};
