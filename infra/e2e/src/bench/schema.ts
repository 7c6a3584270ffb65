import { z } from 'zod';
import { boardCost, panelCost } from '../dashboards-run/measured.ts';

/** A line of the table. `value` null = the figure was not taken, or is a text; `ok` null = it has no bar. */
const benchFigure = z.object({
  section: z.string(),
  name: z.string(),
  /** As printed. */
  figure: z.string(),
  value: z.number().nullable(),
  /** As printed; '' = none. */
  bar: z.string(),
  ok: z.boolean().nullable(),
  /** Stays, events or rows the section ran with; null where it has no size. */
  size: z.number().nullable(),
});
export type BenchFigure = z.infer<typeof benchFigure>;

/** Dashboards on one size of district: every panel at every choice, see `dashboards-run`. */
const boardsAtSize = z.object({ stays: z.number(), registers: z.boolean(), events: z.number(), madeInS: z.number(), diskBytes: z.number(), panels: z.array(panelCost), boards: z.array(boardCost) });

/** The file `npm run bench -- --json FILE` writes. Fields are only ever added; `version` rises when one changes its meaning. */
export const benchReport = z.object({
  version: z.literal(1),
  /** ISO time of the end of the run. */
  at: z.string(),
  machine: z.object({ cores: z.number(), processor: z.string(), memoryMiB: z.number(), platform: z.string(), node: z.string(), engine: z.string() }),
  /** What was asked for on the command line. */
  options: z.record(z.string(), z.string()),
  sections: z.array(z.string()),
  figures: z.array(benchFigure),
  dashboards: z.array(boardsAtSize),
});
export type BenchReport = z.infer<typeof benchReport>;
export type BoardsAtSize = z.infer<typeof boardsAtSize>;
