import { stayOf } from './stays.ts';

type Person = Readonly<Record<string, unknown>>;

/** Made-up people, the same as those of the stays, on a day that lies behind whoever runs this. */
const personOf = (n: number): Person => {
  const { residence: _, ...person } = stayOf(n, { now: 0 })['guest'] as Person;
  return person;
};

/** The record of number `n` of the register of residents, without a warning. */
export const residentOf = (n: number): Record<string, unknown> => ({
  ref: `CT-${String(n).padStart(7, '0')}`, change: 'permanent', on: '2025-11-20', cause: 'arrival', person: personOf(n), unit: 'W25357@2025', household: { number: `HK-${String(n >> 2)}`, relation: n % 4 === 0 ? 'head' : 'child' },
});
