import type { PopulationOptions } from './options.ts';
import { weigh, type Weighted } from '../random.ts';
import { reform } from './days.ts';

/** An area that was one unit before the reform and is part of one since; `former` '' = of a unit that the locality's data do not hold. */
export type Place = {
  readonly former: string;
  readonly unit: string;
  /** Of the inhabitants; invented to look like such a district, no source gives them all. */
  readonly weight: number;
  /** Of the workers who came for the industrial zones. */
  readonly zone: number;
  /** Share of households that are Xtiêng. */
  readonly xtieng: number;
};

const ofDistrict: readonly Place[] = [
  { former: 'W25357@old', unit: 'W25357@2025', weight: 153, zone: 40, xtieng: 0.06 },
  { former: 'W25360@old', unit: 'W25357@2025', weight: 55, zone: 32, xtieng: 0.1 },
  { former: 'W25361@old', unit: 'W25357@2025', weight: 70, zone: 6, xtieng: 0.12 },
  { former: 'W25354@old', unit: 'W25326@2025', weight: 115, zone: 10, xtieng: 0.04 },
  { former: 'W25327@old', unit: 'W25345@2025', weight: 83, zone: 1, xtieng: 0.38 },
  { former: 'W25330@old', unit: 'W25345@2025', weight: 66, zone: 0, xtieng: 0.55 },
  { former: 'W25345@old', unit: 'W25345@2025', weight: 124, zone: 3, xtieng: 0.16 },
  { former: 'W25339@old', unit: 'W25349@2025', weight: 54, zone: 1, xtieng: 0.22 },
  { former: 'W25348@old', unit: 'W25349@2025', weight: 62, zone: 3, xtieng: 0.2 },
  { former: 'W25349@old', unit: 'W25349@2025', weight: 53, zone: 1, xtieng: 0.18 },
  { former: 'W25342@old', unit: 'W25351@2025', weight: 71, zone: 1, xtieng: 0.3 },
  { former: 'W25351@old', unit: 'W25351@2025', weight: 88, zone: 2, xtieng: 0.24 },
  { former: 'W25438@old', unit: 'W25351@2025', weight: 84, zone: 4, xtieng: 0.3 },
];
/** What came to the five units from elsewhere: a commune of Chơn Thành, and most of Bình Long. */
const besides: readonly Place[] = [
  { former: 'W25439@old', unit: 'W25351@2025', weight: 46, zone: 1, xtieng: 0.25 },
  { former: '', unit: 'W25326@2025', weight: 290, zone: 8, xtieng: 0.05 },
];

const placesOf = (preset: PopulationOptions['preset']): readonly Place[] => (preset === 'reform' ? ofDistrict : [...ofDistrict, ...besides]);

/** Where people live, and where workers lodge. */
export const drawnPlaces = (preset: PopulationOptions['preset']): { readonly homes: Weighted<Place>; readonly lodgings: Weighted<Place> } => {
  const places = placesOf(preset);
  return { homes: weigh(places.map((place) => [place, place.weight])), lodgings: weigh(places.map((place) => [place, place.zone])) };
};

/** The unit of a place on a day. */
export const unitOn = ({ former, unit }: Place, day: number): string => (day < reform ? former : unit);

/** The first day on which a place lies in a unit that is known. */
export const firstDayOf = ({ former }: Place): number => (former === '' ? reform : Number.NEGATIVE_INFINITY);
