import { localDay, parseBirthDate, type BirthDate } from '@da06/domain';
import type { StayRecord } from '../records/read-stay.ts';

/** A stay whose identity is shown, with the fields that the portal's files hold; '' where there is none. */
export type ExportedStay = {
  readonly fullName: string;
  readonly birth: BirthDate | undefined;
  readonly sex: string;
  readonly nationality: string;
  readonly documentKind: string;
  /** The portal's own number of the kind, if the stay came from it. */
  readonly documentCode: string;
  readonly documentName: string;
  readonly documentNumber: string;
  readonly phone: string;
  readonly residenceStatus: string;
  readonly province: string;
  readonly ward: string;
  readonly address: string;
  readonly arrival: string;
  readonly expectedDeparture: string;
  readonly departure: string;
  readonly permittedUntil: string;
  readonly room: string;
  readonly reason: string;
  readonly reasonText: string;
  readonly note: string;
};

/** What the portal's files need of a stay. */
export const exportedOf = ({ stay, merged }: StayRecord): ExportedStay => {
  const at = (...path: string[]): string => {
    const value = path.reduce<unknown>((held, key) => (typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[key] : undefined), stay);
    return typeof value === 'string' ? value : '';
  };
  return {
    fullName: at('guest', 'fullName'), birth: parseBirthDate(at('guest', 'birthDate')), sex: at('guest', 'sex'), nationality: at('guest', 'nationality'), documentKind: at('guest', 'document', 'kind'),
    documentCode: merged.groups.person?.documentCode ?? '', documentName: at('guest', 'document', 'name'), documentNumber: at('guest', 'document', 'number'), phone: at('guest', 'phone'),
    residenceStatus: at('guest', 'residence', 'status'), province: at('guest', 'residence', 'province'), ward: at('guest', 'residence', 'ward'), address: at('guest', 'residence', 'address'),
    arrival: at('arrival'), expectedDeparture: at('expectedDeparture'), departure: at('departure'), permittedUntil: at('permittedUntil'),
    room: at('room'), reason: at('reason'), reasonText: at('reasonText'), note: at('note'),
  };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** dd/MM/yyyy of an instant's local day, '' of none. */
export const dayText = (instant: string): string => (instant === '' ? '' : localDay(Date.parse(instant)).split('-').reverse().join('/'));

/** dd/MM/yyyy, MM/yyyy or yyyy, as precisely as a birth is known. */
export const birthText = ({ year, month, day }: BirthDate): string => [day, month].filter((part) => part !== 0).map(two).concat(String(year)).join('/');
