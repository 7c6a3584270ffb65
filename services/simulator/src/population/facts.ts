import type { Draw } from '../random.ts';
import { describeWork } from './working-life.ts';
import { dayText, reform, yearOf } from './days.ts';
import { unitOn, type Place } from './places.ts';
import type { Household, Resident, Working } from './resident.ts';
import type { TruthHolder, TruthResident, TruthWorker } from './truth.ts';

/** Something that a register is to be told, of somebody. `on` as a day number too. */
export type Fact = { readonly about: Resident; /** Where they live, or lived. */ readonly living: Household; readonly day: number } & (
  | { readonly register: 'residents'; readonly content: TruthResident }
  | { readonly register: 'workers'; readonly content: TruthWorker }
);

/** What is known of its holder as the record says it: a few show the old paper alone the first time, and the card with it afterwards. */
const holderOf = (resident: Resident): TruthHolder => {
  const common = { person: `R${String(resident.no).padStart(7, '0')}`, sex: resident.sex, birthYear: yearOf(resident.birth), nationality: resident.nationality };
  if (!resident.showsOld) return { ...common, paper: resident.paper, formerNumber: resident.tellsFormer ? resident.former : '' };
  resident.showsOld = false;
  resident.tellsFormer = true;
  return { ...common, paper: { kind: 'cmnd', number: resident.former, issuingState: 'VNM' }, formerNumber: '' };
};

/** The unit of a place on a day, and half of the time the unit of before the reform beside it. */
const whereOf = (draw: Draw, place: Place, day: number): { readonly on: string; readonly unit: string; readonly formerUnit: string } => ({ on: dayText(day), unit: unitOn(place, day), formerUnit: day >= reform && draw.chance(0.5) ? place.former : '' });

/** What is sealed of somebody: of three in four the ethnic group is told. */
const ethnicOf = (draw: Draw, { ethnic, nationality }: Resident): { readonly ethnicity: string } => ({ ethnicity: nationality === 'VNM' && draw.chance(0.75) ? ethnic : '' });

type Bare<T> = T extends unknown ? Omit<T, keyof TruthHolder | 'on' | 'unit' | 'formerUnit' | 'ethnicity'> : never;
/** What a change says beside its person and place. */
export type Change = Bare<Exclude<TruthResident, { readonly what: 'birth' }>>;

/** A fact of the register of residents. */
export const residentFact = (draw: Draw, about: Resident, living: Household, day: number, change: Change): Fact => {
  const where = whereOf(draw, living.place, day);
  const away = change.what === 'move' && change.destination !== 'inside' ? { unit: '', formerUnit: '' } : {};
  // The spread of a union is the union's member that was given.
  return { about, living, day, register: 'residents', content: { ...holderOf(about), ...where, ...away, ...ethnicOf(draw, about), ...change } as TruthResident };
};

/** A birth as it is registered: of the child no more than month and sex is known outside the envelope. */
export const birthFact = (draw: Draw, child: Resident, living: Household, day: number): Fact => ({
  about: child, living, day, register: 'residents',
  content: { what: 'birth', ...whereOf(draw, living.place, day), ...ethnicOf(draw, child), month: dayText(child.birth).slice(0, 7), sex: child.sex },
});

/** A fact of the register of workers. */
export const workerFact = (draw: Draw, about: Resident, living: Household, day: number, working: Working): Fact => ({
  about, living, day, register: 'workers', content: { what: 'worker', ...holderOf(about), ...whereOf(draw, living.place, day), ...describeWork(draw, working, day) },
});

/** Number and relation as a record tells them; one in ten tells no household. */
export const livingIn = (draw: Draw, household: Household, relation: string): { readonly household: string; readonly relation: string } =>
  draw.chance(0.9) ? { household: household.number, relation } : { household: '', relation: '' };
