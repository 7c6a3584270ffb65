import { z } from 'zod';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Longest range that can be asked. */
const mostYears = 30;
/** Steps that a range may be cut into: more points than any screen has. */
const mostSteps = 11_000;
/** 2100-01-01: the engine's moments end in 2106. */
const latest = Date.UTC(2100, 0, 1);

const Choice = z.union([z.literal('all'), z.array(z.string().max(200)).max(500)]);

const View = z.strictObject({
  uid: z.string().max(60),
  from: z.int().min(0).max(latest),
  to: z.int().min(0).max(latest),
  interval: z.int().min(1).max(mostYears * 366 * day),
  variables: z.record(z.string().max(60), Choice),
});

type Ranged = Pick<z.output<typeof View>, 'from' | 'to' | 'interval'>;
const within = <Schema extends z.ZodType<Ranged>>(schema: Schema) =>
  schema
    .refine(({ from, to }) => from < to, { path: ['to'], error: 'after from' })
    .refine(({ from, to }) => to - from <= mostYears * 366 * day, { path: ['from'], error: `at most ${mostYears} years before to` })
    .refine(({ from, to, interval }) => (to - from) / interval <= mostSteps, { path: ['interval'], error: `at most ${mostSteps} steps` });

/** What may be asked of a panel, and of its explanation. */
export const PanelAsked = within(View.extend({ panel: z.int() }));
/** What may be asked of a variable or an annotation. */
export const NamedAsked = within(View.extend({ name: z.string().max(60) }));

export type ViewGiven = z.output<typeof View>;
