import type { CheckedRecord } from './check-record.ts';

/** What is known in clear of a person, and where and when. */
export const factOf = ({ person, on, unit, formerUnit }: CheckedRecord): Readonly<Record<string, unknown>> => ({
  sex: person.sex, birthYear: person.birth?.year, nationality: person.nationality, on, unit: unit ?? '', formerUnit,
});
