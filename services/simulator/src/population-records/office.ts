import type { Draw, Weighted } from '../random.ts';
import { reform } from '../population/days.ts';
import type { Fact } from '../population/facts.ts';
import type { SettledPopulation } from '../population/options.ts';
import { unitOn, type Place } from '../population/places.ts';
import type { Entry } from './entry.ts';
import { drawRecordFlaw } from './flaws.ts';
import { mistake } from './mistakes.ts';
import { codesOfFact } from './record-codes.ts';
import { styleOf } from './style.ts';

/** What is to be sent on a day by one commune's office to one register. */
export type Outgoing = { readonly register: 'residents' | 'workers'; readonly sender: string; readonly entries: Entry[] };

/** Where clerks write down what happened, with all that goes wrong, until it is sent. */
export type Office = {
  readonly tell: (draw: Draw, fact: Fact, soonest?: number) => void;
  /** Takes what is to be sent on a day, in a fixed order, and the day is over; with `least`, only what has grown to so many. */
  readonly take: (day: number, least?: number) => Outgoing[];
};

type Deps = { readonly options: SettledPopulation; /** Day number of the first day. */ readonly start: number; readonly homes: Weighted<Place> };

/** Monday to Friday, as day numbers count from a Thursday. */
const weekdays = [4, 5, 6, 0, 1] as const;
const weekdayOf = ({ unit }: Place): number => weekdays[Number(unit.slice(1, 6)) % weekdays.length] ?? 0;

const words = { residents: 'CT', workers: 'LD' } as const;

export const createOffice = ({ options, start, homes }: Deps): Office => {
  const { faults, refPrefix, preset, pace } = options;
  const days = new Map<number, Map<string, Outgoing>>();
  const made = { residents: 0, workers: 0 };
  /** The first day that is not sent yet. */
  let today = start;

  /** The first day from one on, on which an office sends. */
  const sendingDay = (place: Place, day: number): number => (pace === 'daily' || day === start ? day : day + ((weekdayOf(place) - (day % 7) + 7) % 7));

  const put = (day: number, entry: Entry): void => {
    const { register, living } = entry.fact;
    const sender = unitOn(living.place, preset === 'present' ? Math.max(day, reform) : day);
    const key = `${register} ${sender}`;
    const ofDay = days.get(day) ?? new Map<string, Outgoing>();
    days.set(day, ofDay);
    const own = ofDay.get(key);
    if (own === undefined) ofDay.set(key, { register, sender, entries: [entry] });
    else own.entries.push(entry);
  };

  const tell: Office['tell'] = (draw, fact, soonest = fact.day) => {
    const { register } = fact;
    const style = (made[register] += 1);
    const ref = `${refPrefix}${words[register]}-${String(style).padStart(7, '0')}`;
    const isLoad = fact.day < start || ('cause' in fact.content && fact.content.cause === 'initial');
    const { place } = fact.living;
    const day = sendingDay(place, Math.max(fact.day, soonest, today) + (isLoad ? 0 : draw.chance(faults.late) ? draw.between(15, 100) : draw.chance(0.25) ? draw.between(1, 8) : 0));
    const numbers = Number(unitOn(place, reform).slice(1, 6)) % 2 === 1;
    const right: Entry = { ref, style, fact, revision: numbers ? 0 : undefined, again: false, verb: 'put', flaw: undefined, mistypedAddress: false, codes: codesOfFact(fact) };
    const later = (after: number, least: number, most: number): number => sendingDay(place, after + draw.between(least, most));

    if (draw.chance(faults.malformed)) {
      const flaw = drawRecordFlaw(draw, fact);
      put(day, { ...right, flaw, codes: codesBesideFlaw(right.codes, flaw.field) });
      if (draw.chance(0.5)) put(later(day, 1, 5), right);
    } else if (draw.chance(faults.amendment)) {
      const wrong = mistake(draw, fact, homes);
      const first: Entry = { ...right, fact: wrong.fact, mistypedAddress: wrong.mistypedAddress, codes: [...codesOfFact(wrong.fact), ...wrong.codes] };
      const mended = later(day, 1, 45);
      put(day, first);
      put(mended, { ...right, revision: numbers ? 1 : undefined, again: true });
      if (numbers && draw.chance(faults.outOfOrder)) put(later(mended, 1, 5), { ...first, again: true, codes: [...first.codes, 'record.revision-older'] });
    } else if (draw.chance(faults.withdrawal)) {
      const gone = later(day, 3, 60);
      put(day, right);
      put(gone, { ...right, revision: numbers ? 1 : undefined, again: true, verb: 'withdraw', codes: [] });
      if (draw.chance(0.2)) put(later(gone, 1, 30), { ...right, revision: numbers ? 2 : undefined, again: true });
    } else if (draw.chance(faults.otherTimeCode)) put(day, atOtherTime(right, options.seed));
    else put(day, right);
  };

  return {
    tell,
    take: (day, least) => {
      if (least === undefined) today = day + 1;
      const ofDay = days.get(day) ?? new Map<string, Outgoing>();
      const ready = [...ofDay].filter(([, { entries }]) => entries.length >= (least ?? 1)).sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [key] of ready) ofDay.delete(key);
      if (ofDay.size === 0) days.delete(day);
      return ready.map(([, outgoing]) => outgoing);
    },
  };
};

/** Warnings that a spoilt field takes with it. */
const codesBesideFlaw = (codes: readonly string[], field: string): readonly string[] => codes.filter((code) => !(code === 'document.cmnd-expired' && field === 'number') && !(code === 'birth.registered-late' && (field === 'birthDate' || field === 'on')));

/** Codes of before the reform that nothing was given since. */
const endedCodes: ReadonlySet<string> = new Set(['25360', '25361', '25354', '25327', '25330', '25339', '25348', '25342', '25438', '25439']);
/** For so long an old code is understood. */
const understoodDays = 364;

/** The record with its unit told as before the reform: such a unit was there no more. Where it cannot be, the record as it is. */
const atOtherTime = (entry: Entry, seed: number): Entry => {
  const { fact } = entry;
  const { former } = fact.living.place;
  if (fact.content.unit === '' || fact.day < reform || fact.day > reform + understoodDays || !endedCodes.has(former.slice(1, 6))) return entry;
  const where = { unit: former, formerUnit: '' };
  const told: Fact = fact.register === 'residents' ? { ...fact, content: { ...fact.content, ...where } } : { ...fact, content: { ...fact.content, ...where } };
  return { ...entry, fact: told, codes: [...entry.codes, styleOf(seed, fact.register, entry.style).unitAsCode ? 'unit.code-of-other-time' : 'unit.not-valid-then'] };
};
