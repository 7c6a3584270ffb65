import type { Draw } from '../random.ts';
import { familyOf, inventName } from './names.ts';
import { birthPlaces, provinces } from './origins.ts';
import type { Home, Paper, Person } from './person.ts';

type Wanted = {
  /** YYYY-MM-DD: ages are of this day. */
  readonly day: string;
  readonly nationality: string;
  readonly age: number;
  readonly sex: 'M' | 'F' | 'X';
  /** Codes of communes of which one is home to somebody from the district itself; empty for guests from elsewhere. */
  readonly ward: string;
  /** Family and home of a child are its parent's. */
  readonly parent?: Person;
};

/** Makes people, each with numbers of their own. */
export type RegistryOffice = { readonly invent: (draw: Draw, wanted: Wanted) => Person };

/** Running numbers that a place does not reach: it would need 900,000 births of one sex in one year. */
const firstRunning = 900_000;
/** Below 987654 and 999999, which look made up. */
const running = 87_000;

export const createRegistryOffice = (): RegistryOffice => {
  let made = 0;
  const issued = new Map<number, number>();

  const cardNumber = (draw: Draw, sex: 'M' | 'F' | 'X', year: number): string => {
    const century = Math.floor((year - 1900) / 100) * 2 + (sex === 'F' ? 1 : 0);
    const place = draw.weighted(birthPlaces);
    const head = Number(place) * 1_000 + century * 100 + (year % 100);
    const number = issued.get(head) ?? 0;
    issued.set(head, number + 1);
    return `${place}${String(head % 1_000).padStart(3, '0')}${firstRunning + (number % running)}`;
  };

  return {
    invent: (draw, { day, nationality, age, sex, ward, parent }) => {
      made += 1;
      const serial = String(made).padStart(7, '0');
      const birth = birthOf(draw, day, age);
      const year = Number(birth.slice(0, 4));
      const name = inventName(draw, sex, nationality, parent === undefined ? undefined : familyOf(parent.name));
      const personOf = (paper: Paper, home: Home | undefined, { birthDate = birth, phone = '', former }: Partial<Pick<Person, 'birthDate' | 'phone' | 'former'>> = {}): Person =>
        ({ id: `P${serial}`, name, sex, birthYear: year, birthDate, nationality, home, phone, paper, former });
      if (nationality !== 'VNM') return personOf({ kind: 'passport', number: `ZZ${serial}`, issuingState: nationality }, undefined);
      const home = parent?.home ?? homeOf(draw, ward);
      if (age < 14) return personOf({ kind: 'birth-certificate', number: `MAU${serial}/${year}`, issuingState: 'VNM' }, home);
      // 0590…: a block of a prefix that passes for a mobile number, and which is not given to subscribers.
      const phone = draw.chance(0.7) ? `0590${serial.slice(1)}` : '';
      const former: Paper | undefined = year < 2000 && draw.chance(0.6) ? { kind: 'cmnd', number: `00${serial}`, issuingState: 'VNM' } : undefined;
      const birthDate = age >= 65 && draw.chance(0.1) ? String(year) : birth;
      return personOf({ kind: 'cccd', number: cardNumber(draw, sex, year), issuingState: 'VNM' }, home, { birthDate, phone, former });
    },
  };
};

/** A birthday of someone of an age on a day; the 28th is in every month. */
const birthOf = (draw: Draw, day: string, age: number): string => {
  const month = draw.between(1, 12);
  const date = draw.between(1, 28);
  const text = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return `${Number(day.slice(0, 4)) - age - (text > day.slice(5) ? 1 : 0)}-${text}`;
};

const homeOf = (draw: Draw, ward: string): Home => {
  const address = `Số ${draw.between(1, 299)}, đường Mẫu`;
  return ward === '' ? { province: draw.weighted(provinces), ward, address } : { province: { code: '713', name: 'Đồng Nai' }, ward, address };
};
