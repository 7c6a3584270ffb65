import { sleep } from '../harness/temp.ts';
import type { SentWatched } from './send-watched.ts';
import type { Judgement } from './told-alerts.ts';

export type SignalsRoundOptions = { readonly kills: number; readonly random: () => number; readonly say: (text: string) => void };
export type SignalsRound = Judgement & Omit<SentWatched, 'expected'> & {
  readonly kills: number;
  /** Of these, before the process had looked at everything the log held. */
  readonly early: number;
  readonly pairs: number;
  /** Rows of `alerts`, and of `events` of alerts, more or less than one a match. */
  readonly rowsApart: number;
};

type Sql = <Row>(query: string) => Promise<Row[]>;
const settlesWithinMs = 120_000;

/** How far the tables are from one row a match once they have had time to hold all. */
export const rowsApart = async (sql: Sql, pairs: number): Promise<number> => {
  const until = performance.now() + settlesWithinMs;
  for (;;) {
    const [row] = await sql<{ apart: string }>(`SELECT toString(abs((SELECT count() FROM alerts) - ${String(pairs)}) + abs((SELECT count() FROM events WHERE type = 'vn.da06.alert.raised.v1') - ${String(pairs)})) AS apart`);
    const apart = Number(row?.apart);
    if (apart === 0 || performance.now() > until) return apart;
    await sleep(500);
  }
};
