import { createDraw } from '../random.ts';

/** How a clerk writes a record. */
export type Style = { readonly unitAsCode: boolean; /** 0–9. */ readonly ethnic: number; readonly vietnameseDays: boolean };

const stream = 72;

/** The same for the same record whenever it is sent. */
export const styleOf = (seed: number, register: 'residents' | 'workers', style: number): Style => {
  const draw = createDraw(seed, stream, register === 'workers' ? 1 : 0, style);
  return { unitAsCode: draw.chance(0.35), ethnic: draw.below(10), vietnameseDays: draw.chance(0.15) };
};
