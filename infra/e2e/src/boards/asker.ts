import { askedOf, askingOf, choosableOf, dashboardFiles, expand, faultsOf, nameOf, queriesOf, type Answer, type View } from '@da06/dashboards';
import type { Warehouse } from '@da06/warehouse';
import type { Choice, Dashboard } from './presets.ts';

export const boards: readonly Dashboard[] = [...dashboardFiles().values()];

/** What came of asking every panel of a board: how many answered, what was wrong. */
export type Ran = { readonly panels: number; readonly faults: readonly string[] };

/** Asks as a screen does, through the guard of people's queries. A statement that was asked before is not asked again: many panels look at the as-of day alone, or use no variable. */
export const createAsker = ({ personQuery }: Pick<Warehouse, 'personQuery'>) => {
  const known = new Map<string, Promise<Answer>>();
  const send = async (sql: string): Promise<Answer> => JSON.parse(Buffer.from((await personQuery({ sql, format: 'JSONCompact', database: 'da06' })).bytes).toString()) as Answer;
  const ask = (sql: string): Promise<Answer> => {
    const asked = known.get(sql) ?? send(sql);
    known.set(sql, asked);
    return asked;
  };
  /** @throws what the engine says, as a fault. */
  const heard = async (where: string, sql: string, look: (answer: Answer) => readonly string[]): Promise<readonly string[]> => {
    try {
      return look(await ask(sql)).map((fault) => `${where} ${fault}`);
    } catch (error) {
      return [`${where} fails: ${String((error as { context?: { detail?: unknown } }).context?.detail ?? error)}: ${sql}`];
    }
  };
  return {
    asked: (): number => known.size,
    /** Every panel whose place on the board is wanted, and every annotation. */
    runAll: async (board: Dashboard, view: View, wanted: (place: number) => boolean = () => true): Promise<Ran> => {
      // Side by side: an answer is waited for longer than it is worked on.
      const panels = askingOf(board).filter((_, place) => wanted(place));
      const answered = await Promise.all(panels.flatMap((panel) => askedOf(panel).map(({ rawSql }) => heard(nameOf(panel), expand(rawSql, view), (answer) => faultsOf(panel, answer)))));
      const faults = answered.flat();
      for (const { where, sql } of queriesOf(board)) if (where.startsWith('annotation ')) faults.push(...(await heard(where, expand(sql, view), ({ meta }) => (['time', 'timeEnd', 'text', 'tags'].every((name) => meta.some((column) => column.name === name)) ? [] : ['lacks a column']))));
      return { panels: askingOf(board).length, faults };
    },
    /** The rows a panel shows. */
    rowsOf: async (uid: string, id: number, view: View): Promise<Answer['data']> => {
      const [target] = boards.filter((board) => board.uid === uid).flatMap((board) => askingOf(board).filter((panel) => panel.id === id)).flatMap(askedOf);
      if (target === undefined) throw new RangeError(`${uid} has no panel ${id} that asks.`);
      return (await ask(expand(target.rawSql, view))).data;
    },
    /** What the variables of a board offer, when all others are as they begin. */
    choicesOf: async (board: Dashboard, range: Omit<View, 'variables'>): Promise<readonly Choice[]> => {
      const choosable = choosableOf(board);
      const begin = Object.fromEntries(choosable.map(({ name, several, first }) => [name, several ? { values: [], all: true } : { values: [first] }]));
      return Promise.all(choosable.map(async (choice) => ({ ...choice, offered: (await ask(expand(choice.sql, { ...range, variables: begin }))).data.map(([value]) => String(value)) })));
    },
  };
};
export type Asker = ReturnType<typeof createAsker>;
