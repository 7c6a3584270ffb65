import type { Draw } from '../random.ts';
import { birthPlaces } from '../people/origins.ts';
import { yearOf } from './days.ts';
import type { Resident } from './resident.ts';

type Wanted = Pick<Resident, 'sex' | 'birth' | 'ethnic' | 'family'> & { readonly nationality?: string; readonly bornHere?: boolean };

/** Makes residents, each with numbers of their own. */
export type CivilRegistry = { readonly invent: (draw: Draw, wanted: Wanted) => Resident };

/** Running numbers that a place does not reach, and that guests of the simulated facilities do not have. */
const firstRunning = 990_000;
const running = 9_000;
/** Serial numbers of papers that are no cards begin here: guests have those below. */
const firstSerial = 5_000_000;

const oldest = { cmnd: 2004 } as const;

export const createCivilRegistry = (): CivilRegistry => {
  let made = 0;
  const issued = new Map<number, number>();
  const cardNumber = (draw: Draw, { sex, birth, bornHere = false }: Wanted): string => {
    const year = yearOf(birth);
    const place = bornHere ? '070' : draw.weighted(birthPlaces);
    const head = Number(place) * 1_000 + (Math.floor((year - 1900) / 100) * 2 + (sex === 'F' ? 1 : 0)) * 100 + (year % 100);
    const number = issued.get(head) ?? 0;
    issued.set(head, number + 1);
    return `${place}${String(head % 1_000).padStart(3, '0')}${firstRunning + (number % running)}`;
  };
  return {
    invent: (draw, wanted) => {
      made += 1;
      const { sex, birth, ethnic, family, nationality = 'VNM' } = wanted;
      const serial = firstSerial + made;
      const isOld = nationality === 'VNM' && yearOf(birth) < oldest.cmnd && draw.chance(0.6);
      return {
        no: made, sex, birth, ethnic, family, nationality,
        yearOnly: draw.chance(yearOf(birth) < 1960 ? 0.08 : 0),
        paper: nationality === 'VNM' ? { kind: 'cccd', number: cardNumber(draw, wanted), issuingState: 'VNM' } : { kind: 'passport', number: `ZZ${serial}`, issuingState: nationality },
        former: isOld ? `00${serial}` : '', tellsFormer: isOld && draw.chance(0.4), showsOld: false,
        home: undefined, relation: 'other', lodging: undefined, awayUntil: undefined, work: undefined,
      };
    },
  };
};
