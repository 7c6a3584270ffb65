import { z } from 'zod';

/** One panel of one dashboard, or one query of people's views, at one choice of range and variables. `failed`: why there is no figure. */
export const panelCost = z.object({
  board: z.string(), panel: z.string(), title: z.string(), view: z.string(),
  ms: z.number().nullable(), rows: z.number().nullable(), bytes: z.number().nullable(), failed: z.string().nullable(),
});
export type PanelCost = z.infer<typeof panelCost>;

/** A dashboard's panels all asked at once, as a browser does. */
export const boardCost = z.object({ board: z.string(), view: z.string(), ms: z.number().nullable(), failed: z.string().nullable() });
export type BoardCost = z.infer<typeof boardCost>;

/** What `dashboards-run` prints. */
export const measured = z.object({ stays: z.number(), /** Whether the registers of stays are filled: the view `stays` is asked then alone. */ registers: z.boolean(), events: z.number(), madeInS: z.number(), diskBytes: z.number(), engine: z.string(), panels: z.array(panelCost), boards: z.array(boardCost) });
export type Measured = z.infer<typeof measured>;
