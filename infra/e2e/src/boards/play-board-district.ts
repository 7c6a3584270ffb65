import { playDistrict, type Played } from '../truth/play-district.ts';

/** One district for every board: a spring with a feast, six weeks, few guests; `asOf` is its newest receipt, Unix ms. */
export const playBoardDistrict = async (): Promise<{ readonly played: Played; readonly asOf: number }> => {
  const played = await playDistrict({ preset: 'present', seed: 5, from: '2026-04-01', days: 44, rate: 0.1, residents: 600, oversight: true });
  const [newest] = await played.warehouse.query<{ ms: string }>('SELECT toString(toUnixTimestamp64Milli(as_of)) AS ms FROM da06.as_of');
  return { played, asOf: Number(newest?.ms) };
};
