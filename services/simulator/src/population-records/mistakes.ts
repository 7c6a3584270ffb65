import type { Draw, Weighted } from '../random.ts';
import { dayText } from '../population/days.ts';
import type { Fact } from '../population/facts.ts';
import { firstDayOf, unitOn, type Place } from '../population/places.ts';
import type { TruthHolder, TruthResident, TruthWorker } from '../population/truth.ts';

/** A record with a mistake that is mended later. `mistypedAddress`: nothing else of it is wrong. */
export type Mistaken = { readonly fact: Fact; readonly mistypedAddress: boolean; readonly codes: readonly string[] };

/** A record as a clerk got it wrong. */
export const mistake = (draw: Draw, fact: Fact, homes: Weighted<Place>): Mistaken => {
  const inSealed: Mistaken = { fact, mistypedAddress: true, codes: [] };
  const kind = draw.below(10);
  if (kind < 2) return earlier(draw, fact) ?? inSealed;
  if (kind < 4) return elsewhere(draw, fact, homes) ?? inSealed;
  if (kind === 4) return otherSex(fact);
  if (kind === 5) return otherYear(fact) ?? inSealed;
  if (kind === 6) return otherPerson(draw, fact) ?? inSealed;
  return kind < 9 ? otherWords(draw, fact) : inSealed;
};

type Edit = Partial<TruthHolder> & { readonly on?: string; readonly unit?: string; readonly formerUnit?: string; readonly relation?: string; readonly training?: TruthWorker['training'] };

const edited = (fact: Fact, edit: Edit, codes: readonly string[] = [], day = fact.day): Mistaken => {
  // A spread over a union keeps the member; only fields that every member of it has are edited.
  const content = { ...fact.content, ...edit };
  const same = { about: fact.about, living: fact.living, day };
  return { fact: fact.register === 'residents' ? { ...same, register: 'residents', content: content as TruthResident } : { ...same, register: 'workers', content: content as TruthWorker }, mistypedAddress: false, codes };
};

const earlier = (draw: Draw, fact: Fact): Mistaken | undefined => {
  const day = fact.day - draw.between(1, 9);
  if (fact.content.what === 'birth' || ('unemployedSince' in fact.content && fact.content.unemployedSince !== '') || day <= fact.about.birth || day < firstDayOf(fact.living.place)) return undefined;
  return edited(fact, { on: dayText(day), ...(fact.content.unit !== '' && { unit: unitOn(fact.living.place, day), formerUnit: '' }) }, [], day);
};

const elsewhere = (draw: Draw, fact: Fact, homes: Weighted<Place>): Mistaken | undefined => {
  const place = draw.weighted(homes);
  if (fact.content.unit === '' || fact.day < firstDayOf(place) || unitOn(place, fact.day) === fact.content.unit) return undefined;
  return edited(fact, { unit: unitOn(place, fact.day), formerUnit: '' });
};

const otherSex = (fact: Fact): Mistaken => {
  const { content } = fact;
  return edited(fact, { sex: content.sex === 'F' ? 'M' : 'F' }, content.what !== 'birth' && content.paper.kind === 'cccd' ? ['document.cccd-sex-mismatch'] : []);
};

const otherYear = (fact: Fact): Mistaken | undefined => {
  const { content, about, day } = fact;
  if (content.what === 'birth' || day - about.birth < 800 || about.birth > day - 16 * 366) return undefined;
  return edited(fact, { birthYear: content.birthYear - 1 }, content.paper.kind === 'cccd' ? ['document.cccd-birth-year-mismatch'] : []);
};

/** A number that nobody has: then the record is about somebody who does not exist. */
const otherPerson = (draw: Draw, fact: Fact): Mistaken | undefined => {
  const { content } = fact;
  if (content.what === 'birth' || content.paper.kind === 'cmnd') return undefined;
  const { kind, number, issuingState } = content.paper;
  const wrong = kind === 'cccd' ? `${number.slice(0, 6)}${999_000 + draw.below(900)}` : `ZY${number.slice(2)}`;
  return edited(fact, { person: `X${wrong}`, paper: { kind, number: wrong, issuingState } });
};

const otherWords = (draw: Draw, fact: Fact): Mistaken => {
  const { content } = fact;
  if (content.what === 'worker' && content.training !== '') return edited(fact, { training: draw.pick((['none', 'certificate', 'elementary', 'college'] as const).filter((training) => training !== content.training)) });
  if ('household' in content && content.household !== '') return edited(fact, { relation: content.relation === 'other' ? 'child' : 'other' });
  return { fact, mistypedAddress: true, codes: [] };
};
